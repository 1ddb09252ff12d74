"""Countries and languages by their first letters or any part, in the desk's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from loket_app import i18n
from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.ui.fields.codebook import COUNTRIES, LANGUAGES
from loket_app.ui.fields.countries import CountriesField
from loket_app.ui.fields.country import CountryField
from loket_app.ui.fields.language import LanguageField
from loket_app.ui.fields.languages import LanguagesField
from loket_app.ui.fields.missing import MissingMark
from loket_app.ui.fields.suggestions import SuggestionList
from loket_app.ui.kit.chip import Chip
from tests.ui.fields.support import Page, Told, editor_of, focused, press, press_ctrl, type_text


def codes(text: str) -> list[str]:
    return [entry.code for entry in COUNTRIES.find(text)]


def shown(page: QWidget) -> SuggestionList:
    lists = page.findChildren(SuggestionList)
    assert len(lists) == 1, "one list serves the whole window"
    return lists[0]


def offered(page: QWidget) -> list[str]:
    model = shown(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("nl", "marok", "MA"),
        ("nl", "ivoor", "CI"),
        ("fr", "cote d", "CI"),
        ("fr", "CÔTE D’IV", "CI"),
        ("fr", "etats", "US"),
        ("de", "osterr", "AT"),
        ("de", "Öster", "AT"),
        ("en", "kosovo", "XK"),
        ("nl", "faso", "BF"),
        ("en", "xk", "XK"),
        ("en", "niger", "NE"),
    ],
)
def test_found_first(lang: str, text: str, first: str) -> None:
    i18n.set_language(lang)
    assert codes(text)[0] == first


def test_first_letters_come_before_any_part() -> None:
    assert codes("ira") == ["IR", "IQ", "AE"]
    assert codes("guinea") == ["GN", "GW", "GQ", "PG"]
    assert codes("qqq") == []
    assert len(codes("")) == len(COUNTRIES.entries()) >= 250


@pytest.mark.parametrize(
    ("text", "code"), [("niger", "NE"), ("nig", None), ("alban", "AL"), ("", None), ("zzz", None), ("xk", "XK")]
)
def test_what_a_text_can_only_mean(text: str, code: str | None) -> None:
    assert COUNTRIES.meant(text) == code


def test_the_names_are_read_once_a_language() -> None:
    assert COUNTRIES.entries() is COUNTRIES.entries()
    assert LANGUAGES.name("sq") == "Albanian"


def test_tab_takes_what_is_marked_and_goes_on(page: Page) -> None:
    field = page.put(CountryField())
    page.setTabOrder(editor_of(field), page.elsewhere)
    told = Told(field)
    type_text("kos")
    assert offered(page)[0] == "Kosovo"
    assert shown(page).isVisible()
    press(Qt.Key.Key_Tab)
    assert (told, field.text()) == (["XK"], "Kosovo")
    assert focused() is page.elsewhere
    assert not shown(page).isVisible()


def test_enter_takes_what_the_arrows_marked_and_stays(page: Page) -> None:
    field = page.put(CountryField())
    told = Told(field)
    type_text("congo")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert told == [codes("congo")[1]]
    assert editor_of(field).hasFocus()


def test_a_click_takes_an_entry(page: Page) -> None:
    field = page.put(CountryField())
    told = Told(field)
    type_text("alban")
    popup = shown(page)
    place = popup.visualRect(popup.model().index(0, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == ["AL"]
    assert editor_of(field).hasFocus()


def test_down_opens_the_whole_list_and_escape_closes_it(page: Page) -> None:
    field = page.put(CountryField())
    field.load("XK")
    press(Qt.Key.Key_Down)
    assert len(offered(page)) == len(COUNTRIES.entries())
    assert shown(page).current_code() == "XK"
    press(Qt.Key.Key_Escape)
    assert not shown(page).isVisible()
    assert field.answer() == "XK"


def test_leaving_takes_what_can_only_mean_one(page: Page) -> None:
    field = page.put(CountryField())
    told = Told(field)
    type_text("albani")
    page.leave()
    assert (told, field.text(), field.error()) == (["AL"], "Albania", "")


def test_leaving_with_several_meanings_asks_which(page: Page) -> None:
    field = page.put(CountryField())
    told = Told(field)
    type_text("nig")
    assert field.note() is None
    page.leave()
    note = field.note()
    assert note is not None
    assert note.tone == "error"
    assert "Niger, Nigeria" in note.text
    assert (told, field.answer(), field.text()) == ([], NOT_ASKED, "nig")


def test_half_a_name_is_never_told(page: Page) -> None:
    field = page.put(CountryField())
    told = Told(field)
    type_text("niger")
    type_text("ia")
    press(Qt.Key.Key_Tab)
    assert told == ["NG"]


def test_emptying_is_not_asked(page: Page) -> None:
    field = page.put(CountryField())
    field.load("XK")
    told = Told(field)
    press_ctrl(Qt.Key.Key_A)
    press(Qt.Key.Key_Delete)
    assert told == [NOT_ASKED]


def test_names_follow_the_language_and_unknown_codes_stay(page: Page) -> None:
    country, language = page.put(CountryField()), page.put(LanguageField())
    country.load("BE")
    language.load("fa-AF")
    page.speak("nl")
    assert country.text() == "België"
    page.speak("de")
    assert country.text() == "Belgien"
    page.leave()
    assert (country.answer(), country.error(), language.answer(), language.error()) == ("BE", "", "fa-AF", "")


def chips(field: CountriesField | LanguagesField) -> list[str]:
    return [chip.text() for chip in field.findChildren(Chip) if not chip.isHidden()]


def test_several_stand_as_chips(page: Page) -> None:
    field = page.put(CountriesField())
    told = Told(field)
    type_text("kos")
    press(Qt.Key.Key_Return)
    type_text("alban")
    press(Qt.Key.Key_Return)
    type_text("kosovo")
    press(Qt.Key.Key_Return)
    assert told == [("XK",), ("XK", "AL")]
    assert chips(field) == ["Kosovo", "Albania"]


def test_backspace_and_the_cross_take_one_away(page: Page) -> None:
    field = page.put(LanguagesField())
    field.load(("sq", "sr", "fr"))
    told = Told(field)
    press(Qt.Key.Key_Backspace)
    next(chip for chip in field.findChildren(Chip) if chip.text() == "Albanian").click()
    press(Qt.Key.Key_Backspace)
    assert told == [("sq", "sr"), ("sr",), NOT_ASKED]
    assert chips(field) == []


def test_leaving_with_a_half_name_among_several_says_so(page: Page) -> None:
    field = page.put(CountriesField())
    field.load(("XK",))
    type_text("nig")
    page.leave()
    assert field.error()
    assert field.answer() == ("XK",)
    field.setFocus()
    type_text("eria")
    page.leave()
    assert (field.error(), field.answer()) == ("", ("XK", "NG"))


def test_naming_one_answers_what_was_unknown(page: Page) -> None:
    field = page.put(CountriesField())
    field.load(UNKNOWN)
    type_text("kosovo")
    page.leave()
    assert field.answer() == ("XK",)


def test_chips_follow_the_language_and_what_is_typed_stays(page: Page) -> None:
    field = page.put(CountriesField())
    field.load(("DE",))
    type_text("ko")
    page.speak("nl")
    line = field.focusProxy()
    assert isinstance(line, QLineEdit)
    assert (chips(field), line.text()) == (["Duitsland"], "ko")


def test_one_list_serves_the_window_and_follows_its_editor(page: Page) -> None:
    page.resize(500, 300)
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    fields = [CountryField() for _ in range(20)]
    for field in fields:
        column.addWidget(field)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    page.put(area)
    fields[0].setFocus()
    type_text("a")
    top = shown(page).y()
    area.verticalScrollBar().setValue(10)
    assert shown(page).y() == top - 10
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert not shown(page).isVisible()
    fields[-1].setFocus()
    type_text("a")
    assert shown(page).isVisible()
    assert shown(page).geometry().bottom() < page.height()


@pytest.mark.parametrize("answer", [NOT_ASKED, UNKNOWN, ("XK",), ("XK", "AL", "MK")])
def test_the_mark_stands_whole_at_the_end_of_the_frame(page: Page, answer: object) -> None:
    field = page.put(CountriesField())
    field.load(answer)
    mark = field.findChild(MissingMark)
    assert isinstance(mark, MissingMark)
    assert mark.size() == mark.sizeHint()
    assert field.width() - 8 <= mark.geometry().right() <= field.width()
