"""Refuse catalogues that lag behind the program: `python -m loket_app.i18n.gate`. Exit 1 names every mistake.

Babel's own check is wrong for ever once one text has a context, so the sets of keys are compared here.
"""

from __future__ import annotations

import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError

from loket_app import paths
from loket_app.i18n import LANGUAGES
from loket_app.i18n.catalogues import PLURAL_FORMS, code, key_of, source_texts
from loket_app.i18n.compiling import read
from loket_app.i18n.load import source_of

TRANSLATED = ("nl", "fr", "de")
"""The languages in which every text must stand; English may keep its source text."""

_MNEMONIC = re.compile(r"(?<!&)&(?=\w)(?!\w+;)")


def mistakes(package: Path, folder: Path) -> list[str]:
    """Everything that is wrong with the catalogues in a folder, one sentence each."""
    texts = source_texts(package)
    found = [f"loket.pot: {wrong}" for wrong in _stale(texts, folder / "loket.pot", None)]
    for lang in LANGUAGES:
        file = source_of(folder, lang)
        found += [f"{lang}: {wrong}" for wrong in _stale(texts, file, lang)]
    return found


def _stale(texts: Catalog, file: Path, lang: str | None) -> Iterator[str]:
    try:
        catalogue = read(file, lang)
    except (OSError, PoFileError) as error:
        yield f"cannot be read: {error}"
        return
    yield from _key_mistakes(texts, catalogue)
    if lang:
        if PLURAL_FORMS[lang] not in file.read_text(encoding="utf-8"):
            yield f"the header does not say Plural-Forms: {PLURAL_FORMS[lang]}"
        for message in catalogue:
            if message.id:
                yield from (f"{wrong}: {_named(message)}" for wrong in _message_mistakes(message, lang))


def _key_mistakes(texts: Catalog, catalogue: Catalog) -> Iterator[str]:
    wanted = {key_of(message.id, message.context) for message in texts if message.id}
    present = {key_of(message.id, message.context) for message in catalogue if message.id}
    yield from (f"missing: {key}" for key in sorted(wanted - present))
    yield from (f"superfluous: {key}" for key in sorted(present - wanted))


def _named(message: Message) -> str:
    return str(key_of(message.id, message.context))


def _message_mistakes(message: Message, lang: str) -> Iterator[str]:
    if message.fuzzy:
        yield "fuzzy"
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ("",))
    if not all(forms):
        if lang in TRANSLATED or any(forms):
            yield "untranslated"
        return
    if not _same_placeholders(sources, forms):
        yield "other placeholders"
    if any(len(_MNEMONIC.findall(form)) != len(_MNEMONIC.findall(sources[-1])) for form in forms):
        yield "other mnemonic (&)"


def _same_placeholders(sources: list[str], forms: list[str]) -> bool:
    """A singular form may leave the number out when its source does; every other form names what the source names."""
    allowed = [_placeholders(source) for source in sources]
    found = [_placeholders(form) for form in forms]
    return found[0] in allowed and all(names == allowed[-1] for names in found[1:])


def _placeholders(text: str) -> frozenset[str] | None:
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return None


def main() -> int:
    """Print every mistake; the exit code."""
    found = mistakes(code(), paths.translations())
    for wrong in found:
        sys.stderr.write(f"{wrong}\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
