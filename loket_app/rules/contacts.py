"""The folder of contacts into `FreeNumber`, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from loket_app.domain.contacts import FreeNumber
from loket_app.paths import resources
from loket_app.rules.errors import RulesError
from loket_app.rules.files import digest, parsed, texts_below, version_of
from loket_app.rules.section import Section

VERSION, NUMBER = "contacts.toml", "free-number.toml"
_KEYS = ("hours", "decision", "source", "other")


def load_free_number(folder: Path | None = None) -> FreeNumber:
    """Read every *.toml of the folder; without one, what comes with Loket.

    Raises RulesError, which names file and key; OSError when a file cannot be opened.
    """
    texts = texts_below(folder or resources() / "rules" / "contacts")
    files = {file: parsed(file, text) for file, text in texts.items()}
    version, _dated = version_of(VERSION, files)
    for file in files:
        if file not in (VERSION, NUMBER):
            raise RulesError(file, "", f"is neither {VERSION} nor {NUMBER}")
    if NUMBER not in files:
        raise RulesError(NUMBER, "", "is missing: it says when the free number is answered")
    section = Section(NUMBER, files[NUMBER], _KEYS)
    return FreeNumber(
        version=f"{version}+{digest(texts)}",
        hours=section.words("hours"),
        source=section.source(),
        other_sources=section.other_sources(),
        decision=section.words_if("decision"),
    )
