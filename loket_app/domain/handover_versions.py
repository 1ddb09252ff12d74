"""The number of a package. It is given once: a package that left can't be called back, also when its record is undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.domain.handover import Handover, Recipient


def next_version(case: Case, recipient: Recipient, log: Iterable[Change] = ()) -> int:
    """The first number that no package of this case to this recipient ever had, as far as the case and its log know."""
    given = (made.version for made in (*case.handovers, *_ever(log)) if made.recipient is recipient)
    return 1 + max((number for number in given if known(number)), default=0)


def _ever(log: Iterable[Change]) -> Iterator[Handover]:
    """Every handover that was noted at some time, also one that was taken back."""
    sides = (side for change in log for side in (change.before, change.after))
    return (side for side in sides if isinstance(side, Handover))
