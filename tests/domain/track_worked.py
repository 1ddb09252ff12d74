"""The worked cases of `track_worked*.toml`: plain TOML into a case and what its return track has to be."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from loket_app.domain import codec
from loket_app.domain.case import Case, Desk
from loket_app.domain.conversation import Conversation
from loket_app.domain.person import Person
from loket_app.domain.stay import Stay
from loket_app.domain.track import Deadline, Moment, Track

FILES = sorted(Path(__file__).parent.glob("track_worked*.toml"))

_FACTS = frozenset(("person", "request", "later_request", "refused", "rejected", "hearing", "stay", "held"))
_WANTED = frozenset(("applies", "phase", "moments", "aid_ends", "questions"))


@dataclass(frozen=True)
class Worked:
    """One worked case on one day: `expected` holds only what the file says."""

    name: str
    source: str
    on: date
    case: Case
    expected: Mapping[str, Any]


def worked_cases() -> Iterator[Worked]:
    """Every case of the files."""
    for one in (each for file in FILES for each in tomllib.loads(file.read_text(encoding="utf-8"))["case"]):
        unknown = one.keys() - _FACTS - _WANTED - {"name", "source", "on"}
        assert not unknown, f"{one['name']}: {unknown}"
        expected = {key: one[key] for key in _WANTED & one.keys()}
        yield Worked(one["name"], one["source"], one["on"], _case(one), expected)


def _case(data: Mapping[str, Any]) -> Case:
    person = {"id": "p", "relation": "applicant", "birth_date": "1990-05-14", **data.get("person", {})}
    talks = [{"id": f"talk-{moment}", "moment": moment, "on": str(on)} for moment, on in data.get("held", {}).items()]
    return Case(
        id="worked",
        number="BRU-2026-0001",
        desk=Desk.BRUSSELS,
        opened_on=data["on"],
        counsellor="desk",
        household=(codec.read(Person, person),),
        stay=codec.read(Stay, {"in_reception": True, **_stay(data)}),
        conversations=tuple(codec.read(Conversation, talk) for talk in talks),
    )


def _stay(data: Mapping[str, Any]) -> dict[str, Any]:
    """Requests and decisions by their day; a negative one of the CGVS is `refused`, one of the RVV `rejected`."""
    requests = [("protection", on) for on in data.get("request", ())]
    requests += [("subsequent_protection", on) for on in data.get("later_request", ())]
    procedures = [
        {"id": f"request-{number}", "kind": kind, **({"started_on": str(on)} if on else {})}
        for number, (kind, on) in enumerate(requests, 1)
    ]
    decisions = [_decision("cgvs", number, on, final=False) for number, on in enumerate(data.get("refused", ()), 1)]
    decisions += [_decision("rvv", number, on, final=True) for number, on in enumerate(data.get("rejected", ()), 1)]
    if "hearing" in data:
        decisions[-1] |= {"appeal_lodged": True, "appeal_suspensive": True, "hearing_on": str(data["hearing"])}
    stay = {key: str(value) if isinstance(value, date) else value for key, value in data.get("stay", {}).items()}
    return {"procedures": procedures, "decisions": decisions, **stay}


def _decision(authority: str, number: int, on: object, *, final: bool) -> dict[str, Any]:
    told = {"notified_on": str(on)} if on else {}
    return {"id": f"{authority}-{number}", "authority": authority, "outcome": "negative", "final": final, **told}


def outcome(found: Track, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What the track says, under the keys of the file; of the moments only those that it names."""
    told = {moment.moment.value: _stands(moment) for moment in found.moments}
    said = {
        "applies": found.applies.value,
        "phase": found.phase.value,
        "moments": {name: told.get(name, "not asked") for name in wanted.get("moments", ())},
        "aid_ends": _ends(found.aid_ends),
        "questions": sorted(question.kind.value for question in found.questions),
    }
    return {key: said[key] for key in wanted}


def _stands(moment: Moment) -> str:
    if moment.done_on:
        return f"done {moment.done_on}"
    parts = [moment.state.value.replace("_", " ")]
    parts += [f"by {moment.deadline.on}"] if moment.deadline.on else []
    parts += [f"needs {need}" for need in moment.deadline.needs]
    return " ".join(parts)


def _ends(deadline: Deadline) -> str:
    if deadline.needs:
        return " ".join(f"needs {need}" for need in deadline.needs)
    return str(deadline.on) if deadline.on else "no rule" if deadline.from_fact else "nothing"
