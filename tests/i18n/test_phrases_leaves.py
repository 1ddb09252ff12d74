"""What leaves is told under the name of its record: no two records stand under one name."""

from __future__ import annotations

from dataclasses import replace

from loket_app.domain.case import ConsentPurpose, ConsentState
from loket_app.domain.travel import Journey
from loket_app.i18n import using
from loket_app.i18n.phrases_leaves import leaving_lines, unasked_lines
from tests.handover_cases import full_case


def test_two_people_who_answer_apart_are_told_apart() -> None:
    case = full_case()
    given = replace(case.consents[0], purpose=ConsentPurpose.DATA_TO_IOM, person="person-1")
    declined = replace(given, id="other", person="person-2", state=ConsentState.DECLINED)
    with using("en"):
        paths = (f"consents/{given.id}/state", "consents/other/state")
        told = dict(leaving_lines(replace(case, consents=(given, declined)), paths))
    assert {title.partition(" – ")[2]: words for title, words in told.items()} == {
        "FAMILY, Given 1": "Answer: given",
        "FAMILY, Given 2": "Answer: not given",
    }


def test_questions_with_a_comma_of_their_own_are_told_apart() -> None:
    case = replace(full_case(), journey=Journey())
    with using("de"):
        told = list(unasked_lines(case, ("journey/luggage", "journey/may_be_called")))
    assert told == [("Reise", "Gepäck; Wen anrufen, wenn nötig")]
