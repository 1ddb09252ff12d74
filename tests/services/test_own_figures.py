"""The desk's own figures on a real store: two people, one layer, tables that follow at once, packs between desks."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from loket_app.domain.layer import State
from loket_app.domain.money import Money
from loket_app.domain.pack_preview import Standing
from loket_app.domain.tables import Per, Period, RuleTables, Share, ValueKind
from loket_app.exchange.rules_pack import RulesPackError
from loket_app.i18n import set_language
from loket_app.rules import load_tables
from loket_app.services.complaints import Complaint
from loket_app.services.desk import Desk
from loket_app.services.entrance import open_store
from loket_app.services.entrance_problems import LoginStands
from tests.at_work import LOGIN, PASSPHRASE, make_profile, still_clock, unlock
from tests.domain.layers import BUDGET, per_person, proposal
from tests.services.broken_packs import BROKEN, entry_of

SECOND, OTHER = "BD", "acht paarden in de gang"
DAY = date(2026, 4, 14)

AsWho = Callable[[str], Desk]


@pytest.fixture(scope="session")
def tables() -> RuleTables:
    return load_tables()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed profile of two colleagues. For copying: a key takes its time."""
    profile = make_profile(tmp_path_factory.mktemp("two"))
    opened = unlock(profile)
    opened.add_colleague(PASSPHRASE, SECOND, OTHER)
    opened.close()
    return profile


@pytest.fixture
def as_who(made: Path, tmp_path: Path, tables: RuleTables) -> Iterator[AsWho]:
    """The desk unlocked by one person at a time."""
    set_language("en")
    profile = Path(shutil.copytree(made, tmp_path / "profile"))
    open_desks: list[Desk] = []
    clock = still_clock()

    def unlocked(login: str) -> Desk:
        for desk in open_desks:
            desk.close()
        open_desks.clear()
        opened = open_store(profile, login, PASSPHRASE if login == LOGIN else OTHER)
        open_desks.append(Desk(opened, tables, clock))
        return open_desks[0]

    yield unlocked
    for desk in open_desks:
        desk.close()


def value(desk: Desk, figure: str = BUDGET) -> tuple[Money | None, str]:
    row = next(each for each in desk.tables.figures if each.id == figure).row(DAY)
    assert row is not None
    return row.low, row.source.desk


def entered(as_who: AsWho, **said: Any) -> Desk:
    """A value that one person entered and the other confirmed; unlocked by the other."""
    as_who(LOGIN).figures.propose(proposal(**said)).result()
    desk = as_who(SECOND)
    desk.figures.confirm(desk.figures.layer.waiting[-1].key).result()
    return desk


def test_a_figure_waits_for_a_second_person_through_a_restart_and_counts_once_confirmed(
    as_who: AsWho, tables: RuleTables
) -> None:
    first = as_who(LOGIN)
    first.figures.propose(proposal()).result()
    assert first.tables is tables
    key = first.figures.layer.waiting[0].key
    with pytest.raises(Complaint, match="Nobody confirms a figure of one's own"):
        first.figures.confirm(key).result()
    second = as_who(SECOND)
    assert [entry.proposed_by for entry in second.figures.layer.waiting] == [LOGIN]
    second.figures.confirm(key).result()
    assert value(second) == (Money.of(1500), "GNT")
    assert value(as_who(LOGIN)) == (Money.of(1500), "GNT")


def test_a_rejected_figure_never_counts_and_a_withdrawn_one_no_longer(as_who: AsWho, tables: RuleTables) -> None:
    as_who(LOGIN).figures.propose(proposal()).result()
    desk = as_who(SECOND)
    desk.figures.reject(desk.figures.layer.waiting[0].key, "That was last year's.").result()
    assert desk.tables is tables
    desk = entered(as_who)
    desk.figures.withdraw(desk.figures.layer.counting[0].key, "The cell changed it.").result()
    again = as_who(LOGIN)
    assert again.tables is tables
    assert [entry.state for entry in again.figures.layer.entries] == [State.REJECTED, State.WITHDRAWN]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"figure": "no-such"}, "Loket knows no such figure"),
        ({"figure": "premium-iraq-2016-adult", "start": date(2017, 1, 1)}, "would have no value from"),
        ({"countries": ("BR",), "figure": "budget-visa-free"}, "Brazil has a figure of its own: .*Brazil, per adult"),
        (
            {"countries": ("GE",), "figure": "premium-visa-required-adult", "euro": 777},
            "On 01/01/2026 Georgia is in another group: .*Visa-free.* Enter it at: Departure premium per adult, .*visa-free",
        ),
        ({"countries": ("FR",), "figure": "budget-kosovo"}, "On 01/01/2026 France is in another group: .* Enter it at"),
        ({"countries": ("BR",), "figure": "premium-kosovo-adult"}, "Brazil is in another group: .*visa-free"),
        (
            {"countries": ("GE",), "figure": "premium-visa-required-adult", "start": date(2013, 1, 1)},
            "Georgia has a figure of its own: .*transition after the visa exemption",
        ),
    ],
)
def test_a_figure_that_would_break_the_tables_is_refused_and_nothing_is_kept(
    as_who: AsWho, said: dict[str, Any], words: str
) -> None:
    desk = as_who(LOGIN)
    with pytest.raises(Complaint, match=words):
        desk.figures.propose(proposal(**said)).result()
    assert as_who(LOGIN).figures.layer.entries == ()


def a_pack(as_who: AsWho, folder: Path, **said: Any) -> Path:
    """What a desk gives to the others."""
    target = folder / "pack.json"
    assert entered(as_who, **said).figures.export(target) == 1
    return target


@pytest.fixture
def elsewhere(tmp_path: Path, tables: RuleTables) -> Iterator[Desk]:
    """Another desk, with a store of its own."""
    desk = Desk(unlock(make_profile(tmp_path / "elsewhere")), tables, still_clock())
    yield desk
    desk.close()


def test_a_pack_is_looked_at_taken_over_and_taken_back_as_one(
    as_who: AsWho, elsewhere: Desk, tables: RuleTables, tmp_path: Path
) -> None:
    pack, lines = elsewhere.figures.look_at(a_pack(as_who, tmp_path))
    assert [line.standing for line in lines] == [Standing.NEW]
    assert elsewhere.tables is tables
    elsewhere.figures.take_over(pack).result()
    (entry,) = elsewhere.figures.layer.counting
    assert (entry.proposed_by, entry.confirmed_by, entry.desk) == (LOGIN, SECOND, "GNT")
    assert value(elsewhere) == (Money.of(1500), "GNT")
    assert [line.standing for line in elsewhere.figures.look_at(tmp_path / "pack.json")[1]] == [Standing.SAME]
    with pytest.raises(Complaint, match="nothing new"):
        elsewhere.figures.take_over(pack).result()
    elsewhere.figures.undo_import(elsewhere.figures.layer.packs[0].id).result()
    assert elsewhere.tables is tables


def test_a_desk_without_figures_has_nothing_to_give(elsewhere: Desk, tmp_path: Path) -> None:
    with pytest.raises(Complaint, match="No figure of this desk counts"):
        elsewhere.figures.export(tmp_path / "pack.json")
    assert not (tmp_path / "pack.json").exists()


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_bad_pack_is_refused_whole_by_name_and_nothing_changes(
    as_who: AsWho, elsewhere: Desk, tables: RuleTables, tmp_path: Path, mistake: str
) -> None:
    file = a_pack(as_who, tmp_path)
    data = json.loads(file.read_text("utf-8"))
    spoil, words = BROKEN[mistake]
    del data["sha256"]
    spoil(data)
    text = json.dumps(data, sort_keys=True, ensure_ascii=False)
    file.write_text(json.dumps({**data, "sha256": sha256(text.encode()).hexdigest()}), "utf-8")
    with pytest.raises(RulesPackError, match=f"pack.json: {words}"):
        elsewhere.figures.look_at(file)
    assert elsewhere.tables is tables


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "It is empty"),
        (b"{" * 100, "nested too deeply"),
        (b'{"a": ' + b"1" * 1_000_001 + b"}", "larger than 1 MB"),
        (b"PK\x03\x04\x00", "not written in UTF-8"),
        (b'{"loket_rules_pack": 1, "loket_rules_pack": 1}', "It stands there twice"),
    ],
)
def test_what_is_no_pack_at_all_is_refused(elsewhere: Desk, tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "pack.json").write_bytes(content)
    with pytest.raises(RulesPackError, match=words):
        elsewhere.figures.look_at(tmp_path / "pack.json")


def test_a_pack_that_was_changed_on_the_way_is_refused(as_who: AsWho, elsewhere: Desk, tmp_path: Path) -> None:
    file = a_pack(as_who, tmp_path)
    file.write_text(file.read_text("utf-8").replace("1500.00", "1700.00"), "utf-8")
    with pytest.raises(RulesPackError, match=r"pack\.json: sha256: The checksum is wrong"):
        elsewhere.figures.look_at(file)


def test_a_conflict_keeps_the_own_figure_unless_it_is_said_otherwise(as_who: AsWho, tmp_path: Path) -> None:
    desk = entered(as_who, euro=900, start=DAY - timedelta(30))
    desk.figures.export(tmp_path / "own.json")
    pack = json.loads((tmp_path / "own.json").read_text("utf-8"))
    del pack["sha256"]
    pack["desk"] = entry_of(pack)["desk"] = "BRU"
    entry_of(pack).update(id="theirs", amount="1100.00")
    text = json.dumps(pack, sort_keys=True, ensure_ascii=False)
    (tmp_path / "own.json").write_text(json.dumps({**pack, "sha256": sha256(text.encode()).hexdigest()}), "utf-8")
    found, lines = desk.figures.look_at(tmp_path / "own.json")
    assert [line.standing for line in lines] == [Standing.CONFLICT]
    with pytest.raises(Complaint, match="nothing new"):
        desk.figures.take_over(found).result()
    assert value(desk) == (Money.of(900), "GNT")
    desk.figures.take_over(found, theirs=True).result()
    assert value(desk) == (Money.of(1100), "BRU")


FREE = "premium-visa-free-adult"


def test_taking_a_value_away_leaves_no_hole_and_a_hole_elsewhere_stops_nobody(as_who: AsWho) -> None:
    entered(as_who, figure=FREE, start=date(2010, 2, 1), end=date(2012, 5, 14), euro=1)
    desk = entered(as_who, figure=FREE, start=date(2010, 1, 1), end=date(2010, 1, 31), euro=10)
    below = desk.figures.layer.counting[0].key
    with pytest.raises(Complaint, match=r"no value from 01/02/2010 to 14/05/2012\. Enter another value for those days"):
        desk.figures.withdraw(below, "It was wrong.").result()
    assert len(as_who(LOGIN).figures.layer.counting) == 2


def test_a_hole_that_was_there_before_keeps_nobody_from_entering_something_else(
    as_who: AsWho, tables: RuleTables
) -> None:
    desk = as_who(LOGIN)
    holed = [
        replace(figure, rows=(replace(figure.rows[0], period=Period(None, date(2010, 1, 31))), *figure.rows))
        if figure.id == FREE
        else figure
        for figure in tables.figures
    ]
    twin = replace(next(each for each in holed if each.id == "budget-moldova"), id="budget-moldova-again")
    desk.figures.shipped = replace(tables, figures=(*holed, twin))
    desk.figures.propose(proposal()).result()
    assert len(desk.figures.layer.waiting) == 1


def test_a_value_for_a_country_counts_only_while_the_country_is_in_the_group(
    as_who: AsWho,
) -> None:
    desk = entered(as_who, figure="premium-visa-required-adult", countries=("CM",), euro=777)
    figure = next(each for each in desk.tables.figures if each.narrows)
    assert (figure.group, figure.countries) == ("visa-required", ("CM",))


def test_a_login_that_stands_with_a_figure_is_never_given_to_somebody_else(as_who: AsWho) -> None:
    entered(as_who)
    desk = as_who(LOGIN)
    desk.people.remove(PASSPHRASE, SECOND)
    with pytest.raises(LoginStands) as refused:
        desk.people.add(PASSPHRASE, "bd", "Bea Dams", OTHER)
    assert "entered or confirmed as bd" in refused.value.what
    assert SECOND not in desk.people.logins
    desk.people.add(PASSPHRASE, "BD2", "Bea Dams", OTHER)
    assert "BD2" in desk.people.logins


def test_a_value_for_each_adult_and_each_child_is_confirmed_as_one_and_goes_on_in_a_pack(
    as_who: AsWho, elsewhere: Desk, tmp_path: Path
) -> None:
    two = Money.of(2000)
    said = per_person(Share(Per.ADULT, ValueKind.AMOUNT, two, two), Share(Per.CHILD, ValueKind.NOT_PUBLIC))
    as_who(LOGIN).figures.propose(said).result()
    desk = as_who(SECOND)
    desk.figures.confirm(desk.figures.layer.waiting[0].key).result()
    desk.figures.export(tmp_path / "pack.json")
    pack, lines = elsewhere.figures.look_at(tmp_path / "pack.json")
    assert [(line.standing, line.entry.proposal) for line in lines] == [(Standing.NEW, said)]
    elsewhere.figures.take_over(pack).result()
    row = next(each for each in elsewhere.tables.figures if each.id == BUDGET).row(DAY)
    assert row is not None
    assert (row.kind, row.shares) == (ValueKind.PER_PERSON, said.shares)
