"""Who returns: names as in the documents, birth, nationality, numbers, languages, and what the journey must respect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loket_app.documents.engine.blocks import heading, paragraph
from loket_app.documents.engine.lines import Align
from loket_app.documents.engine.look import ASIDE, BODY, STRONG, Cell, Said
from loket_app.documents.engine.strips import Strip
from loket_app.documents.engine.tables import Column, Row, table
from loket_app.documents.summary.file import File, first, lines, small
from loket_app.domain.answers import Missing, known
from loket_app.domain.person import Person
from loket_app.domain.stay_of import stands_apart
from loket_app.i18n import _
from loket_app.i18n.joining import in_a_row
from loket_app.i18n.labels import capital, field_label, label


def household(file: File) -> Iterator[Strip]:
    """The section."""
    yield from heading(_("Who returns"), file.width)
    if not file.case.household:
        yield from paragraph(Said(_("Nobody named yet"), ASIDE), file.width)
    yield from table(_who_columns(), (_who(file, person) for person in file.case.household), file.width)
    yield from table(_number_columns(), _numbers(file), file.width)
    yield from table(_needs_columns(), (_needs(file, person) for person in file.case.household), file.width)


def _field(name: str) -> str:
    return capital(field_label(f"household/{name}"))


def _who_columns() -> tuple[Column, ...]:
    return (
        Column(34, _("Name as in the document")),
        Column(20, _("Relation")),
        Column(24, _("Born")),
        Column(22, _field("nationalities")),
    )


def _who(file: File, person: Person) -> Row:
    at = f"household/{person.id}/"
    return Row(
        (
            _name(file, person),
            lines(
                capital(label(person.relation)), _small_answers(file, at, "sex", "civil_status"), _stays_here(person)
            ),
            lines(first(file.answer(at + "birth_date")), _small_answers(file, at, "birth_place", "birth_country")),
            lines(
                _nationality(file, person),
                _since(file, person),
                _stay(file, person),
                _named(file, at, "returned_before"),
            ),
        )
    )


def _name(file: File, person: Person) -> Cell:
    """The name in the script of its document stands under it, on the same side: it is one name, not two columns."""
    own_script = person.original_script_name
    parts = [Said(file.names[person.id], STRONG)]
    if known(own_script) and own_script:
        parts.append(Said(own_script, replace(BODY, align=Align.LEFT)))
    asked = ("given_names",) if person.one_name_only else ("family_name", "given_names")
    lacking = (small(_missing(getattr(person, name)), _field(name)) for name in asked)
    others = (small(getattr(person, name), _field(name)) for name in ("birth_name", "aliases"))
    return (*parts, *(line for line in (*lacking, *others) if line))


def _missing(answer: object) -> str:
    return label(answer) if isinstance(answer, Missing) else ""


def _small_answers(file: File, at: str, *names: str) -> Said | None:
    values = ((at + name, getattr(file.case.person(at.split("/")[1]), name)) for name in names)
    return small(in_a_row(first(file.shown(path, value)).text for path, value in values if known(value)))


def _stays_here(person: Person) -> Said | None:
    return small(_("does not travel along")) if person.travels is False else None


def _nationality(file: File, person: Person) -> Said:
    if person.stateless is True:
        return Said(_field("stateless"))
    return first(file.answer(f"household/{person.id}/nationalities"))


def _since(file: File, person: Person) -> Said | None:
    if not known(person.entry_date):
        return None
    return small(first(file.answer(f"household/{person.id}/entry_date")).text, _field("entry_date"))


def _stay(file: File, person: Person) -> Said | None:
    """Where somebody stands apart from the family, also when nobody knows; the family's stands with the stay."""
    if not stands_apart(file.case, person):
        return None
    return small(label(person.stay_category), _field("stay_category"))


def _number_columns() -> tuple[Column, ...]:
    return Column(34, _field("identifiers")), Column(36), Column(30)


def _numbers(file: File) -> Iterator[Row]:
    for person in file.case.household:
        if person.has_number is False and not person.identifiers:
            yield Row((file.names[person.id], Said(_("none"), ASIDE), ""))
        for at, identifier in enumerate(person.identifiers):
            number = file.shown(f"household/{person.id}/identifiers/{identifier.id}/number", identifier.number)
            yield Row(("" if at else file.names[person.id], capital(label(identifier.kind)), number))


_ON_THE_WAY = ("wheelchair", "medical_form", "due_on")


def _needs_columns() -> tuple[Column, ...]:
    return (
        Column(26, _("Language, health and journey")),
        Column(26, _field("languages")),
        Column(26, _field("vulnerabilities")),
        Column(22, _field("fitness")),
    )


def _needs(file: File, person: Person) -> Row:
    at = f"household/{person.id}/"
    return Row(
        (
            file.names[person.id],
            lines(
                first(file.answer(at + "languages")),
                _named(file, at, "interpreter"),
                _named(file, at, "literacy"),
            ),
            lines(first(file.answer(at + "vulnerabilities")), small(person.vulnerability_notes)),
            lines(
                first(file.answer(at + "fitness")),
                small(person.fitness_notes),
                *(_named(file, at, name) for name in _ON_THE_WAY),
            ),
        )
    )


def _named(file: File, at: str, name: str) -> Said | None:
    value = getattr(file.case.person(at.split("/")[1]), name)
    return small(first(file.shown(at + name, value)).text, _field(name)) if known(value) else None
