"""An extension of the right to material aid in words: the day as it was recorded, and what changes nothing yet."""

from __future__ import annotations

from loket_app.domain.answers import or_none
from loket_app.domain.stay import ExtensionState
from loket_app.domain.track_parts import Deadline, Track
from loket_app.i18n import _, formats

AT = "stay/extensions/"
"""Where the day of a granted extension stands."""


def recorded_text(deadline: Deadline) -> str:
    """Where the last day of a granted extension comes from: from what was recorded, not from a rule."""
    if deadline.from_on is None:
        return _("as recorded: extension granted to prepare the return")
    date = formats.format_date(deadline.from_on)
    return _("as recorded: extension granted on {date} to prepare the return").format(date=date)


def extension_text(found: Track) -> str:
    """That an extension which was asked or refused changes nothing; empty for one that was granted, and for none."""
    told = found.extension
    if told is None:
        return ""
    if told.state is ExtensionState.ASKED:
        asked = or_none(told.asked_on)
        if asked is None:
            return _("an extension was asked: until it is granted, nothing changes")
        words = _("an extension was asked on {date}: until it is granted, nothing changes")
        return words.format(date=formats.format_date(asked))
    if told.state is not ExtensionState.REFUSED:
        return ""
    answered = or_none(told.answered_on)
    if answered is None:
        return _("the extension was refused: nothing changes")
    return _("the extension was refused on {date}: nothing changes").format(date=formats.format_date(answered))
