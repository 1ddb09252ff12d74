"""The folder of what the programme says into `Programme`, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from loket_app.domain.programme import ABOUT, Programme, Saying
from loket_app.paths import resources
from loket_app.rules.errors import RulesError
from loket_app.rules.files import digest, parsed, texts_below, version_of
from loket_app.rules.section import Section

VERSION = "programme.toml"
_FILES = {f"{about}.toml": about for about in ABOUT}
_KEYS = ("title", "source")


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
    sections = {about: Section(file, files[file], _KEYS) for file, about in _FILES.items()}
    sayings = {about: Saying(section.words("title"), section.source()) for about, section in sections.items()}
    return Programme(f"{version}+{digest(texts)}", sayings)
