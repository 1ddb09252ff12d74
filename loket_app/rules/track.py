"""The folder of the return track into `TrackRules`, whole or not at all: one file a key moment or term, rows by date."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any

from loket_app.domain.conversation import Holder, KeyMoment
from loket_app.domain.track_parts import FromFact, Phase, Unit
from loket_app.domain.track_rules import (
    AidRule,
    MomentRule,
    Point,
    Registration,
    TermKind,
    TermRow,
    TrackRules,
)
from loket_app.paths import resources
from loket_app.rules.errors import RulesError
from loket_app.rules.files import digest, parsed, texts_below, version_of
from loket_app.rules.section import Section

VERSION, POINTS, REGISTRATION = "track.toml", "points.toml", "registration.toml"
_ROW = ("from", "until", "from_fact", "count", "unit", "holder", "points", "agreement_needed", "note", "source")
_MOST_DAYS = 366


def load_track_rules(folder: Path | None = None) -> TrackRules:
    """Read every *.toml of the folder; without one, the rules that come with Loket.

    Raises RulesError, which names file, key and date; OSError when a file cannot be opened.
    """
    texts = texts_below(folder or resources() / "rules" / "track")
    files = {file: parsed(file, text) for file, text in texts.items()}
    version, _dated = version_of(VERSION, files)
    points = _points(files.pop(POINTS, {}))
    registrations = _registrations(files.pop(REGISTRATION, {}))
    rules = {file: data for file, data in files.items() if file != VERSION}
    ids = frozenset(point.id for point in points)
    moments = {file: _moment(file, data, ids) for file, data in rules.items() if "term" not in data}
    aid = {file: _aid(file, data, ids) for file, data in rules.items() if "term" in data}
    _each_once({file: rule.moment for file, (_order, rule) in moments.items()}, KeyMoment)
    _each_once({file: rule.kind for file, rule in aid.items()}, TermKind)
    return TrackRules(
        version=f"{version}+{digest(texts)}",
        moments=_in_order(moments),
        aid=tuple(aid.values()),
        points=points,
        registrations=registrations,
    )


def _in_order(moments: Mapping[str, tuple[int, MomentRule]]) -> tuple[MomentRule, ...]:
    taken: dict[int, str] = {}
    for file, (order, _rule) in moments.items():
        if order in taken:
            raise RulesError(file, "order", f"{order} is the place of {taken[order]} already")
        taken[order] = file
    return tuple(moments[taken[order]][1] for order in sorted(taken))


def _each_once(named: Mapping[str, Enum], kind: type[Enum]) -> None:
    """Every key moment and every term has one file."""
    seen: dict[Enum, str] = {}
    for file, member in named.items():
        if member in seen:
            raise RulesError(file, "", f"is about {member.value}, as {seen[member]} is")
        seen[member] = file
    for member in kind:
        if member not in seen:
            raise RulesError(f"{member.value.replace('_', '-')}.toml", "", "is missing: the track needs it")


def _moment(file: str, data: Mapping[str, Any], points: frozenset[str]) -> tuple[int, MomentRule]:
    section = Section(file, data, ("moment", "phase", "order", "row"))
    rule = MomentRule(section.choice("moment", KeyMoment), section.choice("phase", Phase), _rows(section, points))
    return section.whole("order", 1, len(KeyMoment)), rule


def _aid(file: str, data: Mapping[str, Any], points: frozenset[str]) -> AidRule:
    section = Section(file, data, ("term", "row"))
    return AidRule(section.choice("term", TermKind), _rows(section, points))


def _rows(section: Section, points: frozenset[str]) -> tuple[TermRow, ...]:
    sections = list(section.each("row", _ROW))
    if not sections:
        raise section.wrong("row", "is missing: a rule has at least one")
    rows = tuple(_row(each, points) for each in sections)
    for (_section, before), (each, after) in pairwise(zip(sections, rows, strict=True)):
        if after.period.start is None or before.period.end is None or after.period.start <= before.period.end:
            raise each.wrong("from", "must be after the row before it has ended")
    return rows


def _row(section: Section, points: frozenset[str]) -> TermRow:
    count, unit = _term(section)
    named = section.texts("points")
    for point in named:
        if point not in points:
            raise section.wrong("points", f"{point} is not in {POINTS}")
    period = section.period()
    return TermRow(
        id=f"{PurePosixPath(section.file).stem}@{period.start or 'before'}",
        period=period,
        from_fact=section.choice("from_fact", FromFact),
        source=section.source(),
        count=count,
        unit=unit,
        holder=section.choice("holder", Holder) if section.has("holder") else Holder.SOCIAL_WORKER,
        points=named,
        agreement_needed=section.flag("agreement_needed"),
        note=section.words_if("note"),
    )


def _term(section: Section) -> tuple[int | None, Unit]:
    """A count and its unit go together; without them the source gives no term."""
    if not section.has("count") and not section.has("unit"):
        return None, Unit.NONE
    unit = section.choice("unit", Unit)
    if unit is Unit.NONE:
        raise section.wrong("unit", "none has no count: leave both out")
    count = section.whole("count", -_MOST_DAYS, _MOST_DAYS)
    if not count:
        raise section.wrong("count", "0 is no term: leave count and unit out")
    return count, unit


def _points(data: Mapping[str, Any]) -> tuple[Point, ...]:
    section = Section(POINTS, data, ("point",))
    found: dict[str, Point] = {}
    for each in section.each("point", ("id", "title")):
        point = Point(each.text("id"), each.words("title"))
        if point.id in found:
            raise each.wrong("id", f"{point.id} stands here twice")
        found[point.id] = point
    if not found:
        raise section.wrong("point", "is missing: the conversations cover something")
    return tuple(found.values())


def _registrations(data: Mapping[str, Any]) -> tuple[Registration, ...]:
    section = Section(REGISTRATION, data, ("registration",))
    found: dict[Phase, Registration] = {}
    for each in section.each("registration", ("phase", "how", "source")):
        phase = each.choice("phase", Phase)
        if phase in found:
            raise each.wrong("phase", f"{phase.value} stands here twice")
        found[phase] = Registration(phase, each.words("how"), each.source())
    return tuple(found.values())
