"""A strategy for cases in which the rules have something to say: few countries, every answer sometimes missing."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from loket_app.domain.answers import Missing
from loket_app.domain.case import Case, Desk
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.domain.stay import Stay, StayCategory
from loket_app.domain.wish import DestinationRight, Wish

COUNTRIES = ("MA", "XK", "RS", "RO", "FR", "BE", "BR", "SY", "IQ", "GE", "MD", "NO", "GB", "HR")

departures = st.one_of(
    st.dates(date(2012, 1, 1), date(2030, 12, 31)),
    st.sampled_from([date(2021, 12, 31), date(2022, 1, 1), date(2025, 11, 30), date(2025, 12, 1), date(2016, 5, 15)]),
)
_missing = st.sampled_from(Missing)
_yes_no = st.one_of(st.booleans(), _missing)
_countries = st.sampled_from(COUNTRIES)
_vulnerabilities = st.sampled_from(
    [(), (Vulnerability.NONE,), (Vulnerability.HEALTH,), (Vulnerability.UNACCOMPANIED_MINOR, Vulnerability.PREGNANT)]
)


@st.composite
def _partial_dates(draw: st.DrawFn, first: int, last: int) -> PartialDate:
    day, parts = draw(st.dates(date(first, 1, 1), date(last, 12, 31))), draw(st.integers(1, 3))
    month, monthday = (day.month if parts > 1 else None), (day.day if parts > 2 else None)
    return PartialDate(day.year, month, monthday, estimated=draw(st.booleans()))


def _people(person_id: str, relation: st.SearchStrategy[Relation]) -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        id=st.just(person_id),
        relation=relation,
        birth_date=st.one_of(_partial_dates(1950, 2026), _missing),
        nationalities=st.one_of(st.lists(_countries, max_size=2, unique=True).map(tuple), _missing),
        stateless=_yes_no,
        vulnerabilities=st.one_of(_vulnerabilities, _missing),
        travels=_yes_no,
        stay_category=st.one_of(st.just(Missing.NOT_ASKED), st.sampled_from(StayCategory), _missing),
    )


_others = st.sampled_from([relation for relation in Relation if relation is not Relation.APPLICANT])
_households = st.one_of(
    st.just(()),
    st.tuples(_people("p1", st.just(Relation.APPLICANT))),
    st.tuples(_people("p1", st.just(Relation.APPLICANT)), _people("p2", _others)),
    st.tuples(_people("p1", st.just(Relation.APPLICANT)), _people("p2", _others), _people("p3", _others)),
    st.tuples(_people("p1", _others)),
)
_stays = st.builds(
    Stay,
    category=st.one_of(st.sampled_from(StayCategory), _missing),
    arrived_in_belgium=st.one_of(_partial_dates(2010, 2026), _missing),
    dublin_transfer=_yes_no,
    closed_centre=_yes_no,
    public_order_concern=_yes_no,
    earlier_return_support=_yes_no,
    earlier_return_on=st.one_of(_partial_dates(2010, 2026), _missing),
)
_wishes = st.builds(
    Wish,
    destination=st.one_of(_countries, _missing),
    destination_right=st.one_of(st.sampled_from(DestinationRight), _missing),
    free_choice=_yes_no,
    informed=_yes_no,
)

advice_cases: st.SearchStrategy[Case] = st.builds(
    Case,
    id=st.just("case"),
    number=st.just("BRU-2026-0001"),
    desk=st.just(Desk.BRUSSELS),
    opened_on=st.just(date(2026, 1, 1)),
    counsellor=st.just("desk"),
    household=_households,
    stay=_stays,
    wish=_wishes,
)


def answered(record: Any, at: str = "") -> list[str]:
    """The paths of all answers that a rule could read and that are given."""
    if isinstance(record, tuple):
        return [path for item in record for path in answered(item, f"{at}{item.id}/")]
    paths = []
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name in ("household", "stay", "wish"):
            paths += answered(value, f"{at}{field.name}/")
        elif "Answer" in str(field.type) and not isinstance(value, Missing):
            paths.append(at + field.name)
    return paths


def no_answer(path: str) -> st.SearchStrategy[Missing]:
    """What stands there when an answer gets lost. Not asked of a member, the family's residence situation holds."""
    return st.sampled_from([Missing.UNKNOWN, Missing.DECLINED]) if path.endswith("/stay_category") else _missing


def with_answer(record: Any, path: str, value: Any) -> Any:
    """The record with another answer at a path."""
    step, _, rest = path.partition("/")
    if isinstance(record, tuple):
        return tuple(with_answer(item, rest, value) if item.id == step else item for item in record)
    assert is_dataclass(record)
    assert not isinstance(record, type)
    return replace(record, **{step: with_answer(getattr(record, step), rest, value) if rest else value})
