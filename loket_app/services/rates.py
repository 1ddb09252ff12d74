"""What the rule tables hold, in the order in which one reads it, for a date and for what was typed to find it.

The date decides which row of a figure counts and which countries a group holds; whether somebody looked at a source
long ago is judged by today. Words are searched in the language of the reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from loket_app.domain.spelling import fold
from loket_app.domain.tables import (
    CountryGroup,
    Figure,
    LocalText,
    Per,
    Row,
    Rule,
    RuleTables,
    Share,
    Topic,
    Verdict,
)
from loket_app.i18n import formats
from loket_app.i18n.labels import label
from loket_app.i18n.phrases import local
from loket_app.services.rates_layer import Below
from loket_app.services.rates_said import SaidView, in_sections, sayings
from loket_app.services.rates_views import (
    FigureSection,
    FigureView,
    GroupView,
    Move,
    Rates,
    RowView,
    RuleSection,
    RuleView,
    Totals,
)
from loket_app.services.staleness import lasting, sources_of, stale_since

PART_OF_A_WORD = 4
"""From so many letters on, what was typed may stand in the middle of a word: `hilfe` finds `Reintegrationshilfe`."""
YEARS_AHEAD = 4
"""A row that ends later than this does not stretch the timelines."""

_AGES = tuple(Per)
_fold = lru_cache(maxsize=4096)(fold)


def rates(tables: RuleTables, day: date, today: date, text: str = "", below: Below | None = None) -> Rates:
    """The tables as they count on a day; with a text, only what fits every word of it.

    `below` are the tables under the figures of the desk; without it the tables are those that came with Loket.
    """
    book = _Book(tables, day, today, fold(text).split(), below or Below(tables, ""))
    figures = [view for view in map(book.figure, tables.figures) if view]
    rules = [view for view in map(book.rule, tables.rules) if view]
    groups = [view for view in map(book.group, tables.groups) if view]
    told = sayings(tables, day, today)
    said = in_sections(told, book.fits)
    return Rates(
        version=tables.version,
        dated=tables.dated,
        day=day,
        totals=_with_said(_totals(tables, today), told),
        found=_with_said(_count((*figures, *rules, *groups)), [view for section in said for view in section.views]),
        figures=_figure_sections(figures),
        rules=_rule_sections(rules),
        groups=tuple(sorted(groups, key=lambda view: -len(view.members))),
        years=_years(tables, today),
        said=said,
    )


class _Book:
    """The tables opened at a day, with the words that were typed."""

    def __init__(self, tables: RuleTables, day: date, today: date, typed: Sequence[str], below: Below) -> None:
        self._tables, self._day, self._today, self._typed = tables, day, today, typed
        self._below = below
        self._by_id = {group.id: group for group in tables.groups}
        self._members = _members(tables, day)

    def figure(self, figure: Figure) -> FigureView | None:
        """The view of a figure; None when what was typed does not fit it."""
        group = self._by_id.get(figure.group)
        held = self._covered(figure)
        found = self._found((*_figure_words(figure), *([local(group.title)] if group else [])), held)
        if found is None:
            return None
        now = figure.row(self._day)
        rows = tuple(self._row(figure, row, current=row is now) for row in reversed(figure.rows))
        return FigureView(
            figure,
            group,
            rows,
            reach=len(held) if group or figure.countries else None,
            own_figures=self._own_figures(figure) if now and not figure.informative else (),
            found=found,
            stale_since=stale_since(lasting(figure.rows, self._today), self._today),
            without=self._below.without(figure, now, self._day),
        )

    def _row(self, figure: Figure, row: Row, *, current: bool) -> RowView:
        return RowView(
            row,
            current,
            stale_since(lasting([row], self._today), self._today),
            here=bool(row.source.desk) and row.source.desk == self._below.desk,
            replaced=self._below.replaced(figure, row),
            whole=self._below.whole(figure, row),
        )

    def rule(self, rule: Rule) -> RuleView | None:
        """The view of a rule; None when what was typed does not fit it."""
        words = (*_said(rule.title, rule.change), label(rule.verdict), *_words_of(rule))
        if self._found(words, ()) is None:
            return None
        return RuleView(rule, rule.period.holds(self._day), stale_since([rule], self._today))

    def group(self, group: CountryGroup) -> GroupView | None:
        """The view of a group; None when what was typed fits neither it nor a country in it on the day."""
        members = self._members[group.id]
        found = self._found((*_said(group.title), *_words_of(group)), members)
        if found is None:
            return None
        stale = stale_since([group], self._today)
        return GroupView(group, members, _moves(self._tables, group, self._by_id), found, stale)

    def fits(self, texts: Iterable[str]) -> bool:
        """Whether every word that was typed stands in one of the texts."""
        return self._found(texts, ()) is not None

    def _covered(self, figure: Figure) -> tuple[str, ...]:
        """The countries that a figure is for on the day."""
        members = self._members.get(figure.group, ())
        if not figure.countries:
            return members
        return tuple(code for code in figure.countries if not figure.group or code in members)

    def _own_figures(self, figure: Figure) -> tuple[str, ...]:
        """The countries of a figure for which a more specific one has a row on the day."""
        held = self._covered(figure)
        own = {
            code
            for other in self._tables.ranked(figure.topic)
            if other.rank > figure.rank and _for_the_same(figure.per, other.per) and other.row(self._day)
            for code in self._covered(other)
        }
        return tuple(code for code in held if code in own)

    def _found(self, texts: Iterable[str], countries: Sequence[str]) -> tuple[str, ...] | None:
        """The countries that the words stand for which no text has; None when some word stands for nothing here."""
        if not self._typed:
            return ()
        spoken = [_fold(text) for text in texts]
        rest = [word for word in self._typed if not any(_has(text, word) for text in spoken)]
        if not rest:
            return ()
        return tuple(code for code in countries if all(_starts(_name(code), word) for word in rest)) or None


def _has(text: str, word: str) -> bool:
    return _starts(text, word) or (len(word) >= PART_OF_A_WORD and word in text)


def _starts(text: str, word: str) -> bool:
    return f" {word}" in f" {text}"


def _name(code: str) -> str:
    return _fold(formats.country_name(code))


def _said(*texts: LocalText | None) -> list[str]:
    return [local(text) for text in texts if text is not None]


def _words_of(told: Row | Rule | CountryGroup) -> list[str]:
    """Note, sources and what was decided between them."""
    said = _said(told.note, told.decision, *(other.says for other in told.other_sources))
    return said + [source.title for source in sources_of(told)]


def _figure_words(figure: Figure) -> list[str]:
    labels = [label(member) for member in (figure.topic, figure.nature, figure.per, *figure.categories)]
    values: list[Row | Share] = [*figure.rows, *(share for row in figure.rows for share in row.shares)]
    amounts = [str(int(end.euro)) for value in values for end in (value.low, value.high) if end]
    names = [formats.country_name(code) for code in figure.countries]
    told = [words for row in figure.rows for words in (label(row.kind), *_words_of(row))]
    return [local(figure.title), *labels, *amounts, *names, *told]


def _for_the_same(one: Per, other: Per) -> bool:
    return one is other or not {one, other} <= {Per.ADULT, Per.CHILD}


def _members(tables: RuleTables, day: date) -> Mapping[str, tuple[str, ...]]:
    """The countries of each group on a day, in the order of their names."""
    held: dict[str, list[str]] = {group.id: [] for group in tables.groups}
    for division in {group.division for group in tables.groups}:
        for code in dict(formats.countries()):
            held[tables.group_of(code, day, division)].append(code)
    return {group: tuple(codes) for group, codes in held.items()}


def _moves(tables: RuleTables, group: CountryGroup, by_id: Mapping[str, CountryGroup]) -> tuple[Move, ...]:
    """Who came and who left, by day; a group that holds all others gains and loses what the others lose and gain."""
    listed = [(each.country, each.period) for other in by_id.values() for each in other.members]
    division = group.division
    found: dict[tuple[date, bool, str], set[str]] = {}
    for country, period in listed:
        begins = [period.start, period.end + timedelta(1) if period.end and period.end < date.max else None]
        for day in begins:
            if day is None or day == date.min:
                continue
            before = tables.group_of(country, day - timedelta(1), division)
            after = tables.group_of(country, day, division)
            if before != after and group.id in (before, after):
                joined = after == group.id
                found.setdefault((day, joined, before if joined else after), set()).add(country)
    return tuple(
        Move(day, joined, tuple(sorted(codes, key=_name)), by_id[other])
        for (day, joined, other), codes in sorted(found.items(), reverse=True)
    )


def _figure_sections(views: Sequence[FigureView]) -> tuple[FigureSection, ...]:
    """By topic; in each, what counts on the date before what doesn't, and what is for most countries first."""
    ordered = sorted(views, key=_figure_order)
    topics: list[Topic | None] = [*Topic, None]

    def of(topic: Topic | None) -> tuple[FigureView, ...]:
        return tuple(view for view in ordered if (None if view.figure.informative else view.figure.topic) is topic)

    return tuple(FigureSection(topic, figures) for topic in topics if (figures := of(topic)))


def _figure_order(view: FigureView) -> tuple[bool, int, str, int, str]:
    figure, group = view.figure, view.group
    whose = " ".join([local(group.title)] if group else map(formats.country_name, figure.countries))
    return view.current is None, -(view.reach or 0), _fold(whose), _AGES.index(figure.per), _fold(local(figure.title))


def _rule_sections(views: Sequence[RuleView]) -> tuple[RuleSection, ...]:
    def to(verdict: Verdict) -> tuple[RuleView, ...]:
        return tuple(view for view in views if view.rule.verdict is verdict)

    return tuple(RuleSection(verdict, rules) for verdict in Verdict if (rules := to(verdict)))


def _totals(tables: RuleTables, today: date) -> Totals:
    told: list[Sequence[Row | Rule | CountryGroup]] = [lasting(figure.rows, today) for figure in tables.figures]
    told += [[rule] for rule in tables.rules]
    told += [[group] for group in tables.groups]
    stale = sum(stale_since(each, today) is not None for each in told)
    return Totals(len(tables.figures), len(tables.rules), len(tables.groups), stale)


def _count(views: Sequence[FigureView | RuleView | GroupView]) -> Totals:
    def of(kind: type) -> int:
        return sum(isinstance(view, kind) for view in views)

    return Totals(of(FigureView), of(RuleView), of(GroupView), sum(view.stale_since is not None for view in views))


def _with_said(counted: Totals, told: Sequence[SaidView]) -> Totals:
    stale = sum(view.stale_since is not None for view in told)
    return replace(counted, said=len(told), stale=counted.stale + stale)


def _years(tables: RuleTables, today: date) -> tuple[int, int]:
    periods = [row.period for figure in tables.figures for row in figure.rows]
    years = [today.year, *(day.year for period in periods for day in (period.start, period.end) if day)]
    return min(years), min(max(years), today.year + YEARS_AHEAD) + 1
