"""Whom a client can call, as far as it is data: the hours of the free number."""

from __future__ import annotations

from dataclasses import dataclass

from loket_app.domain.tables import LocalText, OtherSource, Source


@dataclass(frozen=True)
class FreeNumber:
    """When the free number is answered, as a sentence goes on: "on working days from …".

    `source` is the one that counts; `other_sources` say what they say, and `decision` why they don't count. `version` changes
    with every change of a file.
    """

    version: str
    hours: LocalText
    source: Source
    other_sources: tuple[OtherSource, ...] = ()
    decision: LocalText | None = None
