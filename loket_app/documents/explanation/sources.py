"""Where an answer comes from, as it is printed for the person: title and date, each source once."""

from __future__ import annotations

from collections.abc import Iterable

from loket_app.domain.tables import Source
from loket_app.i18n import _, formats
from loket_app.i18n.joining import listed


def named(sources: Iterable[Source]) -> str:
    """Each with its own date, or the day on which somebody looked; empty when there are none."""
    return listed(f"{source.title} ({_day(source)})" for source in dict.fromkeys(sources))


def _day(source: Source) -> str:
    if source.published:
        return formats.format_date(source.published, "short")
    return _("checked on {date}").format(date=formats.format_date(source.checked_on, "short"))
