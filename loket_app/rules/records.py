"""One rules file into one record of the domain. The record's id is the name of its file."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from loket_app.domain.money import ZERO, Money
from loket_app.domain.stay import StayCategory
from loket_app.domain.tables import (
    Carrier,
    CountryGroup,
    Figure,
    JourneyRule,
    Membership,
    Nature,
    Per,
    Period,
    Row,
    Rule,
    Topic,
    ValueKind,
    Verdict,
)
from loket_app.rules.errors import RulesError
from loket_app.rules.section import Section

_SOURCES = ("source", "other", "decision")
_RULE = ("verdict", "stops_handover", "from", "until", "title", "change", "note", *_SOURCES)
_GROUP = ("division", "others", "countries", "title", "note", *_SOURCES, "member")
_JOURNEY = ("from", "until", "title", "source")
_CARRIER = ("names", "pregnant_until", "title", "source")
_WHOM = ("per", "group", "countries", "categories", "arrived_before", "own_nationals", "informative")
_FIGURE = ("topic", "nature", *_WHOM, "title", "row")
_ROW = ("from", "until", "after_gap", "kind", "amount", "up_to", "low", "high", "note", *_SOURCES)
_WEEKS = (1, 42)
"""A pregnancy is counted in whole weeks, forty and a little more."""

_AMOUNTS = {
    ValueKind.AMOUNT: ("amount",),
    ValueKind.UP_TO: ("amount",),
    ValueKind.RANGE: ("low", "high"),
}
_EXPECTED = (("amount",), ("up_to",), ())
"""What an announcement may name: an amount, the most that it can be, or nothing."""


def rule(file: str, data: Mapping[str, Any]) -> Rule:
    """A rule of eligibility. Raises RulesError."""
    section = Section(file, data, _RULE)
    verdict = section.choice("verdict", Verdict)
    if verdict is Verdict.INCOMPLETE:
        raise section.wrong("verdict", "incomplete comes from missing answers, never from a rule")
    return Rule(
        id=_id(file),
        title=section.words("title"),
        change=section.words("change"),
        verdict=verdict,
        period=section.period(),
        source=section.source(),
        stops_handover=section.flag("stops_handover"),
        note=section.words_if("note"),
        other_sources=section.other_sources(),
        decision=section.words_if("decision"),
    )


def group(file: str, data: Mapping[str, Any]) -> CountryGroup:
    """A dated list of countries. Raises RulesError."""
    section = Section(file, data, _GROUP)
    always = tuple(Membership(country, Period()) for country in section.countries("countries"))
    dated = tuple(_membership(member) for member in section.each("member", ("country", "from", "until")))
    return CountryGroup(
        id=_id(file),
        title=section.words("title"),
        division=section.text("division"),
        source=section.source(),
        members=always + dated,
        others=section.flag("others"),
        note=section.words_if("note"),
        other_sources=section.other_sources(),
        decision=section.words_if("decision"),
    )


def journey(file: str, data: Mapping[str, Any]) -> JourneyRule:
    """What follows from an answer about the journey. Raises RulesError."""
    section = Section(file, data, _JOURNEY)
    return JourneyRule(_id(file), section.words("title"), section.period(), section.source())


def carrier(file: str, data: Mapping[str, Any]) -> Carrier:
    """What is known of an airline. Raises RulesError."""
    section = Section(file, data, _CARRIER)
    names = section.texts("names")
    if not names or not all(name.strip() for name in names):
        raise section.wrong("names", "is missing: an airline has at least one name")
    weeks = section.whole("pregnant_until", *_WEEKS)
    return Carrier(_id(file), section.words("title"), names, weeks, section.source())


def _membership(section: Section) -> Membership:
    return Membership(section.known_country("country", section.text("country")), section.period())


def figure(file: str, data: Mapping[str, Any]) -> Figure:
    """One number of the programme through time. Raises RulesError."""
    section = Section(file, data, _FIGURE)
    return Figure(
        id=_id(file),
        title=section.words("title"),
        topic=section.choice("topic", Topic),
        nature=section.choice("nature", Nature),
        per=section.choice("per", Per),
        rows=_rows(section),
        group=section.text("group", ""),
        countries=section.countries("countries"),
        categories=section.choices("categories", StayCategory),
        arrived_before=section.day_at("arrived_before"),
        own_nationals=section.flag("own_nationals"),
        informative=section.flag("informative"),
    )


def _rows(section: Section) -> tuple[Row, ...]:
    sections = list(section.each("row", _ROW))
    if not sections:
        raise section.wrong("row", "is missing: a figure has at least one")
    rows = [_row(each) for each in sections]
    for (_, before), (each, after) in pairwise(zip(sections, rows, strict=True)):
        _follows(each, before.period, after.period)
    return tuple(rows)


def _row(section: Section) -> Row:
    period = section.period()
    if period.start is None:
        raise section.wrong("from", "is missing: every value has a first day")
    kind = section.choice("kind", ValueKind)
    if kind is ValueKind.PER_PERSON:
        raise section.wrong("kind", "is for a desk alone: give each of adult and child a figure of its own")
    low, high = _amounts(section, kind)
    return Row(
        period,
        kind,
        section.source(),
        low,
        high,
        note=section.words_if("note"),
        other_sources=section.other_sources(),
        decision=section.words_if("decision"),
    )


def _amounts(section: Section, kind: ValueKind) -> tuple[Money | None, Money | None]:
    wanted = _AMOUNTS.get(kind, ())
    if kind is ValueKind.EXPECTED:
        wanted = next(keys for keys in _EXPECTED if all(map(section.has, keys)))
    for key in ("amount", "up_to", "low", "high"):
        if section.has(key) and key not in wanted:
            raise section.wrong(key, f"does not go with kind {kind.value}")
    found = [section.money(key) for key in wanted]
    if not found:
        return None, None
    low, high = (ZERO if kind is ValueKind.UP_TO or wanted == ("up_to",) else found[0]), found[-1]
    if low > high or (kind is ValueKind.RANGE and low == high):
        raise section.wrong("low", f"{low} is not below {high}")
    if high == ZERO:
        raise section.wrong("amount", "is 0: write kind none")
    return low, high


def _follows(section: Section, before: Period, after: Period) -> None:
    """Rows stand in order of date, each begins when the one before has ended, and a gap says that it is one."""
    start, last = after.start, before.start
    if start is None or last is None:
        return
    if start == last:
        raise section.wrong("from", f"two values for one date, {start}")
    if start < last:
        raise section.wrong("from", f"{start} stands after {last}: write rows in order of date")
    if before.end is None or before.end >= start:
        raise section.wrong("from", f"overlaps the row before, which lasts until {before.end or 'further notice'}")
    if ((start - before.end).days > 1) != section.flag("after_gap"):
        raise section.wrong("from", f"the row before ends on {before.end}: a gap is written as after_gap = true")


def _id(file: str) -> str:
    name = PurePosixPath(file).stem
    if not name.replace("-", "").isalnum() or name != name.lower() or not name.isascii():
        raise RulesError(file, "", "a rules file is named in small letters, digits and hyphens")
    return name
