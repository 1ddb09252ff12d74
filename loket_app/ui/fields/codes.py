"""Several countries or languages: what was chosen stands as chips before the editor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from loket_app.domain.answers import NOT_ASKED, Missing
from loket_app.i18n import _
from loket_app.ui import style
from loket_app.ui.fields.base import AnswerField, Note
from loket_app.ui.fields.codebook import COUNTRIES, LANGUAGES, CodeBook
from loket_app.ui.fields.missing import DOTS_WIDE
from loket_app.ui.fields.suggester import Suggester
from loket_app.ui.kit.chip import Chip
from loket_app.ui.kit.flow import FlowBox

_LINE_WIDE = 64


class _Line(QLineEdit):
    """As wide as what is typed in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the text and a little more."""
        hint = super().sizeHint()
        return QSize(max(self.fontMetrics().horizontalAdvance(self.text()) + 24, _LINE_WIDE), hint.height())


class ChipBox(FlowBox):
    """The frame around chips and the editor behind them. It looks like one editor: see the style sheet."""

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=4, margin=4, end=DOTS_WIDE, last_grows=True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(_as_wide_as_can_be(self.sizePolicy()))
        self.line = _Line(self)
        self.add(self.line)

    def show_chips(self, named: Sequence[tuple[str, str]]) -> None:
        """Show these codes with their names, before the editor."""
        for chip in self.items()[:-1]:
            self.remove(chip)
        for number, (code, name) in enumerate(named):
            chip = Chip(name)
            chip.clicked.connect(lambda _checked=False, code=code: self.removed.emit(code))
            self.add(chip, number)


def _as_wide_as_can_be(policy: QSizePolicy) -> QSizePolicy:
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    return policy


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


class CountriesField(CodesField):
    """Countries, as ISO 3166 alpha-2."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(COUNTRIES, parent)


class LanguagesField(CodesField):
    """Languages, as BCP 47."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LANGUAGES, parent)
