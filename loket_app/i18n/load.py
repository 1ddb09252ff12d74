"""Find and read the catalogue of a language: the compiled file, else the source of it."""

from __future__ import annotations

import gettext
import io
from functools import cache
from pathlib import Path

from loket_app import paths


@cache
def catalogue(lang: str) -> gettext.NullTranslations:
    """The catalogue of one language, read once. Without any file: one that gives the source text."""
    compiled = _compiled(paths.translations(), lang)
    return gettext.GNUTranslations(io.BytesIO(compiled)) if compiled else gettext.NullTranslations()


def _compiled(folder: Path, lang: str) -> bytes | None:
    ready = folder / lang / "LC_MESSAGES" / "loket.mo"
    source = source_of(folder, lang)
    if ready.is_file() and not _newer(source, ready):
        return ready.read_bytes()
    if source.is_file():
        from loket_app.i18n.compiling import compiled  # noqa: PLC0415  Babel is for a checkout without compiled files

        return compiled(source, lang)
    return None


def source_of(folder: Path, lang: str) -> Path:
    """The file that a language is compiled from: its own, or the template for a language that is made up."""
    own = folder / lang / "LC_MESSAGES" / "loket.po"
    return folder / "loket.pot" if lang in ("en_XA", "ar_XB") else own


def _newer(source: Path, ready: Path) -> bool:
    return source.is_file() and source.stat().st_mtime > ready.stat().st_mtime
