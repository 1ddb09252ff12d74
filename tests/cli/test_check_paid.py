"""The premium that was paid in `loket check`: the same sentence as on the page and the summary, and nothing without one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Loket

# Five to Kosovo leaving in 2026: 2 x 50 + 3 x 25 = 175 (DOMAIN.md 4).
LEFT = {"leaves_on": "2026-06-15", "result": "departed", "departed_on": "2026-06-16", "premium_paid": "150.00"}


@pytest.fixture
def family(stories: dict[str, Path], tmp_path: Path) -> Any:
    """The Miftari family with ages known, and what came of their journey."""

    def written(**departure: object) -> Path:
        data = json.loads(stories["miftari"].read_text(encoding="utf-8"))
        for person in data["household"]:
            person["birth_date"] = "1984" if person["relation"] != "child" else "2015-05"
        data["departure"] = departure
        file = tmp_path / "case.json"
        file.write_text(json.dumps(data), encoding="utf-8")
        return file

    return written


def test_less_than_estimated_with_its_reason(loket: Loket, family: Any) -> None:
    file = family(**LEFT, premium_paid_on="2026-06-16", premium_difference="one child stayed")
    told = loket("check", file).out.split("Departure and arrival")[1]
    for words in (
        "Departure premium paid: 150,00 €",
        "25,00 € less than estimated for 16 June 2026 (175,00 €).",
        "Why the amounts differ: one child stayed",
    ):
        assert words in told
    assert json.loads(loket("check", file, "--json").out)["premium_paid"] == {
        "given": None,
        "amount": "150.00",
        "on": "2026-06-16",
        "returned": None,
        "returned_on": None,
        "reason": "one child stayed",
        "departure": "2026-06-16",
        "estimate": {"low": "175.00", "high": "175.00"},
        "difference": {"low": "-25.00", "high": "-25.00"},
        "as_estimated": False,
        "not_returned": None,
        "text": "25,00\u00a0€ less than estimated for 16 June 2026 (175,00\u00a0€).",
    }


@pytest.mark.parametrize(
    ("amount", "difference", "as_estimated"), [("175.00", "0.00", True), ("200.00", "25.00", False)]
)
def test_it_is_held_against_the_day_of_leaving_whatever_day_is_asked_for(
    loket: Loket, family: Any, amount: str, difference: str, *, as_estimated: bool
) -> None:
    file = family(**LEFT | {"premium_paid": amount})
    found = json.loads(loket("check", file, "--json", "--departure", "2021-06-16").out)["premium_paid"]
    assert (found["departure"], found["difference"]["low"]) == ("2026-06-16", difference)
    assert found["as_estimated"] is as_estimated


def test_of_a_journey_that_was_not_made_it_tells_what_did_not_come_back(loket: Loket, family: Any) -> None:
    file = family(result="withdrew", premium_given=True, premium_paid="175.00", premium_returned="100.00")
    found = json.loads(loket("check", file, "--json").out)["premium_paid"]
    assert (found["given"], found["returned"], found["not_returned"]) == (True, "100.00", "75.00")
    assert (found["estimate"], found["difference"], found["as_estimated"]) == (None, None, None)
    assert "75,00 € did not come back" in loket("check", file).out


def test_an_estimate_without_an_amount_is_not_compared_with(loket: Loket, family: Any) -> None:
    found = json.loads(loket("check", family(**LEFT | {"departed_on": "2011-06-16"}), "--json").out)["premium_paid"]
    assert (found["amount"], found["difference"], found["as_estimated"]) == ("150.00", None, None)
    assert "no whole amount" in found["text"]


def test_without_any_day_of_leaving_nothing_is_compared_with_today(loket: Loket, family: Any) -> None:
    file = family(result="departed", premium_paid="175.00")
    found = json.loads(loket("check", file, "--json").out)["premium_paid"]
    assert (found["departure"], found["estimate"], found["as_estimated"]) == (None, None, None)
    assert found["text"] == "What was to be expected cannot be computed: needs “Departed on”."


def test_an_amount_that_is_not_known_is_a_value(loket: Loket, family: Any) -> None:
    file = family(**LEFT | {"premium_paid": {"missing": "unknown"}})
    found = json.loads(loket("check", file, "--json").out)["premium_paid"]
    assert (found["amount"], found["difference"], found["text"]) == ({"missing": "unknown"}, None, None)
    assert "Departure premium paid: unknown" in loket("check", file).out


def test_without_a_premium_nothing_is_said(loket: Loket, family: Any) -> None:
    file = family(leaves_on="2026-06-15", result="departed")
    assert "Departure and arrival" not in loket("check", file).out
    assert json.loads(loket("check", file, "--json").out)["premium_paid"] is None
