"""The unlock window stands before anything heavy is loaded: a morning at the desk begins with a passphrase, not a wait."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.source import ROOT

OF_THE_CASE = ("case", "shape", "changes", "advice", "tables")
HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "reportlab", "pikepdf", "uharfbuzz", "jsonschema", "phonenumbers")

START = f"""
import sys
from pathlib import Path
import loket_app.__main__, loket_app.bootstrap, loket_app.ui.application
from PySide6.QtWidgets import QApplication
from loket_app.ui.entrance.unlock_window import UnlockWindow

app = QApplication([])
window = UnlockWindow(Path("profile"), ["anna"])
window.show()
app.processEvents()
assert not window.grab().isNull()
whole = {{f"loket_app.domain.{{part}}" for part in {OF_THE_CASE}}}
print(*sorted({{name if name in whole else name.split(".")[0] for name in sys.modules}} & {{*{HEAVY}, *whole}}))
"""


def test_nothing_heavy_is_loaded_before_unlock() -> None:
    assert _loaded(START) == []


def test_a_heavy_library_would_be_seen() -> None:
    assert _loaded("import sqlalchemy" + START) == ["sqlalchemy"]


def test_the_whole_case_would_be_seen() -> None:
    """Dozens of records: 30 ms."""
    assert "loket_app.domain.case" in _loaded("import loket_app.domain.case" + START)


def _loaded(program: str) -> list[str]:
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()
