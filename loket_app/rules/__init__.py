"""The rule tables: resources/rules/**/*.toml read into the records of the domain, or refused by name."""

from __future__ import annotations

from loket_app.rules.errors import RulesError
from loket_app.rules.loader import load_tables
from loket_app.rules.track import load_track_rules

__all__ = ["RulesError", "load_tables", "load_track_rules"]
