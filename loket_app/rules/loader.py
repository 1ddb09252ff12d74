"""The folder of rules files into `RuleTables`, whole or not at all."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from loket_app.domain.tables import RuleTables
from loket_app.paths import resources
from loket_app.rules import checks, records
from loket_app.rules.errors import RulesError
from loket_app.rules.section import Section

R = TypeVar("R")

MAX_BYTES = 1_000_000
MAX_FILES = 1_000
TABLES = "tables.toml"
_FOLDERS = ("eligibility", "figures", "groups")
_HASH_LENGTH = 8


def load_tables(folder: Path | None = None) -> RuleTables:
    """Read every *.toml below the folder; without one, the tables that come with Loket.

    The version is that of `tables.toml` and a short hash of all the files, so two desks can see whether theirs are the
    same. Raises RulesError, which names file, key and date; OSError when a file cannot be opened.
    """
    texts = _texts(folder or resources() / "rules")
    parsed = {file: _parsed(file, text) for file, text in texts.items()}
    version, dated = _version(parsed)
    rules = _read(parsed, "eligibility", records.rule)
    groups = _read(parsed, "groups", records.group)
    figures = _read(parsed, "figures", records.figure)
    checks.unique(rules)
    checks.unique(groups)
    checks.unique(figures)
    checks.check_rules(rules)
    checks.check_groups(groups)
    checks.check_figures(figures, groups)
    return RuleTables(
        version=f"{version}+{_digest(texts)}",
        dated=dated,
        rules=tuple(rules.values()),
        figures=tuple(figures.values()),
        groups=tuple(groups.values()),
    )


def _texts(folder: Path) -> dict[str, str]:
    paths = sorted(folder.rglob("*.toml"), key=lambda path: path.relative_to(folder).parts)
    if len(paths) > MAX_FILES:
        raise RulesError(folder.name, "", f"has more than {MAX_FILES} files")
    return {path.relative_to(folder).as_posix(): _text(path, path.relative_to(folder).as_posix()) for path in paths}


def _text(path: Path, file: str) -> str:
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise RulesError(file, "", "is larger than 1 MB")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise RulesError(file, "", f"is not UTF-8 at byte {error.start}") from None


def _parsed(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RulesError(file, "", f"is not TOML: {error}") from None


def _version(parsed: Mapping[str, dict[str, Any]]) -> tuple[str, date]:
    if TABLES not in parsed:
        raise RulesError(TABLES, "", "is missing: it holds version and date of the tables")
    section = Section(TABLES, parsed[TABLES], ("version", "dated"))
    dated = section.day_at("dated")
    if dated is None:
        raise section.wrong("dated", "is missing")
    return section.text("version"), dated


def _read(
    parsed: Mapping[str, dict[str, Any]], folder: str, build: Callable[[str, Mapping[str, Any]], R]
) -> dict[str, R]:
    for file in parsed:
        if file != TABLES and file.split("/")[0] not in _FOLDERS:
            raise RulesError(file, "", f"stands in none of the folders {', '.join(_FOLDERS)}")
    return {file: build(file, data) for file, data in parsed.items() if file.startswith(f"{folder}/")}


def _digest(texts: Mapping[str, str]) -> str:
    digest = sha256()
    for file, text in texts.items():
        digest.update(f"{file}\0{len(text)}\0{text}\0".encode())
    return digest.hexdigest()[:_HASH_LENGTH]
