"""`loket check` asks again for a wished day that has passed; a day that was typed is meant."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Loket


def test_a_wished_day_that_has_passed_is_asked_again(loket: Loket, stories: dict[str, Path], tmp_path: Path) -> None:
    data = json.loads(stories["agnes"].read_text(encoding="utf-8"))
    data["wish"]["departure_on"] = "2026-04-14"
    file = tmp_path / "case.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    asked = "That day has passed: ask for a new one."
    assert asked in loket("check", file).out
    assert json.loads(loket("check", file, "--json").out)["departure_has_passed"] is True
    assert asked not in loket("check", file, "--departure", "2026-04-14").out
    assert json.loads(loket("check", stories["agnes"], "--json").out)["departure_has_passed"] is False
