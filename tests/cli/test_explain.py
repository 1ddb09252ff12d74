"""`loket explain` writes the sheet for the person, in their language, without a name unless one asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Loket
from tests.documents.reading import words


@pytest.mark.parametrize(
    ("lang", "word"),
    [("nl", "U beslist"), ("fr", "C'est vous qui décidez"), ("de", "Sie entscheiden"), ("en", "You decide")],
)
def test_the_sheet_is_written_in_the_language(
    loket: Loket, stories: dict[str, Path], tmp_path: Path, lang: str, word: str
) -> None:
    target = tmp_path / "out.pdf"
    said = loket("explain", stories["miftari"], "-o", target, "--lang", lang)
    assert (said.code, said.err) == (0, "")
    assert word in words(target.read_bytes())
    assert "MIFTARI" not in words(target.read_bytes())
    assert target.stat().st_mode & 0o077 == 0


def test_names_are_printed_when_asked_and_what_is_there_is_not_written_over(
    loket: Loket, stories: dict[str, Path], tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    assert loket("explain", stories["miftari"], "-o", target, "--names").code == 0
    assert "MIFTARI" in words(target.read_bytes())
    before = target.read_bytes()
    said = loket("explain", stories["miftari"], "-o", target)
    assert said.code == 2
    assert "--force" in said.err
    assert target.read_bytes() == before
