"""Worked cases of a budget that a desk says for each person: who is a child at departure, and what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.estimate import Line, total
from loket_app.domain.laid_over import digest, lay_over
from loket_app.domain.layer import Proposal
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.domain.tables import Per, Share, Topic, ValueKind
from loket_app.i18n import set_language
from loket_app.i18n.phrases import formula_text
from loket_app.rules import load_tables
from tests.domain.layers import confirmed, per_person, proposal
from tests.rules.worked_cases import said, worked_cases

TABLES = load_tables()
DEPARTURE = date(2026, 4, 14)
BASE = next(each.case for each in worked_cases() if each.name.startswith("Two nationalities, the destination"))
ADULT, CHILD = Share(Per.ADULT, ValueKind.AMOUNT, Money.of(2000), Money.of(2000)), Money.of(800)
SPLIT = per_person(ADULT, Share(Per.CHILD, ValueKind.AMOUNT, CHILD, CHILD))
ONE_KNOWN = per_person(ADULT, Share(Per.CHILD, ValueKind.NOT_PUBLIC))
EACH = per_person(Share(Per.PERSON, ValueKind.UP_TO, Money.of(0), Money.of(1500)))


def _born(text: str) -> PartialDate:
    year, month, day = (*map(int, text.split("-")), None, None)[:3]
    return PartialDate(year or 0, month, day)


def household(*births: str, vulnerable: bool = False) -> Case:
    """People of Russia and Armenia with these birth dates; `?` is not known."""
    found = Vulnerability.HEALTH if vulnerable else Vulnerability.NONE
    people = tuple(
        Person(
            f"p{number}",
            Relation.APPLICANT if number == 1 else Relation.CHILD,
            birth_date=UNKNOWN if birth == "?" else _born(birth),
            nationalities=("RU", "AM"),
            vulnerabilities=(found,),
            travels=True,
        )
        for number, birth in enumerate(births, 1)
    )
    return replace(BASE, household=people)


def budgets(found: Advice) -> tuple[Line, ...]:
    """Without the supplements."""
    return tuple(line for line in found.support if line.topic is Topic.BUDGET)


def advice(value: Proposal, *births: str, vulnerable: bool = False) -> Advice:
    """For them, with that value on top."""
    tables = lay_over(TABLES, [confirmed(value)])
    return advise(household(*births, vulnerable=vulnerable), tables, today=DEPARTURE, departure=DEPARTURE)


@pytest.mark.parametrize(
    ("value", "births", "lines", "euro", "unknown"),
    [
        (SPLIT, ["1984"], ["p1: 2000"], 2000, 0),
        (SPLIT, ["1984", "2015", "2018-3"], ["p1: 2000", "p2: 800", "p3: 800"], 3600, 0),
        (SPLIT, ["1984", "2008-4-14"], ["p1: 2000", "p2: 2000"], 4000, 0),
        (SPLIT, ["1984", "2008-4-15"], ["p1: 2000", "p2: 800"], 2800, 0),
        (SPLIT, ["1984", "2008-4"], ["p1: 2000", "p2: 800 – 2000"], None, 0),
        (ONE_KNOWN, ["1984", "2015"], ["p1: 2000", "p2: not known"], 2000, 1),
        (ONE_KNOWN, ["1984", "2008-4"], ["p1: 2000", "p2: open: household/p2/birth_date"], 2000, 1),
        (EACH, ["1984", "2015"], ["p1: up to 1500", "p2: up to 1500"], None, 0),
        (EACH, ["1984", "?"], ["p1: up to 1500", "p2: up to 1500"], None, 0),
    ],
)
def test_each_person_has_a_line_and_what_is_not_known_is_never_nothing(
    value: Proposal, births: list[str], lines: list[str], euro: int | None, unknown: int
) -> None:
    found = budgets(advice(value, *births))
    assert said(found) == lines
    assert total(found).without_amount == unknown
    if euro is not None:
        assert (total(found).low, total(found).high) == (Money.of(euro), Money.of(euro))


def test_who_has_a_birthday_between_is_a_child_at_departure_or_not() -> None:
    tables = lay_over(TABLES, [confirmed(SPLIT)])
    case = household("1984", "2008-4-20")
    before, after = (advise(case, tables, today=date(2026, 4, 1), departure=date(2026, 4, day)) for day in (19, 20))
    assert (said(budgets(before)), said(budgets(after))) == (["p1: 2000", "p2: 800"], ["p1: 2000", "p2: 2000"])


def test_the_sum_says_how_it_came_about_and_what_is_not_in_it() -> None:
    set_language("en")
    words = formula_text(budgets(advice(SPLIT, "1984", "2015", "2018"))).replace("\u00a0", " ")
    assert words == "1 × 2.000 € + 2 × 800 € = 3.600,00 €"
    part = formula_text(budgets(advice(ONE_KNOWN, "1984", "2015", "2018"))).replace("\u00a0", " ")
    assert part == "2.000,00 € and 2 amounts not known"


def test_supplements_stand_behind_the_budgets_of_everybody() -> None:
    found = advice(SPLIT, "1984", "2015", vulnerable=True)
    assert said(found.support) == ["p1: 2000", "p2: 800", "p1: not known", "p2: not known"]


def test_they_do_so_too_where_people_come_from_several_countries() -> None:
    case = household("1984", "1986", vulnerable=True)
    first, second = case.household
    mixed = replace(case, household=(first, replace(second, nationalities=("CM",))))
    lines = advise(mixed, TABLES, today=DEPARTURE, departure=DEPARTURE).support
    assert [line.topic for line in lines] == [Topic.BUDGET] * 2 + [Topic.SUPPLEMENT] * 2


def test_a_later_value_for_the_household_takes_its_place_and_the_tables_tell_them_apart() -> None:
    later = confirmed(proposal(start=date(2026, 3, 1)), "e2")
    tables, case = lay_over(TABLES, [confirmed(SPLIT), later]), household("1984", "2015")
    now, before = (advise(case, tables, today=DEPARTURE, departure=day) for day in (DEPARTURE, date(2026, 2, 1)))
    assert (said(budgets(now)), said(budgets(before))) == (["all: 1500"], ["p1: 2000", "p2: 800"])
    assert digest([confirmed(SPLIT)]) != digest([confirmed(ONE_KNOWN)])


def test_the_hash_of_a_value_for_all_is_what_it_was_before_there_were_shares() -> None:
    assert digest([confirmed(proposal())]) == "GNT.9adf31fc"
