"""One country or one language, found by typing a part of its name."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loket_app.domain.answers import NOT_ASKED, Missing
from loket_app.i18n import _
from loket_app.ui.fields.codebook import CodeBook
from loket_app.ui.fields.suggester import Suggester
from loket_app.ui.fields.typed import NotReadable, TypedField


class CodeField(TypedField):
    """A code from a book, shown by its name. Nothing is taken until it can only mean one thing."""

    def __init__(self, book: CodeBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._suggester = Suggester(self._line, book)
        self._suggester.picked.connect(self._picked)

    def _read(self, text: str) -> object:
        if not isinstance(self._answer, Missing) and text == self._book.name(str(self._answer)):
            return self._answer
        code = self._book.meant(text)
        if code is None:
            raise NotReadable(self._advice(text))
        return code

    def _advice(self, text: str) -> str:
        found = self._book.find(text)
        if not found:
            return _("Nothing of that name in the list: type another part of the name.")
        names = ", ".join(entry.name for entry in found[:3])
        return _("Which one? Go on typing: {names} …").format(names=names)

    def _write(self, value: object) -> str:
        return self._book.name(str(value))

    def _typed(self) -> None:
        self._kept = NOT_ASKED
        text = self._line.text()
        self._suggester.offer(text)
        self._complain = False
        if text.strip():
            self._refresh()
        else:
            self._settle(NOT_ASKED)

    def _picked(self, code: str) -> None:
        self._suggester.close()
        self._kept = NOT_ASKED
        self._settle(code)
        self._present(code)
        self._refresh()

    def flush(self) -> None:
        """Take what was typed if it can only mean one thing."""
        text = self._line.text().strip()
        if text and not self.error():
            code = self._read(text)
            self._settle(code)
            self._present(code)

    def _pressed(self, event: QKeyEvent) -> bool:
        return self._suggester.key(event) or super()._pressed(event)

    def _left(self) -> None:
        self._suggester.close()
        super()._left()

    def _retranslate(self) -> None:
        if not isinstance(self._answer, Missing) and not self._suggester.is_open():
            self._present(self._answer)
