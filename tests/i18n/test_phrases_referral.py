"""The message to the voluntary-return cell as a colleague there reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from loket_app.domain.advice import Advice, advise
from loket_app.domain.case import Case, Desk
from loket_app.domain.referral import refer
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.tables import Verdict
from loket_app.i18n import LANGUAGES, using
from loket_app.i18n.phrases_referral import WHY, referral_text
from loket_app.rules import load_tables
from tests.rules.worked_cases import worked_cases

TABLES = load_tables()
DAY = date(2026, 5, 4)
WORKED = {worked.name: worked for worked in worked_cases()}
REFERRED = [
    worked
    for worked in WORKED.values()
    if advise(worked.case, TABLES, today=DAY, departure=worked.departure).verdict is Verdict.REFER
]
CELL_NAMES = {"nl": "cel ", "fr": "cellule", "de": "Zelle", "en": "cell"}


def text(case: Case, advice: Advice, lang: str = "en") -> str:
    referral = refer(case, advice)
    assert referral is not None
    with using(lang):
        return referral_text(referral)


def test_every_rule_that_refers_is_told_to_the_cell() -> None:
    assert set(WHY) == {rule.id for rule in TABLES.rules if rule.verdict is Verdict.REFER}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_cell_is_not_sent_to_itself(lang: str) -> None:
    assert len(REFERRED) > 5
    for worked in REFERRED:
        advice = advise(worked.case, TABLES, today=DAY, departure=worked.departure)
        assert CELL_NAMES[lang] not in text(worked.case, advice, lang), worked.name


def test_it_says_for_whom_a_reason_holds_where_that_is_not_everybody() -> None:
    named: set[str] = set()
    whole: set[str] = set()
    for worked in REFERRED:
        advice = advise(worked.case, TABLES, today=DAY, departure=worked.departure)
        said = text(worked.case, advice).split("Why we ask:\n")[1].split("\n\n")[0].splitlines()
        refers = [reason for reason in advice.speaking if reason.rule.verdict is Verdict.REFER]
        for line, reason in zip(said, refers, strict=True):
            everybody = set(reason.people) == set(advice.travellers)
            assert (" – Person " in line) is not everybody, (worked.name, line)
            (whole if everybody else named).add(reason.rule.id)
    assert named
    assert whole


def test_it_says_where_to_and_which_desk_asks() -> None:
    case = replace(REFERRED[0].case, desk=Desk.ANTWERP)
    said = text(case, advise(case, TABLES, today=DAY, departure=DAY))
    assert "Country of destination: " in said
    assert said.endswith("Kind regards,\nReturn desk Antwerp")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("nl", "Die dag is voorbij"), ("fr", "Ce jour est passé"), ("de", "vorbei"), ("en", "has passed")],
)
def test_a_wished_day_that_has_passed_is_said_to_be_asked_again(lang: str, words: str) -> None:
    case = REFERRED[0].case
    for days, passed in ((-1, True), (0, False), (1, False)):
        wished = replace(case, wish=replace(case.wish, departure_on=DAY + timedelta(days)))
        advice = advise(wished, TABLES, today=DAY)
        assert advice.passed is passed
        assert (words in text(wished, advice, lang)) is passed
    left = (StatusChange("s", Status.DEPARTED, datetime(2026, 5, 1, tzinfo=UTC), "An"),)
    gone = replace(case, history=left, wish=replace(case.wish, departure_on=DAY - timedelta(1)))
    assert not advise(gone, TABLES, today=DAY).passed
    chosen = replace(case, wish=replace(case.wish, departure_on=DAY - timedelta(1)))
    assert not advise(chosen, TABLES, today=DAY, departure=date(2021, 12, 31)).passed
