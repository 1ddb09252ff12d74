"""Members who stand apart in what is remembered and compared of an advice, and in what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loket_app.cli.check_json import as_json
from loket_app.documents.explanation.answer import _why
from loket_app.documents.explanation.sheet import Sheet
from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.case import Case
from loket_app.domain.comparison import compare
from loket_app.domain.estimate import Line, LineKind, closed
from loket_app.domain.person import Person, Relation
from loket_app.domain.referral import refer
from loket_app.domain.said import FACTS, Kept, gist, read, write
from loket_app.domain.scenario import Scenario, lay_side_by_side
from loket_app.domain.stay import Stay, StayCategory
from loket_app.domain.wish import DestinationRight, Wish
from loket_app.i18n import using
from loket_app.i18n.phrases import amount_text, for_whom, place_text
from loket_app.i18n.phrases_advice import amount_lines
from loket_app.i18n.phrases_referral import referral_text
from loket_app.i18n.phrases_stay import for_some_text, whose_track_text
from loket_app.rules import load_tables
from loket_app.ui.case.doubts import doubt
from loket_app.ui.case.pieces.reasons import _reason_words
from tests.documents.cases import BUDGET_TERM, EMPTY

TABLES = load_tables()
DAY = date(2026, 5, 4)
HERS = "household/p2/stay_category"


def _case(country: str, hers: Answer[StayCategory], mine: StayCategory = StayCategory.APPLICANT) -> Case:
    people = (
        Person("p1", Relation.APPLICANT, given_names="Karim", nationalities=(country,), travels=True),
        Person("p2", Relation.PARTNER, given_names="Amal", nationalities=(country,), travels=True, stay_category=hers),
    )
    stay = Stay(
        category=mine,
        dublin_transfer=False,
        closed_centre=False,
        public_order_concern=False,
        earlier_return_support=False,
    )
    right = DestinationRight.COUNTRY_OF_ORIGIN
    wish = Wish(destination=country, destination_right=right, free_choice=True, informed=True)
    return replace(EMPTY, household=people, stay=stay, wish=wish)


SYRIANS = _case("SY", StayCategory.REJECTED)
BELGIAN = _case("MA", StayCategory.BELGIAN)


def _advice(case: Case) -> Advice:
    return advise(case, TABLES, today=DAY, departure=DAY)


def _budgets(case: Case) -> tuple[Line, ...]:
    return tuple(line for line in _advice(case).support if line.topic.value == "budget")


def test_a_line_for_some_of_the_household_names_them() -> None:
    assert [for_whom(SYRIANS, line) for line in _budgets(SYRIANS)] == [" (Karim)", " (Amal)"]


def test_what_was_said_of_some_is_kept_and_read_again() -> None:
    kept = Kept(gist(_advice(SYRIANS)), "nl", {})
    assert read(write(kept)) == kept
    assert {line.members for line in kept.said.lines if not line.person} == {("p1",), ("p2",)}
    belgian = Kept(gist(_advice(BELGIAN)), "nl", {})
    assert read(write(belgian)) == belgian


def test_the_order_of_the_lines_makes_no_difference() -> None:
    said = gist(_advice(SYRIANS))
    assert compare(said, replace(said, lines=tuple(reversed(said.lines)))).empty


def test_once_somebody_stands_apart_their_amount_is_a_line_of_its_own() -> None:
    both = replace(SYRIANS, household=tuple(replace(one, stay_category=NOT_ASKED) for one in SYRIANS.household))
    found = compare(gist(_advice(both)), gist(_advice(SYRIANS)))
    with using("en"):
        assert [line.split(": ")[0] for line in amount_lines(SYRIANS, found)] == [
            "Reintegration support – Household (Amal)"
        ]


def test_a_closed_line_is_still_for_the_same() -> None:
    assert [line.members for line in closed(_budgets(SYRIANS))] == [("p1",), ("p2",)]


@pytest.mark.parametrize("lang", ["nl", "fr", "de", "en"])
def test_of_a_belgian_who_goes_along_cash_and_kind_say_the_same_and_why(lang: str) -> None:
    given = _advice(BELGIAN)
    hers = [line for line in (*given.premium, *given.support) if line.person == "p2"]
    with using(lang):
        said = {amount_text(BELGIAN, line) for line in hers}
    assert [line.kind for line in hers] == [LineKind.NOT_KNOWN, LineKind.NOT_KNOWN]
    assert len(said) == 1
    assert "belg" in said.pop().lower()


def test_it_is_said_whose_situation_an_answer_is() -> None:
    with using("en"):
        assert place_text(SYRIANS, "stay/category") == "Residence situation of the family"
        assert place_text(SYRIANS, HERS) == "Residence situation – Amal"
        alone = replace(SYRIANS, household=SYRIANS.household[:1])
        assert place_text(alone, "stay/category") == "Residence situation"


def test_the_cell_reads_who_stands_how() -> None:
    case = _case("MA", StayCategory.LEGAL_STAY, StayCategory.REJECTED)
    referral = refer(case, _advice(case), names=True)
    assert referral is not None
    with using("en"):
        text = referral_text(referral)
    assert "Residence situation – Amal: legal stay" in text
    assert "Residence situation of the family" not in text.split("Why we ask")[0]


def test_a_reason_names_those_whom_it_is_about() -> None:
    case = _case("MA", StayCategory.LEGAL_STAY, StayCategory.REJECTED)
    given = _advice(case)
    with using("en"):
        assert [for_some_text(case, given, reason) for reason in given.speaking] == ["For: Amal", "For: Karim"]
        both = _case("MA", NOT_ASKED, StayCategory.REJECTED)
        assert {for_some_text(both, _advice(both), reason) for reason in _advice(both).speaking} == {""}


def test_the_sheet_for_the_person_says_that_not_all_stand_the_same() -> None:
    apart, both = (
        _case("MA", hers, StayCategory.REJECTED) for hers in (StayCategory.LEGAL_STAY, StayCategory.REJECTED)
    )
    with using("en"):
        told = {case: [_why(_sheet(case), reason) for reason in _advice(case).speaking] for case in (apart, both)}
    assert [words.split(" ")[:3] for words in told[apart]] == [["One", "of", "you"], ["Not", "everybody", "of"]]
    assert [words.split(" ")[:3] for words in told[both]] == [["You", "have", "no"]]


def _sheet(case: Case) -> Sheet:
    return Sheet(case, _advice(case), DAY, None, 400, names=False, budget_term=BUDGET_TERM)


def test_the_track_says_whose_it_is() -> None:
    with using("en"):
        assert whose_track_text(SYRIANS).startswith("This is the track of Karim.")
        assert "Amal (rejected applicant" in whose_track_text(SYRIANS)
        assert whose_track_text(replace(SYRIANS, household=SYRIANS.household[:1])) == ""


def test_a_scenario_supposes_it_of_one_member() -> None:
    case = _case("MA", NOT_ASKED, StayCategory.REJECTED)
    supposed = Scenario(answers={HERS: StayCategory.LEGAL_STAY})
    found = lay_side_by_side(case, Scenario(), supposed, TABLES, DAY)
    assert (found.came, found.moved) == (("legal-stay",), ("open-to",))


def test_advice_rests_on_it() -> None:
    assert "stay_category" in FACTS["household"]


def test_the_page_of_conditions_and_the_command_line_name_them_too() -> None:
    case = _case("MA", StayCategory.LEGAL_STAY, StayCategory.REJECTED)
    given = _advice(case)
    with using("en"):
        assert "\nFor: Amal\n" in _reason_words(case, given, given.speaking[0])
        members = as_json(case, given, ())["members"]
        assert [(each["stay"]["value"], each["stay"]["of_the_family"]) for each in members] == [
            ("rejected", True),
            ("legal_stay", False),
        ]
        assert [line["members"] for line in as_json(SYRIANS, _advice(SYRIANS), ())["support"]["lines"]][:2] == [
            ["p1"],
            ["p2"],
        ]


def test_an_answer_of_the_applicants_own_is_said_to_count_nowhere() -> None:
    mine = replace(SYRIANS.household[0], stay_category=StayCategory.LEGAL_STAY)
    case = replace(SYRIANS, household=(mine, *SYRIANS.household[1:]))
    with using("en"):
        assert "counts nowhere" in doubt(case, "household/p1/stay_category", DAY)
        assert doubt(case, HERS, DAY) == doubt(SYRIANS, "household/p1/stay_category", DAY) == ""
