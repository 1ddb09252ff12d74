"""Public keys of those who get files: noted as the partner gives them, checked, and never invented."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.handover import Recipient
from loket_app.i18n import _
from loket_app.services.desk import Desk
from loket_app.ui.settings.keeping import Keeping
from loket_app.ui.settings.partner_key_row import PartnerKeyRow
from loket_app.ui.style import current
from loket_app.ui.words import Text


class PartnerKeysPart(QWidget):
    """One row a partner; each is kept as it is noted."""

    def __init__(self, desk: Desk, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        layout.addWidget(Text(lambda: _("Keys of our partners"), "heading"))
        layout.addWidget(Text(_what_for, "muted"))
        for who in Recipient:
            layout.addWidget(PartnerKeyRow(desk, who, keeping))


def _what_for() -> str:
    return _(
        "With the public key of a partner only they can open what you hand over. Ask them for it, and check it by telephone."
    )
