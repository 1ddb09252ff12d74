"""The question that settles most stands first, and what it would settle was really tried."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.comparison import compare
from loket_app.domain.next_question import Settling, best_questions, possible_answers
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.domain.said import gist
from loket_app.domain.scenario import with_answer
from loket_app.domain.stay import Stay, StayCategory
from loket_app.domain.tables import Verdict
from loket_app.domain.wish import DestinationRight, Wish
from loket_app.i18n import using
from loket_app.i18n.phrases_advice import question_sentence
from loket_app.rules import load_tables
from tests.domain.advice_cases import advice_cases, departures
from tests.rules.worked_cases import worked_cases

TABLES = load_tables()
DAY = date(2026, 5, 4)
FAMILY = next(w.case for w in worked_cases() if w.name.startswith("A family of five from Kosovo"))


def _advise(case: Case, departure: date = DAY) -> Advice:
    return advise(case, TABLES, today=departure, departure=departure)


def _best(case: Case) -> tuple[Settling, ...]:
    return best_questions(case, TABLES, _advise(case))


@settings(max_examples=60)
@given(advice_cases, departures)
def test_every_open_question_is_there_once_the_weightiest_first(case: Case, departure: date) -> None:
    advice = _advise(case, departure)
    found = best_questions(case, TABLES, advice)
    assert {settling.question for settling in found} == set(advice.questions)
    weights = [settling.weight for settling in found]
    assert weights == sorted(weights, reverse=True)


@settings(max_examples=60)
@given(advice_cases, departures)
def test_what_an_answer_gives_is_what_the_advice_gives_with_it(case: Case, departure: date) -> None:
    advice = _advise(case, departure)
    for settling in best_questions(case, TABLES, advice)[:2]:
        for tried in settling.tried:
            after = _advise(with_answer(case, settling.question.path, tried.answer), departure)
            assert after.verdict is tried.verdict
            assert (tried.speaks is None) or any(reason.rule.verdict is tried.speaks for reason in after.speaking)
            if tried.changes == 0:
                assert compare(gist(advice), gist(after)).empty


def test_one_open_question_that_decides_all() -> None:
    (settling,) = _best(with_answer(FAMILY, "stay/dublin_transfer", UNKNOWN))
    assert settling.question.path == "stay/dublin_transfer"
    assert [(tried.answer, tried.verdict) for tried in settling.tried] == [
        (True, Verdict.OTHER_ROUTE),
        (False, Verdict.ELIGIBLE),
    ]
    with using("en"):
        assert question_sentence(FAMILY, settling) == (
            "Decides whether the programme can help. With the answer “yes”: other route: Immigration Office."
        )


def test_the_category_settles_more_than_the_centre_and_an_age_of_one_child() -> None:
    case = with_answer(FAMILY, "stay/category", NOT_ASKED)
    case = with_answer(case, "stay/closed_centre", NOT_ASKED)
    case = with_answer(case, "household/p4/birth_date", NOT_ASKED)
    assert next(settling.question.path for settling in _best(case)) == "stay/category"


def test_a_departure_in_the_first_years_asks_for_no_year_before_them() -> None:
    early = possible_answers(FAMILY, TABLES, f"household/{FAMILY.household[0].id}/birth_date", date(20, 1, 1))
    assert early == (PartialDate(11),)


def test_possible_answers_stand_on_both_sides_of_what_decides() -> None:
    def answers(path: str) -> tuple[object, ...]:
        return possible_answers(FAMILY, TABLES, path, DAY)

    assert answers("stay/dublin_transfer") == (True, False)
    assert answers("stay/category") == tuple(StayCategory)
    assert answers("household/p1/birth_date") == (PartialDate(1990), PartialDate(2017))
    assert answers("stay/earlier_return_on") == (PartialDate(2025), PartialDate(2017))
    assert answers("stay/arrived_in_belgium") == (PartialDate(2015), PartialDate(2016))
    assert answers("wish/destination") == ("XK",)
    assert answers("household") == ()
    countries = {answer[0] for answer in answers("household/p1/nationalities") if isinstance(answer, tuple)}
    assert {"SY", "BR", "MD", "XK"} <= countries
    assert {TABLES.group_of(country, DAY, "visa") for country in countries} == {group.id for group in TABLES.groups}


def test_a_question_that_can_not_be_tried_weighs_what_waits_for_it() -> None:
    advice = _advise(replace(FAMILY, household=()))
    settling = next(s for s in best_questions(replace(FAMILY, household=()), TABLES, advice) if not s.tried)
    assert settling.question.path == "household"
    assert settling.weight == settling.question.weight > 1
    assert settling.deciding is None


def test_an_answer_that_moves_a_reason_to_somebody_else_is_a_change() -> None:
    """Not free, not informed, and nobody knows who comes along: what is answered of a third person counts as well."""
    young = (Vulnerability.UNACCOMPANIED_MINOR, Vulnerability.PREGNANT)
    home = Person("p1", Relation.APPLICANT, birth_date=PartialDate(2004), nationalities=("MA",), stateless=False)
    home = replace(home, vulnerabilities=(), travels=True)
    stays = replace(home, id="p2", relation=Relation.PARTNER, birth_date=NOT_ASKED, nationalities=(), travels=False)
    third = replace(stays, id="p3", nationalities=("MA",), vulnerabilities=young, travels=NOT_ASKED)
    clear = Stay(dublin_transfer=False, closed_centre=False, public_order_concern=False, earlier_return_support=False)
    case = replace(
        FAMILY,
        household=(home, stays, third),
        stay=clear,
        wish=Wish(
            destination="MA", destination_right=DestinationRight.COUNTRY_OF_ORIGIN, free_choice=False, informed=False
        ),
    )
    advice = _advise(case, date(2021, 12, 31))
    for settling in best_questions(case, TABLES, advice):
        for tried in settling.tried:
            after = _advise(with_answer(case, settling.question.path, tried.answer), date(2021, 12, 31))
            assert (tried.changes == 0) is compare(gist(advice), gist(after)).empty
