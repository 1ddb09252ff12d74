"""`loket summary` writes one file or nothing; `loket schema` prints one document."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Loket, tree


def _text(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize(
    ("lang", "word"), [("nl", "Vertrouwelijk"), ("fr", "Confidentiel"), ("de", "Vertraulich"), ("en", "Confidential")]
)
def test_the_summary_is_written_in_the_language(
    loket: Loket, stories: dict[str, Path], tmp_path: Path, lang: str, word: str
) -> None:
    target = tmp_path / "out.pdf"
    said = loket("summary", stories["miftari"], "-o", target, "--lang", lang)
    assert (said.code, said.err) == (0, "")
    assert word.lower() in _text(target).lower()
    assert "BRU-0000-0002" in _text(target)
    assert target.stat().st_mode & 0o077 == 0


def test_what_is_there_is_not_written_over(loket: Loket, stories: dict[str, Path], tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"mine")
    said = loket("summary", stories["agnes"], "-o", target)
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert str(target) in said.err
    assert "--force" in said.err
    assert target.read_bytes() == b"mine"
    assert loket("summary", stories["agnes"], "-o", target, "--force").code == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_a_place_that_takes_no_file_is_named(loket: Loket, stories: dict[str, Path], tmp_path: Path) -> None:
    before = tree(tmp_path)
    for target in (tmp_path / "none" / "out.pdf", tmp_path):
        said = loket("summary", stories["agnes"], "-o", target, "--force")
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
        assert str(target) in said.err
    assert tree(tmp_path) == before


def test_the_schema_is_what_the_stories_keep_to(loket: Loket, stories: dict[str, Path]) -> None:
    said = loket("schema")
    assert (said.code, said.err) == (0, "")
    reader = Draft202012Validator(json.loads(said.out))
    for story in stories.values():
        reader.validate(json.loads(story.read_text(encoding="utf-8")))
