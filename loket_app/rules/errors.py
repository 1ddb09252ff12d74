"""Why a rules file is refused."""

from __future__ import annotations

from datetime import date


class RulesError(ValueError):
    """A place in a rules file that cannot be used; the whole folder is refused.

    `file` is the path below the rules folder, `key` the place in it (empty: the file itself), `day` the first day of the
    row or membership, when it has one.
    """

    def __init__(self, file: str, key: str, why: str, day: date | None = None) -> None:
        self.file, self.key, self.why, self.day = file, key, why, day
        when = f" (from {day})" if day else ""
        super().__init__(f"{file}: {key}{when}: {why}" if key else f"{file}{when}: {why}")
