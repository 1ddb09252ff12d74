"""What is shown of each part: the entries of the list, and the sheet of one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from loket_app.domain.tables import Figure
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import local
from loket_app.services.rates_views import FigureSection, FigureView, GroupView, Rates, RuleView
from loket_app.ui.rules.entry import Entry
from loket_app.ui.rules.figure_sheet import UnderRow, figure_sheet
from loket_app.ui.rules.group_sheet import group_sheet
from loket_app.ui.rules.parts import Part
from loket_app.ui.rules.rule_sheet import rule_sheet, verdict_text
from loket_app.ui.rules.said_listing import said_entries, said_sheet
from loket_app.ui.rules.wording import (
    count_text,
    countries_text,
    origin_text,
    stale_text,
    value_text,
    without_text,
)


def entries(part: Part, shown: Rates) -> tuple[Entry, ...]:
    """The list of a part, with its headings."""
    lists = {Part.FIGURES: _figures, Part.RULES: _rules, Part.GROUPS: _groups, Part.SAID: said_entries}
    return tuple(lists[part](shown))


def sheet(part: Part, shown: Rates, entry_id: str, today: date, under: UnderRow | None = None) -> QWidget | None:
    """The sheet of an entry; None when there is no such entry."""
    if part is Part.FIGURES:
        figure = next((view for view in _all_figures(shown) if view.figure.id == entry_id), None)
        return figure_sheet(figure, shown.years, shown.day, today, under) if figure else None
    if part is Part.RULES:
        rule = next((view for view in _all_rules(shown) if view.rule.id == entry_id), None)
        return rule_sheet(rule, shown.day) if rule else None
    if part is Part.SAID:
        return said_sheet(shown, entry_id)
    group = next((view for view in shown.groups if view.group.id == entry_id), None)
    return group_sheet(group, shown.day) if group else None


def _figures(shown: Rates) -> Iterator[Entry]:
    for section in shown.figures:
        yield Entry(_section_title(section))
        yield from (_figure(view) for view in section.figures)


def _figure(view: FigureView) -> Entry:
    row = view.current
    return Entry(
        _title(view.figure),
        view.figure.id,
        _("no figure") if row is None else value_text(row),
        _warning(view),
        quiet=row is None,
        origin=_origin(view),
    )


def _origin(view: FigureView) -> str:
    """Whose value counts on the date, and what would count without it; nothing for what came with Loket."""
    if view.now is None or not view.now.row.source.desk:
        return ""
    return f"{capital(origin_text(view.now))} · {without_text(view.without)}"


def _title(figure: Figure) -> str:
    """A figure of this desk for some countries alone says which."""
    title = local(figure.title)
    return f"{title} – {countries_text(figure.countries)}" if figure.narrows else title


def _section_title(section: FigureSection) -> str:
    if section.topic is None:
        return _("For information: shown, not applied")
    natures = dict.fromkeys(view.figure.nature for view in section.figures)
    return capital(", ".join([label(section.topic), *map(label, natures)]))


def _rules(shown: Rates) -> Iterator[Entry]:
    for section in shown.rules:
        yield Entry(verdict_text(section.verdict))
        for view in section.rules:
            yield Entry(local(view.rule.title), view.rule.id, "", _warning(view), quiet=not view.current)


def _groups(shown: Rates) -> Iterator[Entry]:
    for view in shown.groups:
        yield Entry(local(view.group.title), view.group.id, count_text(len(view.members)), _warning(view))


def _warning(view: FigureView | RuleView | GroupView) -> str:
    return capital(stale_text(view.stale_since)) if view.stale_since else ""


def _all_figures(shown: Rates) -> Iterator[FigureView]:
    return (view for section in shown.figures for view in section.figures)


def _all_rules(shown: Rates) -> Iterator[RuleView]:
    return (view for section in shown.rules for view in section.rules)
