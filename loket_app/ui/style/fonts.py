"""The typeface of the screen, and the others for scripts that it lacks.

The two weights that every word needs are registered before the first window; the other scripts follow when the
program has nothing to do, and then serve as fallback, glyph by glyph.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from loket_app import paths
from loket_app.ui.style.tokens import Typeface

_FIRST = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_AFTER_FIRST_WINDOW_MS = 150
_registered: dict[Path, tuple[str, ...]] = {}


def base_font(typeface: Typeface) -> QFont:
    """The font of ordinary words, in pixels so that every measure scales alike."""
    font = QFont(typeface.family)
    font.setPixelSize(typeface.base)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def fixed_width(typeface: Typeface) -> QFont:
    """A font in which every sign is as wide as the next, for lines that one compares sign by sign."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(typeface.base)
    return font


def register(app: QApplication, typeface: Typeface) -> None:
    """Make the bundled fonts known: the first ones now, the rest once the first window had its turn."""
    if _registered:
        return
    _families([_folder() / name for name in _FIRST])
    QTimer.singleShot(_AFTER_FIRST_WINDOW_MS, app, lambda: register_every_script(typeface.family))


def register_every_script(family: str) -> None:
    """Make every bundled font known now, as fallback for the family: for who paints before the program rests."""
    rest = sorted(_folder().glob("*.ttf"), key=lambda file: (not file.name.startswith("Noto"), file.name))
    others = dict.fromkeys(name for name in _families(rest) if name != family)
    QFont.removeSubstitutions(family)
    QFont.insertSubstitutions(family, list(others))


def _families(files: Sequence[Path]) -> list[str]:
    for file in files:
        if file not in _registered:
            number = QFontDatabase.addApplicationFont(str(file))
            _registered[file] = tuple(QFontDatabase.applicationFontFamilies(number)) if number >= 0 else ()
    return [name for file in files for name in _registered[file]]


def _folder() -> Path:
    return paths.resources() / "fonts"
