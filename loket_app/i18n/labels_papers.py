"""Words for how a need of a paper stands."""

from __future__ import annotations

from loket_app.domain.papers import Standing
from loket_app.i18n import NP_
from loket_app.i18n.label_table import LabelTable

PAPERS: LabelTable = {
    Standing: {
        Standing.MET: NP_("paper", "in order"),
        Standing.ON_ITS_WAY: NP_("paper", "on its way"),
        Standing.HELD: NP_("paper", "at the Immigration Office"),
        Standing.UNKNOWN: NP_("paper", "not known yet"),
        Standing.EXPIRES: NP_("paper", "expires before the journey"),
        Standing.NOT_MET: NP_("paper", "is missing"),
    },
}
