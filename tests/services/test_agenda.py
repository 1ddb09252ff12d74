"""The agenda of a desk on a real store: it follows the cases, whatever happens to them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from loket_app.domain.agenda_items import AgendaKind
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.domain.conversation import Appointment, Conversation, KeyMoment, Wait, WaitingFor
from loket_app.domain.handover import Departure, Handover, HandoverState, Recipient
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.stay import Authority, Decision, LeaveOrder, Outcome
from loket_app.domain.travel import DocumentState, TravelDocument
from loket_app.domain.wish import FollowUpReport, Plan
from loket_app.services.agenda import AT_ONCE, COMING_DAYS, SHOWN, AgendaFilter, Part, part_filter
from loket_app.services.agenda_file import calendar_file
from loket_app.services.agenda_healing import ASIDE_RULES, LONG_AGO, worked_out
from loket_app.services.casefile import rule_tables
from loket_app.services.desk import CaseFilter, Desk, Preferences, new_case
from loket_app.services.track import track_rules
from loket_app.storage.agenda import Agenda
from loket_app.storage.errors import DiskFull
from loket_app.storage.store import Store
from tests.at_work import LOGIN, NOW, make_profile, still_clock, unlock

TODAY = NOW.astimezone().date()


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed profile without cases. For copying: a key takes its time."""
    return make_profile(tmp_path_factory.mktemp("bare"))


@pytest.fixture
def desk(bare: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(unlock(Path(shutil.copytree(bare, tmp_path / "profile"))), rule_tables(), still_clock())
    yield opened
    opened.close()


def add(desk: Desk, days: int | None, counsellor: str = "An Vos") -> Case:
    """A case that is waited for, to be asked again in so many days."""
    serial = desk.count(CaseFilter()).result() + 1
    new = new_case(f"GNT-2026-{serial:04d}", desk.profile.desk, counsellor, desk.clock)
    again = NOT_ASKED if days is None else TODAY + timedelta(days=days)
    case = replace(new, waits=(Wait("w", WaitingFor.IOM, since=TODAY, ask_again_on=again),))
    desk.add_cases([case]).result()
    return case


def mend(desk: Desk) -> int:
    """Work out all that is behind; gives in how many goes beyond the first."""
    goes, behind = 0, desk.agenda.overview().result().behind
    while behind:
        behind = desk.agenda.heal(behind).result()
        goes += 1
    return goes


def parts(desk: Desk, counsellor: str = "") -> dict[Part, list[str]]:
    """The numbers of the cases in each part."""
    shown = desk.agenda.overview(counsellor).result()
    assert shown.count == sum(section.count for section in shown.sections)
    return {section.part: [line.row.number for line in section.lines] for section in shown.sections}


@pytest.mark.parametrize(
    ("days", "part"),
    [
        (-400, Part.LATE),
        (-1, Part.LATE),
        (0, Part.TODAY),
        (1, Part.COMING),
        (COMING_DAYS, Part.COMING),
        (COMING_DAYS + 1, Part.WAITING),
        (None, Part.WAITING),
    ],
)
def test_each_day_stands_in_one_part(desk: Desk, days: int | None, part: Part) -> None:
    case = add(desk, days)
    mend(desk)
    assert parts(desk) == {each: [case.number] if each is part else [] for each in Part}


def test_a_line_says_what_it_is_from_its_case(desk: Desk) -> None:
    case = add(desk, 0)
    mend(desk)
    (line,) = desk.agenda.overview().result().sections[1].lines
    assert line.case.waits == case.waits
    assert (line.row.case_id, line.row.item.kind, line.row.item.who) == (case.id, AgendaKind.WAIT, "iom")


def test_an_appointment_whose_day_is_to_be_fixed_stands_among_what_has_no_day(desk: Desk) -> None:
    case = replace(add(desk, 2), appointments=(Appointment("a"),))
    desk.add_cases([replace(case, id="other", number="GNT-2026-0777", waits=())]).result()
    mend(desk)
    assert parts(desk)[Part.UNDATED] == ["GNT-2026-0777"]


def test_it_follows_an_edit(desk: Desk) -> None:
    case = add(desk, 0)
    mend(desk)
    path, before = "waits/w/ask_again_on", case.waits[0].ask_again_on
    desk.record([Change(case.id, path, before, TODAY + timedelta(days=2), LOGIN, NOW, "g")]).result()
    assert parts(desk)[Part.TODAY] == []
    assert parts(desk)[Part.COMING] == [case.number]


def go_to(desk: Desk, case: Case, n: int, status: Status) -> None:
    """The n-th step of a case on its road."""
    step = StatusChange(f"s{n}", status, NOW, "An Vos")
    desk.record([Change(case.id, f"history/s{n}", None, step, LOGIN, NOW, f"g{n}", position=n)]).result()


def test_a_closed_case_is_gone_and_a_reopened_one_back(desk: Desk) -> None:
    case = add(desk, 0)
    mend(desk)
    for n, status in enumerate((Status.WITHDRAWN, Status.CLOSED, Status.INTAKE), 1):
        go_to(desk, case, n, status)
        assert parts(desk)[Part.TODAY] == ([] if status is Status.CLOSED else [case.number])


@pytest.mark.parametrize("aside", [Status.WITHDRAWN, Status.REFERRED])
def test_what_was_arranged_stands_when_somebody_withdraws(desk: Desk, aside: Status) -> None:
    """The wait does, and the last day of the order runs on for the person."""
    case = add(desk, 0)
    order = LeaveOrder("o", leave_by=TODAY)
    desk.record([Change(case.id, "stay/orders/o", None, order, LOGIN, NOW, "g", position=0)]).result()
    mend(desk)
    assert parts(desk)[Part.TODAY] == [case.number] * 2
    go_to(desk, case, 1, aside)
    lines = next(part.lines for part in desk.agenda.overview().result().sections if part.part is Part.TODAY)
    both = [AgendaKind.LEAVE_BY, AgendaKind.WAIT]
    assert [(line.row.item.kind, line.row.status) for line in lines] == [(kind, aside) for kind in both]
    whole = AgendaFilter()
    assert desk.agenda.by_day(whole).result() == {TODAY: dict.fromkeys(both, 1)}
    rows = desk.agenda.rows(whole).result()
    assert desk.agenda.count(whole).result() == len(rows) == 2
    assert calendar_file(rows, NOW).count(b"BEGIN:VEVENT") == 2


REFUSED = (Decision("d", Authority.RVV, Outcome.NEGATIVE, final=True, notified_on=TODAY - timedelta(days=25)),)
"""A final refusal: the material aid ends in five days, the first conversation has no last day."""


def withdrew(desk: Desk, **stay: Any) -> Case:
    """A resident who withdrew."""
    new = new_case("GNT-2026-0900", desk.profile.desk, "An Vos", desk.clock)
    person = replace(new.household[0], birth_date=PartialDate(1990))
    told = replace(new.stay, **{"in_reception": True, **stay})
    history = (StatusChange("s", Status.WITHDRAWN, NOW, "An Vos"),)
    return replace(new, household=(person,), stay=told, history=history)


def test_the_terms_of_who_withdrew_run_on_day_after_day_and_then_rest(bare: Path, tmp_path: Path) -> None:
    profile = Path(shutil.copytree(bare, tmp_path / "profile"))
    watched, left = [], []
    for later in (0, 4, 5, 6, 7):
        desk = Desk(unlock(profile), rule_tables(), still_clock(NOW + timedelta(days=later)))
        if not later:
            desk.add_cases([withdrew(desk, decisions=REFUSED)]).result()
        left.append(len(desk.opened.database.submit(partial(stale, desk.clock.today())).result()))
        mend(desk)
        watched.append([(row.item.kind, row.item.on) for row in desk.agenda.rows(AgendaFilter(undated=True)).result()])
        desk.close()
    runs = [(AgendaKind.AID_ENDS, TODAY + timedelta(days=5))]
    assert watched == [runs, runs, runs, [], []]
    assert left == [1, 1, 1, 1, 0]


@pytest.mark.parametrize(
    ("stay", "read"),
    [
        ({"decisions": REFUSED}, True),
        ({"orders": (LeaveOrder("o", leave_by=TODAY + timedelta(days=1)),)}, True),
        ({"otp_arrived_on": TODAY}, True),
        ({"decisions": (replace(REFUSED[0], notified_on=TODAY - timedelta(days=400)),)}, False),
        ({"orders": (LeaveOrder("o", leave_by=TODAY - timedelta(days=400)),)}, False),
        ({}, False),
    ],
)
def test_of_many_only_those_are_read_in_which_a_term_may_run(
    desk: Desk, stay: dict[str, Any], monkeypatch: pytest.MonkeyPatch, *, read: bool
) -> None:
    case = withdrew(desk, **stay)
    monkeypatch.setattr("loket_app.services.agenda_healing.AT_ONCE", 0)
    desk.add_cases([case]).result()
    assert desk.agenda.overview().result().behind == ((case.id,) if read else ())


def test_no_rule_counts_as_far_as_what_is_left_unread() -> None:
    rules = track_rules()
    rows = [row for moment in rules.moments for row in moment.rows] + [row for aid in rules.aid for row in aid.rows]
    assert 3 * max(abs(row.count or 0) for row in rows) < LONG_AGO.days


def stale(today: date, store: Store) -> tuple[str, ...]:
    with store.reading() as unit:
        return unit.agenda.stale(worked_out(today), ASIDE_RULES)


def test_a_withdrawn_case_is_not_worked_out_again_each_day(bare: Path, tmp_path: Path) -> None:
    profile = Path(shutil.copytree(bare, tmp_path / "profile"))
    behind = []
    for later in (0, 1):
        desk = Desk(unlock(profile), rule_tables(), still_clock(NOW + timedelta(days=later)))
        if not later:
            add(desk, 0)
            go_to(desk, add(desk, 0), 1, Status.WITHDRAWN)
            mend(desk)
        behind.append(len(desk.opened.database.submit(partial(stale, desk.clock.today())).result()))
        desk.close()
    assert behind == [0, 1]


def test_many_are_worked_out_in_several_goes(desk: Desk) -> None:
    cases = [add(desk, -1) for _case in range(AT_ONCE + 1)]
    assert desk.agenda.overview().result().count == 0  # nobody waits for the first of many
    assert mend(desk) == 2
    late = desk.agenda.overview().result().sections[0]
    assert (late.count, len(late.lines)) == (len(cases), SHOWN)
    rest = desk.agenda.page(part_filter(Part.LATE, TODAY), SHOWN, 100).result()
    assert {line.row.case_id for line in (*late.lines, *rest)} == {case.id for case in cases}


def test_a_part_of_which_every_line_is_shown_is_not_counted_as_well(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(desk, 0)
    mend(desk)
    monkeypatch.delattr(Agenda, "count")
    assert desk.agenda.overview().result().count == 1


def test_one_counsellor_or_the_whole_desk(desk: Desk) -> None:
    mine, other = add(desk, 0), add(desk, 0, "Bert Maes")
    mend(desk)
    assert parts(desk, "An Vos")[Part.TODAY] == [mine.number]
    assert sorted(parts(desk)[Part.TODAY]) == sorted([mine.number, other.number])
    assert [row.row.number for row in desk.today(counsellor="Bert Maes").result()] == [other.number]


def test_whose_cases_are_shown_is_remembered(desk: Desk) -> None:
    assert not Preferences().own_cases
    desk.save_preferences(replace(desk.preferences, own_cases=True)).result()
    assert desk.preferences.own_cases


def test_the_days_of_a_month_are_counted_by_kind(desk: Desk) -> None:
    case = add(desk, 3)
    visits = tuple(Appointment(f"a{n}", on=TODAY + timedelta(days=3), at=f"1{n}:00") for n in range(2))
    for visit in visits:
        desk.record(
            [Change(case.id, f"appointments/{visit.id}", None, visit, LOGIN, NOW, visit.id, position=0)]
        ).result()
    mend(desk)
    month = AgendaFilter(first=date(2026, 4, 1), last=date(2026, 4, 30))
    counted = desk.agenda.by_day(month).result()
    assert counted == {TODAY + timedelta(days=3): {AgendaKind.APPOINTMENT: 2, AgendaKind.WAIT: 1}}
    assert [row.at for row in desk.agenda.rows(month).result()] == ["10:00", "11:00", None]
    assert desk.agenda.count(month).result() == 3


def test_a_full_disk_keeps_nobody_from_reading(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = add(desk, 0)
    mend(desk)
    add(desk, 0)

    def full(_store: Store) -> None:
        raise DiskFull(Path("store"))

    with monkeypatch.context() as patch:
        patch.setattr(Store, "work", full)
        shown = desk.agenda.overview().result()
    assert isinstance(shown.trouble, DiskFull)
    assert len(shown.behind) == 1
    assert [line.row.number for section in shown.sections for line in section.lines] == [kept.number]
    assert desk.agenda.overview().result().trouble is None
    assert len(parts(desk)[Part.TODAY]) == 2


def test_the_days_follow_the_calendar_without_any_edit(bare: Path, tmp_path: Path) -> None:
    """A conversation of next week is held then: the day before it is due, the day after it is done."""
    profile = Path(shutil.copytree(bare, tmp_path / "profile"))
    refused = Decision("d", Authority.CGVS, Outcome.NEGATIVE, notified_on=TODAY)
    talk = Conversation("c", on=TODAY + timedelta(days=2), moment=KeyMoment.NEGATIVE_DECISION)
    found: list[int] = []
    for later in (0, 3):
        desk = Desk(unlock(profile), rule_tables(), still_clock(NOW + timedelta(days=later)))
        if not later:
            new = new_case("GNT-2026-0001", desk.profile.desk, "An Vos", desk.clock)
            person = replace(new.household[0], birth_date=PartialDate(1990))
            stay = replace(new.stay, in_reception=True, decisions=(refused,))
            desk.add_cases([replace(new, household=(person,), stay=stay, conversations=(talk,))]).result()
        mend(desk)
        found.append(desk.agenda.count(AgendaFilter(kinds=frozenset({AgendaKind.KEY_MOMENT}))).result())
        desk.close()
    assert found == [1, 0]


def test_withdrawn_cases_without_arrangements_are_done_unread(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old store has many of them."""
    made = [new_case(f"GNT-2026-{n:04d}", desk.profile.desk, "An Vos", desk.clock) for n in range(AT_ONCE + 2)]
    withdrew = (StatusChange("s", Status.WITHDRAWN, NOW, "An Vos"),)
    waits = (Wait("w", WaitingFor.IOM, ask_again_on=TODAY),)
    cases = [replace(each, history=withdrew, waits=waits if n == 0 else ()) for n, each in enumerate(made)]
    desk.add_cases(cases).result()
    assert desk.agenda.overview().result().behind == (cases[0].id,)
    monkeypatch.setattr("loket_app.services.agenda_healing.AT_ONCE", 1)
    assert parts(desk)[Part.TODAY] == [cases[0].number]


@pytest.mark.parametrize(
    "arranged",
    [
        {"appointments": (Appointment("a", on=TODAY),)},
        {"waits": (Wait("w"),)},
        {"handovers": (Handover("h", Recipient.IOM, state=HandoverState.SENT),)},
        {"documents": (TravelDocument("d", "p", state=DocumentState.REQUESTED),)},
        {"departure": Departure(leaves_on=TODAY)},
        {"plan": Plan(reports=(FollowUpReport("r", next_on=TODAY),))},
    ],
    ids=lambda arranged: next(iter(arranged)),
)
def test_none_with_an_arrangement_is_passed_over(
    desk: Desk, arranged: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loket_app.services.agenda_healing.AT_ONCE", 0)
    new = new_case("GNT-2026-0001", desk.profile.desk, "An Vos", desk.clock)
    withdrew = (StatusChange("s", Status.WITHDRAWN, NOW, "An Vos"),)
    desk.add_cases([replace(new, history=withdrew, **arranged)]).result()
    assert desk.agenda.overview().result().behind == (new.id,)
