"""The desk at work on a real store: cases come and go through it, in order, on a thread of its own."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case, ConsentPurpose
from loket_app.domain.case import Desk as DeskPlace
from loket_app.domain.changes import Change
from loket_app.domain.person import Relation
from loket_app.domain.status import OPEN, Status, StatusChange
from loket_app.domain.tables import RuleTables
from loket_app.i18n import using
from loket_app.rules import load_tables
from loket_app.services.demo import demo_cases
from loket_app.services.desk import CaseFilter, Column, Desk, DeskProfile, Preferences, Sort
from loket_app.storage.errors import NoSuchCase
from tests.at_work import LOGIN, NOW, make_profile, still_clock, unlock


@pytest.fixture(scope="session")
def tables() -> RuleTables:
    return load_tables()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed profile with the sample stories. For copying: a key takes its time."""
    return make_profile(tmp_path_factory.mktemp("made"), demo_cases())


@pytest.fixture
def profile(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "profile"))


@pytest.fixture
def desk(profile: Path, tables: RuleTables) -> Iterator[Desk]:
    opened = a_desk(profile, tables)
    yield opened
    opened.close()


def a_desk(profile: Path, tables: RuleTables) -> Desk:
    return Desk(unlock(profile), tables, still_clock())


def town(desk: Desk, case: Case, name: str) -> Case:
    """The case with a town answered and kept."""
    change = Change(case.id, "contact/town", case.contact.town, name, LOGIN, NOW, f"town {name}")
    desk.record([change]).result()
    return desk.open_case(case.id).result()[0]


def test_a_new_case_has_an_applicant_and_five_consents_and_nothing_invented(desk: Desk) -> None:
    case = desk.new_case().result()
    (applicant,) = case.household
    assert (case.number, case.desk, case.counsellor) == ("GNT-2026-0001", DeskPlace.GHENT, "An Vos")
    assert (case.opened_on, case.status) == (NOW.date(), Status.INTAKE)
    assert applicant.relation is Relation.APPLICANT
    assert applicant.family_name is applicant.birth_date is applicant.nationalities is NOT_ASKED
    assert [consent.purpose for consent in case.consents] == list(ConsentPurpose)
    assert {consent.state for consent in case.consents} == {NOT_ASKED}


def test_a_case_that_was_only_looked_at_leaves_no_trace(desk: Desk) -> None:
    before = desk.count(CaseFilter()).result()
    looked_at = desk.new_case().result()
    assert desk.count(CaseFilter()).result() == before
    with pytest.raises(NoSuchCase):
        desk.open_case(looked_at.id).result()
    assert desk.new_case().result().number == looked_at.number


def test_the_first_answer_brings_a_case_into_the_store_and_takes_its_number(desk: Desk) -> None:
    case = desk.new_case().result()
    kept = town(desk, case, "Gent")
    assert kept == replace(case, contact=replace(case.contact, town="Gent"), revision=1)
    assert desk.new_case().result().number == "GNT-2026-0002"
    assert town(desk, kept, "Aalst").contact.town == "Aalst"


def test_a_first_answer_that_fails_can_be_given_again(desk: Desk) -> None:
    case = desk.new_case().result()
    wrong = Change(case.id, "contact/town", "never", "Gent", LOGIN, NOW, "g")
    assert desk.record([wrong]).exception() is not None
    assert desk.count(CaseFilter()).result() == len(demo_cases())
    assert town(desk, case, "Gent").contact.town == "Gent"


def test_what_was_kept_is_there_when_the_store_is_opened_again(desk: Desk, profile: Path, tables: RuleTables) -> None:
    kept = town(desk, desk.new_case().result(), "Gent")
    log = desk.open_case(kept.id).result()[1]
    desk.close()
    again = a_desk(profile, tables)
    try:
        assert again.open_case(kept.id).result() == (kept, log)
    finally:
        again.close()


def test_closing_waits_for_the_last_write(desk: Desk, profile: Path, tables: RuleTables) -> None:
    case = desk.new_case().result()
    written = [
        desk.record([Change(case.id, "remarks", before, after, LOGIN, NOW, after)])
        for before, after in [(NOT_ASKED, "1"), *((str(number), str(number + 1)) for number in range(1, 20))]
    ]
    desk.close()
    assert all(future.exception() is None for future in written)
    again = a_desk(profile, tables)
    try:
        assert again.open_case(case.id).result()[0].remarks == "20"
    finally:
        again.close()


def test_the_caller_never_does_the_work(desk: Desk) -> None:
    there: list[str] = []
    desk.counts().add_done_callback(lambda _done: there.append(threading.current_thread().name))
    desk.counts().result()
    assert there
    assert there[0] != threading.current_thread().name


def test_today_shows_open_cases_touched_last_first_with_what_they_wait_for(desk: Desk) -> None:
    first, last = (desk.new_case().result() for _case in range(2))
    touched = town(desk, first, "Gent")
    rows = desk.today().result()
    assert len(rows) == len(demo_cases()) + 1
    assert last.id not in {row.row.id for row in rows}
    shown = next(row for row in rows if row.row.id == touched.id)
    assert shown.case == touched
    assert shown.advice == desk.advise(touched)
    assert "household" in shown.gaps[0]
    assert len(desk.today(limit=2).result()) == 2


def test_a_closed_case_is_not_of_today(desk: Desk) -> None:
    case = town(desk, desk.new_case().result(), "Gent")
    step = StatusChange("s", Status.WITHDRAWN, NOW, "An Vos", "thuis is het beter")
    desk.record([Change(case.id, "history/s", None, step, LOGIN, NOW, "withdrawn", position=1)]).result()
    assert case.id not in {row.row.id for row in desk.today().result()}
    found = desk.page(CaseFilter(statuses=frozenset({Status.WITHDRAWN})), Sort(), 0, 10).result()
    assert [row.id for row in found] == [case.id]
    assert (Status.WITHDRAWN, 1) in desk.counts().result().by_status


def test_the_list_is_counted_filtered_and_sorted_as_asked(desk: Desk) -> None:
    chosen = CaseFilter(statuses=OPEN)
    up = Sort(Column.NUMBER, descending=False)
    rows = desk.page(chosen, up, 0, 100).result()
    assert len(rows) == desk.count(chosen).result() == len(demo_cases())
    numbers = [row.number for row in rows]
    assert numbers == sorted(numbers)
    down = desk.page(chosen, Sort(Column.NUMBER, descending=True), 0, 100).result()
    assert [row.number for row in down] == numbers[::-1]
    assert desk.page(chosen, up, 1, 1).result() == rows[1:2]
    assert [row.name for row in desk.search("Miftari").result()] == ["MIFTARI"]


def test_the_desk_and_its_people_are_remembered(desk: Desk, profile: Path, tables: RuleTables) -> None:
    told = replace(desk.profile, desk=DeskPlace.LIEGE)
    liked = replace(desk.preferences, lock_minutes=3)
    desk.save_profile(told).result()
    desk.save_preferences(liked).result()
    assert (desk.profile, desk.preferences) == (told, liked)
    desk.close()
    again = a_desk(profile, tables)
    try:
        assert isinstance(again.profile, DeskProfile)
        assert isinstance(again.preferences, Preferences)
        assert (again.profile, again.preferences, again.counsellor) == (told, liked, "An Vos")
    finally:
        again.close()


def test_numbers_begin_anew_each_year(desk: Desk, profile: Path, tables: RuleTables) -> None:
    town(desk, desk.new_case().result(), "Gent")
    desk.close()
    later = Desk(unlock(profile), tables, still_clock(datetime(2027, 1, 4, 9, tzinfo=UTC)))
    try:
        assert later.new_case().result().number == "GNT-2027-0001"
    finally:
        later.close()


def test_a_case_that_waits_for_the_disk_keeps_its_number(desk: Desk) -> None:
    waiting = desk.new_case().result()
    wrong = Change(waiting.id, "contact/town", "never", "Gent", LOGIN, NOW, "g")
    assert desk.record([wrong]).exception() is not None
    following = desk.new_case().result()
    assert (waiting.number, following.number) == ("GNT-2026-0001", "GNT-2026-0002")
    assert town(desk, following, "Aalst").number == following.number
    assert town(desk, waiting, "Gent").number == waiting.number
    assert desk.new_case().result().number == "GNT-2026-0003"


@pytest.mark.parametrize(("lang", "text"), [("nl", "roemen"), ("fr", "Roumanie"), ("de", "RUMÄ"), ("en", "romania")])
def test_a_country_is_found_by_its_name_in_the_language_of_the_screen(desk: Desk, lang: str, text: str) -> None:
    case = town(desk, desk.new_case().result(), "Gent")
    desk.record([Change(case.id, "wish/destination", NOT_ASKED, "RO", LOGIN, NOW, "to")]).result()
    with using(lang):
        found = desk.search(text).result()
        chosen = CaseFilter(statuses=OPEN, text=text)
        assert [row.id for row in found] == [row.id for row in desk.page(chosen, Sort(), 0, 9).result()] == [case.id]
        assert desk.count(chosen).result() == 1
        assert desk.search("qqq").result() == ()
