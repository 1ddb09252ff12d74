"""Keeps PySide from reading the source of every module that is imported after it.

It looks there for its "features" (snake_case, true_property), which Loket uses nowhere, and Python keeps what was read:
with SQLAlchemy 17 MiB and 30 ms, measured with PySide6 6.11.3. A PySide that looks no more is left alone.
"""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401  brings the scanner


def leave_modules_unread() -> None:
    """From now on every module counts as one without features."""
    scanner = sys.modules.get("shibokensupport.feature")
    if scanner is not None and hasattr(scanner, "_mod_uses_pyside"):
        vars(scanner)["_mod_uses_pyside"] = lambda _module: False
