"""Imports go one way: screens to services to the domain."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.layers import ALLOWED, violations
from tests.architecture.source import ROOT


def test_imports_go_one_way() -> None:
    assert violations(ROOT) == []


def test_every_part_is_known() -> None:
    parts = {p.stem if p.suffix == ".py" else p.name for p in (ROOT / "loket_app").iterdir() if not _is_cache(p)}
    assert parts <= set(ALLOWED)


def _is_cache(path: Path) -> bool:
    return path.name in {"__pycache__", ".ruff_cache", ".mypy_cache"}


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("domain/case.py", "import babel"),
        ("domain/case.py", "from loket_app.i18n import _"),
        ("domain/case.py", "from loket_app import paths"),
        ("storage/engine.py", "from loket_app.services import cases"),
        ("storage/engine.py", "from loket_app.rules import load"),
        ("documents/summary.py", "from PySide6.QtGui import QFont"),
        ("services/cases.py", "def late():\n    from loket_app.ui import shell"),
        ("services/cases.py", "from sqlalchemy import select"),
        ("ui/shell.py", "from loket_app.storage import engine"),
        ("ui/shell.py", "import loket_app.security.slots"),
        ("ui/shell.py", "from loket_app import documents"),
        ("ui/cases/page.py", "from ...storage import engine"),
        ("ui/cases/__init__.py", "from ...storage import engine"),
        (
            "ui/shell.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from loket_app.storage import engine",
        ),
        ("ui/shell.py", "import importlib\nimportlib.import_module('loket_app.storage')"),
        ("cli.py", "from loket_app.ui import shell"),
        ("attic/old.py", "import os"),
    ],
)
def test_a_wrong_import_is_seen(tmp_path: Path, part: str, code: str) -> None:
    file = tmp_path / "loket_app" / part
    file.parent.mkdir(parents=True)
    file.write_text(code, encoding="utf-8")
    assert len(violations(tmp_path)) == 1


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("domain/case.py", "import datetime\nfrom . import money\nfrom loket_app.domain.money import Money"),
        ("storage/engine.py", "import sqlalchemy\nfrom loket_app.domain.case import Case"),
        ("documents/summary.py", "from loket_app.i18n import _\nfrom loket_app import paths"),
        ("services/cases.py", "from loket_app.storage import engine\nfrom ..rules import load"),
        ("ui/cases/page.py", "from ...services import cases\nfrom ..shell import Shell\nimport PySide6.QtWidgets"),
        ("__main__.py", "from loket_app import bootstrap, cli, ui, storage"),
    ],
)
def test_a_right_import_passes(tmp_path: Path, part: str, code: str) -> None:
    file = tmp_path / "loket_app" / part
    file.parent.mkdir(parents=True)
    file.write_text(code, encoding="utf-8")
    assert violations(tmp_path) == []
