"""Values that somebody looked at again: kept in the store, checked from that day on, and nothing counts otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from loket_app.domain.layer import ActKind
from loket_app.domain.money import Money
from loket_app.domain.tables import Looked, Row
from loket_app.exchange.rules_pack import pack_of, write_pack
from loket_app.i18n import set_language
from loket_app.services.complaints import Complaint
from loket_app.services.desk import Desk
from loket_app.services.rates import rates
from loket_app.services.rates_layer import Below
from loket_app.services.rates_views import FigureView
from tests.at_work import LOGIN, make_profile, still_clock, unlock
from tests.domain.layers import BUDGET, confirmed, proposal

LATER = datetime(2028, 1, 10, 9, 0, tzinfo=UTC)
TODAY = LATER.date()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """More than a year after the tables were looked at."""
    set_language("en")
    opened = Desk(unlock(make_profile(tmp_path)), clock=still_clock(LATER))
    yield opened
    opened.close()


def row(desk: Desk, figure: str = BUDGET) -> Row:
    return next(each for each in desk.tables.figures if each.id == figure).rows[-1]


def view(desk: Desk, figure: str = BUDGET) -> FigureView:
    shown = rates(desk.tables, TODAY, TODAY, below=Below(desk.figures.shipped, "GNT"))
    return next(each for section in shown.figures for each in section.figures if each.figure.id == figure)


def look(desk: Desk, figure: str = BUDGET) -> None:
    desk.figures.look_again(
        figure, row(desk, figure), "Mail of the cell", "https://example.org/a", date(2028, 1, 9)
    ).result()


def test_one_person_looks_again_and_the_source_counts_as_checked_that_day_while_no_value_changes(desk: Desk) -> None:
    before, version = row(desk), desk.tables.version
    assert view(desk).stale_since == before.source.checked_on
    look(desk)
    looked = Looked(LOGIN, TODAY, "Mail of the cell", "https://example.org/a", date(2028, 1, 9))
    assert row(desk) == replace(before, source=replace(before.source, checked_on=TODAY), looked=(looked,))
    assert (view(desk).stale_since, desk.tables.version) == (None, version)
    assert desk.figures.layer.counting == ()


def test_it_is_an_act_that_stays_and_of_no_other_figure(desk: Desk, tmp_path: Path) -> None:
    look(desk)
    (kept,) = desk._read(lambda unit: unit.rules_acts.all()).result()
    assert (kept.kind, kept.by, kept.at) == (ActKind.LOOK_AGAIN.value, LOGIN, LATER)
    desk.close()
    again = Desk(unlock(tmp_path / "profile"), clock=still_clock(LATER))
    assert [each.title for each in row(again).looked] == ["Mail of the cell"]
    assert row(again, "premium-visa-free-adult").looked == ()
    assert again.figures.unread == ()
    assert again.people.names[LOGIN] == "An Vos"
    again.close()


def test_what_was_looked_at_is_that_value_and_not_the_next_one(desk: Desk) -> None:
    look(desk)
    desk.figures._keep(replace(desk.figures.layer, entries=(confirmed(proposal(start=date(2027, 1, 1))),)))
    assert (row(desk).low, row(desk).looked) == (Money.of(1500), ())
    assert view(desk).stale_since == date(2026, 4, 14)
    assert view(desk).rows[-1].whole is not None  # the value below, cut and looked at, is still known as the same
    look(desk)
    assert view(desk).stale_since is None


def test_it_goes_to_another_desk_in_a_pack_is_seen_first_and_taken_back_as_a_whole(desk: Desk, tmp_path: Path) -> None:
    look(desk)
    assert desk.figures.export(tmp_path / "pack.json") == 0
    other = Desk(unlock(make_profile(tmp_path / "other")), clock=still_clock(LATER))
    pack, lines = other.figures.look_at(tmp_path / "pack.json")
    (line,) = other.figures.look_lines(pack)
    assert (lines, line.row, line.is_new) == ((), row(other), True)
    other.figures.take_over(pack).result()
    looked = Looked(LOGIN, TODAY, "Mail of the cell", "https://example.org/a", date(2028, 1, 9), desk="GNT")
    assert (row(other).looked, row(other).source.checked_on) == ((looked,), TODAY)
    assert other.figures.looks_to_give == ()  # a desk gives what it looked at itself
    assert [each.known for each in other.figures.look_lines(pack)] == [True]
    with pytest.raises(Complaint, match="nothing new"):
        other.figures.take_over(pack).result()
    other._read(other.figures.load).result()
    assert row(other).looked == (looked,)
    other.figures.undo_import(other.figures.layer.packs[0].id).result()
    assert row(other).looked == ()
    other.close()


def test_a_look_at_a_value_that_stands_nowhere_here_is_left_out(desk: Desk, tmp_path: Path) -> None:
    look(desk)
    desk.figures.export(tmp_path / "pack.json")
    pack, _lines = desk.figures.look_at(tmp_path / "pack.json")
    assert [each.known for each in desk.figures.look_lines(pack)] == [True]  # of its own pack nothing is new
    desk.figures._keep(replace(desk.figures.layer, entries=(confirmed(proposal(start=date(2020, 1, 1))),)))
    (line,) = desk.figures.look_lines(pack)
    assert (line.row, line.is_new) == (None, False)


def test_a_pack_of_format_2_is_read_and_has_none(desk: Desk) -> None:
    given = json.loads(write_pack("BRU", date(2026, 4, 14), "2026.11", [confirmed(proposal(), "b1", "BRU")]))
    del given["sha256"], given["looks"]
    given["loket_rules_pack"] = 2
    text = json.dumps(given, sort_keys=True, ensure_ascii=False)
    pack = pack_of({**given, "sha256": sha256(text.encode()).hexdigest()})
    assert (len(pack.entries), pack.looks) == (1, ())
    desk.figures.take_over(pack).result()
    assert desk.figures.layer.looked == ()


def test_a_value_that_is_no_longer_there_was_not_looked_at(desk: Desk) -> None:
    gone = replace(row(desk), low=Money.of(1), high=Money.of(1))
    with pytest.raises(Complaint, match="This is no longer there"):
        desk.figures.look_again(BUDGET, gone, "Mail of the cell").result()
    with pytest.raises(Complaint, match="It is missing"):
        desk.figures.look_again(BUDGET, row(desk), " ").result()
    assert desk.figures.layer.looks == ()
