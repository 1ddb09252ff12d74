"""One line of a list that is read: what is called so, what it says now, whose it is, and a warning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One line to choose, or a heading when it has no id. A quiet one does not count on the date.

    `origin` says which desk entered it.
    """

    title: str
    id: str = ""
    value: str = ""
    warning: str = ""
    quiet: bool = False
    origin: str = ""
