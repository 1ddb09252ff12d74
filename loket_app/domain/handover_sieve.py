"""A case through the table of who needs what: what falls through leaves, what stays tells why. Nothing leaves by default."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.attachment import Attachment, AttachmentKind
from loket_app.domain.case import EVERYBODY, Case, Consent, ConsentPurpose
from loket_app.domain.consents import is_given
from loket_app.domain.costs import asked_of_iom
from loket_app.domain.gone import NOBODY, Gone, with_gone
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_consents import left_out, silent
from loket_app.domain.handover_health import health_of_stays, health_stays, may_be_of
from loket_app.domain.handover_mentions import marks_of, names_one
from loket_app.domain.handover_needs import DOCUMENTS, HEALTH, IDENTIFIERS, NEEDS, NEVER, PURPOSE, SCANS, Withheld
from loket_app.domain.person import Identifier, Person
from loket_app.domain.shape import FieldShape, required_of, shape_of
from loket_app.domain.stay import Procedure, ProcedureKind
from loket_app.domain.travel import Cost, DocumentKind, TravelDocument
from loket_app.domain.wish import Partner

_SCANS, _MESSAGE = "attachments", "contact/message_allowed"

_PLUMBING = ("id", "revision")
"""Reference marks: no answers, so a preview names them neither way."""


@dataclass(frozen=True)
class Held:
    """What stays at the desk: a field, a record or a whole list by its path, and why."""

    path: str
    why: Withheld


@dataclass
class Sieve:
    """`leaves` fills with the paths of answers that leave, `stays` with what does not. `gone` are no longer in the case.

    `silent` are those whom no word that leaves may name, `marks` the words by which they are known.
    """

    case: Case
    recipient: Recipient
    gone: Gone = NOBODY
    leaves: list[str] = field(default_factory=list)
    stays: list[Held] = field(default_factory=list)
    out: tuple[Person, ...] = field(init=False)
    silent: tuple[Person, ...] = field(init=False)
    marks: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.out = left_out(self.case, self.recipient)
        self.silent = silent(self.case, self.gone, self.recipient)
        self._whole = with_gone(self.case, self.gone)
        self._unnamed = frozenset(person.id for person in self.silent)
        self.marks = marks_of(self._whole, self.silent)

    def reduced(self) -> Case:
        """The case as the recipient may know it; its id and its count of changes are the desk's own."""
        self.leaves, self.stays = [], []
        case: Case = self._record(self.case, "", "")
        return replace(case, id="", revision=0)

    def _record(self, record: Any, at: str, pattern: str) -> Any:
        shapes, kept = shape_of(type(record)), {}
        for name, shape in shapes.items():
            if pattern + name != _SCANS:  # they are chosen one by one: see handover_content
                kept[name] = self._field(record, shape, at + name, pattern + name)
        required = {name: getattr(record, name) for name in required_of(type(record)) if name in shapes}
        return type(record)(**(required | {name: value for name, value in kept.items() if value is not _GONE}))

    def _field(self, record: Any, shape: FieldShape, path: str, pattern: str) -> Any:
        value = getattr(record, path.rpartition("/")[2])
        if value is NOT_ASKED or (value == () and shape.is_record):
            return _GONE
        if not shape.is_record:
            return value if self._passes(record, path, pattern) else _GONE
        if pattern in NEVER or not _needed_below(pattern, self.recipient):
            self._hold_all(value, shape, path, pattern)
            return _GONE
        if not shape.many:
            return self._record(value, f"{path}/", f"{pattern}/")
        items = (self._record(item, f"{path}/{item.id}/", f"{pattern}/") for item in value if self._item(item, path))
        return tuple(items)

    def _passes(self, record: Any, path: str, pattern: str) -> bool:
        why = self._why(record, pattern) or self._naming(record, path)
        if pattern.rpartition("/")[2] in _PLUMBING:
            return why is None
        if why is None:
            self.leaves.append(path)
        else:
            self.stays.append(Held(path, why))
        return why is None

    def _why(self, record: Any, pattern: str) -> Withheld | None:
        """Why a field of a record stays; None when it leaves."""
        if pattern in NEVER:
            return Withheld.NEVER
        if self.recipient not in NEEDS.get(pattern, ()):
            return Withheld.HEALTH if pattern in HEALTH else Withheld.NOT_NEEDED
        if isinstance(record, Person) and health_of_stays(self.case, self.recipient, record, pattern):
            return Withheld.HEALTH
        return closed_by(self.case, self.recipient, pattern, self.out)

    def names_them(self, scan: Attachment) -> bool:
        """Whether a scan is of somebody who refused, or its title names them."""
        gone = self._unnamed
        papers = (paper.id for paper in self._whole.documents if paper.person in gone)
        costs = (cost.id for cost in self.case.costs if cost.person in gone)
        return scan.about in gone.union(papers, costs) or names_one(scan.title, self.marks)

    def shows_them(self, scan: Attachment) -> bool:
        """Whether what a scan shows may be of somebody who refused too: a marriage is of two, a shared cost of everybody."""
        couples = (paper.id for paper in self.case.documents if paper.kind is DocumentKind.MARRIAGE_CERTIFICATE)
        shared = (cost.id for cost in self.case.costs if not known(cost.person))
        return bool(self._unnamed) and scan.about in {*couples, *shared}

    def _naming(self, record: Any, path: str) -> Withheld | None:
        """Words that name somebody who refused stay; what a record must have is a mark or a code, and no words."""
        name = path.rpartition("/")[2]
        if name in required_of(type(record)) or name in _PLUMBING:
            return None
        return Withheld.NO_CONSENT if names_one(getattr(record, name), self.marks) else None

    def _item(self, item: Any, path: str) -> bool:
        why = why_record_stays(self.case, self.recipient, item, self.out)
        if why is Withheld.NOT_TRAVELLING and getattr(item, "person", item.id) in self._unnamed:
            why = Withheld.NO_CONSENT
        if why is not None:
            self.stays.append(Held(f"{path}/{item.id}", why))
        return why is None

    def _hold_all(self, value: Any, shape: FieldShape, path: str, pattern: str) -> None:
        """A list stays as one; of a single record each answer is named."""
        if shape.many or pattern in NEVER:
            self.stays.append(Held(path, Withheld.NEVER if pattern in NEVER else Withheld.NOT_NEEDED))
        else:
            self._record(value, f"{path}/", f"{pattern}/")


_GONE: Any = object()


def closed_by(case: Case, recipient: Recipient, pattern: str, out: Sequence[Person]) -> Withheld | None:
    """Why a place of the table is closed by the case itself; None when it is open. `out` are those whose data stay."""
    if health_stays(case, recipient, pattern):
        return Withheld.HEALTH
    if out and may_be_of(case, out, pattern):
        return Withheld.REFUSED_BY_ONE
    return next((why for where, why in _closed(case, recipient, pattern) if lies_in(pattern, where)), None)


def _closed(case: Case, recipient: Recipient, pattern: str) -> Iterator[tuple[str, Withheld]]:
    if recipient is Recipient.IOM and known(case.plan.partner) and case.plan.partner is not Partner.IOM:
        yield "plan", Withheld.OTHER_PARTNER  # who follows it is a gap as long as nobody asked, not a no
    if case.departure.fell_through:  # a day beside it is no day on which anybody left
        yield from ((f"departure/{name}", Withheld.NOT_NEEDED) for name in ("departed_on", "arrived_on"))
    if pattern == _MESSAGE and case.contact.message_allowed is True and not is_given(case, ConsentPurpose.MESSAGE):
        yield _MESSAGE, Withheld.NO_CONSENT


def why_record_stays(case: Case, recipient: Recipient, item: Any, out: Sequence[Person]) -> Withheld | None:
    """Why a whole record stays; None when it leaves.

    Whoever does not travel is not handed over, nor whoever refuses (`out`), nor are their papers, costs and consents.
    """
    match item:
        case Person():
            return _of_somebody(case, item.id, out)
        case Identifier():
            return _unless(recipient in IDENTIFIERS.get(item.kind, ()))
        case TravelDocument():
            kind_leaves = known(item.kind) and recipient in DOCUMENTS[item.kind]
            return _of_somebody(case, item.person, out) or _unless(kind_leaves)
        case Cost():
            of_whom = _of_somebody(case, item.person, out) if known(item.person) else None
            return of_whom or _unless(item in asked_of_iom(case))
        case Consent():
            asked_for = item.purpose in (ConsentPurpose.PROGRAMME, PURPOSE[recipient])
            return _unless(asked_for) or _of_who_answered(case, item, out)
        case Procedure(kind=ProcedureKind.MEDICAL) if out:
            return Withheld.REFUSED_BY_ONE
        case _:
            return None


def why_scan_stays(sieve: Sieve, scan: Attachment, leaving: Container[str]) -> Withheld | None:
    """Why a scan can't be chosen; None when it may leave. `leaving` are the ids of the records that leave.

    A passport photo is a paper of the journey: the consent to photos is about showing them to others.
    """
    recipient = sieve.recipient
    if recipient not in SCANS[scan.kind]:
        return Withheld.HEALTH if scan.kind is AttachmentKind.MEDICAL else Withheld.NOT_NEEDED
    if sieve.names_them(scan):
        return Withheld.NO_CONSENT
    if sieve.shows_them(scan):
        return Withheld.REFUSED_BY_ONE
    if not known(scan.about):  # what nobody named may hold anything, and be of anybody
        return _unless(recipient is Recipient.IOM) or (Withheld.REFUSED_BY_ONE if sieve.silent else None)
    return _unless(scan.about in leaving)


def _of_somebody(case: Case, person_id: str, out: Sequence[Person]) -> Withheld | None:
    person = case.person(person_id)
    if person is None or person.travels is False:
        return Withheld.NOT_TRAVELLING
    return Withheld.NO_CONSENT if person in out else None


def _of_who_answered(case: Case, consent: Consent, out: Sequence[Person]) -> Withheld | None:
    """An answer for all adults is also that of the one who refuses by now."""
    if consent.person == EVERYBODY:
        return Withheld.REFUSED_BY_ONE if out else None
    return _of_somebody(case, consent.person, out)


def _unless(leaves: bool) -> Withheld | None:  # noqa: FBT001  a truth is all that there is to say
    return None if leaves else Withheld.NOT_NEEDED


def _needed_below(pattern: str, recipient: Recipient) -> bool:
    return any(recipient in who for place, who in NEEDS.items() if lies_in(place, pattern))


def lies_in(pattern: str, place: str) -> bool:
    """Whether a pattern is a place or below it."""
    return pattern == place or pattern.startswith(f"{place}/")
