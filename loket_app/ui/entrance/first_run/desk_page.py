"""Which desk, and who."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from loket_app.domain.case import Desk
from loket_app.i18n import _
from loket_app.i18n.labels import label
from loket_app.services.entrance import is_login
from loket_app.ui.entrance.first_run.model import FirstRun
from loket_app.ui.entrance.first_run.page import Page
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.words import Words


class DeskPage(Page):
    """The desk numbers the cases; the name stands on paper; the login is all that can be read on the disk."""

    def __init__(self, model: FirstRun, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.desks = {desk: self._choice(desk) for desk in Desk}
        self.name = self._line(lambda text: setattr(model, "counsellor", text.strip()))
        self.login = self._line(lambda text: setattr(model, "login", text.strip()))
        self._desk_row = FormRow(lambda: _("Return desk"), self._choices())
        self._name_row = FormRow(lambda: _("&Your name"), self.name, lambda: _("As it stands under a letter."))
        self._login_row = FormRow(lambda: _("&Short login name"), self.login, self._about_the_login)
        for row in (self._desk_row, self._name_row, self._login_row):
            self.column.addWidget(row)
        for line in (self.name, self.login):
            line.textEdited.connect(self._forgive)  # after the model was told

    def title(self) -> str:
        """Of the page."""
        return _("Your desk")

    def begin(self) -> None:
        """Show what was answered before."""
        self.name.setText(self.model.counsellor)
        self.login.setText(self.model.login)
        if self.model.desk is not None:
            self.desks[self.model.desk].setChecked(True)
        self.desks[self.model.desk or Desk.BRUSSELS].setFocus()

    def complete(self) -> bool:
        """A desk, a name, a login."""
        wrong = [where for row, good, words, where in self._checks() if row.complain(None if good else words)]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def _checks(self) -> tuple[tuple[FormRow, bool, Words, QWidget], ...]:
        """Each question: whether its answer is right, what to type otherwise, and where."""
        model = self.model
        return (
            (self._desk_row, model.desk is not None, self._ask_desk, next(iter(self.desks.values()))),
            (self._name_row, bool(model.counsellor), self._ask_name, self.name),
            (self._login_row, is_login(model.login), self._ask_login, self.login),
        )

    def _forgive(self) -> None:
        """Complain no longer of what is right now; of the rest, not before one goes on."""
        for row, good, _words, _where in self._checks():
            if good:
                row.complain(None)

    def _choices(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        for button in self.desks.values():
            self._group.addButton(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _choice(self, desk: Desk) -> QRadioButton:
        button = QRadioButton(self)
        self.say(button.setText, lambda: label(desk))
        button.toggled.connect(lambda checked: self._choose(desk) if checked else None)
        return button

    def _choose(self, desk: Desk) -> None:
        self.model.desk = desk
        self._desk_row.complain(None)

    def _line(self, keep: Callable[[str], None]) -> QLineEdit:
        line = QLineEdit(self)
        line.textEdited.connect(keep)
        return line

    def _about_the_login(self) -> str:
        return _("Your initials, for instance. Unlike everything else, it can be read on this computer's disk.")

    def _ask_desk(self) -> str:
        return _("Choose the desk where you work.")

    def _ask_name(self) -> str:
        return _("Type your name.")

    def _ask_login(self) -> str:
        return _("1 to 24 letters or digits, without spaces.")
