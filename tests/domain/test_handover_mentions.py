"""By which words somebody who refused is found in a text, and which texts have to be read for the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loket_app.domain.case import ConsentPurpose, ConsentState
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_content import leaving
from loket_app.domain.handover_mentions import marks_of, names_one
from tests.domain.test_handover_two_adults import SECOND, agreeing, couple, told


@pytest.mark.parametrize(
    ("aliases", "text", "found"),
    [
        ("bella, kiki", "Kiki has the keys", True),
        ("bella / kiki rose", "ask rose", True),
        ("Bella", "call BELLA first", True),
        ("at home they call her Bella", "she is called Bella", True),
        ("at home they call her Bella", "is at home on Monday", False),
        ("bo", "Bo has the keys", False),
        ("Bella", "her nickname is Belle", False),
    ],
)
def test_an_alias_is_found_as_it_is_typed(aliases: str, text: str, *, found: bool) -> None:
    case = couple()
    first, second, child = case.household
    second = replace(second, aliases=aliases)
    assert names_one(text, marks_of(replace(case, household=(first, second, child)), (second,))) is found


def test_texts_have_to_be_read_when_somebody_refused() -> None:
    said = agreeing(Recipient.IOM)
    agreed = leaving(told(couple(), said), Recipient.IOM)
    said |= {(SECOND, ConsentPurpose.DATA_TO_IOM): ConsentState.DECLINED}
    refused = leaving(told(couple(), said), Recipient.IOM)
    assert agreed.texts == ()
    assert "costs/cost-1/description" in refused.texts
    assert set(refused.texts) <= set(refused.leaves)
    assert not [path for path in refused.texts if path.endswith(("_name", "_names", "/number"))]
