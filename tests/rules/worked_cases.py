"""The worked cases of tests/rules/worked: plain TOML into a case and what its advice has to be."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from loket_app.domain import codec
from loket_app.domain.advice import Advice
from loket_app.domain.case import Case, Desk
from loket_app.domain.estimate import Line, LineKind
from loket_app.domain.person import Person
from loket_app.domain.stay import Stay
from loket_app.domain.wish import Wish

FOLDER = Path(__file__).parent / "worked"

_STAY = {
    "category": "no_legal_stay",
    "dublin_transfer": False,
    "closed_centre": False,
    "public_order_concern": False,
    "earlier_return_support": False,
}
_WISH = {"destination_right": "country_of_origin", "free_choice": True, "informed": True}
_KEYS = {"name", "source", "departure", "people", "stay", "wish", "verdict", "reasons"} | {
    "premium",
    "premium_total",
    "support",
    "questions",
    "may_hand_over",
    "members",
    "about",
    "ask_the_cell",
}


@dataclass(frozen=True)
class Worked:
    """One worked case: `expected` holds only what the file says."""

    file: str
    name: str
    source: str
    departure: date
    case: Case
    expected: Mapping[str, Any]


def worked_cases() -> Iterator[Worked]:
    """Every case of every file."""
    for path in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for one in (*data.get("case", ()), *(step for walk in data.get("walk", ()) for step in _steps(walk))):
            yield _worked(path.stem, one)


def _steps(walk: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The days of one household."""
    shared = {key: value for key, value in walk.items() if key != "on"}
    for day in walk["on"]:
        yield {**shared, **day, "name": f"{walk['name']}, on {day['departure']}"}


def _worked(file: str, data: dict[str, Any]) -> Worked:
    assert data.keys() <= _KEYS, f"{file}: {data['name']}: {data.keys() - _KEYS}"
    people = data["people"]
    home = people[0].get("nationalities") if people else None
    own = {"destination": home[0]} if isinstance(home, list) else {}
    case = Case(
        id="worked",
        number="BRU-2026-0001",
        desk=Desk.BRUSSELS,
        opened_on=data["departure"],
        counsellor="desk",
        household=tuple(_person(number, person) for number, person in enumerate(people, 1)),
        stay=codec.read(Stay, {**_STAY, **data.get("stay", {})}),
        wish=codec.read(Wish, {**own, **_WISH, **data.get("wish", {})}),
    )
    return Worked(file, data["name"], data["source"], data["departure"], case, data)


def _person(number: int, data: dict[str, Any]) -> Person:
    ordinary = {"relation": "applicant", "vulnerabilities": ["none"], "travels": True}
    return codec.read(Person, {"id": f"p{number}", **ordinary, **data})


def said(lines: tuple[Line, ...]) -> list[str]:
    """Lines as the files write them; `p1+p3` is a line of the household that is not for everybody."""
    return [f"{line.person or '+'.join(line.members) or 'all'}: {_says(line)}" for line in lines]


def _says(line: Line) -> str:
    low, high = (format(money.euro, "f").removesuffix(".00") if money else "" for money in (line.low, line.high))
    return {
        LineKind.AMOUNT: low,
        LineKind.RANGE: f"{low} – {high}",
        LineKind.UP_TO: f"up to {high}",
        LineKind.NONE: "none",
        LineKind.BY_APPROVAL: "by approval",
        LineKind.NOT_KNOWN: f"not known before {line.known_from}" if line.known_from else "not known",
        LineKind.ENDED: "ended",
        LineKind.EXPECTED: f"announced {high}" if line.low == line.high else f"announced up to {high}",
        LineKind.OPEN: f"open: {', '.join(line.needs)}",
        LineKind.CLOSED: "closed",
    }[line.kind]


def outcome(advice: Advice) -> dict[str, Any]:
    """Everything that a file may say of an advice, under the same keys."""
    total = advice.premium_total
    return {
        "verdict": advice.verdict.value,
        "reasons": sorted(reason.rule.id for reason in advice.speaking),
        "premium": said(advice.premium),
        "premium_total": format(total.low.euro, "f").removesuffix(".00") if total.low == total.high else "range",
        "support": said(advice.support),
        "questions": sorted(question.path for question in advice.questions),
        "may_hand_over": advice.may_hand_over,
        "members": {who: advice.verdict_for(who).value for who in advice.travellers},
        "about": {reason.rule.id: list(reason.people) for reason in advice.speaking},
    }
