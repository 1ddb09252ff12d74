"""Corrections: which handover came before, what one says otherwise than another, and which package it replaces."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.domain.gone import Gone, gone_of
from loket_app.domain.handover import Handover, Recipient
from loket_app.domain.handover_changes import Difference, differences
from loket_app.domain.handover_content import Content, content, leaving
from loket_app.domain.handover_sieve import Held
from loket_app.exchange.errors import Refused
from loket_app.i18n import _

if TYPE_CHECKING:
    from loket_app.exchange.handover.manifest import Corrected


def version_before(all_of_them: Iterable[Handover], record: Handover) -> Handover | None:
    """The last earlier version for the same recipient, when both keep what left; None for the first."""
    if not known(record.version) or not known(record.content):
        return None
    earlier = [
        (one.version, one)
        for one in all_of_them
        if one.recipient is record.recipient and known(one.content) and known(one.version)
    ]
    before = [pair for pair in earlier if pair[0] < record.version]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def changes_since(old: Handover, new: Handover) -> tuple[Difference, ...]:
    """What one handover said otherwise than an earlier one. Raises Refused when what left was not kept."""
    return differences(kept(old), kept(new))


def scans_of(record: Handover) -> frozenset[str]:
    """The ids of the scans that left with a handover; none when what left was not kept."""
    try:
        return frozenset(scan.id for scan in kept(record).enclosed)
    except Refused:
        return frozenset()


def correction(
    case: Case, old: Handover, *, scans: Collection[str] = (), log: Sequence[Change] = ()
) -> tuple[Difference, ...]:
    """What a handover of today would say otherwise than an earlier one; `log` as in `make`. Raises Stopped, Refused."""
    before, gone = kept(old), gone_of(log)
    told = content(case, before.recipient, scans, gone)
    return differences(before, told, *held_back(case, before.recipient, scans, gone))


def held_back(
    case: Case, recipient: Recipient, scans: Collection[str], gone: Gone
) -> tuple[tuple[Held, ...], frozenset[str]]:
    """What stays, and the words that name who refused, also of those who were taken out: none is named once more."""
    found = leaving(case, recipient, scans, gone)
    return (*found.stays, *found.gone), found.marks


def plain_changes(changes: Iterable[Difference]) -> list[dict[str, Any]]:
    """Differences as plain JSON values, as a package holds them."""
    from loket_app.exchange.handover.data import plain_change  # noqa: PLC0415  late: JSON Schema takes its time

    return [plain_change(change) for change in changes]


def corrected(old: Handover) -> Corrected:
    """Raises Refused for a handover that Loket did not make: nobody could tell which one is meant."""
    if not known(old.version) or not known(old.checksum):
        raise _unknown(old)
    from loket_app.exchange.handover.manifest import Corrected  # noqa: PLC0415  late: JSON Schema takes its time

    return Corrected(old.version, old.checksum)


def kept(old: Handover) -> Content:
    """What left with a handover. Raises Refused when that was not kept."""
    from loket_app.exchange.handover.data import from_text  # noqa: PLC0415  late, as above

    if not known(old.content):
        raise _unknown(old)
    return from_text(old.content)


def _unknown(old: Handover) -> Refused:
    why = _("What left with this handover was not kept.")
    return Refused(f"handovers/{old.id}", why, _("Make a new handover instead of a correction."))
