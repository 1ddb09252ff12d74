"""The tree holds what was agreed, and nothing of the machine it was written on."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.architecture.house import foreign, strangers
from tests.architecture.source import ROOT


def test_the_top_level_is_as_agreed() -> None:
    assert strangers(ROOT) == []


def test_nothing_belongs_to_one_machine() -> None:
    assert foreign(ROOT) == []


@pytest.fixture(params=["checkout", "archive"])
def tree(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    (tmp_path / ".gitignore").write_text("build/\n*.mo\n", encoding="utf-8")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "seen").write_text(_plain("/ro|ot/x"), encoding="utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text(_plain("fine\nsee /ro|ot/x\n"), encoding="utf-8")
    if request.param == "checkout":
        subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
        subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    return tmp_path


def _plain(broken: str) -> str:
    """A line that would itself be found here, were it not written in two pieces."""
    return broken.replace("|", "")


def test_a_stranger_is_seen(tree: Path) -> None:
    assert strangers(tree) == ["notes"]


def test_a_path_of_one_machine_is_seen(tree: Path) -> None:
    assert foreign(tree) == ["notes/a.txt:2 a path of one machine"]


@pytest.mark.parametrize(
    "line",
    ["see ../sha|red/x", "file:|///x", "https://pypi|.org/simple", "--index|-url x", "# TO|DO: later"],
)
def test_other_foreign_words_are_seen(tree: Path, line: str) -> None:
    (tree / "notes" / "a.txt").write_text(_plain(line), encoding="utf-8")
    assert len(foreign(tree)) == 1


@pytest.mark.parametrize("line", ["https://example.be/work/x", "usr/home/x/", "net/root/x"])
def test_an_address_that_merely_looks_alike_passes(tree: Path, line: str) -> None:
    (tree / "notes" / "a.txt").write_text(line, encoding="utf-8")
    assert foreign(tree) == []


def test_what_runs_the_program_is_what_the_tests_ran() -> None:
    app, dev = _pins("app"), _pins("dev")
    assert app.items() <= dev.items()


def test_every_requirement_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {_normal(re.split(r"[<>=!~ ]", name)[0]) for name in wanted} <= _pins("dev").keys()


def _pins(kind: str) -> dict[str, str]:
    text = (ROOT / ".ci" / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")
    return {_normal(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
