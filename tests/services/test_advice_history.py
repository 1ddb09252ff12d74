"""Advice that was given stays as it was said, and the case says what would be said otherwise now, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import AdviceGiven, Case
from loket_app.domain.changes import Change
from loket_app.domain.comparison import Cause
from loket_app.domain.money import Money
from loket_app.domain.scenario import with_answer
from loket_app.domain.stay import StayCategory
from loket_app.domain.tables import Figure, Row, RuleTables, Verdict
from loket_app.i18n import LANGUAGES, using
from loket_app.i18n.phrases_advice import causes_text, difference_lines
from loket_app.rules import load_tables
from loket_app.services.advice_history import Difference, compare, last_given, record
from loket_app.services.clock import Clock
from loket_app.services.editing import CaseEditor
from loket_app.storage.store import Store
from tests.domain.advice_cases import advice_cases
from tests.rules.worked_cases import worked_cases

TABLES = load_tables()
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
FAMILY = next(w.case for w in worked_cases() if w.name.startswith("A family of five from Kosovo"))


def _editor(case: Case, at: datetime = NOW, written: list[Change] | None = None) -> CaseEditor:
    numbers = count(1)

    def write(new: Sequence[Change]) -> Future[Any]:
        if written is not None:
            written.extend(new)
        done: Future[Any] = Future()
        done.set_result(None)
        return done

    clock = Clock(now=lambda: at, new_id=lambda: f"{at:%Y%m%d}-{next(numbers)}")
    return CaseEditor(case, (), write, by="AV", dispatch=lambda act: act(), clock=clock)


def _advised(case: Case, lang: str = "en", at: datetime = NOW, tables: RuleTables = TABLES) -> Case:
    editor = _editor(case, at)
    record(editor, advise(case, tables, today=at.date()), lang)
    return editor.case


def _difference(case: Case, tables: RuleTables = TABLES, today: date = TODAY) -> Difference:
    found = compare(case, tables, today)
    assert found is not None
    return found


def _raised(tables: RuleTables) -> RuleTables:
    """Tables of a later version, in which the premium for Kosovo is ten euro higher."""

    def row(row: Row) -> Row:
        return replace(row, low=row.low + Money.of(10), high=row.high + Money.of(10)) if row.low and row.high else row

    def figure(figure: Figure) -> Figure:
        kosovo = figure.id.startswith("premium-kosovo")
        return replace(figure, rows=tuple(map(row, figure.rows))) if kosovo else figure

    return replace(tables, version="2027.1", figures=tuple(map(figure, tables.figures)))


def test_advice_is_kept_as_it_was_said() -> None:
    (given,) = _advised(FAMILY).advice
    assert (given.at, given.by, given.verdict, given.departure_on) == (NOW, "AV", "eligible", TODAY)
    assert given.tables_version == TABLES.version
    for words in ("Eligible", "175", "only with Fedasil's approval; amount not known", "Estimate, not an entitlement."):
        assert words in given.text
    assert isinstance(given.outcome, str)
    kept = json.loads(given.outcome)
    assert kept["verdict"] == "eligible"
    assert [line["low"] for line in kept["lines"] if "low" in line] == ["50.00", "50.00", "25.00", "25.00", "25.00"]


@pytest.mark.parametrize(
    ("lang", "words"), [("nl", "Schatting"), ("fr", "Estimation"), ("de", "Schätzung"), ("en", "Estimate")]
)
def test_it_is_kept_in_the_language_in_which_it_was_given(lang: str, words: str) -> None:
    (given,) = _advised(FAMILY, lang).advice
    assert words in given.text
    assert isinstance(given.outcome, str)
    assert json.loads(given.outcome)["language"] == lang


def test_it_is_one_act_that_can_be_undone() -> None:
    written: list[Change] = []
    editor = _editor(FAMILY, written=written)
    record(editor, advise(FAMILY, TABLES, today=TODAY), "nl")
    assert [change.path.split("/")[0] for change in written] == ["advice"]
    editor.undo()
    assert editor.case.advice == ()


def test_the_last_is_the_one_given_last() -> None:
    assert last_given(FAMILY) is None
    case = _advised(_advised(FAMILY), at=NOW + timedelta(1))
    case = replace(case, advice=tuple(reversed(case.advice)))
    last = last_given(case)
    assert last is not None
    assert last.at == NOW + timedelta(1)


@given(advice_cases)
def test_the_same_case_by_the_same_tables_on_the_same_day_says_the_same(case: Case) -> None:
    assert compare(_advised(case), TABLES, TODAY) is None


@given(advice_cases)
def test_another_version_that_says_the_same_is_no_difference(case: Case) -> None:
    assert compare(_advised(case), replace(TABLES, version="2027.1"), TODAY) is None


def test_nothing_given_or_nothing_kept_can_not_be_compared() -> None:
    older = AdviceGiven("a", NOW, "AV", "refer", TODAY, "2025.1", "words")
    assert compare(FAMILY, TABLES, TODAY) is None
    assert older.outcome is NOT_ASKED
    assert compare(replace(FAMILY, advice=(older,)), TABLES, TODAY) is None
    assert compare(replace(FAMILY, advice=(replace(older, outcome="{}"),)), TABLES, TODAY) is None


def test_new_tables_are_the_cause_of_new_amounts() -> None:
    case = _advised(FAMILY)
    found = _difference(case, _raised(TABLES))
    assert found.causes == (Cause.TABLES,)
    assert found.answers == ()
    assert [pair.after.low for pair in found.comparison.changed_lines if pair.after] == [
        *[Money.of(60)] * 2,
        *[Money.of(35)] * 3,
    ]
    assert found.given is last_given(case)
    assert found.now == advise(case, _raised(TABLES), today=TODAY)


def test_an_answer_that_changed_is_the_cause_and_is_named() -> None:
    case = with_answer(_advised(FAMILY), "stay/category", StayCategory.LEGAL_STAY)
    case = with_answer(case, "household/p1/family_name", "Krasniqi")
    found = _difference(case)
    assert found.causes == (Cause.ANSWERS,)
    assert found.answers == ("stay/category",)
    assert (found.comparison.came, found.comparison.went) == (("legal-stay",), ("open-to",))
    assert (found.comparison.before.verdict, found.comparison.after.verdict) == (Verdict.ELIGIBLE, Verdict.REFER)


def test_an_answer_that_changes_nothing_is_no_difference() -> None:
    case = with_answer(_advised(FAMILY), "household/p1/stateless", value=False)
    assert compare(case, TABLES, TODAY) is None


def test_another_departure_is_the_cause_when_it_makes_the_difference() -> None:
    found = _difference(with_answer(_advised(FAMILY), "wish/departure_on", date(2021, 12, 31)))
    assert found.causes == (Cause.DEPARTURE,)
    assert found.now.departure == date(2021, 12, 31)


def test_time_that_passes_can_make_a_difference() -> None:
    """Without a departure date today counts: the eldest child turns eighteen in January 2027."""
    case = _advised(FAMILY)
    assert compare(case, TABLES, date(2027, 1, 4)) is None
    found = _difference(case, today=date(2027, 1, 5))
    assert found.causes == (Cause.DEPARTURE,)
    assert [
        (pair.before.person, pair.after.low) for pair in found.comparison.changed_lines if pair.before and pair.after
    ] == [("p3", Money.of(50))]


def test_a_departure_that_makes_no_difference_is_no_cause() -> None:
    case = with_answer(_advised(FAMILY), "wish/departure_on", TODAY + timedelta(9))
    assert _difference(case, _raised(TABLES)).causes == (Cause.TABLES,)


def test_several_causes_are_all_named() -> None:
    case = with_answer(_advised(FAMILY), "stay/public_order_concern", value=True)
    case = with_answer(case, "wish/departure_on", date(2021, 12, 31))
    found = _difference(case, _raised(TABLES))
    assert found.causes == (Cause.TABLES, Cause.ANSWERS, Cause.DEPARTURE)


def test_a_member_who_left_is_told_of_without_a_name() -> None:
    case = _advised(FAMILY)
    case = replace(case, household=case.household[:4])
    found = _difference(case)
    assert found.causes == (Cause.ANSWERS,)
    assert {path.split("/")[1] for path in found.answers} == {"p5"}
    for lang in LANGUAGES:
        with using(lang):
            assert difference_lines(case, TABLES, found.comparison)
            assert causes_text(case, found.causes, found.answers)


def test_the_difference_is_told_in_sentences() -> None:
    case = with_answer(_advised(FAMILY), "stay/category", StayCategory.LEGAL_STAY)
    found = _difference(case, _raised(TABLES))
    with using("en"):
        lines = difference_lines(case, TABLES, found.comparison)
        why = causes_text(case, found.causes, found.answers)
    assert lines[0] == "First “eligible”, now “ask Fedasil”."
    assert lines[1].startswith("No longer: No legal stay")
    assert lines[2].startswith("New: The person stays legally")
    assert any("→" in line and "Departure premium – " in line for line in lines)
    assert why == "the rates and rules changed; answers in the case changed (Residence situation of the family)"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.create(tmp_path / "loket.db", bytes(range(32)))
    yield opened
    opened.close()


def test_it_outlives_the_store_and_needs_no_more_than_advice_needs(store: Store) -> None:
    case = replace(_advised(FAMILY), remarks="a note")
    other = replace(FAMILY, id="other", number="BRU-2026-0002")
    with store.work() as work:
        for each in (case, other):
            work.cases.add(each, "AV", NOW)
        work.commit()
    with store.reading() as work:
        whole = work.cases.load(case.id)
        part, never, *rest = work.cases.load_for_advice([case.id, "nobody", "other"])
    assert rest == []
    assert (whole.advice, part.advice, never.advice) == (case.advice, case.advice, ())
    assert (part.household, part.stay, part.wish) == (whole.household, whole.stay, whole.wish)
    assert part.remarks == "a note"
    later = _raised(TABLES)
    assert _difference(part, later) == _difference(whole, later)
    assert _advice(part) == _advice(whole)


def _advice(case: Case) -> Advice:
    return advise(case, TABLES, today=TODAY)
