"""The message to the voluntary-return cell, in a language of choice, to be copied."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.referral import CELL, Referral, refer
from loket_app.i18n import _
from loket_app.i18n.phrases_referral import referral_subject, referral_text
from loket_app.ui.case.message_to_copy import MessageToCopy

_OWN_REASONS = "plan/approval_reasons"


class ReferralMessage(MessageToCopy):
    """Why the case is referred and what is asked. `asked` leads to the reasons that Fedasil wants with it."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._latest: tuple[Case, Advice] | None = None
        self._referral: Referral | None = None
        super().__init__(parent=parent)
        self.missing.acted.connect(lambda: self.asked.emit(_OWN_REASONS))

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Show the message about this case."""
        self._latest = case, advice
        self._refresh()

    def _words(self) -> None:
        self.names.setText(_("With &names"))
        self.text.setAccessibleName(_("Message to the voluntary-return cell"))

    def _what_it_is(self) -> str:
        return _("For {mail}. Loket sends nothing itself: copy the text into a message.").format(mail=CELL)

    def _write(self, *, names: bool) -> str:
        self._referral = refer(*self._latest, names=names) if self._latest else None
        return f"{referral_subject(self._referral)}\n\n{referral_text(self._referral)}" if self._referral else ""

    def _complain(self, *, names: bool) -> None:  # noqa: ARG002  the reasons are wanted either way
        if self._referral is None or not self._referral.reasons_missing:
            self.missing.hide()
        elif self.missing.isHidden():
            self.missing.say("warn", _reasons_wanted, lambda: _("Write them"))


def _reasons_wanted() -> str:
    return _("Fedasil wants your own reasons with this request; they are not there yet.")
