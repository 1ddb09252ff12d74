"""Every test of a field speaks English unless it says otherwise, on a page that is dressed, shown and active."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loket_app import i18n
from loket_app.domain.case import Case, Desk
from loket_app.domain.person import Identifier, IdentifierKind, Person, Relation
from loket_app.ui import style
from tests.ui.fields.support import Page


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    i18n.set_language("en")
    yield
    i18n.set_language("en")


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Page:
    style.apply(qapp, "light")
    shown = Page()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    with qtbot.waitActive(shown):
        pass
    return shown


@pytest.fixture
def case() -> Case:
    applicant = Person(
        id="p",
        relation=Relation.APPLICANT,
        family_name="Miftari",
        given_names="Agim",
        identifiers=(Identifier("i", IdentifierKind.NATIONAL), Identifier("j", IdentifierKind.DVZ)),
    )
    return Case(
        id="c",
        number="GNT-2026-0017",
        desk=Desk.GHENT,
        opened_on=date(2026, 4, 14),
        counsellor="Counsellor",
        household=(applicant, Person(id="q", relation=Relation.CHILD)),
    )
