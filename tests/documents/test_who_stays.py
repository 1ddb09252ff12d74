"""The sheet for an applicant who stays while several others travel, and for a family of whom not everything is known."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from loket_app.documents.explanation import explanation_pdf
from loket_app.documents.explanation.others import OTHERS
from loket_app.documents.explanation.questions import OTHERS as QUESTIONS_TO_OTHERS
from loket_app.documents.explanation.reasons import REASONS
from loket_app.domain.advice import advise
from loket_app.domain.answers import NOT_ASKED, UNKNOWN, Answer
from loket_app.domain.case import Case
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation
from loket_app.domain.stay import StayCategory
from loket_app.domain.wish import Wish
from loket_app.i18n import LANGUAGES, _, using
from loket_app.rules import load_tables
from tests.documents.cases import BUDGET_TERM, PRINTED_ON
from tests.documents.reading import words
from tests.rules.worked_cases import worked_cases

TABLES = load_tables()
WORKED = {worked.name: worked for worked in worked_cases()}
ALONE = WORKED["Nobody knows how the partner stands: incomplete for the partner, never the family's"].case
YOU = {
    "nl": r"\b[Uu] (hebt|bent|krijgt|reist|vertrekt)|uw (terugkeer|procedure)",
    "fr": r"\b[Vv]ous (avez|êtes|recevez|partez)|votre (retour|procédure)",
    "de": r"Sie (haben|sind|bekommen|reisen)|Ihre (Rückkehr|Verfahren)",
    "en": r"\b[Yy]ou (have|are|get|leave)|your (return|procedure)",
}


def two_go(partner: Answer[StayCategory] = NOT_ASKED, child: Answer[StayCategory] = NOT_ASKED) -> Case:
    """The applicant stays; the partner and a child travel."""
    first, second = ALONE.household
    another = Person(
        "p3",
        Relation.CHILD,
        birth_date=PartialDate(2015, 3, 1),
        nationalities=("MA",),
        travels=True,
        stay_category=child,
    )
    return replace(ALONE, household=(replace(first, travels=False), replace(second, stay_category=partner), another))


def paper(case: Case, lang: str = "en") -> str:
    given = advise(case, TABLES, today=PRINTED_ON)
    return words(explanation_pdf(case, given, lang, budget_term=BUDGET_TERM, printed_on=PRINTED_ON))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_stays_does_not_read_that_they_travel(lang: str) -> None:
    told = paper(two_go(), lang).replace("si vous êtes d'accord", "")  # whoever reads it agrees to what leaves
    assert re.search(YOU[lang], told) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_said_of_several_others_speaks_of_no_you(lang: str) -> None:
    with using(lang):
        told = [_(text) for said in OTHERS.values() for text in (said.why, said.change, said.some) if text]
        told += map(_, QUESTIONS_TO_OTHERS.values())
    assert [text for text in told if re.search(YOU[lang], text)] == []
    assert set(REASONS) - set(OTHERS) == {"unaccompanied-minor", "public-order"}  # these speak of nobody in particular


def test_a_partner_with_residence_and_a_child_whose_is_unknown_are_not_taken_for_one() -> None:
    told = paper(two_go(StayCategory.LEGAL_STAY, UNKNOWN))
    assert "Somebody who travels has a right of residence in Belgium." in told
    assert "Your partner: we ask Fedasil" in told
    assert "Your child: we can't say it yet" in told


def test_the_same_question_is_asked_once_where_nothing_is_known() -> None:
    asked = replace(two_go(UNKNOWN), wish=Wish())
    told = paper(replace(asked, stay=replace(asked.stay, category=UNKNOWN)))
    assert told.count("Which papers do those who travel have now, to stay in Belgium?") == 1


def test_nobody_reads_of_a_residence_that_only_the_partner_is_known_to_have() -> None:
    """The family's is unknown, the partner stays legally: the applicant is not told to have a right of residence."""
    first, second = ALONE.household
    both = replace(ALONE, household=(first, replace(second, stay_category=StayCategory.LEGAL_STAY)))
    told = paper(replace(both, stay=replace(both.stay, category=UNKNOWN)))
    assert "One of you has a right of residence in Belgium." in told
    assert "You have a right of residence" not in told


def test_nobody_reads_of_no_residence_that_only_the_other_is_known_to_lack() -> None:
    told = paper(ALONE)
    assert "Not everybody of you has a right of residence in Belgium." in told
    assert "You have no right of residence" not in told
