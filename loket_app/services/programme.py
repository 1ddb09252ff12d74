"""What the programme says beside its rules and amounts, with its source."""

from __future__ import annotations

from functools import cache

from loket_app.domain.programme import Programme


@cache
def programme() -> Programme:
    """What Loket carries, read once."""
    from loket_app.rules.programme import load_programme  # noqa: PLC0415  late: only who says it needs it

    return load_programme()
