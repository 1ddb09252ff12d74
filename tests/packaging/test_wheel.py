"""The wheel carries what Loket needs and runs away from its checkout."""

from __future__ import annotations

import gettext
import io
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.architecture.source import ROOT, tracked

SCRIPTS = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built with the pinned backend and no network."""
    out = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out), cwd=ROOT)
    (built,) = out.glob("loket-*.whl")
    return built


@pytest.fixture
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_resource_and_module_is_in_it(names: set[str]) -> None:
    assert _in_package("resources") <= names
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "loket_app").rglob("*.py")} <= names


@pytest.mark.parametrize("lang", ["nl", "fr", "de"])
def test_every_translated_word_is_in_it(wheel: Path, lang: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        compiled = archive.read(f"loket_app/translations/{lang}/LC_MESSAGES/loket.mo")
    words = gettext.GNUTranslations(io.BytesIO(compiled))
    translated = _translated(lang)
    assert translated
    assert {source: words.gettext(source) for source in translated} == translated


def _translated(lang: str) -> dict[str, str]:
    with (ROOT / "translations" / lang / "LC_MESSAGES" / "loket.po").open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id and entry.string and not (entry.context or entry.fuzzy)]
    return {entry.id: entry.string for entry in entries if isinstance(entry.id, str) and isinstance(entry.string, str)}


def test_nothing_else_is_in_it(names: set[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"loket_app"}
    assert not {name for name in names if name.endswith((".po", ".pot", ".pyc")) or "/tests/" in name}


def test_it_has_a_command_and_a_windows_entry(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        text = archive.read(name).decode()
    assert "[console_scripts]\nloket = loket_app.__main__:main" in text
    assert "[gui_scripts]\nloket-desk = loket_app.__main__:main" in text


@pytest.mark.slow
def test_installed_in_an_empty_environment_it_runs_the_demo(wheel: Path, tmp_path: Path) -> None:
    scripts = _install(wheel, tmp_path / "env")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    said = _run(str(scripts / "loket"), "demo", "--out", "made", cwd=elsewhere)
    made = sorted((elsewhere / "made").rglob("*.pdf"))
    assert len(made) >= 3, said
    assert all(pdf.read_bytes().startswith(b"%PDF-") for pdf in made)


def _install(wheel: Path, place: Path) -> Path:
    """An environment with Loket alone; it sees the libraries of this one, which the network would bring."""
    venv.create(place, with_pip=False)
    libraries = sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)})
    Path(libraries, "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    python = place / SCRIPTS / "python"
    _run(sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel))
    where = _run(str(python), "-c", "import loket_app; print(loket_app.__file__)", cwd=place)
    assert where.startswith(str(place))
    return place / SCRIPTS


def _in_package(folder: str) -> set[str]:
    return {f"loket_app/{path.as_posix()}" for path in tracked(ROOT) if path.parts[0] == folder}


def _run(*command: str, cwd: Path | None = None) -> str:
    """What the command says; when it fails, the test shows it."""
    away = {"PYTHONPATH", "PYTHONHOME"}
    env = {name: value for name, value in os.environ.items() if name not in away}
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
