"""The folder of what the programme says into `Programme`, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from loket_app.domain.programme import ABOUT, BUDGET_TERM, Programme, Saying
from loket_app.paths import resources
from loket_app.rules.errors import RulesError
from loket_app.rules.files import digest, parsed, texts_below, version_of
from loket_app.rules.section import Section

VERSION = "programme.toml"
_FILES = {f"{about}.toml": about for about in ABOUT}
_KEYS = ("title", "source")
_LONGEST = 120
"""Months: a term of more than ten years is a slip of the pen."""


def load_programme(folder: Path | None = None) -> Programme:
    """Read every *.toml of the folder; without one, what comes with Loket.

    Raises RulesError, which names file and key; OSError when a file cannot be opened.
    """
    texts = texts_below(folder or resources() / "rules" / "programme")
    files = {file: parsed(file, text) for file, text in texts.items()}
    version, _dated = version_of(VERSION, files)
    for file in files:
        if file != VERSION and file not in _FILES:
            raise RulesError(file, "", f"is none of {', '.join(sorted(_FILES))}")
    for file in sorted(_FILES):
        if file not in files:
            raise RulesError(file, "", "is missing: Loket says it, and has to name its source")
    sayings = {about: _saying(file, files[file], about) for file, about in _FILES.items()}
    return Programme(f"{version}+{digest(texts)}", sayings)


def _saying(file: str, data: Mapping[str, Any], about: str) -> Saying:
    """One sentence; that of the budget names its term in months."""
    if about != BUDGET_TERM:
        section = Section(file, data, _KEYS)
        return Saying(section.words("title"), section.source())
    section = Section(file, data, (*_KEYS, "months"))
    return Saying(section.words("title"), section.source(), section.whole("months", 1, _LONGEST))
