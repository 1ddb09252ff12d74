"""A package that came in is looked at; nothing of it comes into the store, and what can't be opened is said in a line."""

from __future__ import annotations

import io
from pathlib import Path
from threading import current_thread, main_thread

import pikepdf
import pyrage
import pytest

from loket_app.domain.handover import Recipient
from loket_app.services.casefile import advise_case
from loket_app.services.desk import CaseFilter
from loket_app.services.handover import PublicKey, SecretKey, make, secret_key
from loket_app.services.printing import PageImage, render_fitting
from loket_app.ui.settings import package_pages
from loket_app.ui.settings.open_package import OpenPackage
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, still_clock, until
from tests.handover_packages import Parts
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


def _with_print(printed: bytes, tmp_path: Path) -> tuple[Path, SecretKey]:
    """A package whose application is something else, under the right checksum."""
    parts = Parts()
    parts.put("application.pdf", printed)
    file = tmp_path / "other.age"
    file.write_bytes(parts.locked())
    return file, parts.pair.secret


def _pdf(pages: int, side: int) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as document:
        for _page in range(pages):
            document.add_blank_page(page_size=(side, side))
        document.save(out)
    return out.getvalue()


def test_a_huge_application_is_drawn_in_part_and_beside_the_screen(
    shown: tuple[MainWindow, OpenPackage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _window, part = shown
    threads: set[str] = set()

    def drawing(pdf: bytes, number: int, longest: int) -> PageImage:
        threads.add(current_thread().name)
        return render_fitting(pdf, number, longest)

    monkeypatch.setattr(package_pages, "render_fitting", drawing)
    part.read(*_with_print(_pdf(package_pages.MOST_PAGES + 3, 14_400), tmp_path))
    until(lambda: part.pages.page_count() == package_pages.MOST_PAGES)
    assert main_thread().name not in threads
    assert all(max(page.pixmap().width(), page.pixmap().height()) < 1_200 for page in part.pages._view._pages)
    assert part.pages._more.text() == "The first 20 of its 23 pages:"
    assert part.pages._more.isVisible()


@pytest.mark.parametrize("printed", [b"hello", b"%PDF-1.7 a print"])
def test_an_application_that_is_no_pdf_is_refused_and_nothing_of_the_one_before_stays(
    shown: tuple[MainWindow, OpenPackage], package: Path, tmp_path: Path, printed: bytes
) -> None:
    _window, part = shown
    part.read(package, secret_key(str(IDENTITY)))
    until(lambda: part.pages.page_count() > 0)
    part.read(*_with_print(printed, tmp_path))
    until(lambda: "Opening" not in part.told._words())
    assert "application.pdf is no PDF" in part.told._words()
    assert part.pages.page_count() == 0
    assert not part._facts.isVisible()


def test_a_page_that_can_not_be_drawn_is_said(
    shown: tuple[MainWindow, OpenPackage], package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_pdf: bytes, _number: int, _longest: int) -> PageImage:
        raise ValueError

    _window, part = shown
    monkeypatch.setattr(package_pages, "render_fitting", failing)
    part.read(package, secret_key(str(IDENTITY)))
    until(lambda: "Not every page" in part.told._words())
    assert part._facts.isVisible()


def test_without_a_passphrase_it_says_what_to_do(shown: tuple[MainWindow, OpenPackage]) -> None:
    _window, part = shown
    part.open.click()
    assert "passphrase" in part.told._words()
