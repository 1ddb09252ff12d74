"""`loket check`: the advice in words and as JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Loket


def _answered(folder: Path, story: Path, **answers: Any) -> Path:
    """A story with some questions answered: `wish__informed=True`."""
    data = json.loads(story.read_text(encoding="utf-8"))
    for place, value in answers.items():
        record, field = place.split("__")
        data[record][field] = value
    for person in data["household"]:
        person["birth_date"] = "1984" if person["relation"] != "child" else "2015-05"
    file = folder / "answered.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


ALL_CLEAR = {
    "stay__category": "rejected",
    "stay__dublin_transfer": False,
    "stay__closed_centre": False,
    "stay__public_order_concern": False,
    "stay__earlier_return_support": False,
    "wish__free_choice": True,
    "wish__informed": True,
}


def test_a_story_is_told_with_reasons_sources_money_and_questions(loket: Loket, stories: dict[str, Path]) -> None:
    said = loket("check", stories["miftari"])
    assert (said.code, said.err) == (0, "")
    for words in (
        "BRU-0000-0002",
        "Can't be said yet",
        "(free-choice)",
        "Nationality – MIFTARI (applicant, 1); MIFTARI (partner, 2)",
        "checked on",
        "official source",
        "Departure premium, in cash",
        "Reintegration support, in kind",
        "only with Fedasil's approval; amount not known",
        "1. Residence situation",
        "Estimate, not an entitlement.",
    ):
        assert words in said.out


def test_an_amount_that_is_not_public_is_not_known(loket: Loket, stories: dict[str, Path]) -> None:
    said = loket("check", stories["abdulmueen"])
    support = said.out.split("Reintegration support, in kind")[1].split("To ask")[0]
    assert "amount not known: ask the voluntary-return cell" in support
    assert "€" not in support


def test_when_all_is_answered_the_verdict_stands(loket: Loket, stories: dict[str, Path], tmp_path: Path) -> None:
    file = _answered(tmp_path, stories["miftari"], **ALL_CLEAR)
    said = json.loads(loket("check", file, "--json", "--departure", "2026-04-14").out)
    assert said["verdict"] == "eligible"
    assert [line["low"] for line in said["premium"]["lines"]] == ["50.00", "50.00", "25.00", "25.00", "25.00"]
    assert said["premium"]["total"] == {"low": "175.00", "high": "175.00", "lines_without_amount": 0}
    assert said["premium"]["nature"] == "cash"
    assert said["support"]["nature"] == "kind"


def test_a_supplement_that_waits_for_an_answer_is_not_taken_for_one_more_budget(
    loket: Loket, stories: dict[str, Path]
) -> None:
    support = loket("check", stories["abdulmueen"]).out.split("Reintegration support, in kind")[1].splitlines()
    (at,) = [place for place, line in enumerate(support) if "Abdulmueen: open: Vulnerability" in line]
    assert support[at + 1].strip() == "Supplement to the reintegration support"


def test_a_sum_of_amounts_that_nobody_knows_is_null_and_never_0(
    loket: Loket, stories: dict[str, Path], tmp_path: Path
) -> None:
    agnes = json.loads(loket("check", stories["agnes"], "--json").out)
    assert agnes["support"]["total"] == {"low": None, "high": None, "lines_without_amount": 2}
    refused = _answered(tmp_path, stories["miftari"], **ALL_CLEAR | {"stay__dublin_transfer": True})
    closed = json.loads(loket("check", refused, "--json").out)
    assert closed["premium"]["total"] == {"low": None, "high": None, "lines_without_amount": 0}
    before = json.loads(loket("check", stories["miftari"], "--json", "--departure", "2021-12-31").out)
    assert before["premium"]["total"] == {"low": "0.00", "high": "0.00", "lines_without_amount": 0}


def test_json_is_one_document_and_says_where_everything_comes_from(loket: Loket, stories: dict[str, Path]) -> None:
    said = loket("check", stories["agnes"], "--json")
    advice = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert advice["case"] == "BRU-0000-0003"
    assert advice["departure_is_assumed"] is True
    assert date.fromisoformat(advice["tables"]["dated"])
    assert advice["tables"]["version"] in advice["note"]
    for reason in advice["reasons"]:
        assert reason["source"]["title"]
        assert reason["source"]["confidence"] in {"H", "M", "L"}
        assert date.fromisoformat(reason["source"]["checked_on"])
        assert reason["used"] or reason["needs"], reason["rule"]
    (category,) = {a["value"] for r in advice["reasons"] for a in r["used"] if a["path"] == "stay/category"}
    assert category == "rejected"


def test_the_best_question_comes_first(loket: Loket, stories: dict[str, Path]) -> None:
    weights = [q["weight"] for q in json.loads(loket("check", stories["miftari"], "--json").out)["questions"]]
    assert weights
    assert weights == sorted(weights, reverse=True)


def test_a_question_says_why_it_matters(loket: Loket, stories: dict[str, Path]) -> None:
    said = json.loads(loket("check", stories["miftari"], "--json").out)
    dublin = next(question for question in said["questions"] if question["path"] == "stay/dublin_transfer")
    assert [answer["value"] for answer in dublin["answers"]] == [True, False]
    assert dublin["why"].endswith("With the answer “yes”: other route: Immigration Office.")
    assert dublin["why"] in " ".join(loket("check", stories["miftari"]).out.split())


def test_a_member_of_whom_the_rules_say_something_else_is_named(
    loket: Loket, stories: dict[str, Path], tmp_path: Path
) -> None:
    file = _answered(tmp_path, stories["miftari"], **ALL_CLEAR)
    data = json.loads(file.read_text(encoding="utf-8"))
    data["household"][4]["nationalities"] = ["BE", "XK"]
    file.write_text(json.dumps(data), encoding="utf-8")
    said = json.loads(loket("check", file, "--json").out)
    assert said["verdict"] == "refer"
    assert [member["verdict"] for member in said["members"]] == [*["eligible"] * 4, "refer"]
    words = loket("check", file).out
    assert "MIFTARI (child, 5): ask Fedasil" in words
    assert "for: MIFTARI (child, 5)" in words
    assert "To: vrijwilligeterugkeer@fedasil.be" in words


def test_who_is_counted_though_nobody_said_that_they_leave_is_named(
    loket: Loket, stories: dict[str, Path], tmp_path: Path
) -> None:
    file = _answered(tmp_path, stories["miftari"], **ALL_CLEAR)
    words = "Not known yet whether they come along: MIFTARI (child, 5). The amounts count them."
    assert words not in loket("check", file).out
    data = json.loads(file.read_text(encoding="utf-8"))
    del data["household"][4]["travels"]
    file.write_text(json.dumps(data), encoding="utf-8")
    assert words in loket("check", file).out
    assert json.loads(loket("check", file, "--json").out)["counted_along"] == [data["household"][4]["id"]]


def test_the_message_to_the_cell_names_nobody(loket: Loket, stories: dict[str, Path], tmp_path: Path) -> None:
    file = _answered(tmp_path, stories["miftari"], **ALL_CLEAR, plan__approval_reasons="Chronic illness of the father.")
    referral = json.loads(loket("check", file, "--json").out)["referral"]
    assert referral["asks"] == ["approve_budget"]
    assert "Chronic illness of the father." in referral["text"]
    assert "MIFTARI" not in referral["text"].upper()
    assert "Person 5 (child): under 18, Kosovo" in referral["text"]


def test_sources_that_differ_stand_side_by_side(loket: Loket, stories: dict[str, Path], tmp_path: Path) -> None:
    file = _answered(tmp_path, stories["agnes"], **{**ALL_CLEAR, "stay__category": "legal_stay"})
    said = json.loads(loket("check", file, "--json").out)
    rule = next(reason for reason in said["reasons"] if reason["rule"] == "legal-stay")
    assert rule["holds"] is True
    assert [other["title"].split(",")[0] for other in rule["other_sources"]] == ["IOM België"]
    assert rule["decision"] in " ".join(loket("check", file).out.split())


@pytest.mark.parametrize("typed", ["2021-12-31", "31/12/2021"])
def test_the_departure_date_decides(loket: Loket, stories: dict[str, Path], typed: str) -> None:
    advice = json.loads(loket("check", stories["abdulmueen"], "--json", "--departure", typed).out)
    assert advice["departure"] == "2021-12-31"
    assert advice["departure_is_assumed"] is False
    now = json.loads(loket("check", stories["abdulmueen"], "--json", "--departure", "2022-01-01").out)
    assert advice["premium"]["total"] != now["premium"]["total"]


@pytest.mark.parametrize(
    ("lang", "words"), [("nl", "Schatting"), ("fr", "Estimation"), ("de", "Schätzung"), ("en", "Estimate")]
)
def test_it_answers_in_the_language_asked_for(loket: Loket, stories: dict[str, Path], lang: str, words: str) -> None:
    said = loket("check", stories["agnes"], "--lang", lang)
    assert words in said.out
    advice = json.loads(loket("check", stories["agnes"], f"--lang={lang}", "--json").out)
    assert advice["language"] == lang


def test_a_name_does_nothing_to_the_terminal(loket: Loket, stories: dict[str, Path], tmp_path: Path) -> None:
    data = json.loads(stories["agnes"].read_text(encoding="utf-8"))
    data["household"][0]["given_names"] = "Agn\u202ees\u0085\nverdict: eligible"
    file = tmp_path / "case.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    said = loket("check", file)
    assert "\u202e" not in said.out
    assert "Agn es  verdict: eligible" in said.out.splitlines()[0]
