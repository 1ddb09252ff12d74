"""Two advices beside each other, kept or supposed: what differs is marked, and nothing else is."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import UNKNOWN, Missing
from loket_app.domain.case import Case
from loket_app.domain.comparison import compare
from loket_app.domain.estimate import LineKind
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation
from loket_app.domain.said import FACTS, Kept, Said, SaidLine, gist, marks, read, write
from loket_app.domain.scenario import Scenario, advise_if, lay_side_by_side, suppose, with_answer
from loket_app.domain.shape import shape_of
from loket_app.domain.stay import StayCategory
from loket_app.domain.tables import Nature, Topic, Verdict
from loket_app.domain.wish import DestinationRight
from loket_app.rules import load_tables
from tests.domain.advice_cases import advice_cases, answered, departures, no_answer
from tests.rules.worked_cases import worked_cases
from tests.strategies import cases, field_values

TABLES = load_tables()
TODAY = date(2026, 11, 21)
WORKED = {worked.name: worked for worked in worked_cases()}
FAMILY = WORKED["A family of five from Kosovo: two adults and three children"].case


def _advise(case: Case, departure: date = TODAY) -> Advice:
    return advise(case, TABLES, today=TODAY, departure=departure)


@given(advice_cases, departures)
def test_an_advice_does_not_differ_from_itself(case: Case, departure: date) -> None:
    said = gist(_advise(case, departure))
    found = compare(said, said)
    assert found.empty
    assert not found.changed_lines
    assert len(found.lines) == len(said.lines)


@given(advice_cases, departures, departures)
def test_what_differs_one_way_differs_the_other_way(case: Case, one: date, other: date) -> None:
    before, after = gist(_advise(case, one)), gist(_advise(case, other))
    there, back = compare(before, after), compare(after, before)
    assert (there.came, there.went) == (back.went, back.came)
    assert there.empty == back.empty
    assert len(there.changed_lines) == len(back.changed_lines)


@given(advice_cases, departures)
def test_the_order_of_the_household_makes_no_difference(case: Case, departure: date) -> None:
    turned = replace(case, household=tuple(reversed(case.household)))
    assert compare(gist(_advise(case, departure)), gist(_advise(turned, departure))).empty


@given(cases, departures)
def test_the_gist_is_kept_without_loss(case: Case, departure: date) -> None:
    kept = Kept(gist(_advise(case, departure)), "nl", marks(case, "key"))
    assert read(write(kept)) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "words",
        "[]",
        "null",
        "{}",
        '{"loket_advice":2}',
        '{"loket_advice":1}',
        "[" * 100_000,
        *(
            json.dumps({**json.loads(write(Kept(gist(_advise(FAMILY)), "nl", {}))), key: value})
            for key, value in (
                ("verdict", "perhaps"),
                ("lines", [{"topic": "premium"}]),
                ("lines", 3),
                ("departure", "2026-13-01"),
                ("reasons", ["x"]),
                ("answers", []),
            )
        ),
    ],
)
def test_what_can_not_be_read_is_nothing(text: str) -> None:
    assert read(text) is None


def test_what_is_kept_holds_no_name_and_no_answer() -> None:
    case = with_answer(FAMILY, "household/p1/family_name", "Miftari")
    case = with_answer(case, "stay/earlier_return_support", value=True)
    case = with_answer(case, "household/p1/vulnerabilities", case.household[0].vulnerabilities)
    text = write(Kept(gist(_advise(case)), "nl", marks(case, "key")))
    assert "Miftari" not in text
    assert "1984" not in text
    assert set(json.loads(text)) == {
        "loket_advice",
        "language",
        "verdict",
        "reasons",
        "lines",
        "departure",
        "assumed_today",
        "tables",
        "answers",
    }


@given(advice_cases, st.data())
def test_another_answer_has_another_mark_and_nothing_else_has(case: Case, data: st.DataObject) -> None:
    paths = [path for path in answered(case) if path.rpartition("/")[2] in _names()]
    if not paths:
        return
    path = data.draw(st.sampled_from(paths))
    before, after = marks(case, "key"), marks(with_answer(case, path, UNKNOWN), "key")
    assert before.keys() - after.keys() == {path}
    assert all(before[kept] == mark for kept, mark in after.items())


def _names() -> set[str]:
    return {name for names in FACTS.values() for name in names}


def test_marks_of_two_advices_can_not_be_matched() -> None:
    assert not set(marks(FAMILY, "one").values()) & set(marks(FAMILY, "other").values())


@given(advice_cases, departures, st.data())
def test_advice_rests_on_nothing_that_has_no_mark(case: Case, departure: date, data: st.DataObject) -> None:
    """Any other field may say anything: the advice stays as it is."""
    before = _advise(case, departure)
    for kind in ("stay", "wish"):
        record = getattr(case, kind)
        case = replace(case, **{kind: _blurred(record, FACTS[kind], data)})
    people = tuple(_blurred(person, (*FACTS["household"], "id"), data) for person in case.household)
    after = _advise(replace(case, household=people), departure)
    assert gist(before) == gist(after)
    assert before.questions == after.questions


def _blurred(record: Any, kept: tuple[str, ...], data: st.DataObject) -> Any:
    free = [field.name for field in fields(record) if field.name not in kept]
    name = data.draw(st.sampled_from(free))
    return replace(record, **{name: data.draw(field_values(shape_of(type(record))[name]))})


def test_an_amount_that_changed_is_marked_with_both_sides() -> None:
    found = compare(gist(_advise(FAMILY, date(2021, 12, 31))), gist(_advise(FAMILY, date(2022, 1, 1))))
    assert not found.verdict_differs
    premium = [pair for pair in found.changed_lines if pair.after and pair.after.topic is Topic.PREMIUM]
    assert [(pair.before.kind, pair.after.low) for pair in premium if pair.before and pair.after] == [
        *[(LineKind.NONE, Money.of(50))] * 2,
        *[(LineKind.NONE, Money.of(25))] * 3,
    ]


def test_a_line_on_one_side_alone_is_a_difference() -> None:
    fewer = replace(FAMILY, household=FAMILY.household[:4])
    found = compare(gist(_advise(FAMILY)), gist(_advise(fewer)))
    (pair,) = found.changed_lines
    assert pair.before is not None
    assert (pair.before.person, pair.after) == ("p5", None)
    assert found.moved == ("open-to",)  # it holds for one person less


@given(advice_cases, departures)
def test_a_scenario_that_supposes_nothing_is_the_case(case: Case, departure: date) -> None:
    assert suppose(case, Scenario()) == case
    assert advise_if(case, Scenario(departure=departure), TABLES, TODAY) == _advise(case, departure)
    assert lay_side_by_side(case, Scenario(), Scenario(), TABLES, TODAY).empty


def test_scenarios_stand_side_by_side_with_their_whole_advice() -> None:
    found = lay_side_by_side(
        FAMILY, Scenario(departure=date(2021, 12, 31)), Scenario(departure=date(2022, 1, 1)), TABLES, TODAY
    )
    assert found.first == _advise(FAMILY, date(2021, 12, 31))
    assert found.second == _advise(FAMILY, date(2022, 1, 1))
    assert len(found.changed_lines) == 6


def test_another_destination_asks_anew_whether_one_may_settle_there() -> None:
    elsewhere = suppose(FAMILY, Scenario(destination="AL"))
    assert isinstance(elsewhere.wish.destination_right, Missing)
    assert advise_if(FAMILY, Scenario(destination="AL"), TABLES, TODAY).verdict is Verdict.INCOMPLETE
    settled = Scenario(destination="AL", destination_right=DestinationRight.PERMANENT_RESIDENCE)
    assert advise_if(FAMILY, settled, TABLES, TODAY).verdict is Verdict.ELIGIBLE
    assert suppose(FAMILY, Scenario(destination="XK")).wish == FAMILY.wish


def test_other_travellers_and_another_status_are_supposed_and_not_stored() -> None:
    before = FAMILY
    supposed = Scenario(
        category=StayCategory.LEGAL_STAY, travelling=frozenset({"p1", "p3"}), answers={"stay/dublin_transfer": True}
    )
    advice = advise_if(FAMILY, supposed, TABLES, TODAY)
    assert advice.travellers == ("p1", "p3")
    assert {reason.rule.id for reason in advice.speaking} == {"dublin", "legal-stay"}
    assert before == FAMILY


def test_a_child_who_may_go_alone_is_whom_it_is_about() -> None:
    """Asked, and nobody knows whether the applicant leaves, nor how old the child is."""
    parent = Person("p1", Relation.APPLICANT, birth_date=PartialDate(2000), vulnerabilities=(), travels=UNKNOWN)
    child = Person("p2", Relation.CHILD, vulnerabilities=(), travels=True)
    advice = advise(replace(FAMILY, household=(parent, child)), TABLES, today=TODAY)
    (reason,) = (reason for reason in advice.reasons if reason.rule.id == "unaccompanied-minor")
    assert (reason.holds, reason.people, reason.perhaps) == (None, (), ("p2",))


@given(advice_cases, departures)
def test_the_members_together_are_the_case(case: Case, departure: date) -> None:
    """A rule that holds is about somebody who returns, if anybody does, and about nobody else."""
    advice = _advise(case, departure)
    for reason in advice.reasons:
        assert {*reason.people, *reason.perhaps} <= set(advice.travellers)
        assert not set(reason.people) & set(reason.perhaps)
        assert reason.holds or not reason.people
        assert reason.holds is not False or not reason.perhaps
        if advice.travellers and reason.holds is not False:
            assert reason.people or reason.perhaps, reason.rule.id


@given(advice_cases, departures, st.data())
def test_an_added_unknown_never_refuses_a_member(case: Case, departure: date, data: st.DataObject) -> None:
    before = _advise(case, departure)
    paths = [path for path in answered(case) if not path.endswith("/travels")]
    for path in data.draw(st.lists(st.sampled_from(paths), max_size=3, unique=True)) if paths else ():
        case = with_answer(case, path, data.draw(no_answer(path)))
    after = _advise(case, departure)
    for was, now in zip(_by_rule(before), _by_rule(after), strict=True):
        assert set(now.people) <= set(was.people)


def _by_rule(advice: Advice) -> list[Any]:
    return sorted(advice.reasons, key=lambda reason: reason.rule.id)


def test_one_member_alone_has_the_verdict_of_the_case() -> None:
    for worked in WORKED.values():
        advice = advise(worked.case, TABLES, today=worked.departure, departure=worked.departure)
        alone: tuple[Person, ...] = worked.case.household
        if len(alone) == 1 and advice.travellers:
            assert advice.verdict_for(advice.travellers[0]) is advice.verdict, worked.name


def test_lines_of_one_country_go_together_whatever_else_comes_or_goes() -> None:
    def said(*countries: str) -> Said:
        lines = [SaidLine(Topic.BUDGET, Nature.KIND, LineKind.NOT_KNOWN, country=code) for code in countries]
        return replace(gist(_advise(FAMILY)), lines=tuple(lines))

    found = compare(said("BF", "BR"), said("BR", "SY")).lines
    sides = [tuple(line.country if line else "" for line in (pair.before, pair.after)) for pair in found]
    assert sides == [("BR", "BR"), ("BF", "SY")]
