"""The recovery sheet: shown, and on paper or in a safe place before one goes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLabel, QWidget

from loket_app.domain.case import Desk
from loket_app.i18n import _
from loket_app.services.recovery import FILE_NAME, recovery_sheet
from loket_app.ui import style
from loket_app.ui.entrance.first_run.model import FirstRun
from loket_app.ui.entrance.first_run.page import Page
from loket_app.ui.entrance.printing import print_pdf
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.card import Card
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.kit.tones import Tone
from loket_app.ui.words import Text, Words

_GROUPS_IN_A_LINE = 4


class RecoveryPage(Page):
    """Printed, saved, or written down by hand: one of them."""

    def __init__(self, model: FirstRun, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.print_button = Button(lambda: _("&Print…"), icon="print")
        self.print_button.clicked.connect(self._print)
        self.save_button = Button(lambda: _("&Save as PDF…"), icon="save")
        self.save_button.clicked.connect(self._save)
        self.kept = QCheckBox(self)
        self.kept.toggled.connect(self._keep)
        self._note = NoteLine(self)
        self._note_words: tuple[Tone, Words] | None = None
        self.say(self.kept.setText, lambda: _("&The code is on paper or in a safe place"))
        self._lay_out()

    def title(self) -> str:
        """Of the page."""
        return _("Your recovery sheet")

    def begin(self) -> None:
        """Show what was confirmed before."""
        self.kept.setChecked(self.model.code_is_kept)
        self.print_button.setFocus()

    def complete(self) -> bool:
        """Confirmed, by hand or by printing or saving."""
        if not self.model.code_is_kept:
            self._tell("error", lambda: _("Print the sheet, save it or write the code down, then tick the box."))
            self.kept.setFocus()
        return self.model.code_is_kept

    def say_again(self) -> None:
        """Look all words up anew."""
        super().say_again()
        if self._note_words is not None:
            self._tell(*self._note_words)

    def choose_file(self) -> Path | None:
        """Ask where to save. The name says nothing about anybody."""
        start = str(Path.home() / FILE_NAME)
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save the recovery sheet"), start, "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def _lay_out(self) -> None:
        first = Text(lambda: _("If the passphrase is lost, this code opens the cases. Nothing else does."))
        second = Text(lambda: _("Keep it where the passphrase is not: in a safe, or with the head of your desk."))
        self.column.addWidget(first)
        self.column.addWidget(second)
        self.column.addWidget(self._code())
        row = QHBoxLayout()
        for button in (self.print_button, self.save_button):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.kept, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._note)
        self._note.hide()

    def _code(self) -> Card:
        box = Card(parent=self)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, group in enumerate(self.model.recovery_code.split("-")):
            grid.addWidget(_group(group), *divmod(place, _GROUPS_IN_A_LINE), Qt.AlignmentFlag.AlignCenter)
        box.body.addLayout(grid)
        box.setAccessibleName(self.model.recovery_code)
        self.say(box.setAccessibleDescription, lambda: _("Recovery code"))
        return box

    def _print(self) -> None:
        if print_pdf(self._sheet(), self):
            self._done(lambda: _("Sent to the printer. Check that the sheet is there."))

    def _save(self) -> None:
        path = self.choose_file()
        if path is None:
            return
        try:
            path.write_bytes(self._sheet())
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._tell("error", lambda: _("Not saved: {reason}. Choose another place.").format(reason=reason))
        else:
            self._done(lambda: _("Saved. Do not leave it on this computer."))

    def _sheet(self) -> bytes:
        return recovery_sheet(self.model.recovery_code, self.model.desk or Desk.BRUSSELS, self.model.login)

    def _done(self, words: Words) -> None:
        self.kept.setChecked(True)
        self._tell("ok", words)

    def _keep(self, checked: bool) -> None:
        self.model.code_is_kept = checked
        self._note.setVisible(False)
        self._note_words = None

    def _tell(self, tone: Tone, words: Words) -> None:
        self._note_words = (tone, words)
        self._note.say(tone, words())
        self._note.show()


def _group(signs: str) -> QLabel:
    label = QLabel(signs)
    style.mark(label, kind="heading")
    font = label.font()
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1)
    label.setFont(font)
    return label
