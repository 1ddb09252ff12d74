"""Handing over: what would leave, the package itself, its opening, and what a correction changes."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from loket_app.domain.advice import Advice
from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.attachment import Attachment
from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.domain.completeness import Gap, gaps_for
from loket_app.domain.gone import gone_of
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.domain.handover_changes import Difference, differences
from loket_app.domain.handover_content import Content, Enclosed, Stop, Stopped, content, leaving, stops
from loket_app.domain.handover_sieve import Held
from loket_app.domain.handover_versions import next_version
from loket_app.exchange.errors import Refused
from loket_app.exchange.handover.keys import (
    Passphrase,
    PublicKey,
    SecretKey,
    new_keys,
    passphrase,
    public_key,
    secret_key,
)
from loket_app.exchange.handover.limits import LARGEST_PACKAGE
from loket_app.i18n import _, using
from loket_app.services.about import version
from loket_app.services.casefile import advise_case
from loket_app.services.clock import Clock
from loket_app.services.corrections import corrected, held_back, kept

if TYPE_CHECKING:
    from loket_app.exchange.handover.enclosing import Bared
    from loket_app.exchange.handover.manifest import Manifest

__all__ = [
    "LARGEST_PACKAGE",
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
    "application",
    "make",
    "new_keys",
    "new_passphrase",
    "next_states",
    "package_schema",
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
    why; `gaps` what the recipient needs and nobody asked; `scans` those that may be chosen;
    `texts` the free texts that somebody has to read, for they may name a person who refused or was taken out of the case.
    """

    recipient: Recipient
    stops: tuple[Stop, ...]
    leaves: tuple[str, ...]
    stays: tuple[Held, ...]
    gaps: tuple[Gap, ...]
    scans: tuple[Attachment, ...]
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Made:
    """A package: its bytes, the record for the case (state prepared), a file name without anybody's name.

    `sealed` are the words for scans with a digital signature: they left as they were, with what they tell of their making;
    `drawn` for those with pages that left as pictures of what they show, for they held more.
    `changes` is what a correction says otherwise than version `corrects`, which it replaces; 0 for a first one. `texts` as
    in `Preview`.
    """

    package: bytes
    record: Handover
    file_name: str
    sealed: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    changes: tuple[Difference, ...] = ()
    corrects: int = 0
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Package:
    """A package that was opened: its manifest as plain JSON values, what it says, and its files by name."""

    manifest: Mapping[str, Any]
    content: Content
    files: Mapping[str, bytes]


_NEXT: Mapping[HandoverState, tuple[HandoverState, ...]] = {
    HandoverState.PREPARED: (HandoverState.SENT,),
    HandoverState.SENT: (
        HandoverState.RECEIVED,
        HandoverState.ACCEPTED,
        HandoverState.REJECTED,
        HandoverState.CORRECTED,
    ),
    HandoverState.RECEIVED: (HandoverState.ACCEPTED, HandoverState.REJECTED, HandoverState.CORRECTED),
    HandoverState.ACCEPTED: (HandoverState.CORRECTED,),
    HandoverState.REJECTED: (HandoverState.CORRECTED,),
    HandoverState.CORRECTED: (),
}


def next_states(record: Handover) -> tuple[HandoverState, ...]:
    """What may come after the state of a handover. Corrected is set on the old one when its correction is sent."""
    return _NEXT[record.state] if known(record.state) else (HandoverState.PREPARED,)


def preview(
    case: Case,
    recipient: Recipient,
    *,
    scans: Collection[str] = (),
    advice: Advice | None = None,
    log: Sequence[Change] = (),
    clock: Clock | None = None,
) -> Preview:
    """What would leave, what would stay and why, what is missing, and what stops it.

    `scans` are the ids chosen; `log` every change of the case: it alone knows who was taken out of it.
    """
    found = leaving(case, recipient, scans, gone_of(log))
    given = advice or advise_case(case, clock=clock)
    return Preview(
        recipient,
        stops(case, recipient, given),
        found.leaves,
        found.stays,
        gaps_for(case, recipient),
        found.scans,
        found.texts,
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
    log: Sequence[Change] = (),
    clock: Clock | None = None,
) -> Made:
    """Make the package; slow with a passphrase (some seconds): not on the screen's thread.

    `scans` are the bytes of the chosen scans by id; `to` the person or mailbox it goes to; `corrects` the handover that
    this one replaces; `log` every change of the case, so that no number is given twice and nobody is named who refused and
    was taken out. Raises Stopped; Refused when a
    scan is not what the case says it is or can't be read to its end, or when the key can't be used.
    """
    from loket_app.exchange.handover import writer  # noqa: PLC0415  late: JSON Schema takes its time

    clock = clock or Clock()
    draft = _draft(case, recipient, lang, scans or {}, corrects=corrects, advice=advice, log=log, clock=clock)
    told, manifest, bared = draft.bared.content, draft.manifest, draft.bared
    printed = _printed(case, draft, lang, clock)
    package = writer.write(told, manifest, key, printed=printed, scans=bared.scans, changes=draft.changes)
    record = replace(
        _record(told, manifest, clock),
        to=to or NOT_ASKED,
        made_by=by,
        checksum=hashlib.sha256(package).hexdigest(),
        corrects=corrects.id if corrects else NOT_ASKED,
    )
    name, before = writer.file_name(told, manifest.version), manifest.corrects.version if manifest.corrects else 0
    return Made(package, record, name, bared.sealed, bared.drawn, draft.changes, before, draft.texts)


def application(
    case: Case,
    recipient: Recipient,
    *,
    lang: str,
    scans: Mapping[str, bytes] | None = None,
    corrects: Handover | None = None,
    advice: Advice | None = None,
    log: Sequence[Change] = (),
    clock: Clock | None = None,
) -> bytes:
    """The application as `make` would put it in the package with the same answers, as a PDF in memory.

    Raises Stopped, and Refused as `make` does.
    """
    clock = clock or Clock()
    draft = _draft(case, recipient, lang, scans or {}, corrects=corrects, advice=advice, log=log, clock=clock)
    return _printed(case, draft, lang, clock)


@dataclass(frozen=True)
class _Draft:
    """What a package says: the same for who looks at it first and for who makes it."""

    bared: Bared
    manifest: Manifest
    changes: tuple[Difference, ...]
    texts: tuple[str, ...]


def _draft(
    case: Case,
    recipient: Recipient,
    lang: str,
    scans: Mapping[str, bytes],
    *,
    corrects: Handover | None,
    advice: Advice | None,
    log: Sequence[Change],
    clock: Clock,
) -> _Draft:
    from loket_app.exchange.handover import enclosing  # noqa: PLC0415  late, as above
    from loket_app.services.handover_eyes import eyes  # noqa: PLC0415  late: few sessions send a scan

    given = advice or advise_case(case, clock=clock)
    found = stops(case, recipient, given)
    if found:
        raise Stopped(found)
    gone = gone_of(log)
    with using(lang):
        bared = enclosing.enclose(content(case, recipient, scans.keys(), gone), scans, eyes())
    held = held_back(case, recipient, scans.keys(), gone)
    changes = differences(kept(corrects), bared.content, *held) if corrects else ()
    number = next_version(case, recipient, log)
    texts = leaving(case, recipient, scans.keys(), gone).texts
    return _Draft(bared, _manifest(case, recipient, given, corrects, clock, number=number), changes, texts)


def _printed(case: Case, draft: _Draft, lang: str, clock: Clock) -> bytes:
    from loket_app.documents.application import application_pdf
    from loket_app.documents.application.document import Version

    told, manifest = draft.bared.content, draft.manifest
    numbered = Version(manifest.version, manifest.corrects.version if manifest.corrects else 0, draft.changes)
    return application_pdf(told, numbered, gaps_for(case, told.recipient), lang, printed_on=clock.today())


def _record(told: Content, manifest: Manifest, clock: Clock) -> Handover:
    """The record for the case, as far as the package tells it. The day on which it leaves is told when it does."""
    from loket_app.exchange.handover.data import as_text  # noqa: PLC0415  late, as above

    return Handover(
        id=clock.new_id(),
        recipient=told.recipient,
        state=HandoverState.PREPARED,
        made_at=manifest.made_at,
        version=manifest.version,
        revision=manifest.revision,
        tables_version=manifest.tables_version,
        content=as_text(told),
    )


def _manifest(
    case: Case, recipient: Recipient, advice: Advice, corrects: Handover | None, clock: Clock, *, number: int
) -> Manifest:
    from loket_app.exchange.handover.manifest import Manifest  # noqa: PLC0415  late, as above

    return Manifest(
        made_at=clock.now(),
        made_with=f"Loket {version()}",
        desk=case.desk.value,
        recipient=recipient,
        number=case.number,
        revision=case.revision,
        tables_version=advice.tables_version,
        version=number,
        corrects=corrected(corrects) if corrects else None,
        gaps=tuple(gap.path for gap in gaps_for(case, recipient)),
    )


def read_package(package: bytes, key: SecretKey | Passphrase) -> Package:
    """Open a package, trusting nothing. Raises Refused, which says in one line what is wrong and what to do."""
    from loket_app.exchange.handover.reader import read  # noqa: PLC0415  late, as above

    opened = read(package, key)
    _demand_pages(opened.files)
    return Package(opened.manifest, opened.content, opened.files)


def _demand_pages(files: Mapping[str, bytes]) -> None:
    """Raises Refused unless the application is a PDF with pages: what can't be shown is not whole."""
    from loket_app.documents.preview import page_count  # noqa: PLC0415  late: PDFium is loaded by it
    from loket_app.exchange.handover.envelope import damaged  # noqa: PLC0415  late, as above
    from loket_app.exchange.handover.limits import PRINT  # noqa: PLC0415  the same

    try:
        pages = page_count(files[PRINT])
    except ValueError:
        pages = 0
    if not pages:
        raise damaged(_("{name} is no PDF that can be read.").format(name=PRINT))


def package_schema(of: str) -> dict[str, Any]:
    """The JSON Schema of `handover`.json or `manifest`.json. Raises KeyError for another name."""
    from loket_app.exchange.handover.schema import handover_schema, manifest_schema  # noqa: PLC0415  late, as above

    return {"handover": handover_schema, "manifest": manifest_schema}[of]()


_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Figures and letters that nobody takes for each other, written or spoken."""


def new_passphrase() -> str:
    """A passphrase to read out on the phone: six groups of four figures and letters, 118 bits."""
    return "-".join("".join(secrets.choice(_SIGNS) for _sign in range(4)) for _group in range(6))
