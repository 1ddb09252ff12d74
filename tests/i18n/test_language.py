"""The language belongs to the piece of work, and every text is looked up when it is shown."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from loket_app import paths
from loket_app.i18n import (
    LANGUAGES,
    N_,
    NP_,
    PSEUDO_LANGUAGES,
    _,
    closest,
    compiling,
    language,
    load,
    ngettext,
    npgettext,
    pgettext,
    set_language,
    using,
)

pytestmark = pytest.mark.usefixtures("_english_afterwards")


@pytest.fixture
def _english_afterwards() -> Iterator[None]:
    yield
    set_language("en")


def test_the_screen_changes_its_language_while_running() -> None:
    word = N_("Nothing was changed.")
    told = []
    for lang in LANGUAGES:
        set_language(lang)
        told.append(_(word))
    assert told[3] == word
    assert len(set(told)) == 4


def test_a_worker_speaks_its_own_language_and_the_screen_keeps_its_own() -> None:
    set_language("nl")

    def french() -> tuple[str, str]:
        with using("fr"):
            return language(), pgettext("authority", "CALL")

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(french).result() == ("fr", "CCE")
        assert pool.submit(language).result() == "nl"
    assert pgettext("authority", "CALL") == "RVV"


def test_using_gives_the_language_back_also_after_an_error() -> None:
    set_language("de")
    with pytest.raises(ZeroDivisionError), using("fr"), using("nl"):
        raise ZeroDivisionError
    assert language() == "de"


def test_the_empty_text_is_never_the_header() -> None:
    for lang in (*LANGUAGES, *PSEUDO_LANGUAGES):
        with using(lang):
            assert _("") == ""
            assert pgettext("field", "") == ""


def test_a_text_without_translation_is_read_in_its_source() -> None:
    with using("nl"):
        assert _("No catalogue knows this.") == "No catalogue knows this."
        assert pgettext("nowhere", "this") == "this"
        assert ngettext("{n} thing", "{n} things", 1) == "{n} thing"
        assert npgettext("nowhere", "{n} thing", "{n} things", 2) == "{n} things"


def test_a_context_keeps_meanings_apart() -> None:
    assert NP_("status", "withdrawn") == ("status", "withdrawn")
    with using("nl"):
        assert pgettext("outcome", "request withdrawn") != pgettext("status", "withdrawn")


def test_a_language_that_loket_does_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="pl"):
        set_language("pl")
    with pytest.raises(ValueError, match="nl_BE"), using("nl_BE"):
        pass


@pytest.mark.parametrize(
    ("tag", "lang"),
    [
        ("fr_BE.UTF-8", "fr"),
        ("nl-NL", "nl"),
        ("de", "de"),
        ("EN_us", "en"),
        ("pl_PL", "nl"),
        ("C.UTF-8", "nl"),
        ("", "nl"),
    ],
)
def test_the_systems_language_becomes_one_of_ours(tag: str, lang: str) -> None:
    assert closest(tag) == lang


def test_the_import_is_light() -> None:
    asked = (
        "import sys, loket_app.i18n, loket_app.i18n.labels; print(*[m for m in sys.modules if m.startswith('babel')])"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own folder of catalogues, with one Dutch text."""
    source = tmp_path / "nl" / "LC_MESSAGES" / "loket.po"
    source.parent.mkdir(parents=True)
    source.write_text(_PO.format(text="hallo"), encoding="utf-8")
    monkeypatch.setattr(paths, "translations", lambda: tmp_path)
    monkeypatch.setattr(load, "catalogue", load.catalogue.__wrapped__)
    return tmp_path


_PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "hello"
msgstr "{text}"
"""


def test_a_checkout_without_compiled_files_reads_the_sources(catalogues: Path) -> None:
    with using("nl"):
        assert _("hello") == "hallo"
    assert not list(catalogues.rglob("*.mo"))


def test_without_any_catalogue_one_reads_the_source(catalogues: Path) -> None:
    assert not (catalogues / "fr").exists()
    with using("fr"):
        assert _("hello") == "hello"
        assert _("") == ""


def test_the_compiled_file_serves_until_its_source_is_newer(catalogues: Path) -> None:
    source = load.source_of(catalogues, "nl")
    ready = source.with_suffix(".mo")
    ready.write_bytes(compiling.compiled(source, "nl"))
    source.write_text(_PO.format(text="dag"), encoding="utf-8")
    older, newer = (1_000_000_000, 2_000_000_000)
    with using("nl"):
        _set_times(source, older, ready, newer)
        assert _("hello") == "hallo"
        _set_times(source, newer, ready, older)
        assert _("hello") == "dag"
        source.unlink()
        assert _("hello") == "hallo"


def _set_times(first: Path, first_time: int, second: Path, second_time: int) -> None:
    os.utime(first, (first_time, first_time))
    os.utime(second, (second_time, second_time))
