"""What a correction says otherwise than the handover before it: which answer or record, what it was, what it is now."""

from __future__ import annotations

from enum import Enum
from typing import Any

from loket_app.domain.answers import known
from loket_app.domain.case import Case, display_name
from loket_app.domain.handover_changes import ABSENT, Difference, Whose
from loket_app.domain.handover_content import Enclosed
from loket_app.domain.person import Person
from loket_app.domain.shape import pattern_of, shape_of
from loket_app.i18n import _
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import answer_text, names_in, person_name
from loket_app.i18n.phrases_scans import scan_texts


def difference_text(case: Case, difference: Difference) -> str:
    """`Phone: 0470 … → 0471 …`: one thing that a correction says otherwise."""
    place, (before, after) = difference_place(case, difference), difference_sides(case, difference)
    if difference.is_record or difference.withheld:
        return said(place, after)
    return _("{place}: {before} → {after}").format(place=place, before=before, after=after)


def difference_place(case: Case, difference: Difference) -> str:
    """Which answer or record: `Birth date – SALAMI, Rami`, `Travel documents: passport – SALAMI, Rami`."""
    if isinstance(difference.record, Enclosed):
        return said(_("Scan"), _scan_words(case, difference.record))
    steps = difference.path.split("/")
    if difference.is_record:
        return _whose(case, difference, _record_words("/".join(steps[:-1]), difference.record))
    words = capital(field_label(pattern_of(difference.path)))
    if difference.record is None or isinstance(difference.record, Person):
        return _whose(case, difference, words)
    return f"{_whose(case, difference, _record_words('/'.join(steps[:-2]), difference.record))} · {words}"


def difference_sides(case: Case, difference: Difference) -> tuple[str, str]:
    """What it was and what it is now. What is no longer handed over is not told again, nor a record that went."""
    if difference.is_record:
        came = difference.before is ABSENT
        return ("–", _("new")) if came else (_("handed over"), _gone(difference))
    if difference.after is ABSENT:
        before = "–" if difference.withheld else _side(case, difference.path, difference.before)
        return before, _gone(difference)
    return _side(case, difference.path, difference.before), _side(case, difference.path, difference.after)


def _gone(difference: Difference) -> str:
    """Held back at the desk, or taken out of the case itself: they are not the same to who receives it."""
    if difference.withheld:
        return _("no longer handed over")
    return _("no longer in the file") if difference.is_record else _("no longer answered")


def _side(case: Case, path: str, value: Any) -> str:
    return "–" if value is ABSENT else answer_text(case, path, value)


def _record_words(list_path: str, record: Any) -> str:
    """The list that it is in, and its kind: `Travel documents: passport`."""
    title = capital(field_label(pattern_of(list_path)))
    values = (getattr(record, name) for name in shape_of(type(record)))
    kind = next((value for value in values if isinstance(value, Enum) and known(value)), None)
    return said(title, label(kind)) if kind is not None else title


def _whose(case: Case, difference: Difference, words: str) -> str:
    whose = difference.whose
    return f"{words} – {_name(case, whose)}" if whose is not None else words


def _name(case: Case, whose: Whose) -> str:
    """As the case has it now; else as it was handed over, with the place in that handover."""
    now = names_in(case).get(whose.person.id)
    if now is not None:
        return now
    name = person_name(whose.person, whose.number)
    return f"{name} ({label(whose.person.relation)}, {whose.number})" if display_name(whose.person) else name


def _scan_words(case: Case, scan: Enclosed) -> str:
    return scan.title if known(scan.title) else scan_texts(case, (scan,))[scan.id]
