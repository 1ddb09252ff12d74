"""The four parts of the page."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from loket_app.i18n import NP_
from loket_app.services.rates_views import Totals


class Part(Enum):
    """What one reads."""

    FIGURES = "figures"
    RULES = "rules"
    GROUPS = "groups"
    OWN = "own"


WORDS: Mapping[Part, tuple[str, str]] = {
    Part.FIGURES: NP_("rates and rules", "Figures"),
    Part.RULES: NP_("rates and rules", "Rules of eligibility"),
    Part.GROUPS: NP_("rates and rules", "Country groups"),
    Part.OWN: NP_("rates and rules", "Of this desk"),
}


def count_of(part: Part, totals: Totals) -> int:
    """How many there are of a part; the desk's own figures stand among the figures."""
    return {Part.FIGURES: totals.figures, Part.RULES: totals.rules, Part.GROUPS: totals.groups}.get(part, 0)
