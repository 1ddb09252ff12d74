"""Nothing that was typed can be read outside the unlocked program: not in the store, its WAL, nor anywhere in a home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loket_app.services.desk import Desk
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, still_clock, unlock
from tests.e2e.keyboard import Keyboard
from tests.e2e.miftari import TYPED, intake, the_rest

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")


def test_no_name_stands_in_any_file(window: MainWindow, profile: Path, own_home: Path) -> None:
    keys = Keyboard(window)
    intake(keys)
    the_rest(keys)
    settle(window)
    places = profile.parent, own_home.parent
    opened = {path.suffix for path in files(profile)}
    assert any("wal" in suffix for suffix in opened), opened
    assert any("shm" in suffix for suffix in opened), opened
    assert found_in(*places) == []
    window.close()
    assert found_in(*places) == []
    assert {PROBE} <= names_in_store(profile)


def test_the_search_finds_what_is_in_clear(tmp_path: Path) -> None:
    """Else the test above could not fail."""
    for number, encoding in enumerate(ENCODINGS):
        (tmp_path / f"{number}.bin").write_bytes(b"\x00\xff" + PROBE.encode(encoding) + b"\x07")
    (tmp_path / f"{PROBE}.pdf").write_bytes(b"")
    assert len(found_in(tmp_path)) == len(ENCODINGS) + 1


@pytest.mark.parametrize("typed", TYPED)
def test_a_typed_word_is_long_enough_to_be_found_by_its_own_right(typed: str) -> None:
    assert len(typed) >= 5  # four bytes turn up by chance in what is encrypted


PROBE = "Vjosë"


def found_in(*folders: Path) -> list[str]:
    """Where something that was typed can be read, also in another case or in the name of a file."""
    return [f"{path}: {word}" for folder in folders for path in files(folder) for word in TYPED if _reads(path, word)]


def _reads(path: Path, word: str) -> bool:
    content = path.read_bytes()
    spellings = {word, word.casefold(), word.upper()}
    coded = {spelling.encode(encoding) for spelling in spellings for encoding in ENCODINGS}
    return word.casefold() in path.name.casefold() or any(code in content for code in coded)


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder."""
    return (path for path in folder.rglob("*") if path.is_file())


def names_in_store(profile: Path) -> set[object]:
    """The given names that the store itself knows: they were kept."""
    desk = Desk(unlock(profile), clock=still_clock())
    try:
        row = desk.search(PROBE).result()[0]
        case, _log = desk.open_case(row.id).result()
    finally:
        desk.close()
    return {person.given_names for person in case.household}
