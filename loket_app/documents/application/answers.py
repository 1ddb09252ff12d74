"""What is handed over of the household and its return: each answer under its own name, an unasked one left out.

What is unknown or was declined stands on one line of each part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from loket_app.documents.engine.blocks import heading, paragraph, subheading
from loket_app.documents.engine.lines import Align
from loket_app.documents.engine.look import SMALL, Cell, Said
from loket_app.documents.engine.strips import Strip
from loket_app.documents.engine.tables import Column, Row, paired_facts, table
from loket_app.documents.summary.decisions import decisions
from loket_app.documents.summary.file import OnPaper, first
from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.money import ZERO
from loket_app.domain.person import Person
from loket_app.domain.shape import shape_of
from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, field_label, label

_PLACES: Final = ("wish", "contact", "stay", "journey", "plan", "departure")
_LISTS: Final = ("stay/procedures", "plan/budget")
_AMOUNT: Final = "amount"
_BESIDE_THE_NAME: Final = ("id", "relation", "one_name_only")
"""What the heading of a person tells, or nobody reads."""


def people(file: OnPaper) -> Iterator[Strip]:
    """Every member who returns, one after the other."""
    yield from heading(_("Who returns"), file.width)
    for person in file.case.household:
        yield from subheading(f"{file.names[person.id]} – {label(person.relation)}", file.width)
        asked = list(_asked(person, f"household/{person.id}/"))
        yield from paired_facts([*file.told(*asked), *_numbers(file, person)], file.width)
        yield from _untold(file, asked)


def places(file: OnPaper) -> Iterator[Strip]:
    """The rest of the file, a section for each part that says something."""
    for place in _PLACES:
        asked = list(_asked(getattr(file.case, place), f"{place}/"))
        lists = [strips for at in _LISTS if at.startswith(place) for strips in _list(file, at)]
        lists += decisions(file) if place == "stay" else ()
        if asked or lists:
            yield from heading(capital(field_label(place)), file.width)
            yield from paired_facts(file.told(*asked), file.width)
            yield from _untold(file, asked)
            yield from lists


def _asked(record: Any, at: str) -> Iterator[str]:
    """The paths of what was asked."""
    for name, shape in shape_of(type(record)).items():
        skipped = shape.is_record or (isinstance(record, Person) and name in _BESIDE_THE_NAME)
        if not skipped and getattr(record, name) is not NOT_ASKED:
            yield at + name


def _untold(file: OnPaper, paths: Iterable[str]) -> Iterator[Strip]:
    """What was asked in vain, on a line for each reason."""
    for text in file.untold(*paths):
        yield from paragraph(Said(text, SMALL), file.width, after=2)


def _numbers(file: OnPaper, person: Person) -> Iterator[tuple[str, Cell]]:
    for number in person.identifiers:
        path = f"household/{person.id}/identifiers/{number.id}/number"
        yield capital(label(number.kind)), file.shown(path, number.number)


def _list(file: OnPaper, at: str) -> Iterator[Strip]:
    """A list of records as a table with its fields for columns."""
    place, name = at.split("/")
    records = getattr(getattr(file.case, place), name)
    names = [field for field in _fields(records) if field != "id" and _is_told(records, field)]
    if not names:
        return
    yield from subheading(capital(field_label(at)), file.width)
    columns = [Column(1, capital(field_label(f"{at}/{field}")), _side(field)) for field in names]
    rows = [
        Row(tuple(first(file.shown(f"{at}/{r.id}/{field}", getattr(r, field))) for field in names)) for r in records
    ]
    yield from table(columns, [*rows, *_together(records, names)], file.width)


def _together(records: tuple[Any, ...], names: list[str]) -> Iterator[Row]:
    """The total of a list with several amounts."""
    amounts = [record.amount for record in records if known(record.amount)] if _AMOUNT in names else []
    if len(amounts) > 1:
        cells = {names[0]: _("Together"), _AMOUNT: formats.format_money(sum(amounts, ZERO))}
        yield Row(tuple(cells.get(name, "") for name in names), total=True)


def _fields(records: tuple[Any, ...]) -> Iterable[str]:
    return shape_of(type(records[0])) if records else ()


def _is_told(records: tuple[Any, ...], field: str) -> bool:
    return any(getattr(record, field) is not NOT_ASKED for record in records)


def _side(field: str) -> Align:
    return Align.RIGHT if field == _AMOUNT else Align.START
