"""What a rules pack would change, as one reads it on screen: the value here beside theirs, with who stands for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from loket_app.domain.layer import Act, ActKind, Entry, Pack, add_up
from loket_app.domain.looks import Look, value_mark
from loket_app.domain.money import Money
from loket_app.domain.tables import Looked, Per, RuleTables, Share, ValueKind
from loket_app.exchange.rules_pack import write_pack
from loket_app.i18n import set_language
from loket_app.services.own_figures import OwnFigures
from loket_app.ui.background import MainThread
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.pack_sheets import take_sheet
from tests.domain.layers import AT, BUDGET, CELL, confirmed, per_person, proposal
from tests.ui.rules.support import Calendar, _no_store


def offered(
    tables: RuleTables, file: Path, *entries: Entry, earlier: tuple[Entry, ...] = (), looks: tuple[Look, ...] = ()
) -> OwnWork:
    """A pack of Brussels that was looked at in Ghent."""
    figures = OwnFigures(tables, "AV", lambda: "GNT", Calendar().clock(), _no_store)
    before = Pack("BRU", AT.date(), tables.version, earlier)
    figures.layer = add_up([Act("i1", AT, "CE", ActKind.IMPORT, "GNT", pack=before)])
    file.write_bytes(write_pack("BRU", AT.date(), tables.version, entries, looks))
    work = OwnWork(figures, dict, MainThread())
    work.look_at(file)
    return work


def read(qtbot: QtBot, work: OwnWork) -> str:
    sheet = take_sheet(work)
    qtbot.addWidget(sheet)
    return "\n".join(label.text() for label in sheet.findChildren(QLabel)).replace("\u00a0", " ")


def test_the_value_here_stands_beside_theirs_with_source_reason_and_who_decided(
    qtbot: QtBot, shipped: RuleTables, tmp_path: Path
) -> None:
    set_language("en")
    gone = confirmed(proposal("budget-visa-free", euro=10), "b2", "BRU")
    text = read(qtbot, offered(shipped, tmp_path / "p.json", confirmed(proposal(), "b1", "BRU"), earlier=(gone,)))
    said: Callable[[str], bool] = text.__contains__
    assert all(map(said, ["New (1)", "In the pack", "1.500 €", "Now", "not public (Loket, from 01/01/2022 on)"])), text
    assert all(map(said, [CELL.title, "By mail.", "Proposed by AV on 14/04/2026, confirmed by BD on 14/04/2026."]))
    assert all(map(said, ["No longer in their pack (1)", "10 € · from 01/01/2026 on", "It still counts here."])), text


def test_a_pack_without_figures_says_so(qtbot: QtBot, shipped: RuleTables, tmp_path: Path) -> None:
    set_language("en")
    work = offered(shipped, tmp_path / "p.json")
    assert "This pack holds no figure." in read(qtbot, work)
    later = confirmed(proposal(BUDGET, date(2030, 1, 1)), "b1", "BRU")
    assert "not public (Loket, from 01/01/2022 on)" in read(qtbot, offered(shipped, tmp_path / "q.json", later))


def test_a_value_for_each_adult_and_each_child_is_read_whole(qtbot: QtBot, shipped: RuleTables, tmp_path: Path) -> None:
    set_language("en")
    two = Money.of(2000)
    said = per_person(Share(Per.ADULT, ValueKind.AMOUNT, two, two), Share(Per.CHILD, ValueKind.NOT_PUBLIC))
    text = read(qtbot, offered(shipped, tmp_path / "p.json", confirmed(said, "b1", "BRU")))
    assert "2.000 € per adult; not public per child" in text


def test_a_value_looked_at_again_is_read_before_it_is_taken_over_and_is_no_figure(
    qtbot: QtBot, shipped: RuleTables, tmp_path: Path
) -> None:
    set_language("en")
    figure = next(each for each in shipped.figures if each.id == BUDGET)
    looked = Looked("CE", AT.date(), "Mail of the cell", published=AT.date())
    there, nowhere = Look(BUDGET, value_mark(figure.rows[-1]), looked), Look("budget-visa-free@BR", "0" * 16, looked)
    work = offered(shipped, tmp_path / "p.json", looks=(there, nowhere))
    text = read(qtbot, work)
    told = "Looked at again by CE (Brussels) on 14/04/2026, still right: Mail of the cell · 14/04/2026"
    assert "Looked at again: still right (2)" in text
    assert text.count(told) == 2
    assert text.count("No value here says that: it is left out") == 1
    assert "This pack holds no figure." not in text
    sheet = take_sheet(work)
    qtbot.addWidget(sheet)
    assert "&Take over" in [button.text() for button in sheet.findChildren(QPushButton)]
