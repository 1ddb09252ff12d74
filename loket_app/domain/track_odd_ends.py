"""An end without a day, and a day without an end: half of what tells how a track ended."""

from __future__ import annotations

from collections.abc import Iterator

from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.case import Case
from loket_app.domain.handover import DepartureResult
from loket_app.domain.track_parts import OddKind, Question

_HOW, _WHEN = "stay/otp_end", "stay/otp_ended_on"
_LEFT, _LEFT_ON = "departure/result", "departure/departed_on"


def odd_ends(case: Case) -> Iterator[Question]:
    """The other half is asked for; whoever answered that it is not known is not asked again."""
    stay, departure = case.stay, case.departure
    if known(stay.otp_end) and stay.otp_ended_on is NOT_ASKED:
        yield Question(_WHEN, OddKind.END_WITHOUT_DAY, _HOW)
    if known(stay.otp_ended_on) and stay.otp_end is NOT_ASKED:
        yield Question(_HOW, OddKind.DAY_WITHOUT_END, _WHEN)
    if departure.result is DepartureResult.DEPARTED and departure.departed_on is NOT_ASKED:
        yield Question(_LEFT_ON, OddKind.END_WITHOUT_DAY, _LEFT)
    if known(departure.departed_on) and departure.result is NOT_ASKED:
        yield Question(_LEFT, OddKind.DAY_WITHOUT_END, _LEFT_ON)
