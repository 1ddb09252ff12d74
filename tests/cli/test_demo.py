"""The sample stories: as files, and in a store that leaves nothing behind."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest

from loket_app.services import demo
from loket_app.services.clock import Clock
from loket_app.services.entrance_problems import WrongPassphrase
from loket_app.services.passphrases import judge_passphrase
from loket_app.services.store import load_cases
from tests.cli.conftest import Loket
from tests.documents.reading import words

_PDFS = [f"{kind}-{lang}.pdf" for kind in ("", "-explanation") for lang in ("nl", "fr", "de", "en")]
_PACKAGES = {"BRU-0000-0002-iom-1.loket.age", "BRU-0000-0003-caritas-1.loket.age"}
EXPECTED = {f"BRU-0000-000{n}{end}" for n in (1, 2, 3, 4) for end in (".json", *_PDFS)} | _PACKAGES | {"sample-key.txt"}


def test_the_stories_are_written_twice_in_a_row(loket: Loket, tmp_path: Path) -> None:
    for _time in range(2):
        said = loket("demo", "--out", tmp_path / "out")
        assert (said.code, said.err) == (0, "")
        assert str(tmp_path / "out") in said.out
        assert {file.name for file in (tmp_path / "out").iterdir()} == EXPECTED
        assert said.out.count("Nothing may be handed over to") == 2
        assert "consent that is made up" in " ".join(said.out.split())


def test_the_sample_packages_open_and_say_that_their_consent_is_made_up(loket: Loket, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert loket("demo", "--out", folder).code == 0
    key = folder / "sample-key.txt"
    for package in sorted(_PACKAGES):
        files = tmp_path / package.partition(".")[0]
        said = loket("handover", "open", folder / package, "--identity", key, "-o", files)
        assert said.code == 0, said.err
        told = json.loads((files / "handover.json").read_text(encoding="utf-8"))["case"]
        assert {consent["state"] for consent in told["consents"]} == {"given"}
        assert "the consent is made up" in words((files / "application.pdf").read_bytes())
    loket("demo", "--out", tmp_path / "again")
    assert (tmp_path / "again" / "sample-key.txt").read_bytes() != key.read_bytes()
    assert all("consents" not in json.loads(file.read_text(encoding="utf-8")) for file in folder.glob("*.json"))


def test_without_a_screen_they_lie_where_one_is(loket: Loket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the tests' own platform draws where nobody looks
    said = loket("demo")
    assert said.code == 0
    assert {file.name for file in (tmp_path / "loket-demo").iterdir()} == EXPECTED
    assert str(tmp_path / "loket-demo") in said.out.replace("\n", "")


def test_a_file_in_the_way_is_named(loket: Loket, tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    said = loket("demo", "--out", tmp_path / "out")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert str(tmp_path / "out") in said.err


def test_the_sample_store_holds_the_stories_and_is_thrown_away() -> None:
    passphrase = demo.new_passphrase()
    with demo.throwaway_store(passphrase) as opened:
        assert opened.profile.parent.stat().st_mode & 0o077 == 0
        assert set(load_cases(opened)) == set(demo.demo_cases(Clock().today()))
        opened.check(passphrase)
        with pytest.raises(WrongPassphrase):
            opened.check("another")
    assert not list(Path(tempfile.gettempdir()).iterdir())


def test_it_is_thrown_away_when_the_window_fails() -> None:
    def fail() -> None:
        with demo.throwaway_store(demo.new_passphrase()):
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not list(Path(tempfile.gettempdir()).iterdir())


def test_its_passphrase_is_strong_and_never_the_same() -> None:
    first, second = demo.new_passphrase(), demo.new_passphrase()
    assert first != second
    assert judge_passphrase(first).suffices
