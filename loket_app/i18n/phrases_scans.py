"""What a scan is called: the paper or the cost that it shows, whose it is, and which of several it is. Never a file name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from loket_app.domain.answers import Answer, known
from loket_app.domain.attachment import AttachmentKind, ScanHindrance
from loket_app.domain.case import Case
from loket_app.domain.travel import Cost, TravelDocument
from loket_app.i18n import _
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import name_in


class Scan(Protocol):
    """A scan of a case, or one that leaves with a handover."""

    @property
    def id(self) -> str:
        """Its reference mark."""

    @property
    def kind(self) -> AttachmentKind:
        """What it shows."""

    @property
    def about(self) -> Answer[str]:
        """The id of the record that it belongs to."""

    @property
    def title(self) -> Answer[str]:
        """What somebody called it."""


def scan_texts(case: Case, scans: Iterable[Scan]) -> dict[str, str]:
    """The words for each scan by its id: `Passport – SALAMI, Rami (2 of 3)`. Equal ones are counted, in their order."""
    words = {scan.id: _words(case, scan) for scan in scans}
    often, seen = Counter(words.values()), Counter[str]()
    for scan_id, text in words.items():
        if often[text] > 1:
            seen[text] += 1
            words[scan_id] = _("{scan} ({number} of {count})").format(scan=text, number=seen[text], count=often[text])
    return words


def sealed_text(scan: str) -> str:
    """That a scan left as it was; `scan` are its words."""
    return _("Digitally signed, so it goes along as it is, with what it tells about its making: {scan}").format(
        scan=scan
    )


def drawn_text(scan: str) -> str:
    """That a scan left with pages drawn anew; `scan` are its words."""
    return _("With pages that leave as pictures of what they show, for something lay hidden on them: {scan}").format(
        scan=scan
    )


def hindrance_text(hindrance: ScanHindrance, scan: str) -> str:
    """Why a scan can't be sent; `scan` are its words."""
    return f"{said(capital(label(hindrance)), scan)}."


def hindrance_remedy(hindrance: ScanHindrance) -> str:
    """What to do with one that can't be sent."""
    if hindrance not in (ScanHindrance.UNREADABLE, ScanHindrance.HALF):
        return _("Print it and scan the print, or leave it out.")
    return _("Scan the paper again, or leave it out.")


def _words(case: Case, scan: Scan) -> str:
    what, person = _what(case, scan)
    name = name_in(case, person) if known(person) else ""
    words = f"{what} – {name}" if name else what
    return said(words, scan.title) if known(scan.title) else words


def _what(case: Case, scan: Scan) -> tuple[str, Answer[str]]:
    """What it shows, and the id of the person whose it is."""
    kind = capital(label(scan.kind))
    records: tuple[TravelDocument | Cost, ...] = (*case.documents, *case.costs)
    match next((record for record in records if record.id == scan.about), None):
        case TravelDocument(kind=paper, person=person):
            return capital(label(paper)) if known(paper) else kind, person
        case Cost(kind=cost, person=person):
            return said(kind, label(cost)) if known(cost) else kind, person
        case _:
            return kind, scan.about
