"""A package that came in is looked at; nothing of it comes into the store, and what can't be opened is said in a line."""

from __future__ import annotations

from pathlib import Path

import pyrage
import pytest

from loket_app.domain.handover import Recipient
from loket_app.services.casefile import advise_case
from loket_app.services.desk import CaseFilter
from loket_app.services.handover import PublicKey, make, secret_key
from loket_app.ui.settings.open_package import OpenPackage
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, still_clock, until
from tests.ui.case.test_handover import READY
from tests.ui.conftest import ShowWindow

IDENTITY = pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = make(
        READY,
        Recipient.IOM,
        PublicKey(str(IDENTITY.to_public())),
        by="AV",
        lang="en",
        advice=advise_case(READY, clock=still_clock()),
        clock=still_clock(),
    )
    target = tmp_path_factory.mktemp("in") / "package.age"
    target.write_bytes(made.package)
    return target


@pytest.fixture
def shown(show_window: ShowWindow) -> tuple[MainWindow, OpenPackage]:
    window = show_window()
    window.show_place("settings")
    found: OpenPackage | None = window.findChild(OpenPackage)
    assert found is not None
    return window, found


def test_it_shows_what_it_holds_and_takes_nothing_over(shown: tuple[MainWindow, OpenPackage], package: Path) -> None:
    window, part = shown
    part.read(package, secret_key(str(IDENTITY)))
    until(lambda: part.pages.page_count() > 0)
    assert READY.number in part._facts.text()
    settle(window)
    assert window._desk.count(CaseFilter()).result() == 0


@pytest.mark.parametrize("spoil", ["cut", "wrong key", "no package", "gone"])
def test_what_cannot_be_opened_is_said_in_a_line(
    shown: tuple[MainWindow, OpenPackage], package: Path, tmp_path: Path, spoil: str
) -> None:
    _window, part = shown
    content = package.read_bytes()
    file = tmp_path / "in.age"
    if spoil != "gone":
        file.write_bytes({"cut": content[:-40], "no package": b"hello"}.get(spoil, content))
    key = pyrage.x25519.Identity.generate() if spoil == "wrong key" else IDENTITY
    part.read(file, secret_key(str(key)))
    until(lambda: "Opening" not in part.told._words())
    assert part.told._words()
    assert part.pages.page_count() == 0


def test_without_a_passphrase_it_says_what_to_do(shown: tuple[MainWindow, OpenPackage]) -> None:
    _window, part = shown
    part.open.click()
    assert "passphrase" in part.told._words()
