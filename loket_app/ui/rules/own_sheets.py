"""The sheet of a figure of this desk: what it says, who entered it, and what may be done to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from loket_app.domain.laid_over import figure_id
from loket_app.domain.layer import Entry, State
from loket_app.domain.tables import Row
from loket_app.i18n import _
from loket_app.i18n.phrases import source_text
from loket_app.i18n.phrases_accounts import before_confirming_text
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.kit.tones import Tone
from loket_app.ui.rules.again import add_again
from loket_app.ui.rules.link_line import LinkLine
from loket_app.ui.rules.own_parts import act_button, add_buttons, add_standing
from loket_app.ui.rules.own_wording import entry_facts, row_of, stale_words, state_text, title_text
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.sheet_parts import facts, hairline, note, page, words

_TONES: dict[State, Tone] = {State.PROPOSED: "warn", State.CONFIRMED: "ok"}


def entry_sheet(work: OwnWork, entry: Entry, today: date) -> QWidget:
    """An entry: what it says, who entered it, and what this person may do with it."""
    made, column = page()
    column.addWidget(words(title_text(work.figures.shipped, entry), "heading"))
    column.addWidget(note(_TONES.get(entry.state, "info"), state_text(entry, work.name)))
    add_standing(column, entry, work.name)
    stale = stale_words(work.figures.tables, entry, today)
    if stale:
        column.addWidget(note("warn", stale))
    column.addWidget(facts(entry_facts(entry, before(work, entry))))
    column.addWidget(hairline())
    column.addWidget(words(source_text(entry.proposal.source), "muted"))
    if entry.proposal.source.link:
        column.addWidget(LinkLine(entry.proposal.source.link))
    row = row_of(work.figures.tables, entry) if entry.state is State.CONFIRMED else None
    if row is not None:
        add_again(column, work, figure_id(entry), row, today)
    _add_acts(column, work, entry)
    column.addStretch(1)
    return made


def before(work: OwnWork, entry: Entry) -> Row | None:
    """The row of Loket's own tables on the first day of the entry."""
    start = entry.proposal.period.start or date.min
    figures = work.figures.shipped.figures
    return next((figure.row(start) for figure in figures if figure.id == entry.proposal.figure), None)


def _add_acts(column: QVBoxLayout, work: OwnWork, entry: Entry) -> None:
    if entry.state is State.PROPOSED and entry.proposed_by.casefold() == work.figures.login.casefold():
        column.addWidget(words(_("A colleague confirms it: nobody confirms a figure of one's own."), "muted"))
        add_buttons(column, act_button(_("Take it back"), "danger", lambda: work.reject(entry.key, "")))
    elif entry.state is State.PROPOSED:
        column.addWidget(words(_("Look at the source first: from then on the advice counts with it."), "muted"))
        if work.figures.would_relate(entry):
            column.addWidget(note("warn", before_confirming_text()))
        confirm = act_button(_("&Confirm"), "primary", lambda: work.confirm(entry.key))
        _add_with_reason(column, _("Why not"), _("&Reject"), lambda why: work.reject(entry.key, why), confirm)
    elif entry.state is State.CONFIRMED and entry in work.figures.layer.counting:
        _add_with_reason(column, _("Why no longer"), _("&Withdraw"), lambda why: work.withdraw(entry.key, why))


def _add_with_reason(
    column: QVBoxLayout, caption: str, act: str, do: Callable[[str], object], *before: QWidget
) -> None:
    """A button that needs a reason: the line stands above it."""
    line = QLineEdit()
    row = FormRow(lambda: caption, line)

    def go() -> None:
        why = line.text().strip()
        if row.complain(None if why else lambda: _("Say in a few words why.")):
            line.setFocus()
        else:
            do(why)

    column.addWidget(hairline())
    add_buttons(column, *before)
    column.addWidget(row)
    add_buttons(column, act_button(act, "danger", go))
