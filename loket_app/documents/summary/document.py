"""The whole summary, from its title to its signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from loket_app.documents.engine.blocks import paragraph, title
from loket_app.documents.engine.look import SMALL, STRONG, Said
from loket_app.documents.engine.pages import About, Layout, pdf_of
from loket_app.documents.engine.strips import Strip
from loket_app.documents.engine.tables import glance
from loket_app.documents.furniture import Running
from loket_app.documents.summary.advice import advice as advice_section
from loket_app.documents.summary.after import after
from loket_app.documents.summary.closing import FREE_NUMBER, contacts, signing
from loket_app.documents.summary.file import DeskDetails, File, first
from loket_app.documents.summary.gaps import gaps
from loket_app.documents.summary.household import household
from loket_app.documents.summary.money import premium, support
from loket_app.documents.summary.papers import consents, costs, documents
from loket_app.documents.summary.plan import plan
from loket_app.documents.summary.situation import contact, conversations, journey, remarks, stay, wish
from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.estimate import Line, LineKind, Total
from loket_app.domain.programme import Saying
from loket_app.i18n import _, formats, ngettext, using
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import total_text

_NEITHER = re.compile(r"[^A-Za-z0-9-]+")


def summary_pdf(
    case: Case,
    advice: Advice,
    lang: str,
    *,
    budget_term: Saying,
    printed_on: date,
    desk: DeskDetails | None = None,
    on_leaving: Advice | None = None,
) -> bytes:
    """The confidential summary as a PDF, equal bytes for equal input. Raises ValueError for a language Loket lacks.

    `lang` is nl, fr, de or en, whatever the screen speaks; `budget_term` says in how long support is used; `on_leaving` is
    the advice for the day of the departure, where that is another one.
    """
    layout = Layout()
    with using(lang):
        file = File(case, printed_on, layout.width, advice, desk, on_leaving or advice, budget_term)
        about = About(_("Summary of the return file") + f" {case.number}", lang)
        return pdf_of(_strips(file, lang), layout, about, _running(file))


def summary_file_name(case: Case) -> str:
    """A name for the file that tells nothing but the case number."""
    return f"{_NEITHER.sub('-', case.number).strip('-') or 'loket'}.pdf"


def _strips(file: File, lang: str) -> Iterator[Strip]:
    yield from _head(file)
    for section in (household, contact, stay, wish, advice_section, premium, support, plan, documents, costs):
        yield from section(file)
    for section in (journey, after, consents, conversations, remarks, gaps):
        yield from section(file)
    yield from contacts(file, lang)
    yield from signing(file)


def _head(file: File) -> Iterator[Strip]:
    yield from title(_("Summary of the return file"), file.width)
    yield from paragraph(Said(" · ".join(_about(file.case)), SMALL), file.width, after=12)
    yield from glance(
        [
            [
                (Said(name, SMALL), Said(value, STRONG))
                for name, value in (
                    (_("Destination"), first(file.answer("wish/destination")).text),
                    (_("Advice"), capital(label(file.advice.verdict))),
                    (_("Premium, in cash"), _expected(file.advice.premium, file.advice.premium_total)),
                    (_("Support, in kind"), _expected(file.advice.support, file.advice.support_total)),
                )
            ]
        ],
        file.width,
    )


def _about(case: Case) -> Iterator[str]:
    yield _("case {number}").format(number=case.number)
    yield _desk(case)
    yield _("opened on {date}").format(date=formats.format_date(case.opened_on, "long"))
    yield label(case.status)
    yield ngettext("{count} person", "{count} persons", len(case.household)).format(count=len(case.household))


def _desk(case: Case) -> str:
    return _("return desk {place}").format(place=label(case.desk))


def _expected(lines: Sequence[Line], sums: Total) -> str:
    if not lines:
        return "–"
    by_approval = all(line.kind is LineKind.BY_APPROVAL for line in lines)
    return _("only if Fedasil approves it") if by_approval else total_text(sums)


def _running(file: File) -> Running:
    printed = _("printed on {date}").format(date=formats.format_date(file.printed_on, "long"))
    left = f"{capital(_desk(file.case))} · {printed}"
    return Running(file.case.number, left, _("free number {number}").format(number=FREE_NUMBER), file.width)
