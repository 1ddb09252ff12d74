"""The estimate of `loket check`: nothing beside a verdict that closes, and no adult's figure while an age is open."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Loket


def test_a_verdict_that_closes_the_programme_says_once_that_there_is_no_estimate(
    loket: Loket, stories: dict[str, Path], tmp_path: Path
) -> None:
    data = json.loads(stories["miftari"].read_text(encoding="utf-8"))
    data["stay"]["category"] = "rejected"
    data["stay"]["dublin_transfer"] = True
    data["wish"] |= {"free_choice": True, "informed": True}
    file = tmp_path / "case.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    said = loket("check", file).out
    assert "Other route" in said
    assert said.count("o estimate with this verdict") == 2
    assert "€" not in said
    assert "Total" not in said


def test_a_range_by_age_asks_for_the_birth_date_and_names_no_figure_of_an_adult(
    loket: Loket, stories: dict[str, Path]
) -> None:
    said = loket("check", stories["miftari"]).out
    cash = said.split("Departure premium, in cash")[1].split("Reintegration support, in kind")[0]
    assert "each" in cash
    assert cash.count("to ask: Date of birth") == 1
    assert "per adult" not in cash
    assert "Agentschap Integratie en Inburgering" in cash
