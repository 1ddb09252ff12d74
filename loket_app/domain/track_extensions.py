"""The extension of the right to material aid that counts: it prepares a voluntary return (S1; S3 on the duration of the stay).

No source gives its term: the authority names the last day, and it is told as it was recorded.
"""

from __future__ import annotations

from datetime import date

from loket_app.domain.answers import or_none
from loket_app.domain.stay import AidExtension, ExtensionState, Stay
from loket_app.domain.track_parts import Deadline


def extended_on(extension: AidExtension) -> date:
    """The day by which it belongs to a refusal; one without any day belongs to the last one."""
    days = (extension.answered_on, extension.asked_on, extension.until)
    return next((day for each in days if (day := or_none(each))), date.max)


def latest_extension(stay: Stay, on: date) -> AidExtension | None:
    """The last one that was asked or answered until a day; how it stands may not be known."""
    told = [each for each in stay.extensions if (or_none(each.answered_on) or or_none(each.asked_on) or on) <= on]
    return max(told, key=lambda each: (extended_on(each), each.id), default=None)


def granted_until(stay: Stay, on: date) -> Deadline | None:
    """The end that the last extension granted until a day gives; None where none was granted."""
    granted = [each for each in stay.extensions if each.state is ExtensionState.GRANTED]
    told = [each for each in granted if (or_none(each.answered_on) or on) <= on]
    last = max(told, key=lambda each: (extended_on(each), each.id), default=None)
    if last is None:
        return None
    path, until = f"stay/extensions/{last.id}/until", or_none(last.until)
    return Deadline(on=until, from_fact=path, from_on=or_none(last.answered_on), needs=() if until else (path,))
