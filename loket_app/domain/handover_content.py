"""What leaves with a handover: the case as the recipient may know it, and the scans that were chosen.

Nothing leaves without the consent to it, nor while the choice is not known to be free and informed (S0 §1).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from loket_app.domain.advice import CLOSING, Advice
from loket_app.domain.answering import without_guardian
from loket_app.domain.answers import NOT_ASKED, Answer, known
from loket_app.domain.attachment import Attachment, AttachmentKind
from loket_app.domain.case import EVERYBODY, Case, ConsentPurpose, ConsentState
from loket_app.domain.consents import NO, consent_to, last_consent, whose_word
from loket_app.domain.gone import NOBODY, Gone
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_consents import decisive, purposes
from loket_app.domain.handover_mentions import texts_to_read
from loket_app.domain.handover_needs import Withheld
from loket_app.domain.handover_sieve import Held, Sieve, why_scan_stays
from loket_app.domain.removing import taken_out
from loket_app.domain.wish import Partner


class StopKind(Enum):
    """Why nothing is handed over."""

    NOT_FREE = "not_free"
    FREE_NOT_KNOWN = "free_not_known"
    NOT_INFORMED = "not_informed"
    INFORMED_NOT_KNOWN = "informed_not_known"
    CONSENT_NOT_ASKED = "consent_not_asked"
    CONSENT_DECLINED = "consent_declined"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    OTHER_PARTNER = "other_partner"
    VERDICT = "verdict"
    NOBODY_TRAVELS = "nobody_travels"
    NO_GUARDIAN = "no_guardian"


@dataclass(frozen=True)
class Stop:
    """A reason to hand nothing over, and the path where it can be answered.

    `purpose` of a consent, and `person` whose it is where several answer (an id; empty: of one, or of all together).
    """

    kind: StopKind
    path: str
    purpose: ConsentPurpose | None = None
    person: str = ""


class Stopped(ValueError):
    """Nothing may be handed over; `stops` say why."""

    def __init__(self, stops: tuple[Stop, ...]) -> None:
        super().__init__(", ".join(f"{stop.path}: {stop.kind.value}" for stop in stops))
        self.stops = stops


@dataclass(frozen=True)
class Enclosed:
    """A scan in a package. `file` is a neutral name; the rest as in `Attachment`."""

    id: str
    file: str
    kind: AttachmentKind
    media_type: str
    size: int
    sha256: str
    about: Answer[str] = NOT_ASKED
    title: Answer[str] = NOT_ASKED


@dataclass(frozen=True)
class Content:
    """Everything that the recipient gets to know. In `case` what stays at the desk is not asked, or empty."""

    recipient: Recipient
    case: Case
    enclosed: tuple[Enclosed, ...] = ()


@dataclass(frozen=True)
class Leaving:
    """For the preview: paths of the answers that leave, and what stays with its reason. `scans` may be chosen.

    `texts` are those of the leaving ones that somebody has to read, for they may name a person who refused. `gone` are
    the places of those who refused and were taken out of the case: a difference tells of them by place, and not by name.
    `marks` are the words by which those who refused are known (`handover_mentions`).
    """

    leaves: tuple[str, ...]
    stays: tuple[Held, ...]
    scans: tuple[Attachment, ...]
    texts: tuple[str, ...] = ()
    gone: tuple[Held, ...] = ()
    marks: frozenset[str] = frozenset()


ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}
"""The forms of scans that leave, with the ending that their files get."""


def stops(case: Case, recipient: Recipient, advice: Advice | None = None) -> tuple[Stop, ...]:
    """Why nothing may be handed over; empty when it may. With an advice, also when its verdict closes the way."""
    return (
        *_travellers(case),
        *_choice(case),
        *_guardian(case),
        *_consents(case, recipient),
        *_partner(case, recipient),
        *_verdict(advice),
    )


def _travellers(case: Case) -> Iterator[Stop]:
    """An application is somebody's: where nobody travels there is nothing to hand over."""
    if all(person.travels is False for person in case.household):
        first = next(iter(case.household), None)
        yield Stop(StopKind.NOBODY_TRAVELS, f"household/{first.id}/travels" if first else "household")


def _choice(case: Case) -> Iterator[Stop]:
    """Known to be free and informed (S0 §1), as in `Advice.may_hand_over`."""
    asked = (
        ("wish/free_choice", case.wish.free_choice, StopKind.NOT_FREE, StopKind.FREE_NOT_KNOWN),
        ("wish/informed", case.wish.informed, StopKind.NOT_INFORMED, StopKind.INFORMED_NOT_KNOWN),
    )
    for path, answer, no, not_known in asked:
        if answer is not True:
            yield Stop(no if answer is False else not_known, path)


def _guardian(case: Case) -> Iterator[Stop]:
    """A minor without a parent here does not agree alone (DOMAIN.md §3)."""
    if without_guardian(case):
        yield Stop(StopKind.NO_GUARDIAN, "stay/guardian")


def _consents(case: Case, recipient: Recipient) -> Iterator[Stop]:
    """The programme's for everybody: an application that the person does not make is nobody's to send.

    Silence of one stops it: they are asked first. A no of another than the applicant leaves their data out instead.
    """
    asked, last_word = whose_word(case), decisive(case, recipient)
    found = (_of_one(case, purpose, each) for purpose in purposes(recipient) for each in asked)
    stopping = (stop for whose, stop in found if stop and (whose in last_word or stop.kind not in _LEFT_OUT))
    yield from dict.fromkeys(stopping)  # an answer for all adults is one


def _of_one(case: Case, purpose: ConsentPurpose, person: str) -> tuple[str, Stop | None]:
    """A person whose consent stands in the way; who answers alone needs no name."""
    said, record = consent_to(case, purpose, person), last_consent(case, purpose, person)
    if said is ConsentState.GIVEN:
        return person, None
    together = len(whose_word(case)) == 1 or (record is not None and record.person == EVERYBODY)
    path = f"consents/{record.id}/state" if record else "consents"
    kind = _NO_CONSENT.get(said, StopKind.CONSENT_NOT_ASKED)
    return person, Stop(kind, path, purpose, "" if together else person)


_NO_CONSENT: dict[object, StopKind] = {
    ConsentState.DECLINED: StopKind.CONSENT_DECLINED,
    ConsentState.WITHDRAWN: StopKind.CONSENT_WITHDRAWN,
}
_LEFT_OUT = frozenset(_NO_CONSENT[no] for no in NO)


def _partner(case: Case, recipient: Recipient) -> Iterator[Stop]:
    """Caritas follows a plan: where IOM follows it, there is nothing to do for Caritas."""
    if recipient is Recipient.CARITAS and case.plan.partner is Partner.IOM:
        yield Stop(StopKind.OTHER_PARTNER, "plan/partner")


def _verdict(advice: Advice | None) -> Iterator[Stop]:
    if advice is not None and advice.verdict in CLOSING:
        yield Stop(StopKind.VERDICT, "stay/category")


def content(case: Case, recipient: Recipient, chosen: Collection[str] = (), gone: Gone = NOBODY) -> Content:
    """What the recipient gets, with the chosen scans (ids) that may leave. Raises Stopped when nothing may.

    `gone` are those who were taken out of the case: who of them refused is not named.
    """
    found = stops(case, recipient)
    if found:
        raise Stopped(found)
    sieve = Sieve(case, recipient, gone)
    reduced = sieve.reduced()
    scans = [scan for scan in _scans(sieve, reduced)[0] if scan.id in chosen]
    return Content(recipient, reduced, tuple(_enclosed(scan, at) for at, scan in enumerate(scans, 1)))


def leaving(case: Case, recipient: Recipient, chosen: Collection[str] = (), gone: Gone = NOBODY) -> Leaving:
    """What would leave and what would stay, whether or not something stops it. `gone` as in `content`."""
    sieve = Sieve(case, recipient, gone)
    scans, held = _scans(sieve, sieve.reduced())
    leaves = (f"attachments/{scan.id}" for scan in scans if scan.id in chosen)
    unchosen = (Held(f"attachments/{scan.id}", Withheld.NOT_CHOSEN) for scan in scans if scan.id not in chosen)
    may_be_named = bool(sieve.silent or taken_out(case))
    return Leaving(
        leaves=(*sieve.leaves, *leaves),
        stays=(*sieve.stays, *held, *unchosen),
        scans=tuple(scans),
        texts=texts_to_read(sieve.leaves) if may_be_named else (),
        gone=tuple(Held(f"household/{each.id}", Withheld.NO_CONSENT) for each in sieve.silent if each in gone.people),
        marks=sieve.marks,
    )


def _scans(sieve: Sieve, reduced: Case) -> tuple[list[Attachment], list[Held]]:
    """The scans that may be chosen, and those that stay whatever is chosen."""
    leaving = {paper.id for paper in reduced.documents}
    if sieve.recipient is Recipient.IOM:  # who books gets papers: nothing that is filed under a person at large
        leaving |= {person.id for person in reduced.household}
        leaving |= {cost.id for cost in reduced.costs}
    free, held = [], []
    for scan in sieve.case.attachments:
        why = why_scan_stays(sieve, scan, leaving)
        if why is None and scan.media_type in ENDINGS:
            free.append(scan)
        else:
            held.append(Held(f"attachments/{scan.id}", why or Withheld.NOT_NEEDED))
    return free, held


def _enclosed(scan: Attachment, number: int) -> Enclosed:
    title = scan.title if known(scan.title) else NOT_ASKED
    file = f"attachments/{number:02}.{ENDINGS[scan.media_type]}"
    return Enclosed(scan.id, file, scan.kind, scan.media_type, scan.size, scan.sha256, scan.about, title)
