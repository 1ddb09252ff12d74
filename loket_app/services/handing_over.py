"""The making of a package from a case on screen: its scans are read from the store first, and what was made is noted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from loket_app.domain.advice import Advice
from loket_app.domain.answers import known
from loket_app.domain.attachment import Attachment
from loket_app.domain.case import Case
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.i18n import _
from loket_app.i18n.phrases_scans import scan_texts
from loket_app.services.clock import Clock
from loket_app.services.editing import CaseEditor
from loket_app.services.handover import Made, Passphrase, PublicKey, Refused, application, make


@dataclass(frozen=True)
class Making:
    """What was chosen, as it stood when somebody said: make it."""

    case: Case
    recipient: Recipient
    key: PublicKey | Passphrase
    advice: Advice
    corrects: Handover | None
    lang: str
    scans: Collection[str]

    def run(self, editor: CaseEditor, clock: Clock) -> Made:
        """Make it; never on the thread of the screen or that of the store. Raises Refused when a scan is not here."""
        return make(
            self.case,
            self.recipient,
            self.key,
            by=editor.by,
            lang=self.lang,
            scans=self._contents(editor),
            corrects=self.corrects,
            advice=self.advice,
            log=editor.log,
            clock=clock,
        )

    def look(self, editor: CaseEditor, clock: Clock) -> bytes:
        """The application that it would hold, as a PDF; raises the same."""
        return application(
            self.case,
            self.recipient,
            lang=self.lang,
            scans=self._contents(editor),
            corrects=self.corrects,
            advice=self.advice,
            log=editor.log,
            clock=clock,
        )

    def _contents(self, editor: CaseEditor) -> dict[str, bytes]:
        return {scan_id: _content(editor, scan_id) for scan_id in self.scans}


@dataclass(frozen=True)
class Leaving:
    """How a scan would leave: as it is for its digital signature, or with so many of its pages as pictures."""

    sealed: bool
    drawn: int


def looked_through(editor: CaseEditor, scan: Attachment) -> Leaving:
    """How a scan would leave; to be known before it is sent.

    Not on the thread of the screen or that of the store. Raises Refused for one that can't leave at all, as `Making.run`.
    """
    from loket_app.exchange.handover.enclosing import bared  # noqa: PLC0415  late: few sessions send a scan
    from loket_app.services.handover_eyes import eyes  # noqa: PLC0415  the same

    words = scan_texts(editor.case, editor.case.attachments).get(scan.id, "")
    found = bared(scan.id, _content(editor, scan.id), scan.media_type, words, eyes())
    return Leaving(found.sealed, found.drawn)


def note(editor: CaseEditor, record: Handover) -> None:
    """Keep the record of a package. The one that it corrects stands as before: the other side has no other yet."""
    editor.add("handovers", record)


def send(editor: CaseEditor, record: Handover) -> None:
    """Note that a package left the desk, today when no day is known; what it corrects is replaced in the same act."""
    at = f"handovers/{record.id}/"
    acts: dict[str, object] = {at + "state": HandoverState.SENT}
    if not known(record.on):
        acts[at + "on"] = editor.today()
    if any(each.id == record.corrects for each in editor.case.handovers):
        acts[f"handovers/{record.corrects}/state"] = HandoverState.CORRECTED
    editor.set_many(acts)


def _content(editor: CaseEditor, scan_id: str) -> bytes:
    found = editor.scans.content(scan_id).result() if editor.scans is not None else None
    if found is None:
        raise Refused("", _("The scan itself is not here."), _("Leave it out, or add it again."))
    return found
