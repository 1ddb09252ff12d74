"""Every script that comes to the desk: drawn in a font that has it, and read back as it was typed."""

from __future__ import annotations

import pytest

from loket_app.documents.engine.faces import Weight
from loket_app.documents.engine.lines import Style, lines_of
from tests.documents.reading import fonts, one, words

NAMES = {
    "Arabic": ("محمد عبد المعين السلامي", "NotoNaskhArabic-Regular"),
    "Farsi": ("می‌خواهم پروانه گچ ژاله", "NotoNaskhArabic-Regular"),
    "Pashto": ("ښځه ګډون ځوان ټوله ړومبی ڼ ې", "NotoNaskhArabic-Regular"),
    "Sorani": ("ناوی ئاڤێستایە ڕۆژ کوڕ دڵ", "NotoNaskhArabic-Regular"),
    "Urdu": ("ٹیپو ڈاکٹر لڑکا ہے", "NotoNaskhArabic-Regular"),
    "Hebrew": ("דוד", "NotoSansHebrew-Regular"),
    "Georgian": ("გიორგი ბერიძე", "NotoSansGeorgian-Regular"),
    "Armenian": ("Արմեն Սարգսյան", "NotoSansArmenian-Regular"),
    "Amharic": ("አበበ ቢቂላ፡ትግርኛ", "NotoSansEthiopic-Regular"),
    "Ukrainian": ("Олександр Щербаков Їжак", "NotoSans-Regular"),
    "Serbian": ("Ђорђе Његош", "NotoSans-Regular"),
    "Mongolian": ("Өнөрбаяр Үүрийнтуяа", "NotoSans-Regular"),
    "Vietnamese": ("Nguyễn Thị Ánh Tuyết", "NotoSans-Regular"),
    "Greek": ("Αθήνα Παπαδοπούλου", "NotoSans-Regular"),
    "Fula": ("Ɓooyi Ɗemngal Ŋari", "NotoSans-Regular"),
    "Turkish": ("İğdır Şükrü", "NotoSans-Regular"),
    "Bengali": ("বাংলা", "NotoSansBengali-Regular"),
    "Hindi": ("श्री", "NotoSansDevanagari-Regular"),
    "Thai": ("สมชาย", "NotoSansThai-Regular"),
    "Tamil": ("தமிழ்", "NotoSansTamil-Regular"),
    "Punjabi": ("ਗੁਰਪ੍ਰੀਤ", "NotoSansGurmukhi-Regular"),
    "Tifinagh": ("ⵜⴰⵎⴰⵣⵉⵖⵜ", "NotoSansTifinagh-Regular"),
    "Syriac": ("ܐܬܘܪܝܐ", "NotoSansSyriac-Regular"),
    "Chinese": ("王小明", "DroidSansFallback"),
    "Japanese": ("山田たろう", "DroidSansFallback"),
    "Korean": ("김철수", "DroidSansFallback"),
}


@pytest.mark.parametrize("script", NAMES)
def test_a_name_is_drawn_in_its_own_font_and_read_back(script: str) -> None:
    name, font = NAMES[script]
    pdf = one(name)
    assert font in fonts(pdf)
    assert words(pdf) == name


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize("script", NAMES)
def test_no_letter_of_a_name_is_a_box(script: str, weight: Weight) -> None:
    lines = lines_of(NAMES[script][0], Style(weight=weight), 400)
    assert all(glyph.id for line in lines for run in line.runs for glyph in run.glyphs)


@pytest.mark.parametrize("base", [0, 1])
@pytest.mark.parametrize("script", NAMES)
def test_a_name_stands_between_a_file_number_an_amount_and_brackets(script: str, base: int) -> None:
    name, font = NAMES[script]
    text = f"BE-2024/017 ({name}) € 12,50"
    (line,) = lines_of(text, Style(), 400, base)
    drawn = "".join(glyph.text for run in line.runs for glyph in run.glyphs)
    assert {"BE-2024/017", "12,50"} <= set(drawn.split())
    assert (f"({name})" in drawn) or (f"({name[::-1]})" in drawn)
    assert {run.face.name for run in line.runs} >= {font, "NotoSans-Regular"}
    # PDFium guesses the order of a line of both directions, and turns brackets with it; no letter gets lost
    assert letters(words(one(text, base=base))) == letters(text)


def letters(text: str) -> list[str]:
    return sorted(char for char in text if not char.isspace() and char not in "()")


def test_a_number_inside_an_arabic_sentence_keeps_its_own_direction() -> None:
    (line,) = lines_of("محمد (BE-2024/017) € 12,50", Style(), 400)
    drawn = "".join(glyph.text for run in line.runs for glyph in run.glyphs)
    assert drawn == "12,50 € (BE-2024/017) دمحم"
    assert line.rtl


def test_arabic_letters_join() -> None:
    (joined,) = lines_of("ععع", Style(), 400)
    assert len({glyph.id for glyph in joined.runs[0].glyphs}) == 3


def test_a_bracket_in_right_to_left_text_is_drawn_mirrored() -> None:
    (left,) = lines_of("(", Style(), 400)
    (line,) = lines_of("(ع", Style(), 400)
    opened = next(glyph for run in line.runs for glyph in run.glyphs if glyph.text == ")")
    assert opened.id != left.runs[0].glyphs[0].id


def test_a_letter_and_its_accents_are_one_letter_however_they_were_typed() -> None:
    assert words(one("Nguye\u0302\u0303n")) == "Nguyễn"


def test_latin_ligatures_are_read_back_as_letters() -> None:
    assert words(one("efficiënt officieel fijn")) == "efficiënt officieel fijn"
