"""The public key of one partner: the key, who gave it, and since when it is noted."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from loket_app.domain.handover import Recipient
from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, label
from loket_app.services.desk import Desk
from loket_app.services.handover import Refused, public_key
from loket_app.services.handover_keys import PartnerKey
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.kit.folding import Folding
from loket_app.ui.settings.keeping import Keeping
from loket_app.ui.style import current
from loket_app.ui.words import Words


class PartnerKeyRow(Folding):
    """Its title says what is noted. A key that can't be one is refused in place; an empty line takes the key away."""

    def __init__(self, desk: Desk, who: Recipient, keeping: Keeping, parent: QWidget | None = None) -> None:
        self._desk, self._who, self._keeping = desk, who, keeping
        self.key, self.given_by = QLineEdit(), QLineEdit()
        self._row: FormRow | None = None
        super().__init__(self._title_words, self._make_body, "row", parent)

    def keep(self) -> None:
        """Keep what was typed, when it is a key."""
        if self._row is None:
            return
        text, old = self.key.text().strip(), self._desk.partner_keys.get(self._who)
        self._row.complain(None)
        try:
            noted = self._noted(text, old) if text else None
        except Refused as refused:
            self._row.complain(_said(refused))
            return
        if noted != old:
            self._keeping.keep(self._write(noted), lambda: self._write(self._desk.partner_keys.get(self._who)))
        self.refresh()

    def _write(self, noted: PartnerKey | None) -> Future[None]:
        return self._desk.forget_partner_key(self._who) if noted is None else self._desk.save_partner_key(noted)

    def _noted(self, text: str, old: PartnerKey | None) -> PartnerKey:
        """With the day of today, unless the same key was noted before. Raises Refused when it is no key."""
        key = public_key(text)
        day = old.given_on if old is not None and old.key == key else self._desk.clock.today()
        return PartnerKey(self._who, key, self.given_by.text().strip(), day)

    def _make_body(self) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        grid = current().size.grid
        layout.setContentsMargins(grid * 3, 0, 0, grid)
        layout.setSpacing(grid)
        self._row = FormRow(lambda: _("Public key"), self.key, lambda: _("It starts with age1. Empty: no key."))
        layout.addWidget(self._row)
        layout.addWidget(FormRow(lambda: _("Who gave it"), self.given_by))
        noted = self._desk.partner_keys.get(self._who)
        if noted is not None:
            self.key.setText(noted.key.text)
            self.given_by.setText(noted.given_by)
        for line in (self.key, self.given_by):
            line.editingFinished.connect(self.keep)
        return body

    def _title_words(self) -> str:
        noted = self._desk.partner_keys.get(self._who)
        partner = capital(label(self._who))
        if noted is None:
            return _("{partner}: no key yet").format(partner=partner)
        day = formats.format_date(noted.given_on)
        short = f"{noted.key.text[:10]}…{noted.key.text[-4:]}"
        return _("{partner}: {key}, noted on {date}").format(partner=partner, key=short, date=day)


def _said(refused: Refused) -> Words:
    words = f"{refused.why} {refused.remedy}"
    return lambda: words
