"""Whatever is wrong with a file: exit 2, one line with file, place and remedy, nothing changed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loket_app import paths
from tests.cli.conftest import Loket, tree

MIFTARI = (paths.resources() / "demo" / "miftari.json").read_text(encoding="utf-8")


def _with(**changes: Any) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        data = json.loads(MIFTARI)
        data["household"][1] |= changes
        file.write_text(json.dumps(data), encoding="utf-8")

    return write


def _text(text: str, encoding: str = "utf-8") -> Callable[[Path], None]:
    def write(file: Path) -> None:
        file.write_text(text, encoding=encoding)

    return write


_ACCENTED = MIFTARI.replace("Miftari", "Miftarë")


def _huge(file: Path) -> None:
    with file.open("wb") as hole:
        hole.truncate(200_000_000)


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "unknown key": (_with(birthdate="1987"), "household/2/birthdate"),
    "wrong type": (_with(travels="yes"), "household/2/travels"),
    "impossible date": (_with(birth_date="1987-02-30"), "household/2/birth_date"),
    "unknown value": (_with(sex="v"), "household/2/sex"),
    "unknown country": (_with(nationalities=["QQ"]), "household/2/nationalities/1"),
    "huge": (_huge, "5 MB"),
    "utf-16": (_text(_ACCENTED, "utf-16"), "UTF-8"),
    "latin-1": (_text(_ACCENTED, "latin-1"), "line "),
    "cut off": (_text(MIFTARI[:900]), "line "),
    "empty": (lambda file: file.touch(), "empty"),
    "a folder": (lambda file: file.mkdir(), "folder"),
    "not there": (lambda _file: None, "no such file"),
    "newer": (_text(MIFTARI.replace('se": 1', 'se": 2')), "loket_case"),
}


@pytest.fixture(params=BAD)
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A file that is no case, and a part of the line that must be said of it."""
    file = tmp_path / "case.json"
    write, words = BAD[request.param]
    write(file)
    return file, words


@pytest.mark.parametrize("typed", [["check"], ["check", "--json"], ["summary", "-o", "out.pdf"]])
def test_it_is_named_and_nothing_is_written(
    loket: Loket, bad: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str]
) -> None:
    file, words = bad
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    said = loket(typed[0], file, *typed[1:])
    _is_one_line(said.code, said.out, said.err)
    assert str(file) in said.err
    assert words in said.err
    assert sorted(tmp_path.rglob("*")) == before


def test_one_bad_file_keeps_all_out_of_the_store(
    loket: Loket, bad: tuple[Path, str], store: Path, secret: Path, stories: dict[str, Path]
) -> None:
    before = tree(store)
    said = loket("store", "import", stories["agnes"], bad[0], "--profile", store, "--passphrase-file", secret)
    _is_one_line(said.code, said.out, said.err)
    assert str(bad[0]) in said.err
    assert tree(store) == before


_AGNES = paths.resources() / "demo" / "agnes.json"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["summary", _AGNES, "-o", "{long}.pdf"], "name is too long"),
        (["summary", _AGNES, "-o", "{long}.pdf", "--force"], "name is too long"),
        (["explain", _AGNES, "-o", "{long}.pdf"], "name is too long"),
        (["costs", _AGNES, "-o", "{long}.xlsx"], "name is too long"),
        (["demo", "--out", "{long}"], "name is too long"),
    ],
)
def test_a_name_that_no_disk_takes_is_bad_input(
    loket: Loket, tmp_path: Path, typed: list[str | Path], words: str
) -> None:
    long = tmp_path / ("a" * 300)
    said = loket(*(str(word).format(long=long) for word in typed))
    _is_one_line(said.code, said.out, said.err)
    assert words in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="its devices have other names")
def test_a_device_is_not_replaced_by_a_file(loket: Loket, tmp_path: Path) -> None:
    """Whoever may write to everything would lose what the others reach by that name."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    said = loket("summary", _AGNES, "-o", pipe, "--force")
    _is_one_line(said.code, said.out, said.err)
    assert "That is a device, and no file." in said.err
    assert pipe.is_fifo()


def test_a_link_to_nothing_is_replaced_when_that_was_asked(loket: Loket, tmp_path: Path) -> None:
    link = tmp_path / "out.pdf"
    link.symlink_to(tmp_path / "nothing")
    assert loket("summary", _AGNES, "-o", link, "--force").code == 0
    assert link.read_bytes().startswith(b"%PDF")


def _is_one_line(code: int, out: str, err: str) -> None:
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ([], "screen"),
        (["nonsense"], "nonsense"),
        (["check"], "CASE.json"),
        (["check", "a.json", "--departure", "31/2/2026"], "--departure"),
        (["check", "a.json", "--departure", "1987"], "--departure"),
        (["check", "a.json", "--lang", "es"], "--lang"),
        (["check", "a.json", "--jso"], "--jso"),
        (["summary", "a.json"], "--out"),
        (["store"], "COMMAND"),
        (["store", "backup"], "backup"),
        (["store", "init", "--desk", "GENT"], "--desk"),
        (["store", "list", "--passphrase", "secret"], "--passphrase"),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_line(
    loket: Loket, monkeypatch: pytest.MonkeyPatch, typed: list[str], words: str
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    said = loket(*typed)
    _is_one_line(said.code, said.out, said.err)
    assert words in said.err
    assert "--help" in said.err


@pytest.mark.parametrize("lang", ["nl", "fr", "de", "en"])
@pytest.mark.parametrize("command", [[], ["demo"], ["check"], ["summary"], ["schema"], ["store"], ["store", "init"]])
def test_help_is_given_in_every_language(loket: Loket, command: list[str], lang: str) -> None:
    said = loket(*command, "--help", "--lang", lang)
    assert (said.code, said.err) == (0, "")
    assert "--help" in said.out
