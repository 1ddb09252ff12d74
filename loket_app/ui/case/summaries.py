"""One line that tells a record apart from its neighbours."""

from __future__ import annotations

from typing import Any

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.person import Person
from loket_app.domain.travel import Cost
from loket_app.i18n import _, phrases
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases_costs import rate_mark, twin_mark

_TOLD = {
    "household": ("relation", "birth_date", "nationalities"),
    "documents": ("person", "kind", "state", "valid_until"),
    "costs": ("kind", "amount", "person", "state"),
    "handovers": ("recipient", "to", "on", "state"),
    "stay/procedures": ("kind", "started_on", "outcome"),
    "stay/decisions": ("authority", "outcome", "notified_on"),
    "stay/orders": ("notified_on", "leave_by"),
    "stay/extensions": ("state", "until"),
    "stay/earlier_places": ("place", "arrived_on", "ended_on", "end"),
    "plan/budget": ("purpose", "what", "amount"),
    "plan/reports": ("on", "spent", "spent_on_what"),
    "conversations": ("on", "state", "moment", "held_by", "stance", "decided"),
    "appointments": ("on", "at", "kind", "with_whom", "place", "state"),
    "waits": ("waiting_for", "what", "since", "ask_again_on", "ended_on"),
    "identifiers": ("kind", "number"),
}


_WHEN = ("since", "ask_again_on", "ended_on")
"""Days that say nothing without their question before them: `Since Wed, 8 Apr 2026`."""


def summary(case: Case, path: str) -> str:
    """`MIFTARI, … · child · ± 1987 · Kosovo`: what is known of the record at a path; nothing when it is gone."""
    record = value_at(case, path)
    if record is None:
        return ""
    list_path = path.rpartition("/")[0]
    told = _TOLD.get(list_path) or _TOLD[list_path.rpartition("/")[2]]
    parts = [_answered(case, path, name, getattr(record, name)) for name in told]
    if isinstance(record, Person):
        named = phrases.name_in(case, record.id)
        parts = [named, *(part for part in parts if part != label(record.relation) or part not in named)]
    if isinstance(record, Cost):
        parts += [rate_mark(record), twin_mark(case, record)]  # else nobody would see it on a card that is folded
    return " · ".join(part for part in parts if part) or _("Nothing filled in yet")


def place_and_summary(case: Case, path: str) -> str:
    """`Appointments: 14 apr 2026 · doctor`: a record with the list that it stands in."""
    return said(capital(field_label(path.rpartition("/")[0])), summary(case, path))


def _answered(case: Case, path: str, name: str, value: Any) -> str:
    if not known(value) or value == ():
        return ""
    if isinstance(value, bool):
        return capital(field_label(name)) if value else ""
    words = phrases.answer_text(case, f"{path}/{name}", value)
    if name == "person" and not words:
        return _("Somebody who is no longer in the file")
    return f"{capital(field_label(f'waits/{name}'))} {words}" if name in _WHEN else words
