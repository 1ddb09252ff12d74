"""What was answered is no longer asked for: that something is unknown is an answer too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from loket_app.domain.answers import DECLINED, UNKNOWN
from loket_app.domain.journey import travel_day
from loket_app.domain.person import Person, Relation
from loket_app.domain.travel import Cost
from loket_app.i18n import using
from loket_app.i18n.phrases_costs import rate_gaps
from loket_app.i18n.phrases_journey import pregnancies_text
from tests.documents.cases import EMPTY

ABROAD = Cost("k", currency="CHF", foreign_amount=Decimal(60), rate=Decimal("0.94"))


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ({}, "of which day the rate is, and where"),
        ({"rate_on": date(2026, 4, 1)}, "where the rate comes from"),
        ({"rate_on": UNKNOWN, "rate_source": "a bank slip"}, ""),
        ({"rate_on": date(2026, 4, 1), "rate_source": DECLINED}, ""),
        ({"rate_source": UNKNOWN}, "of which day the rate is."),
    ],
)
def test_of_a_rate_only_what_nobody_asked(said: dict[str, object], asks: str) -> None:
    with using("en"):
        words = rate_gaps(replace(ABROAD, **said))  # type: ignore[arg-type]  # any answers
    assert (asks in words) if asks else words == ""


def test_a_pregnancy_of_nobody_says_that_nobody_is_noted_for_it() -> None:
    journey = replace(EMPTY.journey, pregnancy_due_on=date(2026, 8, 1), earliest_on=date(2026, 5, 1))
    two = (Person("a", Relation.APPLICANT), Person("b", Relation.PARTNER))
    case = replace(EMPTY, journey=journey, household=two)
    assert travel_day(case) is not None
    with using("en"):
        assert pregnancies_text(case).startswith("Not noted of whom: ")
        assert "Not noted" not in pregnancies_text(replace(case, household=two[:1]))
