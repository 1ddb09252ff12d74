"""Rules files as texts: read strictly, parsed, and summed up in a short hash."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from loket_app.rules.errors import RulesError
from loket_app.rules.section import Section

MAX_BYTES = 1_000_000
MAX_FILES = 1_000
_HASH_LENGTH = 8


def texts_below(folder: Path, leave_out: Collection[str] = ()) -> dict[str, str]:
    """Every *.toml below a folder by its path in it, without some folders. Raises RulesError, OSError."""
    named = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.toml")}
    names = sorted((name for name in named if name.split("/")[0] not in leave_out), key=lambda name: name.split("/"))
    if len(names) > MAX_FILES:
        raise RulesError(folder.name, "", f"has more than {MAX_FILES} files")
    return {name: _text(named[name], name) for name in names}


def _text(path: Path, file: str) -> str:
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise RulesError(file, "", "is larger than 1 MB")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise RulesError(file, "", f"is not UTF-8 at byte {error.start}") from None


def parsed(file: str, text: str) -> dict[str, Any]:
    """A file as TOML. Raises RulesError."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RulesError(file, "", f"is not TOML: {error}") from None


def version_of(file: str, tables: Mapping[str, dict[str, Any]]) -> tuple[str, date]:
    """Version and date from the file that holds them. Raises RulesError."""
    if file not in tables:
        raise RulesError(file, "", "is missing: it holds version and date of the tables")
    section = Section(file, tables[file], ("version", "dated"))
    dated = section.day_at("dated")
    if dated is None:
        raise section.wrong("dated", "is missing")
    return section.text("version"), dated


def digest(texts: Mapping[str, str]) -> str:
    """A short hash of all the files."""
    summed = sha256()
    for file, text in texts.items():
        summed.update(f"{file}\0{len(text)}\0{text}\0".encode())
    return summed.hexdigest()[:_HASH_LENGTH]
