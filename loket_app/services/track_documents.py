"""The return track on paper, made in memory as every document: the person's own dates, and the track on one page."""

from __future__ import annotations

from datetime import date

from loket_app.domain.case import Case
from loket_app.services.clock import Clock
from loket_app.services.desk_profile import DeskProfile
from loket_app.services.free_number import number_hours
from loket_app.services.holidays import BelgianCalendar
from loket_app.services.track import track_of, track_rules


def my_dates(case: Case, lang: str, on: date | None = None, *, desk: DeskProfile | None = None) -> bytes:
    """The person's own dates as a PDF in nl, fr, de or en, from a day on (else: today). Nobody is named on it."""
    from loket_app.documents.track import my_dates_pdf

    day = on or Clock().today()
    return my_dates_pdf(
        case, track_of(case, day), lang, days=BelgianCalendar(), desk=desk, hours=number_hours(desk, lang)
    )


def track_page(case: Case, lang: str, on: date | None = None) -> bytes:
    """The track drawn on one landscape page, for the file, as a PDF in one of the four languages."""
    from loket_app.documents.track import track_page_pdf

    day = on or Clock().today()
    return track_page_pdf(case, track_of(case, day), lang, days=BelgianCalendar(), rules=track_rules())
