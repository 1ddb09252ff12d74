"""`loket costs` writes the statement, the list or the workbook; the ending decides, and what fits none is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Loket
from tests.documents.reading import words


@pytest.mark.parametrize(
    ("lang", "title"), [("nl", "Kostenstaat"), ("fr", "Relevé des frais"), ("de", "Kostenaufstellung")]
)
def test_the_statement_is_written(
    loket: Loket, stories: dict[str, Path], tmp_path: Path, lang: str, title: str
) -> None:
    target = tmp_path / "out.pdf"
    said = loket("costs", stories["miftari"], "-o", target, "--lang", lang)
    assert (said.code, said.err) == (0, "")
    assert title in words(target.read_bytes())
    assert target.stat().st_mode & 0o077 == 0


def test_the_list_and_the_workbook(loket: Loket, stories: dict[str, Path], tmp_path: Path) -> None:
    listed, book = tmp_path / "list.pdf", tmp_path / "costs.XLSX"
    assert loket("costs", stories["miftari"], "-o", listed, "--iom", "--lang", "en").code == 0
    assert "No cost waits" in words(listed.read_bytes())
    assert loket("costs", stories["miftari"], "-o", book).code == 0
    assert book.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("arguments", [("out.doc",), ("out",), ("out.xlsx", "--iom")])
def test_another_ending_is_refused(
    loket: Loket, stories: dict[str, Path], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    name, *more = arguments
    said = loket("costs", stories["miftari"], "-o", tmp_path / name, *more, "--lang", "en")
    assert said.code == 2
    assert name in said.err
    assert "End its name in .pdf" in said.err
    assert said.err.count("\n") == 1
    assert list(tmp_path.glob("out*")) == []
