"""The made-up languages come from the template and keep what a program puts into a text."""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from loket_app import paths
from loket_app.i18n import PSEUDO_LANGUAGES, compiling, load, ngettext, pgettext, using
from loket_app.i18n.pseudo import mirrored, stretched


def test_stretched_words_are_longer_accented_and_between_brackets() -> None:
    made_up = stretched("Date of birth")
    assert made_up.startswith("[Ðåţé öf bîŕţĥ")
    assert made_up.endswith("]")
    assert len(made_up) > 1.2 * len("Date of birth")


@pytest.mark.parametrize("made_up", [stretched, mirrored])
@pytest.mark.parametrize("kept", ["{count:d}", "<b>", "&S", "%p"])
def test_placeholders_tags_and_mnemonics_stay(made_up: Callable[[str], str], kept: str) -> None:
    assert kept in made_up(f"Something {kept}ave here")


def test_mirrored_words_run_from_right_to_left() -> None:
    assert mirrored("two words") == "\u202etwo\u202c \u202ewords\u202c"


@pytest.mark.parametrize("lang", PSEUDO_LANGUAGES)
def test_every_text_of_the_template_is_made_up(lang: str) -> None:
    with using(lang):
        assert pgettext("field", "Date of birth") != "Date of birth"
        several = ngettext("{count} amount not known", "{count} amounts not known", 2)
    assert "{count}" in several
    assert several != "{count} amounts not known"


def test_every_language_is_compiled_beside_its_source(tmp_path: Path) -> None:
    for file in (*paths.translations().glob("*.pot"), *paths.translations().rglob("*.po")):
        copy = tmp_path / file.relative_to(paths.translations())
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    made = [path.relative_to(tmp_path).parts[0] for path in compiling.compile_all(tmp_path)]
    assert made == ["nl", "fr", "de", "en", "en_XA", "ar_XB"]
    assert {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*.mo")} == set(made)


def test_what_is_compiled_does_not_tell_when() -> None:
    compiled = compiling.compiled(load.source_of(paths.translations(), "nl"), "nl")
    assert gettext.GNUTranslations(io.BytesIO(compiled)).info()["pot-creation-date"] == "1980-01-01 00:00+0000"
