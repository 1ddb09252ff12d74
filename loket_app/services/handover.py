"""Handing over: what would leave, the package itself, its opening, and what a correction changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from loket_app.domain.advice import Advice
from loket_app.domain.answers import known
from loket_app.domain.attachment import Attachment
from loket_app.domain.case import Case
from loket_app.domain.completeness import Gap, gaps_for
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.domain.handover_changes import Difference
from loket_app.domain.handover_content import Content, Enclosed, Stop, Stopped, leaving, stops
from loket_app.domain.handover_sieve import Held
from loket_app.exchange.errors import Refused
from loket_app.exchange.handover.keys import Passphrase, PublicKey, SecretKey, passphrase, public_key, secret_key
from loket_app.services.casefile import advise_case
from loket_app.services.clock import Clock

__all__ = [
    "Content",
    "Difference",
    "Enclosed",
    "Gap",
    "Held",
    "Made",
    "Package",
    "Passphrase",
    "Preview",
    "PublicKey",
    "Refused",
    "SecretKey",
    "Stop",
    "Stopped",
    "correction",
    "make",
    "new_passphrase",
    "next_states",
    "passphrase",
    "preview",
    "public_key",
    "read_package",
    "secret_key",
]


@dataclass(frozen=True)
class Preview:
    """What a handover would be, before it is made.

    `stops` non-empty: nothing may be made. `leaves` are the paths of the answers that leave; `stays` what does not, with
    why; `gaps` what the recipient needs and nobody asked; `scans` those that may be chosen.
    """

    recipient: Recipient
    stops: tuple[Stop, ...]
    leaves: tuple[str, ...]
    stays: tuple[Held, ...]
    gaps: tuple[Gap, ...]
    scans: tuple[Attachment, ...]


@dataclass(frozen=True)
class Made:
    """A package: its bytes, the record for the case (state prepared), a file name without anybody's name."""

    package: bytes
    record: Handover
    file_name: str


@dataclass(frozen=True)
class Package:
    """A package that was opened: its manifest as plain JSON values, what it says, and its files by name."""

    manifest: Mapping[str, object]
    content: Content
    files: Mapping[str, bytes]


_NEXT: Mapping[HandoverState, tuple[HandoverState, ...]] = {
    HandoverState.PREPARED: (HandoverState.SENT,),
    HandoverState.SENT: (HandoverState.RECEIVED, HandoverState.ACCEPTED, HandoverState.REJECTED),
    HandoverState.RECEIVED: (HandoverState.ACCEPTED, HandoverState.REJECTED),
    HandoverState.ACCEPTED: (HandoverState.CORRECTED,),
    HandoverState.REJECTED: (HandoverState.CORRECTED,),
    HandoverState.CORRECTED: (),
}


def next_states(record: Handover) -> tuple[HandoverState, ...]:
    """What may come after the state of a handover. Corrected is set on the old one when its correction is made."""
    return _NEXT[record.state] if known(record.state) else (HandoverState.PREPARED,)


def preview(
    case: Case,
    recipient: Recipient,
    *,
    scans: Collection[str] = (),
    advice: Advice | None = None,
    clock: Clock | None = None,
) -> Preview:
    """What would leave, what would stay and why, what is missing, and what stops it. `scans` are the ids chosen."""
    found = leaving(case, recipient, scans)
    given = advice or advise_case(case, clock=clock)
    return Preview(
        recipient,
        stops(case, recipient, given),
        found.leaves,
        found.stays,
        gaps_for(case, recipient),
        found.scans,
    )


def make(
    case: Case,
    recipient: Recipient,
    key: PublicKey | Passphrase,
    *,
    by: str,
    lang: str,
    scans: Mapping[str, bytes] | None = None,
    to: str = "",
    corrects: Handover | None = None,
    advice: Advice | None = None,
    clock: Clock | None = None,
) -> Made:
    """Make the package; slow with a passphrase (some seconds): not on the screen's thread.

    `scans` are the bytes of the chosen scans by id; `to` the person or mailbox it goes to; `corrects` the handover that
    this one replaces. Raises Stopped; Refused when a scan is not what the case says it is, or the key can't be used.
    """
    raise NotImplementedError


def read_package(package: bytes, key: SecretKey | Passphrase) -> Package:
    """Open a package, trusting nothing. Raises Refused, which says in one line what is wrong and what to do."""
    raise NotImplementedError


def correction(case: Case, old: Handover, *, scans: Collection[str] = ()) -> tuple[Difference, ...]:
    """What a handover of today would say otherwise than an earlier one. Raises Stopped, Refused."""
    raise NotImplementedError


def new_passphrase() -> str:
    """A passphrase to read out on the phone: six groups of four figures and letters that nobody mistakes."""
    raise NotImplementedError
