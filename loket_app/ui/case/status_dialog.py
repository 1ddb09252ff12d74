"""A step in the life of a case: which one, what it leaves running, and why, in a word or two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from loket_app.domain.status import ASIDE, OPEN, Status
from loket_app.i18n import _, pgettext
from loket_app.i18n.labels import capital, label
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.style import current
from loket_app.ui.words import Text

_SHOWN = 6


class StatusDialog(QDialog):
    """`why` is what was typed; it may stay empty. Nobody has to explain a withdrawal or a change of mind (a right).

    `still` says in a line each what goes on: a change of status ends nothing by itself. `terms`: days of the law are
    among them. They run on, and Today has them until the case is closed.
    """

    def __init__(
        self,
        was: Status,
        status: Status,
        still: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        terms: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(status_act(was, status))
        self.setMinimumWidth(current().size.page // 3 * 2)
        self._why = QLineEdit()
        layout = QVBoxLayout(self)
        layout.setSpacing(current().size.grid * 2)
        layout.addWidget(Text(lambda: status_act(was, status), "heading"))
        if _meaning(was, status):
            layout.addWidget(Text(lambda: _meaning(was, status)))
        if still and (status not in OPEN or was not in OPEN):
            layout.addWidget(_list(still, terms=terms))
        if terms and status not in OPEN:
            layout.addWidget(Text(partial(_terms, status)))
        layout.addWidget(FormRow(lambda: _("&Why? (may stay empty)"), self._why))
        layout.addWidget(self._buttons())
        self._why.setFocus()

    @property
    def why(self) -> str:
        """What was typed."""
        return self._why.text().strip()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(_("&Record"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def status_act(was: Status, status: Status) -> str:
    """What the menu and the dialog call a step: the status, or what it means to come back or to stop."""
    if was not in OPEN and status in OPEN:
        return _("Go on with this case")
    acts = {
        Status.WITHDRAWN: pgettext("status act", "The person withdraws"),
        Status.CLOSED: pgettext("status act", "Close this case"),
    }
    return acts.get(status) or capital(label(status))


def _meaning(was: Status, status: Status) -> str:
    if was is Status.WITHDRAWN and status in OPEN:
        return _("Changing one's mind is a right, in both directions. Everything that was noted is still here.")
    if was not in OPEN and status in OPEN:
        return _("Everything that was noted is still here. The case starts again at the intake.")
    return {
        Status.WITHDRAWN: _(
            "Withdrawing is a right at any moment; nobody has to say why. "
            "Nothing is lost, and the case can go on later."
        ),
        Status.CLOSED: _("Nothing is lost: the case stays in the list and can go on later."),
    }.get(status, "")


def _terms(status: Status) -> str:
    if status in ASIDE:
        return _("The days of the return track and of an order run on for the person, and stay on Today.")
    return _("The days of the return track and of an order run on, but leave Today.")


def _list(still: Sequence[str], *, terms: bool) -> QWidget:
    """Nobody at the desk ends a term of the law."""
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current().size.grid // 2)
    layout.addWidget(Text(lambda: _("This goes on:") if terms else _("This goes on until you end it:"), "strong"))
    for line in still[:_SHOWN]:
        layout.addWidget(Text(partial("{} {}".format, "•", line)))
    if len(still) > _SHOWN:
        layout.addWidget(Text(lambda: _("… and {count} more").format(count=len(still) - _SHOWN), "muted"))
    return part
