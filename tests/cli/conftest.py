"""Commands as somebody types them, in this process, with English answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from loket_app import i18n, paths
from loket_app.__main__ import main
from loket_app.services.demo import STORIES

PASSPHRASE = "veldsla-kachel-omweg-zeven"


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Loket = Callable[..., Said]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The language of the computer is English, and that of the program is put back afterwards."""
    before = i18n.language()
    monkeypatch.setenv("LANGUAGE", "en")
    yield
    i18n.set_language(before)


@pytest.fixture
def loket(capsys: pytest.CaptureFixture[str]) -> Loket:
    """Type `loket …` and read the answer."""

    def typed(*words: object) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return typed


@pytest.fixture
def stories() -> dict[str, Path]:
    """The case files of the stories that the brochure tells."""
    return {story: paths.resources() / "demo" / f"{story}.json" for story in STORIES}


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file with the passphrase, for its owner alone."""
    file = tmp_path / "passphrase"
    file.touch(mode=0o600)
    file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return file


@pytest.fixture
def store(tmp_path: Path, secret: Path, loket: Loket) -> Path:
    """The folder of a new store."""
    profile = tmp_path / "profile"
    assert loket("store", "init", "--profile", profile, "--passphrase-file", secret, "--desk", "BRU").code == 0
    return profile


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything in a folder, to see that nothing changed."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}
