"""What time it is and what the next id is, in one place so that tests can decide both."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return secrets.token_hex(8)


@dataclass(frozen=True)
class Clock:
    """`now` gives UTC with its zone; `new_id` gives an id that nothing else has."""

    now: Callable[[], datetime] = _now
    new_id: Callable[[], str] = _new_id

    def today(self) -> date:
        """The day at the desk."""
        return self.now().astimezone().date()
