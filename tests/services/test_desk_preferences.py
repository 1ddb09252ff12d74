"""What one person likes: a newer Loket may have kept more, and it stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from loket_app.services.desk_preferences import preferences, save_preferences


class Kept:
    """Settings as a store keeps them."""

    def __init__(self, **values: Any) -> None:
        self.values = {"preferences/AV": values}

    def setting(self, key: str, default: Any = None) -> Any:
        return self.values.get(key, default)

    def set_setting(self, key: str, value: Any) -> None:
        self.values[key] = value


def test_what_a_newer_loket_kept_besides_is_ignored_and_stays() -> None:
    kept = Kept(language="fr", density="roomy")
    found = preferences(kept, "AV")
    assert (found.language, found.theme) == ("fr", "light")
    save_preferences(kept, "AV", replace(found, theme="dark"))
    assert kept.values["preferences/AV"]["density"] == "roomy"
    assert preferences(kept, "AV").theme == "dark"
