"""What is typed behind an option, as the value that it means. The parser tells what is wrong with it."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from loket_app.i18n import _

if TYPE_CHECKING:
    from loket_app.domain.case import Desk

DESKS = "BRU|ANT|GNT|LIE|CHA"
"""The codes of the five desks, written out: the whole case takes 30 ms to import."""

_FIRST_TRACK, _LAST_TRACK = 2012, 2099
"""Years of which somebody may ask where a case stood on the return track, or will stand."""

_MOST_VERSIONS = 10_000


def count(text: str) -> int:
    """A whole number from 0. Raises ValueError, which the parser tells."""
    number = int(text)
    if not 0 <= number < _MOST_VERSIONS:
        raise ValueError
    return number


def day(text: str) -> date:
    """A whole date. Raises ArgumentTypeError."""
    from loket_app.domain.partial_date import PartialDate  # noqa: PLC0415  late: a window needs none

    try:
        found = PartialDate.typed(text).exact
    except ValueError:
        found = None
    if found is None:
        raise argparse.ArgumentTypeError(_("a whole date that exists, such as 2026-04-14"))
    return found


def track_day(text: str) -> date:
    """A day of which the return track can say something: there is one since 2012 (S3, reception law art. 6/1)."""
    found = day(text)
    if not _FIRST_TRACK <= found.year <= _LAST_TRACK:
        words = _("a day between {first} and {last}, such as 2026-04-14")
        raise argparse.ArgumentTypeError(words.format(first=_FIRST_TRACK, last=_LAST_TRACK))
    return found


def desk(text: str) -> Desk:
    """A return desk by its code. Raises ArgumentTypeError."""
    from loket_app.domain.case import Desk  # noqa: PLC0415  late: a window needs none

    try:
        return Desk(text.upper())
    except ValueError:
        raise argparse.ArgumentTypeError(_("one of {desks}").format(desks=DESKS.replace("|", ", "))) from None
