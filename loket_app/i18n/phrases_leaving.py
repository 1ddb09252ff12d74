"""What is said about a handover: where it stands, and what a correction changes."""

from __future__ import annotations

from typing import Any

from loket_app.domain.answers import Missing, known
from loket_app.domain.case import Case
from loket_app.domain.handover import Handover
from loket_app.domain.handover_changes import Difference
from loket_app.i18n import _, formats
from loket_app.i18n.labels import label
from loket_app.i18n.phrases import answer_text, place_text


def handover_title(handover: Handover) -> str:
    """`IOM · version 2 · Tue 14 Apr 2026`: to whom, which, and when."""
    parts = [label(handover.recipient) if known(handover.recipient) else ""]
    parts.append(handover.to if known(handover.to) else "")
    if known(handover.version):
        parts.append(_("version {number}").format(number=handover.version))
    day = handover.on if known(handover.on) else (handover.made_at.date() if known(handover.made_at) else None)
    parts.append(formats.format_date(day) if day else "")
    return " · ".join(part for part in parts if part) or _("Handover")


def difference_text(case: Case, difference: Difference) -> str:
    """`Phone: 0470 … → 0471 …`: one answer that a correction says otherwise."""
    before, after = (_side(case, difference.path, value) for value in (difference.before, difference.after))
    place = place_text(case, difference.path)
    return _("{place}: {before} → {after}").format(place=place, before=before, after=after)


def _side(case: Case, path: str, value: Any) -> str:
    if isinstance(value, Missing):
        return label(value)
    return _("a scan") if path.startswith("attachments/") else answer_text(case, path, value)
