"""The parts of the page."""

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
    SAID = "said"


WORDS: Mapping[Part, tuple[str, str]] = {
    Part.FIGURES: NP_("rates and rules", "Figures"),
    Part.RULES: NP_("rates and rules", "Rules of eligibility"),
    Part.GROUPS: NP_("rates and rules", "Country groups"),
    Part.OWN: NP_("rates and rules", "Of this desk"),
    Part.SAID: NP_("rates and rules", "Other rules"),
}


def count_of(part: Part, totals: Totals) -> int:
    """How many there are of a part; the desk's own figures stand among the figures."""
    counted = {
        Part.FIGURES: totals.figures,
        Part.RULES: totals.rules,
        Part.GROUPS: totals.groups,
        Part.SAID: totals.said,
    }
    return counted.get(part, 0)
