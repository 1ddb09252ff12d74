"""What the programme says beside its rules and amounts, as sourced data (resources/rules/programme)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from loket_app.domain.tables import LocalText, Source

PAID_BACK, FAMILY_COUNTS, BUDGET_TERM = "paid-back", "family-counts", "budget-term"
"""What it speaks of; each has a file of that name."""

ABOUT = (PAID_BACK, FAMILY_COUNTS, BUDGET_TERM)


@dataclass(frozen=True)
class Saying:
    """One sentence of the programme, and where it comes from. `months` is the term that it names, 0 where it names none."""

    title: LocalText
    source: Source
    months: int = 0


@dataclass(frozen=True)
class Programme:
    """All of them. `version` changes with every change of a file."""

    version: str
    sayings: Mapping[str, Saying]

    def says(self, about: str) -> Saying:
        """What it says of one of `ABOUT`."""
        return self.sayings[about]
