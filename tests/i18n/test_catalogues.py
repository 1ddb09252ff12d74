"""The catalogues follow the program; the gate names every way in which they may lag behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from loket_app import paths
from loket_app.i18n import catalogues, gate
from loket_app.i18n.compiling import read
from loket_app.i18n.load import source_of

SOURCE = '''\
from loket_app.i18n import N_, NP_, _, ngettext, npgettext, pgettext

WORD = N_("&Save")
PAIR = NP_("status", "closed")


def words(n: int) -> list[str]:
    """Every way to mark a text."""
    return [
        _("Hello {name}, you have {what}"),
        # translators: a shop
        pgettext("door", "closed"),
        ngettext("One person", "{n} persons", n).format(n=n),
        npgettext("case", "{n} case", "{n} cases", n).format(n=n),
    ]
'''

WORDS: dict[str, dict[catalogues.Key, str | tuple[str, str]]] = {
    "nl": {
        ("", "&Save", ""): "&Bewaren",
        ("status", "closed", ""): "afgesloten",
        ("", "Hello {name}, you have {what}", ""): "{what} voor {name}",
        ("door", "closed", ""): "dicht",
        ("", "One person", "{n} persons"): ("Eén persoon", "{n} personen"),
        ("case", "{n} case", "{n} cases"): ("{n} dossier", "{n} dossiers"),
    },
}
WORDS["fr"] = WORDS["de"] = WORDS["nl"]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    place = tmp_path / "program"
    place.mkdir()
    (place / "words.py").write_text(SOURCE, encoding="utf-8")
    return place


@pytest.fixture
def folder(tmp_path: Path, package: Path) -> Path:
    """Catalogues without a mistake."""
    place = tmp_path / "translations"
    catalogues.update(package, place)
    for lang, words in WORDS.items():
        catalogue = read(source_of(place, lang), lang)
        for message in catalogue:
            if message.id:
                message.string = words[catalogues.key_of(message.id, message.context)]
        source_of(place, lang).write_text(catalogues.text_of(catalogue, lang), encoding="utf-8")
    return place


def _change(folder: Path, lang: str, old: str, new: str) -> None:
    file = source_of(folder, lang)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_whole_catalogues_pass(package: Path, folder: Path) -> None:
    assert gate.mistakes(package, folder) == []


def test_every_way_to_mark_a_text_is_collected(package: Path) -> None:
    keys = {catalogues.key_of(found.id, found.context) for found in catalogues.source_texts(package) if found.id}
    assert keys == set(WORDS["nl"])


def test_the_files_hold_no_dates_and_no_line_numbers(folder: Path) -> None:
    for file in (folder / "loket.pot", source_of(folder, "nl")):
        text = file.read_text(encoding="utf-8")
        assert "Date" not in text
        assert "words.py:" not in text
        assert "#. a shop" in text
    assert "Plural-Forms: nplurals=2; plural=(n > 1);" in source_of(folder, "fr").read_text(encoding="utf-8")


def test_collecting_again_changes_nothing_even_when_lines_move(package: Path, folder: Path) -> None:
    before = {file: file.read_bytes() for file in folder.rglob("*.po*")}
    (package / "words.py").write_text("\n\n" + SOURCE, encoding="utf-8")
    catalogues.update(package, folder)
    assert {file: file.read_bytes() for file in folder.rglob("*.po*")} == before


def test_a_changed_text_loses_its_translation_and_no_other(package: Path, folder: Path) -> None:
    (package / "words.py").write_text(SOURCE.replace('"door", "closed"', '"door", "shut"'), encoding="utf-8")
    catalogues.update(package, folder)
    found = read(source_of(folder, "nl"), "nl")
    assert not found.get("shut", "door").string  # type: ignore[union-attr]  # it was just collected
    assert found.get("closed", "door") is None
    assert "dicht" not in source_of(folder, "nl").read_text(encoding="utf-8")
    assert found.get("closed", "status").string == "afgesloten"  # type: ignore[union-attr]  # it was just collected


Spoil = Callable[[Path, Path], None]


def _new_text(package: Path, _folder: Path) -> None:
    (package / "more.py").write_text('from loket_app.i18n import _\n\nNEW = _("New")\n', encoding="utf-8")


def _text_gone(package: Path, _folder: Path) -> None:
    (package / "words.py").write_text(SOURCE.replace('WORD = N_("&Save")', ""), encoding="utf-8")


def _other_context(package: Path, _folder: Path) -> None:
    (package / "words.py").write_text(SOURCE.replace('"door"', '"window"'), encoding="utf-8")


def _po(old: str, new: str) -> Spoil:
    return lambda _package, folder: _change(folder, "nl", old, new)


def _no_file(_package: Path, folder: Path) -> None:
    source_of(folder, "nl").unlink()


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (_new_text, "nl: missing: ('', 'New', '')"),
        (_new_text, "loket.pot: missing: ('', 'New', '')"),
        (_text_gone, "en: superfluous: ('', '&Save', '')"),
        (_other_context, "nl: missing: ('window', 'closed', '')"),
        (_other_context, "nl: superfluous: ('door', 'closed', '')"),
        (_po('"dicht"', '""'), "nl: untranslated: ('door', 'closed', '')"),
        (_po('"{n} dossiers"', '""'), "nl: untranslated: ('case', '{n} case', '{n} cases')"),
        (_po('msgid "&Save"', '#, fuzzy\nmsgid "&Save"'), "nl: fuzzy: ('', '&Save', '')"),
        (_po("{what} voor {name}", "{wat} voor {name}"), "nl: other placeholders"),
        (_po("{what} voor {name}", "voor {name}"), "nl: other placeholders"),
        (_po("{what} voor {name}", "{what} voor {name"), "nl: other placeholders"),
        (_po("{n} personen", "{n} personen, {m}"), "nl: other placeholders"),
        (_po("&Bewaren", "Bewaren"), "nl: other mnemonic (&): ('', '&Save', '')"),
        (_po("&Bewaren", "&Be&waren"), "nl: other mnemonic (&): ('', '&Save', '')"),
        (_po('"dicht"', '"di&cht"'), "nl: other mnemonic (&): ('door', 'closed', '')"),
        (_po("(n != 1)", "(n > 1)"), "nl: the header does not say Plural-Forms: nplurals=2; plural=(n != 1);"),
        (_po('msgid "&Save"', "&Save"), "nl: cannot be read"),
        (_no_file, "nl: cannot be read"),
    ],
)
def test_the_gate_names_each_mistake(package: Path, folder: Path, spoil: Spoil, named: str) -> None:
    spoil(package, folder)
    assert any(wrong.startswith(named) for wrong in gate.mistakes(package, folder)), gate.mistakes(package, folder)


def test_english_may_keep_its_source_text_but_not_break_it(package: Path, folder: Path) -> None:
    assert read(source_of(folder, "en"), "en").get("&Save").string == ""  # type: ignore[union-attr]  # it is there
    _change(folder, "en", 'msgid "&Save"\nmsgstr ""', 'msgid "&Save"\nmsgstr "Keep"')
    assert gate.mistakes(package, folder) == ["en: other mnemonic (&): ('', '&Save', '')"]


def test_an_ampersand_in_a_name_is_no_mnemonic() -> None:
    assert [len(gate._MNEMONIC.findall(text)) for text in ("O & M", "A && B", "A &amp; B", "&Open")] == [0, 0, 0, 1]


@pytest.mark.parametrize("wrong", [[], ["nl: missing: ('', 'New', '')"]])
def test_the_exit_code_says_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], wrong: list[str]
) -> None:
    monkeypatch.setattr(gate, "mistakes", lambda _package, _folder: wrong)
    assert gate.main() == (1 if wrong else 0)
    assert capsys.readouterr().err.splitlines() == wrong


def test_the_words_of_today_are_all_translated() -> None:
    assert gate.mistakes(catalogues.code(), paths.translations()) == []
