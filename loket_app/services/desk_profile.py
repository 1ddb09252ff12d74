"""What the desk says of itself: kept inside the encrypted store, filled by the desk, never invented.

Run these where the store lives: `opened.database.submit(desk_profile)`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Protocol

from loket_app.domain.case import Desk

_DESK = "desk"
_COUNSELLOR = "counsellor/"


class Settings(Protocol):
    """The settings of a store: a JSON value for each key."""

    def setting(self, key: str, default: Any = None) -> Any:
        """What was kept."""

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a value."""


@dataclass(frozen=True)
class DeskProfile:
    """Which of the five desks, and what its letters say. Blank until the desk fills it: no current source has it.

    `number_hours` are its own words on the hours of the free number; blank, those of the data stand on paper.
    """

    desk: Desk
    address: str = ""
    hours: str = ""
    phone: str = ""
    number_hours: str = ""


def desk_profile(store: Settings) -> DeskProfile | None:
    """The desk of this store; None in a store that was made without one."""
    kept = store.setting(_DESK)
    return DeskProfile(**{**kept, "desk": Desk(kept["desk"])}) if kept else None


def save_desk_profile(store: Settings, profile: DeskProfile) -> None:
    """Keep what the desk says of itself."""
    store.set_setting(_DESK, {**asdict(profile), "desk": profile.desk.value})


def counsellor_name(store: Settings, login: str) -> str:
    """The name behind a login, or the login while nobody gave one."""
    return str(store.setting(_COUNSELLOR + login) or login)


def save_counsellor_name(store: Settings, login: str, name: str) -> None:
    """Keep the name behind a login: on paper it stands in full, on the disk only inside the store."""
    store.set_setting(_COUNSELLOR + login, name.strip())
