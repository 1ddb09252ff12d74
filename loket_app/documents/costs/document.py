"""The cost statement and the list for IOM: two papers from one table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

from loket_app.documents.costs.table import Sheet, by_person, signing, sums
from loket_app.documents.engine.blocks import paragraph, title
from loket_app.documents.engine.look import SMALL, STRONG, Said
from loket_app.documents.engine.pages import About, Layout, pdf_of
from loket_app.documents.engine.strips import Strip
from loket_app.documents.furniture import Running
from loket_app.documents.summary.closing import FREE_NUMBER
from loket_app.domain.case import Case, ConsentPurpose, ConsentState
from loket_app.domain.consents import consent_to
from loket_app.domain.costs import asked_of_iom
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_consents import decisive, left_out
from loket_app.domain.programme import Saying
from loket_app.i18n import _, formats, using
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import household_name, local, source_text
from loket_app.i18n.phrases_costs import asked_text


class Kind(Enum):
    """The statement has every cost and is signed; the list has what was spent and waits to be paid back."""

    STATEMENT = "statement"
    LIST = "list"


def costs_pdf(case: Case, lang: str, kind: Kind, *, rule: Saying, printed_on: date) -> bytes:
    """One of the two papers as a PDF, equal bytes for equal input; `rule` is what the programme says of paying back.

    Raises ValueError for a language that Loket lacks.
    """
    layout = Layout()
    with using(lang):
        found = case.costs if kind is Kind.STATEMENT else asked_of_iom(case)
        sheet = Sheet(case, found, layout.width)
        name = _title(kind)
        return pdf_of(
            _strips(sheet, kind, rule, printed_on),
            layout,
            About(f"{name} {case.number}", lang),
            _running(sheet, printed_on),
        )


def _title(kind: Kind) -> str:
    return _("Cost statement") if kind is Kind.STATEMENT else asked_text()


def _strips(sheet: Sheet, kind: Kind, rule: Saying, printed_on: date) -> Iterator[Strip]:
    yield from title(_title(kind), sheet.width)
    if kind is Kind.LIST and (words := _what_stays(sheet.case)):
        yield from paragraph(Said(words, STRONG), sheet.width)
    about = (household_name(sheet.case), _("case {number}").format(number=sheet.case.number))
    yield from paragraph(Said(" · ".join(about), SMALL), sheet.width, after=10)
    if not sheet.costs:
        yield from paragraph(_nothing(kind), sheet.width)
        return
    yield from sums(sheet, claimed_alone=kind is Kind.LIST)
    yield from by_person(sheet)
    source = _("Source: {source}").format(source=source_text(rule.source))
    yield from paragraph(Said(f"{local(rule.title)} {source}", SMALL), sheet.width)
    if kind is Kind.STATEMENT:
        yield from signing(sheet, printed_on)


def _what_stays(case: Case) -> str:
    """The whole list without a consent; else the costs of one who refuses, who isn't named to who gets the list."""
    to_iom = [consent_to(case, ConsentPurpose.DATA_TO_IOM, each) for each in decisive(case, Recipient.IOM)]
    if any(said is not ConsentState.GIVEN for said in to_iom):
        return _("There is no consent to give data to IOM: this list stays at the desk.")
    if left_out(case, Recipient.IOM):
        return _("Refused by one of the family: what is theirs isn't in this list.")
    return ""


def _nothing(kind: Kind) -> str:
    return _("No costs noted yet.") if kind is Kind.STATEMENT else _("No cost waits to be paid back.")


def _running(sheet: Sheet, printed_on: date) -> Running:
    desk = capital(_("return desk {place}").format(place=label(sheet.case.desk)))
    printed = _("printed on {date}").format(date=formats.format_date(printed_on, "long"))
    right = _("free number {number}").format(number=FREE_NUMBER)
    return Running(sheet.case.number, f"{desk} · {printed}", right, sheet.width)
