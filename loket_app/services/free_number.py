"""When the free number is answered: as its source says, or as the desk says."""

from __future__ import annotations

from functools import cache

from loket_app.domain.contacts import FreeNumber
from loket_app.i18n import _, using
from loket_app.i18n.phrases_sources import is_weak
from loket_app.services.desk_profile import DeskProfile


@cache
def free_number() -> FreeNumber:
    """What Loket carries, read once."""
    from loket_app.rules.contacts import load_free_number  # noqa: PLC0415  late: only papers and Settings need it

    return load_free_number()


def number_hours(desk: DeskProfile | None, lang: str) -> str:
    """The hours for paper in a language. The words of the desk go before those of the data, in whatever language."""
    own = desk.number_hours.strip() if desk is not None else ""
    return own or hours_text(free_number(), lang)


def hours_text(number: FreeNumber, lang: str) -> str:
    """The hours of the data; with what to do when nobody answers, where their source is weak."""
    hours = number.hours.text(lang)
    if not is_weak(number.source):
        return hours
    with using(lang):
        return _("{hours} (not sure: if nobody answers, call again at another time)").format(hours=hours)
