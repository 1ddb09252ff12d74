"""Several countries or languages: what was chosen stands as chips before the editor."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loket_app.domain.answers import NOT_ASKED, Missing
from loket_app.i18n import _
from loket_app.ui import style
from loket_app.ui.fields.base import AnswerField, Note
from loket_app.ui.fields.chip_box import ChipBox
from loket_app.ui.fields.codebook import CodeBook
from loket_app.ui.fields.suggester import Suggester


class CodesField(AnswerField):
    """Codes from a book, in the order in which they were named. Backspace in the empty editor takes the last away."""

    def __init__(self, book: CodeBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._box = ChipBox(self)
        self._line = self._box.line
        self._suggester = Suggester(self._line, book)
        self._suggester.picked.connect(self._picked)
        self._line.textEdited.connect(self._typed)
        self._box.removed.connect(self._removed)
        self._complain = False
        self._place(self._box)
        self.setFocusProxy(self._line)
        self._listen_to(self._line)
        self._editor = self._line

    def note(self) -> Note | None:
        """What to type, when the editor was left with something that means nothing or too much."""
        text = self.error() if self._complain else ""
        return Note("error", text) if text else None

    def error(self) -> str:
        """What to type instead, or nothing."""
        text = self._line.text().strip()
        if not text or self._book.meant(text):
            return ""
        return _("Choose one from the list, or type another part of the name.")

    def flush(self) -> None:
        """Take what was typed if it can only mean one thing."""
        code = self._book.meant(self._line.text())
        if code is not None:
            self._picked(code)

    def codes(self) -> tuple[str, ...]:
        """The codes that stand as chips."""
        return self._answer if isinstance(self._answer, tuple) else ()

    def _present(self, value: object) -> None:
        self._line.clear()
        codes = value if isinstance(value, tuple) else ()
        self._box.show_chips([(code, self._book.name(code)) for code in codes])

    def _half_typed(self) -> bool:
        return isinstance(self._answer, Missing) and bool(self._line.text())

    def _typed(self, text: str) -> None:
        self._complain = False
        self._suggester.offer(text)
        self._refresh()

    def _picked(self, code: str) -> None:
        self._suggester.close()
        self._complain = False
        self._take(tuple(dict.fromkeys((*self.codes(), code))))

    def _removed(self, code: str) -> None:
        self._take(tuple(other for other in self.codes() if other != code))
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, codes: tuple[str, ...]) -> None:
        self._kept = NOT_ASKED
        self._present(codes)
        self._settle(codes or NOT_ASKED)

    def _pressed(self, event: QKeyEvent) -> bool:
        if self._suggester.key(event) or super()._pressed(event):
            return True
        if event.key() == Qt.Key.Key_Backspace and not self._line.text() and self.codes():
            self._take(self.codes()[:-1])
            return True
        return False

    def _entered(self) -> None:
        style.mark(self._box, focused=True)

    def _left(self) -> None:
        style.mark(self._box, focused=False)
        self._suggester.close()
        super()._left()
        self._complain = bool(self.error())
        self.noted.emit()

    def _retranslate(self) -> None:
        typed = self._line.text()
        self._present(self._answer)
        self._line.setText(typed)

    def set_names(self, name: str, description: str = "") -> None:
        """What a screen reader says of the editor, with what was chosen."""
        chosen = ", ".join(self._book.name(code) for code in self.codes())
        super().set_names(name, " ".join(part for part in (chosen, description) if part))
