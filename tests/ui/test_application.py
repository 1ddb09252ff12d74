"""What the program does around its windows."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loket_app.ui import application

WARMED = ("holidays.countries", "babel.dates", "sqlalchemy", "loket_app.ui.shell.main_window")
"""What the page of today needs and what takes long to import."""


def test_what_the_first_page_needs_is_loaded_while_somebody_types_a_passphrase() -> None:
    asked = (
        "import sys; from loket_app.i18n import set_language; from loket_app.ui import application;"
        f"set_language('nl'); early = [name for name in {WARMED} if name in sys.modules];"
        f"application._import_the_rest(); sys.exit(bool(early) or not all(name in sys.modules for name in {WARMED}))"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_every_dialog_is_one_that_the_lock_can_empty(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog of the system would stand in front of the lock, with the names of files in it."""
    ours = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    monkeypatch.setattr(application, "watch", lambda: None)
    started: list[object] = []
    monkeypatch.setattr(application, "Collector", started.append)
    before = qapp.testAttribute(ours)
    qapp.setAttribute(ours, False)
    assert application.make_application() is qapp
    assert qapp.testAttribute(ours)
    qapp.setAttribute(ours, before)
    assert started == [qapp]
