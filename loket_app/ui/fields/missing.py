"""The quiet word beside an editor that says why there is no answer."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN, Missing
from loket_app.i18n import _, language
from loket_app.i18n.labels import capital, label
from loket_app.ui import style

KEYS = {UNKNOWN: "Ctrl+U", DECLINED: "Ctrl+D"}


class MissingMark(QPushButton):
    """Shows `not asked`, `unknown` or `declined`, and offers the three; three dots once there is an answer.

    The keyboard reaches it from the editor (Ctrl+U, Ctrl+D), so that Tab goes from question to question.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._answer: object = NOT_ASKED
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._offer)
        self.show_answer(NOT_ASKED)

    def show_answer(self, answer: object) -> None:
        """Say why there is no answer, or nothing."""
        self._answer = answer
        missing = isinstance(answer, Missing)
        self.setText(label(answer) if isinstance(answer, Missing) else "⋯")
        self.setAccessibleName(self.text() if missing else _("Why there is no answer"))
        style.mark(self, said=missing and answer is not NOT_ASKED)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        size = style.current().size
        return QSize(_widest(self.font().key(), language()) + 2 * size.grid, size.control)

    def minimumSizeHint(self) -> QSize:
        """The room it needs."""
        return self.sizeHint()

    def _offer(self) -> None:
        menu = QMenu(self)
        for why in Missing:
            action = menu.addAction(capital(label(why)))
            action.setCheckable(True)
            action.setChecked(self._answer is why)
            if why in KEYS:
                action.setShortcut(QKeySequence(KEYS[why]))
                action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _checked=False, why=why: self._choose(why))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, why: Missing) -> None:
        if self._answer is not why:
            self.chosen.emit(why)

    def changeEvent(self, event: QEvent) -> None:
        """Read the words anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_answer(self._answer)
            self.updateGeometry()
        super().changeEvent(event)


@cache
def _widest(font: str, lang: str) -> int:  # noqa: ARG001  both decide how wide the words are
    described = QFont()
    described.fromString(font)
    return max(QFontMetrics(described).horizontalAdvance(label(why)) for why in Missing)
