"""The scans of a package as they may leave: each one that of the case, then without what it tells about its making.

This is done at the door and not when a scan is added: the store keeps what the person handed in, whole, beside the
checksum of that day, and every scan that lies there already is covered too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from loket_app.domain.attachment import LARGEST_SCAN, ScanHindrance
from loket_app.domain.handover_content import Content, Enclosed
from loket_app.exchange.bare import Bare, NotBare, bare
from loket_app.exchange.errors import Refused
from loket_app.i18n import _
from loket_app.i18n.phrases_scans import hindrance_remedy, hindrance_text, scan_texts

_PDF = "application/pdf"

Beyond: TypeAlias = Callable[[bytes], bool]
"""Whether a PDF holds what no page of it shows, beyond their edges; raises ValueError for one that can't be drawn."""


@dataclass(frozen=True)
class Bared:
    """The content with its scans as they leave, their bytes by id, and the words for those that a signature kept whole."""

    content: Content
    scans: Mapping[str, bytes]
    sealed: tuple[str, ...] = ()


def enclose(content: Content, scans: Mapping[str, bytes], beyond: Beyond) -> Bared:
    """Size, checksum and bytes of each scan as it leaves, each called by its words.

    Raises Refused, naming the scan, when one is not what the case says it is, or can't be read to its end: what nobody
    could look through is not sent.
    """
    words = scan_texts(content.case, content.enclosed)
    found = {scan.id: _bare(scan, scans, words[scan.id], beyond) for scan in content.enclosed}
    enclosed = tuple(_as_it_leaves(scan, found[scan.id].content, words[scan.id]) for scan in content.enclosed)
    sealed = tuple(words[scan_id] for scan_id, each in found.items() if each.sealed)
    return Bared(replace(content, enclosed=enclosed), {scan: each.content for scan, each in found.items()}, sealed)


def _bare(scan: Enclosed, scans: Mapping[str, bytes], words: str, beyond: Beyond) -> Bare:
    content = scans.get(scan.id, b"")
    if hashlib.sha256(content).hexdigest() != scan.sha256:
        why = _("This scan is not as it was when it was added: {scan}.").format(scan=words)
        raise Refused(f"attachments/{scan.id}", why, _("Add it again, or leave it out."))
    return bared(scan.id, content, scan.media_type, words, beyond)


def bared(scan_id: str, content: bytes, media_type: str, words: str, beyond: Beyond) -> Bare:
    """One scan as it leaves, called by its words. Raises Refused for one that can't."""
    try:
        found = bare(content, media_type)
    except NotBare as fault:
        raise _hindered(scan_id, words, fault.hindrance) from None
    if len(found.content) > LARGEST_SCAN:
        raise _hindered(scan_id, words, ScanHindrance.UNREADABLE)
    if media_type == _PDF:
        _demand_within(scan_id, found.content, words, beyond)
    return found


def _demand_within(scan_id: str, content: bytes, words: str, beyond: Beyond) -> None:
    """Raise Refused for a PDF that holds more than its pages show; asked of it as it leaves, with its notes drawn."""
    try:
        hides = beyond(content)
    except ValueError:
        raise _hindered(scan_id, words, ScanHindrance.UNREADABLE) from None
    if hides:
        raise _hindered(scan_id, words, ScanHindrance.BEYOND_EDGE)


def _hindered(scan_id: str, words: str, hindrance: ScanHindrance) -> Refused:
    return Refused(f"attachments/{scan_id}", hindrance_text(hindrance, words), hindrance_remedy(hindrance))


def _as_it_leaves(scan: Enclosed, content: bytes, words: str) -> Enclosed:
    return replace(scan, size=len(content), sha256=hashlib.sha256(content).hexdigest(), title=words)
