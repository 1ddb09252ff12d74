"""The rule tables: resources/rules/**/*.toml read into the records of `loket_app.domain.tables`, or refused by name."""

from __future__ import annotations

from loket_app.rules.errors import RulesError
from loket_app.rules.loader import load_tables

__all__ = ["RulesError", "load_tables"]
