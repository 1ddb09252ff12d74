"""The scans of a package as they may leave: each one that of the case, then without what it tells about its making.

This is done at the door and not when a scan is added: the store keeps what the person handed in, whole, beside the
checksum of that day, and every scan that lies there already is covered too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from loket_app.domain.attachment import LARGEST_SCAN, DrawnPage, ScanHindrance
from loket_app.domain.handover_content import Content, Enclosed
from loket_app.exchange.bare import Bare, NotBare, bare, redrawn
from loket_app.exchange.errors import Refused
from loket_app.i18n import _
from loket_app.i18n.phrases_scans import hindrance_remedy, hindrance_text, scan_texts

_PDF = "application/pdf"


@dataclass(frozen=True)
class Eyes:
    """What a PDF is looked at with; both raise ValueError for one that can't be drawn.

    `beyond`: whether it holds what no page of it shows, beyond their edges. `as_seen`: by its number from 0 each page that
    hides something in sight of them, as a picture of what it shows.
    """

    beyond: Callable[[bytes], bool]
    as_seen: Callable[[bytes], Mapping[int, DrawnPage]]


@dataclass(frozen=True)
class Bared:
    """The content with its scans as they leave, and their bytes by id.

    `sealed` are the words for those that a signature kept whole, `drawn` for those with pages that leave as pictures.
    """

    content: Content
    scans: Mapping[str, bytes]
    sealed: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()


def enclose(content: Content, scans: Mapping[str, bytes], eyes: Eyes) -> Bared:
    """Size, checksum and bytes of each scan as it leaves, each called by its words.

    Raises Refused, naming the scan, when one is not what the case says it is, or can't be read to its end: what nobody
    could look through is not sent.
    """
    words = scan_texts(content.case, content.enclosed)
    found = {scan.id: _bare(scan, scans, words[scan.id], eyes) for scan in content.enclosed}
    enclosed = tuple(_as_it_leaves(scan, found[scan.id].content, words[scan.id]) for scan in content.enclosed)
    sealed, drawn = (
        tuple(words[scan_id] for scan_id, each in found.items() if how(each))
        for how in (attrgetter("sealed"), attrgetter("drawn"))
    )
    contents = {scan: each.content for scan, each in found.items()}
    return Bared(replace(content, enclosed=enclosed), contents, sealed, drawn)


def _bare(scan: Enclosed, scans: Mapping[str, bytes], words: str, eyes: Eyes) -> Bare:
    content = scans.get(scan.id, b"")
    if hashlib.sha256(content).hexdigest() != scan.sha256:
        why = _("This scan is not as it was when it was added: {scan}.").format(scan=words)
        raise Refused(f"attachments/{scan.id}", why, _("Add it again, or leave it out."))
    return bared(scan.id, content, scan.media_type, words, eyes)


def bared(scan_id: str, content: bytes, media_type: str, words: str, eyes: Eyes) -> Bare:
    """One scan as it leaves, called by its words. Raises Refused for one that can't."""
    try:
        found = bare(content, media_type)
        found = _seen(found, eyes) if media_type == _PDF else found
    except NotBare as fault:
        raise _hindered(scan_id, words, fault.hindrance) from None
    if len(found.content) > LARGEST_SCAN:
        raise _hindered(scan_id, words, ScanHindrance.UNREADABLE)
    return found


def _seen(found: Bare, eyes: Eyes) -> Bare:
    """A PDF that holds what its pages show and no more; asked of it as it leaves, with its notes drawn. Raises NotBare."""
    try:
        pages, is_wider = eyes.as_seen(found.content), eyes.beyond(found.content)
    except ValueError:
        raise NotBare("PDF") from None
    if is_wider:
        raise NotBare("beyond", ScanHindrance.BEYOND_EDGE)
    if pages and found.sealed:
        raise NotBare("covered", ScanHindrance.COVERED)
    return Bare(redrawn(found.content, pages), drawn=len(pages)) if pages else found


def _hindered(scan_id: str, words: str, hindrance: ScanHindrance) -> Refused:
    return Refused(f"attachments/{scan_id}", hindrance_text(hindrance, words), hindrance_remedy(hindrance))


def _as_it_leaves(scan: Enclosed, content: bytes, words: str) -> Enclosed:
    return replace(scan, size=len(content), sha256=hashlib.sha256(content).hexdigest(), title=words)
