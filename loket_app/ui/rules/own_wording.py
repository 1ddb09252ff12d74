"""The words of an entry of this desk, as the list, the sheet and the page of today share them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from loket_app.domain.laid_over import figure_id, laid_row
from loket_app.domain.layer import Entry, State
from loket_app.domain.looks import Look, value_mark
from loket_app.domain.tables import Row, RuleTables
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import local
from loket_app.i18n.phrases_layer import desk_name
from loket_app.services.staleness import is_stale
from loket_app.ui.rules.wording import countries_text, period_text, short, stale_text, value_text

Named = Callable[[str, str], str]
"""A login and the code of its desk to what somebody is called."""


def look_title(tables: RuleTables, look: Look) -> str:
    """The figure of a value that was looked at again, and for which countries alone."""
    name, _at, countries = look.figure.partition("@")
    title = next((local(figure.title) for figure in tables.figures if figure.id == name), name)
    return f"{title} – {countries_text(tuple(countries.split('-')))}" if countries else title


def title_text(tables: RuleTables, entry: Entry) -> str:
    """The figure, and for which countries alone."""
    said = entry.proposal
    figure = next((figure for figure in tables.figures if figure.id == said.figure), None)
    title = local(figure.title) if figure else said.figure
    return f"{title} – {countries_text(said.countries)}" if said.countries else title


def entry_value(entry: Entry) -> str:
    """What it says, in a word or two."""
    said = entry.proposal
    return value_text(Row(said.period, said.kind, said.source, said.low, said.high, shares=said.shares))


def state_text(entry: Entry, named: Named) -> str:
    """How far it has come, by whom."""
    by, on = named(entry.proposed_by, entry.desk), short(entry.proposed_at.date())
    if entry.state is State.PROPOSED:
        words = _("Proposed by {name} on {date}: waits for a second person, and counts nowhere until then.")
        return words.format(name=by, date=on)
    if entry.state is State.CONFIRMED and entry.confirmed_at is not None:
        words = _("Proposed by {name} on {date}, confirmed by {second} on {day}.")
        second = named(entry.confirmed_by, entry.desk)
        return words.format(name=by, date=on, second=second, day=short(entry.confirmed_at.date()))
    day = short(entry.closed_at.date()) if entry.closed_at else ""
    who = _("{state} by {name} on {date}").format(
        state=capital(label(entry.state)), name=named(entry.closed_by, ""), date=day
    )
    return f"{who} – {entry.closed_why}" if entry.closed_why else f"{who}."


def stale_words(tables: RuleTables, entry: Entry, today: date) -> str:
    """That nobody looked at the source for a year, of an entry that counts; `tables` are those with it on top."""
    row = row_of(tables, entry)
    source = row.source if row else entry.proposal.source
    stale = entry.state is State.CONFIRMED and is_stale(source, today)
    return capital(stale_text(source.checked_on)) if stale else ""


def row_of(tables: RuleTables, entry: Entry) -> Row | None:
    """The row that an entry is in the tables with it on top; None when it does not count."""
    mark = value_mark(laid_row(entry))
    rows = (row for figure in tables.figures if figure.id == figure_id(entry) for row in figure.rows)
    return next((row for row in rows if value_mark(row) == mark), None)


def entry_facts(entry: Entry, before: Row | None) -> list[tuple[str, str]]:
    """What it says, beside what counts without it."""
    said = entry.proposal
    pairs = [
        (_("Value"), entry_value(entry)),
        (_("Without it"), value_text(before) if before else _("no figure")),
        (_("Departures"), period_text(said.period)),
        (_("Why"), said.reason),
        (_("Return desk"), desk_name(entry.desk)),
    ]
    return [(caption, text) for caption, text in pairs if text]
