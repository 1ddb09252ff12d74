"""The one question at closing: there is something that could not be kept."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from loket_app.i18n import _, pgettext
from loket_app.services.saving import why_not_saved


def may_close(window: QWidget, error: BaseException) -> bool:
    """Ask whether Loket may close although the last answers are not in the store; staying is the default."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Loket", _("The last answers are not kept yet."), parent=window)
    box.setInformativeText(why_not_saved(error))
    stay = box.addButton(pgettext("button", "Stay"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(_("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is leave
