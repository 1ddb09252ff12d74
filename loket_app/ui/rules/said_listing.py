"""What Loket says of the programme, the track, the journey and the papers: the lines of the list, and a sheet for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import NP_, _, pgettext
from loket_app.i18n.labels import capital
from loket_app.services.rates_said import ALWAYS, SaidAbout, SaidRow, SaidView
from loket_app.services.rates_views import Rates
from loket_app.ui.rules.entry import Entry
from loket_app.ui.rules.sheet_parts import add_origin, facts, hairline, note, page, words
from loket_app.ui.rules.wording import period_text, short, stale_text

_ABOUT: Mapping[SaidAbout, tuple[str, str]] = {
    SaidAbout.PROGRAMME: NP_("rules about", "The programme"),
    SaidAbout.TRACK: NP_("rules about", "The return track"),
    SaidAbout.JOURNEY: NP_("rules about", "The journey"),
    SaidAbout.CARRIERS: NP_("rules about", "Airlines"),
    SaidAbout.PAPERS: NP_("rules about", "Papers"),
    SaidAbout.NUMBER: NP_("rules about", "The free number"),
}


def said_entries(shown: Rates) -> Iterator[Entry]:
    """The list, by what it is about."""
    for section in shown.said:
        yield Entry(pgettext(*_ABOUT[section.about]))
        for view in section.views:
            warning = capital(stale_text(view.stale_since)) if view.stale_since else ""
            yield Entry(view.title, view.id, view.value, warning, quiet=not view.current)


def said_sheet(shown: Rates, entry_id: str) -> QWidget | None:
    """The sheet of one of them; None when there is no such."""
    view = next((view for section in shown.said for view in section.views if view.id == entry_id), None)
    if view is None:
        return None
    made, column = page()
    column.addWidget(words(view.title, "heading"))
    if not view.current:
        column.addWidget(note("info", _("Does not count on {date}.").format(date=short(shown.day))))
    for row in view.rows:
        _add_row(column, row, view)
    column.addStretch(1)
    return made


def _add_row(column: QVBoxLayout, row: SaidRow, view: SaidView) -> None:
    """What was said in a period: when, what, and where it comes from."""
    dated = row.period != ALWAYS
    if dated or len(view.rows) > 1:
        column.addWidget(hairline())
        column.addWidget(words(capital(period_text(row.period)), "strong" if row.current else "muted"))
    for text in row.says:
        column.addWidget(words(text))
    if row.facts:
        column.addWidget(facts(row.facts))
    if not dated:
        column.addWidget(hairline())
    add_origin(column, row, view.stale_since)
