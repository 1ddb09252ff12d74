"""The whole application, from its title to its signatures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from loket_app.documents.application.answers import people, places
from loket_app.documents.engine.blocks import heading, introduction, paragraph, signatures, title
from loket_app.documents.engine.look import ASIDE, SMALL, Said
from loket_app.documents.engine.pages import About, Layout, pdf_of
from loket_app.documents.engine.strips import Strip, kept_together
from loket_app.documents.engine.tables import Column, Row, table
from loket_app.documents.furniture import Running
from loket_app.documents.signers import signers
from loket_app.documents.summary.file import OnPaper
from loket_app.documents.summary.papers import consents, costs, documents
from loket_app.domain.answers import known
from loket_app.domain.completeness import Gap
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_changes import ABSENT, Difference
from loket_app.domain.handover_content import Content
from loket_app.i18n import _, formats, using
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_corrections import difference_place, difference_sides
from loket_app.i18n.phrases_costs import asked_text
from loket_app.i18n.phrases_gaps import gap_line
from loket_app.i18n.phrases_scans import scan_texts

_ONE_PAGE: Final = 450.0


@dataclass(frozen=True)
class Version:
    """Which handover it is: its number, the one it corrects (0: none), and what differs from that one."""

    number: int
    corrects: int = 0
    changes: Sequence[Difference] = ()


def application_pdf(content: Content, version: Version, gaps: Sequence[Gap], lang: str, *, printed_on: date) -> bytes:
    """What is handed over as a PDF, equal bytes for equal input. `gaps` are named at its end.

    `lang` is nl, fr, de or en. Raises ValueError for a language Loket lacks.
    """
    layout = Layout()
    with using(lang):
        file = OnPaper(content.case, printed_on, layout.width)
        about = About(f"{_title(content.recipient)} {content.case.number}", lang)
        return pdf_of(_strips(file, content, version, gaps), layout, about, _running(file, content.recipient))


def _strips(file: OnPaper, content: Content, version: Version, gaps: Sequence[Gap]) -> Iterator[Strip]:
    yield from title(_title(content.recipient), file.width)
    yield from paragraph(Said(" · ".join(_about(file, content, version)), SMALL), file.width, after=8)
    yield from _changes(file, content, version)
    yield from people(file)
    yield from places(file)
    if file.case.documents:
        yield from documents(file)
    if file.case.costs:
        yield from costs(file, asked_text())
    if file.case.consents:
        yield from consents(file)
    yield from _enclosed(file, content)
    yield from _gaps(file, gaps)
    yield from _signing(file)


def _title(recipient: Recipient) -> str:
    return {
        Recipient.IOM: _("Application for voluntary return"),
        Recipient.FEDASIL_BOOKING: _("Booking request for a voluntary return"),
        Recipient.CARITAS: _("Reintegration file after voluntary return"),
    }[recipient]


def _about(file: OnPaper, content: Content, version: Version) -> Iterator[str]:
    yield _("case {number}").format(number=file.case.number)
    yield _("return desk {place}").format(place=label(file.case.desk))
    yield _("counsellor {name}").format(name=file.case.counsellor)
    yield _("for {recipient}").format(recipient=label(content.recipient))
    yield _("version {number}").format(number=version.number)


def _changes(file: OnPaper, content: Content, version: Version) -> Iterator[Strip]:
    if not version.corrects:
        return
    yield from heading(_("What changed since version {number}").format(number=version.corrects), file.width)
    if not version.changes:
        yield from paragraph(Said(_("Nothing that is handed over."), SMALL), file.width)
    columns = (Column(46, _("Answer")), Column(27, _("Before")), Column(27, _("Now")))
    scans = {f"attachments/{scan.id}": scan.file for scan in content.enclosed}
    yield from table(columns, (_change(file, change, scans) for change in version.changes), file.width)


def _change(file: OnPaper, change: Difference, scans: Mapping[str, str]) -> Row:
    """What no longer leaves is not told again; a scan that came is told by its file."""
    before, after = difference_sides(file.case, change)
    gone = change.after is ABSENT
    return Row(
        (
            difference_place(file.case, change),
            Said(before, ASIDE) if change.is_record else before,
            Said(after, ASIDE) if gone else scans.get(change.path, after),
        )
    )


def _enclosed(file: OnPaper, content: Content) -> Iterator[Strip]:
    if not content.enclosed:
        return
    yield from heading(_("Scans in this package"), file.width)
    words = scan_texts(content.case, content.enclosed)
    columns = (Column(34, _("File")), Column(66, _("What it shows")))
    rows = (
        Row((scan.file, scan.title if known(scan.title) else words[scan.id]))  # a package gives each its words as title
        for scan in content.enclosed
    )
    yield from table(columns, rows, file.width)


def _gaps(file: OnPaper, gaps: Sequence[Gap]) -> Iterator[Strip]:
    if not gaps:
        return
    yield from heading(_("What is missing"), file.width)
    yield from introduction(_("Nobody asked this yet. The desk sends it when it is known."), file.width)
    columns = (Column(55, _("Question")), Column(45, _("Why it matters")))
    rows = (Row((gap_line(file.case, gap.path), Said(capital(label(gap.why)), SMALL))) for gap in gaps)
    yield from table(columns, rows, file.width)


def _signing(file: OnPaper) -> Iterator[Strip]:
    places_to_sign = signatures(list(signers(file.case, file.printed_on)), _("Date and signature"), file.width)
    yield from kept_together((*heading(_("Signatures"), file.width), *places_to_sign), _ONE_PAGE)


def _running(file: OnPaper, recipient: Recipient) -> Running:
    desk = capital(_("return desk {place}").format(place=label(file.case.desk)))
    left = f"{desk} · {formats.format_date(file.printed_on, 'long')}"
    return Running(file.case.number, left, label(recipient), file.width)
