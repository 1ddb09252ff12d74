"""A long day at the desk does not wear out None and True."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import loket_app.ui.entrance
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rang = Signal()

bell = Bell()
for _ in range(50_000):
    bell.setObjectName("x")
    bell.rang.emit()
print("alive")
"""


def test_a_hundred_thousand_calls_of_qt() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "alive", done.stderr
