"""What the page of rates and rules shows: views of figures, rules and country groups for one date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loket_app.domain.tables import CountryGroup, Figure, Period, Row, Rule, Topic, Verdict
from loket_app.services.rates_said import SaidSection


@dataclass(frozen=True)
class RowView:
    """A dated value, and whether it counts on the date.

    `stale_since`, here and below: the day of the oldest check that is a year old, None when all are younger. `here`: this
    desk entered it. `replaced` are the rows that would count without one that a desk entered; `whole` is when a row
    counts in its own source, where one of a desk cut it.
    """

    row: Row
    current: bool
    stale_since: date | None = None
    here: bool = False
    replaced: tuple[Row, ...] = ()
    whole: Period | None = None


@dataclass(frozen=True)
class FigureView:
    """A figure with its rows, the latest first.

    `reach` is for how many countries it is on the date, None when the tables name none. For the countries in
    `own_figures` a more specific figure of the same topic has a row on the date. `found` are the countries that what
    was typed found it by. `without` is what would count on the date without the row that a desk entered.
    """

    figure: Figure
    group: CountryGroup | None
    rows: tuple[RowView, ...]
    reach: int | None
    own_figures: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    stale_since: date | None = None
    without: Row | None = None

    @property
    def current(self) -> Row | None:
        """The row that counts on the date."""
        return self.now.row if self.now else None

    @property
    def now(self) -> RowView | None:
        """The view of the row that counts on the date."""
        return next((view for view in self.rows if view.current), None)


@dataclass(frozen=True)
class FigureSection:
    """Figures of one topic; without a topic, those that are shown and never applied."""

    topic: Topic | None
    figures: tuple[FigureView, ...]


@dataclass(frozen=True)
class RuleView:
    """A rule of eligibility, and whether it counts on the date."""

    rule: Rule
    current: bool
    stale_since: date | None = None


@dataclass(frozen=True)
class RuleSection:
    """The rules that lead to one verdict."""

    verdict: Verdict
    rules: tuple[RuleView, ...]


@dataclass(frozen=True)
class Move:
    """Countries that came into a group on a day, or left it; `other` is where they came from or went to."""

    day: date
    joined: bool
    countries: tuple[str, ...]
    other: CountryGroup


@dataclass(frozen=True)
class GroupView:
    """A group: the countries in it on the date, in the order of their names, and its moves, the latest first."""

    group: CountryGroup
    members: tuple[str, ...]
    moves: tuple[Move, ...]
    found: tuple[str, ...] = ()
    stale_since: date | None = None


@dataclass(frozen=True)
class Totals:
    """How many figures, rules, groups and other things said; `stale` is how many of them wait for a check."""

    figures: int
    rules: int
    groups: int
    stale: int
    said: int = 0


@dataclass(frozen=True)
class Rates:
    """What is shown. `totals` counts all that there is, `found` what is left after what was typed.

    `years` are the first year of a row and the last that a timeline should reach.
    """

    version: str
    dated: date
    day: date
    totals: Totals
    found: Totals
    figures: tuple[FigureSection, ...]
    rules: tuple[RuleSection, ...]
    groups: tuple[GroupView, ...]
    years: tuple[int, int]
    said: tuple[SaidSection, ...] = ()
