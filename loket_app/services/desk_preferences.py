"""How one person likes Loket; kept inside the encrypted store, under the login."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from loket_app.security.lock_policy import IDLE_CHOICES, IDLE_MINUTES
from loket_app.services.desk_profile import Settings

__all__ = ["IDLE_CHOICES", "Preferences", "preferences", "save_preferences"]

_KEY = "preferences/"


@dataclass(frozen=True)
class Preferences:
    """Language and theme of the screen, minutes until it locks by itself, and whose cases the page of today shows."""

    language: str = "nl"
    theme: str = "light"
    lock_minutes: int = IDLE_MINUTES
    own_cases: bool = False


def preferences(store: Settings, login: str) -> Preferences:
    """What was kept, or the defaults. What a newer Loket kept besides is left alone."""
    known = {each.name for each in fields(Preferences)}
    return Preferences(**{name: value for name, value in _kept(store, login).items() if name in known})


def save_preferences(store: Settings, login: str, chosen: Preferences) -> None:
    """Keep them, beside what a newer Loket kept."""
    store.set_setting(_KEY + login, _kept(store, login) | asdict(chosen))


def _kept(store: Settings, login: str) -> dict[str, Any]:
    found: dict[str, Any] = store.setting(_KEY + login, {})
    return found
