"""A box into which the lines of a passport are scanned or pasted, and what they would fill in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from loket_app.domain.answers import Missing
from loket_app.domain.mrz import CheckFailure, MrzCheck, MrzPerson, NotMrz, NotMrzReason, parse
from loket_app.i18n import _
from loket_app.i18n.joining import said
from loket_app.ui import style
from loket_app.ui.fields.date_words import today
from loket_app.ui.fields.mrz_readings import DOCUMENT, Reading, document_words, name_words, readings, value_words
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.note_line import NoteLine

_LINES = 3
_TOO_SHORT_TO_JUDGE = 60
"""The shortest zone has 72 signs: nothing is wrong yet while it is being typed."""


class MrzField(QWidget):
    """Shows what the lines say, which check digits fail and what differs from what is filled in.

    Nothing is written here: `accepted` carries the MrzPerson and the names of the readings that were ticked. What is
    empty is ticked from the start; what differs, or what a check digit speaks against, only the counsellor ticks.
    """

    accepted = Signal(object, object)

    def __init__(self, now: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._read: MrzPerson | None = None
        self._boxes: list[tuple[Reading, QCheckBox]] = []
        self._box = QPlainTextEdit(self)
        self._box.setTabChangesFocus(True)
        self._box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._box.setFont(style.fixed_width())
        self._box.setFixedHeight(_LINES * self._box.fontMetrics().lineSpacing() + 20)
        self._box.textChanged.connect(self._look)
        self.setFocusProxy(self._box)
        self._note = NoteLine(self)
        self._found = QWidget(self)
        self._list = QVBoxLayout(self._found)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._fill = Button(lambda: _("Fill in what is ticked"), parent=self)
        self._fill.clicked.connect(self._accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._box, self._note, self._found):
            column.addWidget(part)
        column.addWidget(self._fill, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self._look()

    def set_text(self, text: str) -> None:
        """Put lines into the box, as a scanner does."""
        self._box.setPlainText(text)

    def ticked(self) -> tuple[str, ...]:
        """The names of the readings that would be filled in now."""
        return tuple(reading.name for reading, box in self._boxes if box.isChecked() and box.isEnabled())

    def readings(self) -> tuple[Reading, ...]:
        """What was read, beside what is filled in."""
        return tuple(reading for reading, _box in self._boxes)

    def note(self) -> str:
        """What is said about the lines now."""
        return self._note.text()

    def _look(self) -> None:
        text = self._box.toPlainText()
        self._read = None
        try:
            self._read = parse(text, today())
        except NotMrz as problem:
            judged = len("".join(text.split())) > _TOO_SHORT_TO_JUDGE or problem.reason is NotMrzReason.START
            self._say_nothing_read(problem.reason if text.strip() and judged else None)
        else:
            self._say_what_was_read(self._read)
        self._show_readings()

    def _say_nothing_read(self, reason: NotMrzReason | None) -> None:
        if reason is None:
            self._note.say("reading", _("Scan or paste the two or three lines with <<< from the document."))
        else:
            self._note.say("error", _WHY[reason]())

    def _say_what_was_read(self, person: MrzPerson) -> None:
        # one wrong figure also breaks the digit over the whole: that is not news
        named = [f for f in person.failures if f.check is not MrzCheck.WHOLE] or person.failures
        words = [_failure_words(failure) for failure in named]
        if person.nationality is None and not person.stateless and person.nationality_code:
            strange = _("The nationality {code} is no country: fill it in by hand.")
            words.append(strange.format(code=person.nationality_code))
        if words:
            self._note.say("warn", " ".join(words))
        else:
            self._note.say("ok", _("Every check digit fits."))

    def _show_readings(self) -> None:
        for _reading, box in self._boxes:
            box.deleteLater()
        person = self._read
        self._boxes = [] if person is None else [self._row(r, person) for r in readings(person, self._now)]
        self._found.setVisible(bool(self._boxes))
        self._fill.setVisible(bool(self._boxes))
        self._count()

    def _row(self, reading: Reading, person: MrzPerson) -> tuple[Reading, QCheckBox]:
        box = QCheckBox(_row_words(reading, person).replace("&", "&&"), self._found)
        box.setChecked(reading.same or reading.wanted)
        box.setEnabled(not reading.same)
        box.toggled.connect(self._count)
        self._list.addWidget(box)
        return reading, box

    def _count(self) -> None:
        self._fill.setEnabled(bool(self.ticked()))

    def _accept(self) -> None:
        if self._read is not None:
            self.accepted.emit(self._read, self.ticked())
            self._box.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Say the same in another language; what was ticked stays ticked."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            ticked = set(self.ticked())
            self._look()
            for reading, box in self._boxes:
                box.setChecked(reading.same or reading.name in ticked)


_WHY: dict[NotMrzReason, Callable[[], str]] = {
    NotMrzReason.SIGNS: lambda: _("Only letters, figures and < stand in these lines."),
    NotMrzReason.LENGTH: lambda: _("Something is missing or too much: a passport has two lines of 44 signs."),
    NotMrzReason.START: lambda: _("These lines start with P, I, A, C or V: begin at the first sign of the first line."),
}

_GUARDED: dict[MrzCheck, Callable[[], str]] = {
    MrzCheck.NUMBER: lambda: _("the number"),
    MrzCheck.BIRTH_DATE: lambda: _("the date of birth"),
    MrzCheck.EXPIRY: lambda: _("the date of expiry"),
    MrzCheck.OPTIONAL: lambda: _("the personal number"),
    MrzCheck.WHOLE: lambda: _("the whole"),
}


def _failure_words(failure: CheckFailure) -> str:
    words = _("The check digit of {what} doesn't fit (line {line}, sign {column}): compare with the document.")
    return words.format(what=_GUARDED[failure.check](), line=failure.line, column=failure.column)


def _row_words(reading: Reading, person: MrzPerson) -> str:
    value = document_words(person) if reading.name == DOCUMENT else value_words(reading.value)
    line = said(name_words(reading, person), value)
    if reading.same:
        return _("{answer} (already so)").format(answer=line)
    if reading.wanted:
        return line
    if isinstance(reading.now, Missing):
        return _("{answer} (doubtful: a check digit doesn't fit)").format(answer=line)
    return _("{answer} (now: {other})").format(answer=line, other=value_words(reading.now))
