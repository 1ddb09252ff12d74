"""A long line of an answer is folded, and what holds together stays on one line."""

from __future__ import annotations

import pytest

from loket_app.cli.output import WIDTH, line


@pytest.mark.parametrize("hold", ["\u00a0", "\u202f"])
@pytest.mark.parametrize("long", range(WIDTH - 12, WIDTH))
def test_words_that_hold_together_are_not_parted(capsys: pytest.CaptureFixture[str], hold: str, long: int) -> None:
    line("a" * long + f" «{hold}Belge{hold}»{hold}: rest", 2)
    told = capsys.readouterr().out
    assert any("« Belge » :" in each for each in told.splitlines())
    assert hold not in told


def test_a_name_moves_no_cursor_and_begins_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    line("A\x1b[2J\nB\rC")
    assert capsys.readouterr().out == "A [2J B C\n"
