"""The explanation for the person: the same advice in plain words, on a sheet that others may see at home.

After a change that was meant: `LOKET_RENEW=1 make test TESTS=tests/documents/test_explanation.py`, and read the diff.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from loket_app import paths
from loket_app.documents.explanation import explanation_pdf
from loket_app.documents.explanation.questions import ALONE, NOT_THEIRS, QUESTIONS
from loket_app.documents.explanation.reasons import REASONS
from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case, Desk, display_name
from loket_app.domain.eligibility import CONDITIONS
from loket_app.domain.laid_over import lay_over
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.domain.shape import pattern_of
from loket_app.domain.stay import StayCategory
from loket_app.domain.tables import Verdict
from loket_app.domain.wish import DestinationRight, Wish
from loket_app.exchange.casefile import read_case
from loket_app.i18n import LANGUAGES, _, language, set_language, using
from loket_app.rules import load_tables
from loket_app.services.desk_profile import DeskProfile
from loket_app.services.free_number import number_hours
from tests.documents.cases import BUDGET_TERM, EMPTY, FAMILY, PRINTED_ON, with_remarks
from tests.documents.golden import changes, pdf_text
from tests.documents.reading import about, page_texts, words
from tests.domain.layers import confirmed, proposal
from tests.strategies import cases

GOLDEN = Path(__file__).parents[1] / "golden" / "explanation"
STORIES = ("abdulmueen", "miftari", "agnes")
TABLES = load_tables()

ALONE_AND_CLEAR = replace(
    FAMILY,
    household=(
        Person(
            "p1",
            Relation.APPLICANT,
            family_name="Diallo",
            given_names="Awa",
            birth_date=PartialDate(1990, 1, 1),
            nationalities=("BF",),
            vulnerabilities=(Vulnerability.NONE,),
            travels=True,
        ),
    ),
    stay=replace(FAMILY.stay, public_order_concern=False, category=StayCategory.REJECTED),
    wish=replace(FAMILY.wish, destination="BF"),
    documents=(),
)


def advice_on(case: Case) -> Advice:
    return advise(case, TABLES, today=PRINTED_ON)


def sheet(case: Case, lang: str = "en", *, names: bool = False, desk: DeskProfile | None = None) -> bytes:
    hours = number_hours(desk, lang)
    return explanation_pdf(
        case, advice_on(case), lang, budget_term=BUDGET_TERM, printed_on=PRINTED_ON, names=names, desk=desk, hours=hours
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("story", STORIES)
def test_the_sheet_says_what_it_said(story: str, lang: str) -> None:
    case = read_case(paths.resources() / "demo" / f"{story}.json")
    advice = replace(advice_on(case), tables_version="test.1", tables_dated=date(2026, 3, 2))
    pdf = explanation_pdf(
        case, advice, lang, budget_term=BUDGET_TERM, printed_on=PRINTED_ON, hours=number_hours(None, lang)
    )
    told = changes(GOLDEN / f"{story}-{lang}.txt", pdf_text(pdf))
    assert not told, told


def test_no_golden_text_is_left_behind() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {
        f"{story}-{lang}.txt" for story in STORIES for lang in LANGUAGES
    }


def test_every_rule_has_its_plain_words() -> None:
    assert set(REASONS) == set(CONDITIONS)
    assert {rule.id for rule in TABLES.rules} <= set(REASONS)
    assert set(ALONE) < set(QUESTIONS)


@settings(max_examples=60)
@given(cases)
def test_every_question_of_the_advice_has_its_plain_words(case: Case) -> None:
    asked = {pattern_of(question.path) for question in advice_on(case).questions}
    assert asked <= set(QUESTIONS) | NOT_THEIRS


@settings(max_examples=25)
@given(cases)
def test_any_case_gives_one_or_two_pages(case: Case) -> None:
    text = page_texts(sheet(replace(case, number="GNT-2026-0017"), "fr"))
    assert 1 <= len(text) <= 2
    assert "0800 32 745" in " ".join(text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_is_named_unless_it_was_asked(lang: str) -> None:
    bare, named = words(sheet(FAMILY, lang)), words(sheet(FAMILY, lang, names=True))
    for person in FAMILY.household:
        assert display_name(person) not in bare
        for part in display_name(person).replace(",", " ").split():
            assert part not in bare
    assert display_name(FAMILY.household[0]) in named
    assert FAMILY.number in bare


def test_the_file_says_nothing_of_anybody_about_itself() -> None:
    told = about(sheet(FAMILY, names=True))
    assert FAMILY.number in told
    assert "Salami" not in told
    assert FAMILY.counsellor not in told


def test_health_and_the_notes_of_the_desk_stay_at_the_desk() -> None:
    text = words(sheet(FAMILY, "nl")).lower()
    for word in ("hartoperatie", "rolstoel", "zwanger ", "station", "niet delen"):
        assert word not in text


def test_cash_and_help_in_kind_stand_under_their_own_headings() -> None:
    text = words(sheet(ALONE_AND_CLEAR))
    cash, kind = text.index("in cash"), text.index("not in cash")
    assert cash < text.index("350 €") < kind < text.index("not known yet")
    assert "This is an estimate: it gives no right to an amount." in text


def test_what_can_be_said_is_said_first_with_its_reason() -> None:
    assert advice_on(ALONE_AND_CLEAR).verdict is Verdict.ELIGIBLE
    text = words(sheet(ALONE_AND_CLEAR))
    assert "Yes, as far as we know today." in text
    assert "The programme is there for people in your situation." in text
    assert "What can change this answer" not in text


@pytest.mark.parametrize(
    "wish",
    [
        replace(ALONE_AND_CLEAR.wish, free_choice=False),
        replace(ALONE_AND_CLEAR.wish, destination_right=DestinationRight.NEITHER),
    ],
    ids=["choice", "destination"],
)
def test_a_no_promises_no_money_and_says_what_would_change_it(wish: Wish) -> None:
    case = replace(ALONE_AND_CLEAR, wish=wish)
    text = words(sheet(case))
    assert advice_on(case).verdict is Verdict.NOT_ELIGIBLE
    assert "€" not in text
    assert "What can change this answer:" in text


def test_another_route_promises_nothing_that_somebody_else_decides() -> None:
    case = replace(ALONE_AND_CLEAR, stay=replace(ALONE_AND_CLEAR.stay, dublin_transfer=True))
    text = words(sheet(case))
    assert "Not through this programme." in text
    assert "That is your right" not in text
    assert "receipts" not in text
    assert "The programme is there for people in your situation." not in text
    assert "no effect on your asylum request" in text


def test_a_family_from_two_countries_is_told_apart() -> None:
    alone = ALONE_AND_CLEAR.household[0]
    partner = replace(alone, id="p2", relation=Relation.PARTNER, nationalities=("RO",))
    case = replace(ALONE_AND_CLEAR, household=(alone, partner))
    text = words(sheet(case))
    assert "You not known yet" in text
    assert "Your partner nothing" in text
    assert "For your family" not in text


def test_who_reads_for_a_child_that_travels_alone_is_not_told_to_have_its_papers_or_its_money() -> None:
    parent = replace(ALONE_AND_CLEAR.household[0], travels=False)
    born = PartialDate(2016, 1, 1)
    child = replace(parent, id="p2", relation=Relation.CHILD, birth_date=born, nationalities=NOT_ASKED, travels=True)
    text = words(sheet(replace(ALONE_AND_CLEAR, household=(parent, child))))
    assert "Which nationality does the person have who travels?" in text
    assert "Your child" in text
    for wrong in (
        "your return",
        "when you leave",
        "help you?",
        "For you",
        "You have",
        "you do not",
        "Which nationality do you have?",
    ):
        assert wrong not in text
    child = replace(child, nationalities=("BF",))
    assert "gives this money at the departure" in words(sheet(replace(ALONE_AND_CLEAR, household=(parent, child))))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_said_about_another_one_speaks_of_no_you(lang: str) -> None:
    with using(lang):
        told = [_(words.another) for words in REASONS.values() if words.another]
    you = {"nl": r"\b[Uu] (hebt|bent)", "fr": r"\bvous (avez|êtes)", "de": r"Sie (haben|sind)", "en": r"\b[Yy]ou "}[
        lang
    ]
    assert [text for text in told if re.search(you, text)] == []
    assert len(told) == len(REASONS) - 3  # a Belgian member, a minor alone and a concern speak of nobody in particular


def test_a_choice_that_is_not_free_is_not_told_to_who_may_read_along() -> None:
    case = replace(ALONE_AND_CLEAR, wish=replace(ALONE_AND_CLEAR.wish, free_choice=False))
    text = words(sheet(case))
    assert "We don't arrange anything yet." in text
    assert "not free" not in text
    assert "This is your decision, and yours alone." in text


def test_a_concern_of_public_order_is_not_named() -> None:
    case = replace(ALONE_AND_CLEAR, stay=replace(ALONE_AND_CLEAR.stay, public_order_concern=True))
    text = words(sheet(case)).lower()
    assert "we ask fedasil for you." in text
    assert "public order" not in text
    assert "security" not in text


def test_who_needs_extra_help_is_not_named() -> None:
    ill = replace(ALONE_AND_CLEAR.household[0], vulnerabilities=(Vulnerability.HEALTH,))
    text = words(sheet(replace(ALONE_AND_CLEAR, household=(ill,)), names=True))
    assert "Perhaps something extra, if your situation asks for it" in text
    assert "health" not in text.lower()


def test_the_desk_stands_on_it_when_it_filled_itself_in() -> None:
    desk = DeskProfile(Desk.GHENT, address="Coupure 5, 9000 Gent", hours="ma–vr 9–12", phone="09 123 45 67")
    text = words(sheet(FAMILY, "nl", desk=desk))
    for told in (desk.address, desk.hours, desk.phone):
        assert told in text
    assert "Ons adres" not in words(sheet(FAMILY, "nl", desk=DeskProfile(Desk.GHENT)))


def test_an_estimate_with_a_figure_of_the_desk_says_so_and_whose() -> None:
    said = "Een deel van de bedragen komt van terugkeerloket Gent zelf, niet uit een openbare lijst."
    own = lay_over(TABLES, [confirmed(proposal())])
    with_own, without = (advise(ALONE_AND_CLEAR, tables, today=PRINTED_ON) for tables in (own, TABLES))
    text = words(explanation_pdf(ALONE_AND_CLEAR, with_own, "nl", budget_term=BUDGET_TERM, printed_on=PRINTED_ON))
    assert "1.500" in text
    assert said in text
    assert said not in words(
        explanation_pdf(ALONE_AND_CLEAR, without, "nl", budget_term=BUDGET_TERM, printed_on=PRINTED_ON)
    )


def own_figure_sheet(case: Case, lang: str = "en") -> str:
    advice = advise(case, lay_over(TABLES, [confirmed(proposal())]), today=PRINTED_ON)
    return words(explanation_pdf(case, advice, lang, budget_term=BUDGET_TERM, printed_on=PRINTED_ON))


def with_family(partner: str) -> Case:
    """Awa with a partner of that nationality, and a child of her own."""
    (awa,) = ALONE_AND_CLEAR.household
    other = replace(awa, id="p2", relation=Relation.PARTNER, nationalities=(partner,))
    child = replace(awa, id="p3", relation=Relation.CHILD, birth_date=PartialDate(2015, 1, 1))
    return replace(ALONE_AND_CLEAR, household=(awa, other, child))


def test_what_an_amount_says_already_is_no_question_any_more() -> None:
    text = own_figure_sheet(with_family("BF"))
    assert "1.500 €" in text
    assert "How much help there is" not in text
    assert "Whether you get something extra after your return, and how much." in text
    assert "something extra after your return, and how much" not in words(sheet(with_family("BF")))


def test_what_is_missing_for_some_is_said_of_them_alone() -> None:
    text = own_figure_sheet(with_family("BA"))
    assert "Your partner: whether there is help after the return." in text
    assert "Whether you get help" not in text
    text = words(sheet(with_family("SY")))
    assert "How much help there is after your return." in text
    text = own_figure_sheet(with_family("SY"))
    assert "Your partner: how much help there is after the return." in text
    assert "1.500 €" in text


def test_help_that_has_ended_is_not_promised() -> None:
    (awa,) = ALONE_AND_CLEAR.household
    wish = replace(ALONE_AND_CLEAR.wish, destination="MD", departure_on=date(2026, 6, 15))
    alone = replace(ALONE_AND_CLEAR, household=(replace(awa, nationalities=("MD",)),), wish=wish)
    text = words(sheet(alone))
    assert "For your country it has ended, as far as we know." in text
    assert "perhaps no longer" in text
    assert "Whether there still is help after your return. We ask Fedasil for you." in text
    assert "How much help" not in text
    assert "within 12 months" not in text
    wife = replace(awa, id="p2", relation=Relation.PARTNER)
    text = words(sheet(replace(alone, household=(*alone.household, wife))))
    assert "You: whether there still is help after the return. We ask Fedasil for you." in text


def test_help_in_kind_is_no_promise_to_pay_what_one_needs() -> None:
    text = words(sheet(ALONE_AND_CLEAR))
    assert "what you need" not in text
    assert "is never more than what was agreed for you" in text


def test_the_answer_itself_says_where_it_comes_from() -> None:
    text = words(sheet(ALONE_AND_CLEAR))
    brochure = "Where this answer comes from: Fedasil, brochure Vrijwillige terugkeer vanuit België (checked on "
    assert brochure in text
    no = words(sheet(replace(ALONE_AND_CLEAR, stay=replace(ALONE_AND_CLEAR.stay, dublin_transfer=True))))
    assert "Not through this programme." in no
    assert "Where this answer comes from: Fedasil, cijferblad" in no


def test_the_source_of_a_concern_of_public_order_stays_at_the_desk() -> None:
    text = words(sheet(replace(ALONE_AND_CLEAR, stay=replace(ALONE_AND_CLEAR.stay, public_order_concern=True))))
    assert "We don't know yet." in text
    assert "Where this answer comes from: Fedasil, brochure" in text
    assert "Dienst Vreemdelingenzaken" not in text


def test_where_the_amounts_come_from_is_small_at_the_foot() -> None:
    text = own_figure_sheet(ALONE_AND_CLEAR)
    note = "Some amounts come from the return desk of Ghent itself, not from a public list."
    assert note in text
    assert "Tables" not in text[: text.index(note)]
    assert text.count("Tables 2026") == 2  # once at the foot of each page
    assert "Tables" not in words(sheet(replace(FAMILY, stay=replace(FAMILY.stay, dublin_transfer=True))))


def test_a_day_that_has_passed_is_no_promise() -> None:
    day = replace(ALONE_AND_CLEAR.wish, departure_on=date(2026, 4, 13))
    text = words(sheet(replace(ALONE_AND_CLEAR, wish=day)))
    assert "Worked out for 13 April 2026, the day that you told us. That day has passed" in text
    assert "Which day would you like now?" in text
    today = words(sheet(replace(ALONE_AND_CLEAR, wish=replace(day, departure_on=PRINTED_ON))))
    assert "Worked out for a departure on 14 April 2026." in today
    assert "has passed" not in today


def test_the_free_number_has_its_hours_or_those_of_the_desk() -> None:
    assert "U kunt bellen: op werkdagen van 9 tot 17 uur" in words(sheet(FAMILY, "nl"))
    text = words(sheet(FAMILY, "nl", desk=DeskProfile(Desk.GHENT, number_hours="ma–vr 9–12.30, 13.30–16")))
    assert "U kunt bellen: ma–vr 9–12.30, 13.30–16" in text
    assert "9 tot 17" not in text


def test_the_screen_keeps_its_language_and_equal_input_gives_equal_bytes() -> None:
    before = language()
    set_language("de")
    try:
        assert sheet(EMPTY, "fr") == sheet(EMPTY, "fr")
        assert language() == "de"
        assert sheet(with_remarks("anders"), "nl") == sheet(FAMILY, "nl")
    finally:
        set_language(before)


def test_a_language_that_loket_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="language"):
        sheet(EMPTY, "es")
