"""The whole sheet, from its title to the number to call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loket_app.documents.engine.pages import MM, About, Layout, pdf_of
from loket_app.documents.engine.strips import Strip
from loket_app.documents.explanation.answer import answer, unknown
from loket_app.documents.explanation.closing import bring, call, decide
from loket_app.documents.explanation.money import has_money, money
from loket_app.documents.explanation.sheet import NOTE, DeskOnPaper, Sheet, text, title
from loket_app.documents.furniture import Running
from loket_app.documents.summary.closing import FREE_NUMBER
from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.programme import Saying
from loket_app.i18n import _, formats, using
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import household_name


def explanation_pdf(
    case: Case,
    advice: Advice,
    lang: str,
    *,
    budget_term: Saying,
    printed_on: date,
    desk: DeskOnPaper | None = None,
    hours: str = "",
    names: bool = False,
) -> bytes:
    """The explanation for the person as a PDF of one or two pages, equal bytes for equal input.

    It bears the case number and, unless `names` is asked, nobody's name: others may see it at home. `hours` are those of
    the free number, for paper; `budget_term` says in how long help is used. `lang` is nl, fr, de or en, whatever the screen speaks. Raises ValueError for a language Loket lacks.
    """
    layout = Layout(top=23 * MM, bottom=20 * MM)
    with using(lang):
        sheet = Sheet(case, advice, printed_on, desk, layout.width, names, budget_term)
        about = About(f"{_title(sheet)} {case.number}", lang)
        return pdf_of(_strips(sheet, lang, hours), layout, about, _running(sheet))


def _strips(sheet: Sheet, lang: str, hours: str) -> Iterator[Strip]:
    yield from title(_title(sheet), sheet.width)
    yield from text(" · ".join(_about(sheet)), sheet.width, NOTE)
    for part in (answer, money, unknown, decide, bring):
        yield from part(sheet)
    yield from call(sheet, lang, hours)


def _title(sheet: Sheet) -> str:
    return _("About the return") if sheet.for_another else _("About your return")


def _about(sheet: Sheet) -> Iterator[str]:
    if sheet.names:
        yield household_name(sheet.case)
    yield _("case {number}").format(number=sheet.case.number)
    yield formats.format_date(sheet.printed_on, "long")


def _running(sheet: Sheet) -> Running:
    desk = capital(_("return desk {place}").format(place=label(sheet.case.desk)))
    right = _("free number {number}").format(number=FREE_NUMBER)
    return Running(sheet.case.number, _tables(sheet), right, sheet.width, above=desk)


def _tables(sheet: Sheet) -> str:
    """For the desk: from which tables the amounts come. The person reads no version number."""
    if not has_money(sheet):
        return ""
    given = sheet.advice
    dated = formats.format_date(given.tables_dated, "short")
    return _("Tables {version} of {date}.").format(version=given.tables_version, date=dated).rstrip(".")
