"""Everything about one country group: who is in it on the date, who came and went when, its source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.i18n.phrases import local
from loket_app.services.rates_views import GroupView, Move
from loket_app.ui.rules.sheet_parts import add_origin, facts, hairline, note, page, words
from loket_app.ui.rules.wording import count_text, countries_text, short


def group_sheet(view: GroupView, day: date) -> QWidget:
    """The sheet of a group on a date."""
    group = view.group
    made, column = page()
    column.addWidget(words(local(group.title), "heading"))
    if view.found:
        found = _("In this group on {date}: {countries}.")
        column.addWidget(note("info", found.format(date=short(day), countries=countries_text(view.found))))
    if group.others:
        column.addWidget(words(_("Every country that no other group holds."), "muted"))
    if group.note is not None:
        column.addWidget(words(local(group.note)))
    held = _("On {date}: {count}").format(date=short(day), count=count_text(len(view.members)))
    column.addWidget(words(held, "strong"))
    column.addWidget(words(countries_text(view.members) or "–"))
    _add_moves(column, _("Who joined or left later"), [move for move in view.moves if move.day > day])
    _add_moves(column, _("Who joined or left until then"), [move for move in view.moves if move.day <= day])
    column.addWidget(hairline())
    add_origin(column, group, view.stale_since)
    column.addStretch(1)
    return made


def _add_moves(column: QVBoxLayout, caption: str, moves: Sequence[Move]) -> None:
    if moves:
        column.addWidget(hairline())
        column.addWidget(words(caption, "strong"))
        column.addWidget(facts([(short(move.day), _move_text(move)) for move in moves]))


def _move_text(move: Move) -> str:
    form = _("{countries} joined (before: {group})") if move.joined else _("{countries} left (since: {group})")
    return form.format(countries=countries_text(move.countries), group=local(move.other.title))
