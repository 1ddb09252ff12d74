"""Collect the texts of the program into its catalogues: `python -m loket_app.i18n.catalogues [--compile]`.

The template and every .po keep only what a translator needs: no dates, no line numbers. A text that is gone takes its
translation along, and nothing is guessed. `--compile` writes the .mo files too.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from loket_app import paths
from loket_app.i18n import LANGUAGES
from loket_app.i18n.compiling import compile_all, read
from loket_app.i18n.load import source_of

KEYWORDS: Mapping[str, tuple[int | tuple[int, int] | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "NP_": ((1, "c"), 2),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
"""The words that mark a text, and which argument is its context, its singular and its plural."""

PLURAL_FORMS = {lang: f"nplurals=2; plural=({'n > 1' if lang == 'fr' else 'n != 1'});" for lang in LANGUAGES}
"""When a number takes the plural: in French none is still singular."""

_HEADER = """\
# Words of Loket{name}.
msgid ""
msgstr ""
{language}"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
{plural}
"""

Key = tuple[str, str, str]
"""Context, singular, plural; the empty string where there is none."""


def code() -> Path:
    """The package that speaks."""
    return Path(__file__).resolve().parents[1]


def source_texts(package: Path) -> Catalog:
    """Every text that the program marks, with the files that say it, in a steady order."""
    texts = Catalog()
    found = extract_from_dir(
        package,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=["translators:"],
        strip_comment_tags=True,
    )
    # Babel answers in the order of the folder, which differs from machine to machine
    for file, line, message, comments, context in sorted(found, key=lambda text: (text[0], text[1])):
        place = (f"{package.name}/{Path(file).as_posix()}", line)
        texts.add(message, None, [place], auto_comments=comments, context=context)
    return texts


def key_of(message_id: str | Sequence[str], context: str | None) -> Key:
    """What tells one text from another."""
    singular, plural = (message_id, "") if isinstance(message_id, str) else message_id
    return context or "", singular, plural


def updated(texts: Catalog, old: Catalog, lang: str) -> Catalog:
    """The texts of today with the translations that are still theirs."""
    known = {key_of(message.id, message.context): message for message in old if message.id}
    new = Catalog(lang)
    for message in texts:
        if message.id:
            before = known.get(key_of(message.id, message.context))
            new.add(
                message.id,
                before.string if before and not before.fuzzy else None,
                message.locations,
                auto_comments=message.auto_comments,
                user_comments=before.user_comments if before else (),
                context=message.context,
            )
    return new


def text_of(catalogue: Catalog, lang: str | None = None) -> str:
    """The catalogue as a file; without a language, the template."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, omit_header=True, include_lineno=False, ignore_obsolete=True)
    header = _HEADER.format(
        name=f": {lang}" if lang else "",
        language=f'"Language: {lang}\\n"\n' if lang else "",
        plural=f'"Plural-Forms: {PLURAL_FORMS[lang]}\\n"\n' if lang else "",
    )
    return header + out.getvalue().decode()


def update(package: Path, folder: Path) -> None:
    """Write the template and every language's .po from the texts of the package."""
    texts = source_texts(package)
    _write(folder / "loket.pot", text_of(texts))
    for lang in LANGUAGES:
        file = source_of(folder, lang)
        old = read(file, lang) if file.is_file() else Catalog(lang)
        _write(file, text_of(updated(texts, old, lang), lang))


def _write(file: Path, text: str) -> None:
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Bring the catalogues up to date; the exit code."""
    parser = argparse.ArgumentParser(prog="catalogues", description="Bring the catalogues up to date.")
    parser.add_argument("--compile", action="store_true", help="write the .mo files too")
    asked = parser.parse_args(arguments)
    update(code(), paths.translations())
    if asked.compile:
        compile_all(paths.translations())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
