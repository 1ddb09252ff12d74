"""What is said about a handover: to whom, which version, when."""

from __future__ import annotations

from loket_app.domain.answers import known
from loket_app.domain.handover import Handover
from loket_app.i18n import _, formats
from loket_app.i18n.labels import label


def handover_title(handover: Handover) -> str:
    """`IOM · version 2 · Tue 14 Apr 2026`: to whom, which, and when."""
    parts = [label(handover.recipient) if known(handover.recipient) else ""]
    parts.append(handover.to if known(handover.to) else "")
    if known(handover.version):
        parts.append(_("version {number}").format(number=handover.version))
    day = handover.on if known(handover.on) else (handover.made_at.date() if known(handover.made_at) else None)
    parts.append(formats.format_date(day) if day else "")
    return " · ".join(part for part in parts if part) or _("Handover")
