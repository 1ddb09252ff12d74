"""The gist of an advice, small enough to be kept for ever: what was said, without a name and without an answer.

Of the answers that it rested on only marks are kept: they tell later which of them changed, and not what they were.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from loket_app.domain.advice import Advice
from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.codec import plain
from loket_app.domain.estimate import Line, LineKind
from loket_app.domain.money import Money
from loket_app.domain.tables import Nature, Topic, Verdict

FACTS: Mapping[str, tuple[str, ...]] = {
    "household": (
        "relation",
        "birth_date",
        "nationalities",
        "stateless",
        "vulnerabilities",
        "travels",
        "stay_category",
    ),
    "stay": (
        "category",
        "arrived_in_belgium",
        "dublin_transfer",
        "closed_centre",
        "public_order_concern",
        "earlier_return_support",
        "earlier_return_on",
    ),
    "wish": ("destination", "destination_right", "free_choice", "informed"),
}
"""All that an advice may read of a case besides the departure date; a test holds it against every field there is."""

_VERSION = 1
_MARK = 8


@dataclass(frozen=True)
class SaidLine:
    """A line of an estimate as it was said. `person` is a member's id, empty for the household; the rest as in `Line`."""

    topic: Topic
    nature: Nature
    kind: LineKind
    person: str = ""
    low: Money | None = None
    high: Money | None = None
    country: str = ""
    figure: str = ""
    members: tuple[str, ...] = ()
    belgian: bool = False


@dataclass(frozen=True)
class Said:
    """The gist of an advice. `reasons` are the rules that held, each with the members for whom it did."""

    verdict: Verdict
    reasons: tuple[tuple[str, tuple[str, ...]], ...]
    lines: tuple[SaidLine, ...]
    departure: date
    assumed_today: bool
    tables_version: str


@dataclass(frozen=True)
class Kept:
    """What is kept of advice that was given: the gist, the language it was given in, the marks of the answers."""

    said: Said
    language: str
    answers: Mapping[str, str]


def gist(advice: Advice) -> Said:
    """What there is to remember of an advice."""
    return Said(
        verdict=advice.verdict,
        reasons=tuple(sorted((reason.rule.id, tuple(sorted(reason.people))) for reason in advice.speaking)),
        lines=tuple(_said(line) for line in (*advice.premium, *advice.support)),
        departure=advice.departure,
        assumed_today=advice.assumed_today,
        tables_version=advice.tables_version,
    )


def _said(line: Line) -> SaidLine:
    figure = line.figure.id if line.figure else ""
    amount = line.topic, line.nature, line.kind, line.person, line.low, line.high
    return SaidLine(*amount, line.country, figure, line.members, line.belgian)


def marks(case: Case, key: str) -> dict[str, str]:
    """A mark for each answer that advice may rest on; another answer, or another key, has another mark."""
    return {path: _mark(key, path, value) for path, value in _answers(case)}


def _answers(case: Case) -> Iterator[tuple[str, Any]]:
    records = [(f"household/{person.id}", "household", person) for person in case.household]
    for at, kind, record in (*records, ("stay", "stay", case.stay), ("wish", "wish", case.wish)):
        for name in FACTS[kind]:
            value = getattr(record, name)
            if known(value):
                yield f"{at}/{name}", value


def _mark(key: str, path: str, value: Any) -> str:
    return sha256(f"{key}\0{path}\0{plain(value)}".encode()).hexdigest()[:_MARK]


def write(kept: Kept) -> str:
    """As text, for the case."""
    said = kept.said
    data = {
        "loket_advice": _VERSION,
        "language": kept.language,
        "verdict": said.verdict.value,
        "reasons": {rule: list(people) for rule, people in said.reasons},
        "lines": [_line(line) for line in said.lines],
        "departure": said.departure.isoformat(),
        "assumed_today": said.assumed_today,
        "tables": said.tables_version,
        "answers": dict(kept.answers),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _line(line: SaidLine) -> dict[str, Any]:
    values = {name: plain(getattr(line, name)) for name in SaidLine.__dataclass_fields__}
    return {name: value for name, value in values.items() if value not in ("", None, [], False)}


def read(text: str) -> Kept | None:
    """From the text; None when it is not one that this Loket can read."""
    try:
        data = json.loads(text)
        return _kept(data) if data["loket_advice"] == _VERSION else None
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None


def _kept(data: Mapping[str, Any]) -> Kept:
    said = Said(
        verdict=Verdict(data["verdict"]),
        reasons=tuple(sorted((str(rule), tuple(map(str, people))) for rule, people in data["reasons"].items())),
        lines=tuple(_read_line(line) for line in data["lines"]),
        departure=date.fromisoformat(data["departure"]),
        assumed_today=bool(data["assumed_today"]),
        tables_version=str(data["tables"]),
    )
    return Kept(said, str(data["language"]), {str(path): str(mark) for path, mark in data["answers"].items()})


def _read_line(data: Mapping[str, Any]) -> SaidLine:
    def amount(end: str) -> Money | None:
        return Money.of(data[end]) if end in data else None

    return SaidLine(
        Topic(data["topic"]),
        Nature(data["nature"]),
        LineKind(data["kind"]),
        person=str(data.get("person", "")),
        low=amount("low"),
        high=amount("high"),
        country=str(data.get("country", "")),
        figure=str(data.get("figure", "")),
        members=tuple(map(str, data.get("members", ()))),
        belgian=bool(data.get("belgian", False)),
    )
