"""A fault of ours is told with where its report lies, and the report tells nothing of anybody."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import loket_app.cli.check
import loket_app.cli.schema
from loket_app.__main__ import main
from tests.cli.conftest import Loket


def test_a_fault_leaves_a_report_without_content(
    loket: Loket, stories: dict[str, Path], own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise RuntimeError("Agnès has health problems") from KeyError("Agnès")

    monkeypatch.setattr(loket_app.cli.check, "advise_case", broken)
    said = loket("check", stories["agnes"], "--json")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    (report,) = own_home.rglob("report-*.txt")
    assert str(report) in said.err
    text = report.read_text(encoding="utf-8")
    assert report.stat().st_mode & 0o077 == 0
    assert "RuntimeError" in text
    assert "KeyError" in text
    assert "loket_app/cli/check.py:" in text
    assert "check\n" in text
    for private in ("Agnès", str(stories["agnes"]), "agnes", str(own_home), str(Path.home())):
        assert private not in text


def test_a_report_finds_another_place_when_its_own_is_closed(
    loket: Loket, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_home / ".local" / "state").rmdir()
    (own_home / ".local" / "state").touch()
    monkeypatch.setattr(loket_app.cli.schema, "case_file_schema", lambda: 1 // 0)
    said = loket("schema")
    assert said.code == 1
    assert Path(said.err.split(": ")[-1].strip()).is_file()


def test_without_a_console_nothing_is_said_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["schema"]) == 0
    assert main(["nonsense"]) == 2
