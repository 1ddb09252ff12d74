"""The page of rates and rules as it stands in the program: dressed, shown and active, on a day that stands still."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loket_app.domain.tables import RuleTables
from loket_app.i18n import set_language
from loket_app.rules import load_tables
from loket_app.ui import style
from tests.ui.rules.support import Calendar, Opener


@pytest.fixture(scope="session")
def shipped() -> RuleTables:
    return load_tables()


@pytest.fixture(autouse=True)
def screen(qapp: QApplication) -> Iterator[None]:
    """Every test begins in English and in the light theme."""
    set_language("en")
    style.apply(qapp, "light")
    yield
    set_language("en")


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def opener(qtbot: QtBot, shipped: RuleTables, calendar: Calendar) -> Opener:
    return Opener(qtbot, shipped, calendar)
