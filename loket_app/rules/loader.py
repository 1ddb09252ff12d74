"""The folder of rules files into `RuleTables`, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from loket_app.domain.tables import RuleTables
from loket_app.paths import resources
from loket_app.rules import checks, files, records
from loket_app.rules.errors import RulesError
from loket_app.rules.files import MAX_BYTES, MAX_FILES, digest, texts_below, version_of

R = TypeVar("R")

__all__ = ["MAX_BYTES", "MAX_FILES", "load_tables"]

OTHERS = ("track", "papers", "contacts", "programme")
"""Folders that have loaders of their own."""

TABLES = "tables.toml"
_FOLDERS = ("eligibility", "figures", "groups", "journey", "carriers")


def load_tables(folder: Path | None = None) -> RuleTables:
    """Read every *.toml below the folder; without one, the tables that come with Loket.

    The version is that of `tables.toml` and a short hash of all the files, so two desks can see whether theirs are the
    same. Raises RulesError, which names file, key and date; OSError when a file cannot be opened.
    """
    texts = texts_below(folder or resources() / "rules", leave_out=OTHERS)
    parsed = {file: files.parsed(file, text) for file, text in texts.items()}
    version, dated = version_of(TABLES, parsed)
    rules = _read(parsed, "eligibility", records.rule)
    groups = _read(parsed, "groups", records.group)
    figures = _read(parsed, "figures", records.figure)
    journey, carriers = _read(parsed, "journey", records.journey), _read(parsed, "carriers", records.carrier)
    checks.unique(rules)
    checks.unique(groups)
    checks.unique(figures)
    checks.unique(journey)
    checks.unique(carriers)
    checks.check_rules(rules)
    checks.check_groups(groups)
    checks.check_figures(figures, groups)
    checks.check_journey(journey)
    checks.check_carriers(carriers)
    return RuleTables(
        version=f"{version}+{digest(texts)}",
        dated=dated,
        rules=tuple(rules.values()),
        figures=tuple(figures.values()),
        groups=tuple(groups.values()),
        journey=tuple(journey.values()),
        carriers=tuple(carriers.values()),
    )


def _read(
    parsed: Mapping[str, dict[str, Any]], folder: str, build: Callable[[str, Mapping[str, Any]], R]
) -> dict[str, R]:
    for file in parsed:
        if file != TABLES and file.split("/")[0] not in _FOLDERS:
            raise RulesError(file, "", f"stands in none of the folders {', '.join(_FOLDERS)}")
    return {file: build(file, data) for file, data in parsed.items() if file.startswith(f"{folder}/")}
