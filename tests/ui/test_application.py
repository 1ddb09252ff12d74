"""What the program does around its windows."""

from __future__ import annotations

import subprocess
import sys

WARMED = ("holidays.countries", "babel.dates", "sqlalchemy", "loket_app.ui.shell.main_window")
"""What the page of today needs and what takes long to import."""


def test_what_the_first_page_needs_is_loaded_while_somebody_types_a_passphrase() -> None:
    asked = (
        "import sys; from loket_app.i18n import set_language; from loket_app.ui import application;"
        f"set_language('nl'); early = [name for name in {WARMED} if name in sys.modules];"
        f"application._import_the_rest(); sys.exit(bool(early) or not all(name in sys.modules for name in {WARMED}))"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
