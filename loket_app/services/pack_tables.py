"""The tables for an answer without a store: those that Loket carries, with the rules pack of a desk on top when one is named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from loket_app.domain.laid_over import lay_over
from loket_app.domain.layer import Pack
from loket_app.domain.looks import with_looks
from loket_app.domain.tables import RuleTables
from loket_app.exchange.errors import Refused
from loket_app.exchange.rules_pack import RulesPackError
from loket_app.i18n import _
from loket_app.services.casefile import rule_tables
from loket_app.services.own_figures import look_at_pack


@dataclass(frozen=True)
class Counting:
    """What an answer is worked out with. `pack` is None when only the tables of Loket count."""

    tables: RuleTables
    pack: Pack | None = None


def counting_with(file: Path | None) -> Counting:
    """The tables with that pack laid over them as at a desk. Raises RulesPackError for one that can't count, also an empty one."""
    if file is None:
        return Counting(rule_tables())
    pack, _lines, _looks = look_at_pack(file)
    if not pack.entries and not pack.looks:
        remedy = _("Ask the desk for one with its figures, or leave it out.")
        raise RulesPackError(file, Refused("entries", _("This pack holds no figure."), remedy))
    return Counting(with_looks(lay_over(rule_tables(), pack.entries), pack.looks), pack)
