"""Strips on pages: nothing alone at an edge, titles that come back, numbers that are right."""

from __future__ import annotations

from loket_app.documents.engine.blocks import beside_bar, heading, paragraph
from loket_app.documents.engine.look import Said
from loket_app.documents.engine.pages import Layout, pages_of
from loket_app.documents.engine.strips import Ink, Strip, height_of, white
from loket_app.documents.engine.tables import Column, Row, facts, table
from tests.documents.reading import page_texts, printed

LAYOUT = Layout()
WIDTH, HEIGHT = LAYOUT.width, LAYOUT.height


def text_of(strip: Strip) -> str:
    inks = (mark for mark in strip.marks if isinstance(mark, Ink))
    return " ".join("".join(glyph.text for run in ink.line.runs for glyph in run.glyphs) for ink in inks)


def filled(height: float) -> tuple[Strip, ...]:
    return (Strip(height),)


def test_no_page_is_higher_than_it_may_be() -> None:
    strips = [*heading("Kop", WIDTH), *paragraph("woord " * 3000, WIDTH), *paragraph("a\n" * 300, WIDTH)]
    assert all(height_of(page) <= HEIGHT + 0.01 for page in pages_of(strips, HEIGHT))


def test_a_heading_goes_along_with_what_it_announces() -> None:
    pages = pages_of([*filled(HEIGHT - 50), *heading("Kop", WIDTH), *paragraph("Tekst " * 60, WIDTH)], HEIGHT)
    assert text_of(pages[1][0]) == "Kop"


def test_no_line_of_a_paragraph_stands_alone() -> None:
    line = 13.5
    for room in range(0, 60, 3):
        pages = pages_of([*filled(HEIGHT - room), *paragraph("a\nb\nc\nd", WIDTH)], HEIGHT)
        counts = [sum(strip.height == line for strip in page) for page in pages]
        assert 1 not in counts


def test_white_at_the_top_of_a_page_falls_away() -> None:
    pages = pages_of([*filled(HEIGHT - 5), white(20), *filled(30)], HEIGHT)
    assert [strip.height for strip in pages[1]] == [30]


def test_the_titles_of_a_table_come_back_on_every_page() -> None:
    rows = [Row((f"rij {number}", "1")) for number in range(120)]
    texts = page_texts(printed(table((Column(1, "Naam"), Column(1, "Bedrag")), rows, WIDTH)))
    assert len(texts) > 2
    assert all(text.startswith("Naam Bedrag") for text in texts)
    assert sum(text.count("rij") for text in texts) == 120


def test_a_word_as_wide_as_its_column_is_not_cut() -> None:
    for others in range(1, 9):
        for share in (17, 13.3, 9.7, 7):
            columns = (Column(1, "Définitive"), *(Column(share, "Recours") for _other in range(others)))
            head, *_rows = table(columns, [Row(("oui",) * len(columns))], WIDTH)
            assert "Définitive" in text_of(head)


def test_a_total_never_stands_alone() -> None:
    for count in range(25, 40):
        rows = [Row((f"rij {number}", "1")) for number in range(count)]
        pages = pages_of(
            table((Column(1, "A"), Column(1, "B")), [*rows, Row(("Samen", "9"), total=True)], WIDTH), HEIGHT
        )
        last = [text_of(strip) for strip in pages[-1]]
        assert any(text.startswith("rij") for text in last)


def test_the_last_row_of_a_table_never_stands_alone() -> None:
    for count in range(25, 60):
        rows = [Row((f"rij {number}", "1")) for number in range(count)]
        last = [text_of(strip) for strip in pages_of(table((Column(1, "A"), Column(1, "B")), rows, WIDTH), HEIGHT)[-1]]
        assert sum(text.startswith("rij") for text in last) > 1


def test_a_cell_higher_than_a_page_runs_on() -> None:
    note = " ".join(f"woord{number}" for number in range(4000))
    texts = page_texts(printed(facts([("Notitie", note)], WIDTH)))
    assert len(texts) > 3
    assert " ".join(" ".join(texts).split()) == f"Notitie {note}"


def test_a_text_with_a_bar_stays_whole() -> None:
    pages = pages_of([*filled(HEIGHT - 30), *beside_bar((Said("Besluit"), Said("Uitleg")), WIDTH), *filled(5)], HEIGHT)
    assert [text_of(strip) for strip in pages[1]][:2] == ["Besluit", "Uitleg"]


def test_cells_of_a_row_share_their_baseline() -> None:
    strips = table((Column(1), Column(1)), [Row((Said("Latijn"), Said("محمد", base=0)))], WIDTH)
    inks = [mark for mark in strips[1].marks if isinstance(mark, Ink)]
    assert len({round(ink.top + ink.line.baseline, 3) for ink in inks}) == 1


def test_nothing_at_all_is_one_empty_page() -> None:
    assert page_texts(printed(())) == [""]
