"""How one person likes Loket; kept inside the encrypted store, under the login."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from loket_app.security.lock_policy import IDLE_CHOICES, LockPolicy
from loket_app.services.desk_profile import Settings

__all__ = ["IDLE_CHOICES", "Preferences", "preferences", "save_preferences"]

_KEY = "preferences/"


@dataclass(frozen=True)
class Preferences:
    """Language and theme of the screen, minutes until it locks by itself, and whose cases the page of today shows."""

    language: str = "nl"
    theme: str = "light"
    lock_minutes: int = LockPolicy().idle_minutes
    own_cases: bool = False


def preferences(store: Settings, login: str) -> Preferences:
    """What was kept, or the defaults."""
    return Preferences(**store.setting(_KEY + login, {}))


def save_preferences(store: Settings, login: str, chosen: Preferences) -> None:
    """Keep them."""
    store.set_setting(_KEY + login, asdict(chosen))
