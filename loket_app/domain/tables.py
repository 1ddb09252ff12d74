"""What the rule tables hold: dated rules, dated figures and dated country groups, each with its source.

The tables are data (resources/rules). The date that decides which row applies is the departure date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property

from loket_app.domain.money import Money
from loket_app.domain.stay import StayCategory


class Verdict(Enum):
    """What the desk may say. The desk never refuses on a weak source: it refers."""

    ELIGIBLE = "eligible"
    REFER = "refer"
    OTHER_ROUTE = "other_route"
    NOT_ELIGIBLE = "not_eligible"
    INCOMPLETE = "incomplete"


class Confidence(Enum):
    """How sure a source is: official page, law or programme document; serious secondary source; old or single one."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


class Nature(Enum):
    """Cash and kind are never added together."""

    CASH = "cash"
    KIND = "kind"


class Topic(Enum):
    """What a figure is about. Of the figures of one topic that fit somebody, the most specific counts."""

    PREMIUM = "premium"
    BUDGET = "budget"
    SUPPLEMENT = "supplement"


class Per(Enum):
    """Whom a figure is for."""

    ADULT = "adult"
    CHILD = "child"
    PERSON = "person"
    HOUSEHOLD = "household"


class ValueKind(Enum):
    """What a row says. Not public is an answer: "amount not known", never 0.

    ENDED: it stopped some time before the row begins; the day, or for whom, is not public. EXPECTED: announced on the
    day on which the row begins, and from which departure it counts is not public; it may name an amount. PER_PERSON: the
    shares of the row say how much for each adult, child or person; only a desk enters that.
    """

    AMOUNT = "amount"
    RANGE = "range"
    UP_TO = "up_to"
    NONE = "none"
    BY_APPROVAL = "by_approval"
    NOT_PUBLIC = "not_public"
    ENDED = "ended"
    EXPECTED = "expected"
    PER_PERSON = "per_person"


@dataclass(frozen=True)
class LocalText:
    """One sentence in the four desk languages."""

    nl: str
    fr: str
    de: str
    en: str

    def text(self, lang: str) -> str:
        """The sentence in a language; English for any other."""
        return {"nl": self.nl, "fr": self.fr, "de": self.de}.get(lang, self.en)


@dataclass(frozen=True)
class Source:
    """Where a rule or a figure comes from, how sure it is, and when somebody last looked.

    `desk` is the code of the return desk that entered the figure, `confirmed_on` the day on which a second person there
    had it count; empty for what comes with Loket. `told` says in the four languages what is no title of a publication:
    that none was found.
    """

    title: str
    confidence: Confidence
    checked_on: date
    published: date | None = None
    link: str = ""
    desk: str = ""
    confirmed_on: date | None = field(default=None, repr=False)  # not in the digest that names a set of figures
    told: LocalText | None = field(default=None, repr=False)


@dataclass(frozen=True)
class OtherSource:
    """Another source beside the one that counts, and what it says."""

    source: Source
    says: LocalText


@dataclass(frozen=True)
class Period:
    """From a day, to a day included; open when None."""

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class Looked:
    """Somebody looked at a value again on a day, against a source, and found it still right. `desk`: of another desk."""

    by: str
    on: date
    title: str
    link: str = ""
    published: date | None = None
    desk: str = ""


@dataclass(frozen=True)
class Share:
    """What a row says for each adult, each child or each person; without amounts where none is public."""

    per: Per
    kind: ValueKind
    low: Money | None = None
    high: Money | None = None


@dataclass(frozen=True)
class Row:
    """One dated value of a figure. `low` and `high` are equal for an amount, None where there is none.

    Where sources differ, `source` is the one that counts, `other_sources` say what the rest says, `decision` why.
    `shares` are what a row of the kind PER_PERSON says. `related`: of the two people of a desk who stand for it, one made the account of the other.
    `looked` is who looked at it again, the earliest first: the source was checked on the day of the last.
    """

    period: Period
    kind: ValueKind
    source: Source
    low: Money | None = None
    high: Money | None = None
    note: LocalText | None = None
    other_sources: tuple[OtherSource, ...] = ()
    decision: LocalText | None = None
    related: bool = False
    shares: tuple[Share, ...] = ()
    looked: tuple[Looked, ...] = ()

    def said_to(self, per: Sequence[Per]) -> Row | Share:
        """The share for one of these; the row itself when it says the same for all."""
        return next((share for share in self.shares if share.per in per), self)


@dataclass(frozen=True)
class Figure:
    """One number of the programme through time: for whom, in which country group, in cash or in kind.

    `group` names a country group, `countries` narrows to countries, `categories` to categories of stay, `arrived_before`
    to people who came to Belgium earlier, `own_nationals` to citizens who go to their own country. A supplement is for
    people with a vulnerability. `informative` figures are shown, never applied: whom they are for is not public.
    `narrows` is the figure of which a desk entered other values for some countries.
    """

    id: str
    title: LocalText
    topic: Topic
    nature: Nature
    per: Per
    rows: tuple[Row, ...]
    group: str = ""
    countries: tuple[str, ...] = ()
    categories: tuple[StayCategory, ...] = ()
    arrived_before: date | None = None
    own_nationals: bool = False
    informative: bool = False
    narrows: str = ""

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """How specific it is: for some categories of stay, for some countries, for a group."""
        return bool(self.categories), bool(self.countries), bool(self.group)

    def row(self, day: date) -> Row | None:
        """The row that applies to a departure on that day; None when there is none: the amount is not known."""
        return next((row for row in self.rows if row.period.holds(day)), None)

    @property
    def first_day(self) -> date | None:
        """The first departure for which a value is known."""
        return self.rows[0].period.start


@dataclass(frozen=True)
class Rule:
    """One rule of eligibility. `title` is the reason in a sentence, `change` what would change it.

    The condition itself is a function of that id in `domain/eligibility.py`. `stops_handover` forbids a handover. Where
    sources differ, `source` is the one that counts, `other_sources` say what the rest says, `decision` why.
    """

    id: str
    title: LocalText
    change: LocalText
    verdict: Verdict
    period: Period
    source: Source
    stops_handover: bool = False
    note: LocalText | None = None
    other_sources: tuple[OtherSource, ...] = ()
    decision: LocalText | None = None


@dataclass(frozen=True)
class Membership:
    """A country in a group, for a time."""

    country: str
    period: Period


@dataclass(frozen=True)
class CountryGroup:
    """A dated list of countries. With `others` it holds every country that no group of the same `division` holds."""

    id: str
    title: LocalText
    division: str
    source: Source
    members: tuple[Membership, ...] = ()
    others: bool = False
    note: LocalText | None = None
    other_sources: tuple[OtherSource, ...] = ()
    decision: LocalText | None = None


@dataclass(frozen=True)
class JourneyRule:
    """What follows from an answer about the journey, in a sentence.

    The condition itself is a function of that id in `domain/journey.py`.
    """

    id: str
    title: LocalText
    period: Period
    source: Source


@dataclass(frozen=True)
class Carrier:
    """What is known of one airline: its `names`, and from how many whole weeks it takes no pregnant woman any more."""

    id: str
    title: LocalText
    names: tuple[str, ...]
    pregnant_until: int
    source: Source


@dataclass(frozen=True)
class RuleTables:
    """Everything the advice is made from. `version` and `dated` are stored with advice that was given.

    `journey` and `carriers` tell of the journey; no advice rests on them.
    """

    version: str
    dated: date
    rules: tuple[Rule, ...]
    figures: tuple[Figure, ...]
    groups: tuple[CountryGroup, ...]
    journey: tuple[JourneyRule, ...] = ()
    carriers: tuple[Carrier, ...] = ()

    def group_of(self, country: str, day: date, division: str) -> str:
        """The group of a division that a country is in on a day. Raises KeyError when no group takes it."""
        for period, group in self._listed.get((division, country), ()):
            if period.holds(day):
                return group
        if division not in self._others:
            raise KeyError(f"{country} is in no group of {division}")
        return self._others[division]

    def in_group(self, country: str, group: str, day: date) -> bool:
        """Whether a country is in a group on a day. Raises KeyError for a group that the tables do not have."""
        return self.group_of(country, day, self._division[group]) == group

    def ranked(self, topic: Topic) -> tuple[Figure, ...]:
        """The figures of a topic that may be applied, the most specific first."""
        return self._ranked.get(topic, ())

    @cached_property
    def _listed(self) -> dict[tuple[str, str], tuple[tuple[Period, str], ...]]:
        found: dict[tuple[str, str], tuple[tuple[Period, str], ...]] = {}
        for group in self.groups:
            for member in group.members:
                key = group.division, member.country
                found[key] = (*found.get(key, ()), (member.period, group.id))
        return found

    @cached_property
    def _others(self) -> dict[str, str]:
        return {group.division: group.id for group in self.groups if group.others}

    @cached_property
    def _division(self) -> dict[str, str]:
        return {group.id: group.division for group in self.groups}

    @cached_property
    def _ranked(self) -> dict[Topic, tuple[Figure, ...]]:
        applied = sorted((f for f in self.figures if not f.informative), key=lambda figure: figure.rank, reverse=True)
        return {topic: tuple(figure for figure in applied if figure.topic is topic) for topic in Topic}
