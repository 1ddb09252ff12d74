"""The sign and the colour of each state of a key moment; the word always stands beside them."""

from __future__ import annotations

from typing import Final

from loket_app.domain.track_parts import MomentState, Phase
from loket_app.i18n import NP_
from loket_app.ui.kit.tones import Look

STATES: Final = {
    MomentState.DONE: Look("check", "ok"),
    MomentState.LATE: Look("warning", "danger"),
    MomentState.DUE: Look("step-current", "warn"),
    MomentState.COMING: Look("step-open", "muted"),
    MomentState.NOT_COMPUTABLE: Look("step-missing", "muted"),
    MomentState.NOT_HELD: Look("question", "muted"),
    MomentState.NOT_NEEDED: Look("remove", "muted"),
}

BANDS: Final = {
    Phase.PROCEDURE: "hover",
    Phase.NEGATIVE_DECISION: "soft",
    Phase.FINAL_REFUSAL: "hover",
    Phase.OPEN_RETURN_PLACE: "soft",
}
"""The ground of each phase, so that neighbours differ."""

BAND_NAMES: Final = {
    Phase.PROCEDURE: NP_("track band", "Procedure"),
    Phase.NEGATIVE_DECISION: NP_("track band", "Negative decision"),
    Phase.FINAL_REFUSAL: NP_("track band", "Final refusal"),
    Phase.OPEN_RETURN_PLACE: NP_("track band", "Open return place"),
}
"""Short names of the phases, for a band that may be narrow."""
