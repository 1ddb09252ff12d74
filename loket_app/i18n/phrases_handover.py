"""What is said of a handover: why it may not be made, and what a package that was opened is."""

from __future__ import annotations

from collections.abc import Iterable

from loket_app.domain.case import Case
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_content import Stop, StopKind
from loket_app.i18n import _
from loket_app.i18n.joining import listed, said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import name_in


def stop_text(stop: Stop) -> str:
    """One reason: `the consent was not given yet (data to IOM)`; it names nobody, since it is told in logs and mails too."""
    words = label(stop.kind)
    return _("{words} ({purpose})").format(words=words, purpose=label(stop.purpose)) if stop.purpose else words


def stops_text(recipient: Recipient, stops: Iterable[Stop]) -> str:
    """All reasons in a sentence."""
    why = _joined(stops)
    return _("Nothing may be handed over to {recipient}: {why}.").format(recipient=label(recipient), why=why)


def why_stopped(case: Case, stops: Iterable[Stop]) -> str:
    """The reasons alone, to begin a sentence with: for the desk's own screen, with whose answer each is."""
    return capital(listed(dict.fromkeys(_of_whom(case, stop) for stop in stops)))


def _of_whom(case: Case, stop: Stop) -> str:
    return said(name_in(case, stop.person), stop_text(stop)) if stop.person else stop_text(stop)


def _joined(stops: Iterable[Stop]) -> str:
    return listed(dict.fromkeys(map(stop_text, stops)))


def stops_remedy(stops: Iterable[Stop]) -> str:
    """What to do: a no is respected, an open question is asked."""
    closed = {
        StopKind.NOT_FREE,
        StopKind.CONSENT_DECLINED,
        StopKind.CONSENT_WITHDRAWN,
        StopKind.OTHER_PARTNER,
        StopKind.VERDICT,
    }
    if any(stop.kind in closed for stop in stops):
        return _("So it stays at the desk.")
    return _("Ask the person, and note the answer in the case.")
