"""Where Loket's own files lie: beside the code in an installed wheel, at the top level in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Fonts, icons, style, rules, demo cases."""
    return _shipped("resources")


def translations() -> Path:
    """Catalogues, one folder a language."""
    return _shipped("translations")


def _shipped(name: str) -> Path:
    packed = _PACKAGE / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
