"""From the text of a catalogue to the compiled form that gettext reads. Needs Babel."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from loket_app.i18n import LANGUAGES, PSEUDO_LANGUAGES
from loket_app.i18n.load import source_of
from loket_app.i18n.pseudo import MAKERS

_WHENEVER = datetime(1980, 1, 1, tzinfo=UTC)
"""The date in every .mo file: the same source gives the same bytes, whenever it is compiled."""


def read(source: Path, lang: str | None = None) -> Catalog:
    """The catalogue in a file. Raises OSError, and PoFileError where the file is broken."""
    with source.open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)


def compiled(source: Path, lang: str) -> bytes:
    """The catalogue of a language as the bytes of an .mo file; a made-up language is made here from the template."""
    maker = MAKERS.get(lang)
    catalogue = read(source, "en" if maker else lang)
    if maker:
        for message in catalogue:
            if message.id:
                message.string = _made_up(message, lang)
    catalogue.creation_date = _WHENEVER
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def _made_up(message: Message, lang: str) -> str | tuple[str, ...]:
    maker = MAKERS[lang]
    return maker(message.id) if isinstance(message.id, str) else tuple(maker(form) for form in message.id)


def compile_all(folder: Path) -> list[Path]:
    """Write every language's .mo file beside its source; the paths written."""
    written = []
    for lang in (*LANGUAGES, *PSEUDO_LANGUAGES):
        target = folder / lang / "LC_MESSAGES" / "loket.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(compiled(source_of(folder, lang), lang))
        written.append(target)
    return written
