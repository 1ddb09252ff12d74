"""The quiet word at the end of an editor that says why there is no answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN, Missing
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.ui import style

KEYS = {UNKNOWN: "Ctrl+U", DECLINED: "Ctrl+D"}
DOTS_WIDE = 28
"""What the dots take of an editor's width when there is an answer."""

_HIGH = 28
_PAD = 8


class MissingMark(QAbstractButton):
    """Shows `not asked`, `unknown` or `declined`, and behind its dots offers the three; dots alone for an answer.

    The keyboard reaches it from the editor (Ctrl+U, Ctrl+D), so that Tab goes from question to question. A click on
    the word goes to the editor that it lies on.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._answer: object = NOT_ASKED
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.clicked.connect(self._offer)
        self._reword()

    def show_answer(self, answer: object) -> None:
        """Say why there is no answer, or nothing."""
        if answer is self._answer:
            return
        was, self._answer = self._answer, answer
        if isinstance(was, Missing) or isinstance(answer, Missing):
            self._reword()

    def word(self) -> str:
        """What is said now; nothing beside an answer."""
        return label(self._answer) if isinstance(self._answer, Missing) else ""

    def sizeHint(self) -> QSize:
        """The room for the word of now and the dots."""
        word = self.word()
        return QSize((self.fontMetrics().horizontalAdvance(word) + 2 * _PAD if word else 0) + DOTS_WIDE, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """The room it needs."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a click on the word through to the editor."""
        field = self.parentWidget()
        if field is None or not self.word() or self._dots().contains(event.position().toPoint()):
            super().mousePressEvent(event)
        else:
            field.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The word and three dots; a reason that was given stands on a soft ground."""
        tokens = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        said = self._answer in (UNKNOWN, DECLINED)
        words = self.rect().adjusted(0, 0, -DOTS_WIDE, 0)
        if said:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.colour.hover))
            painter.drawRoundedRect(QRectF(words).adjusted(0, 2, 0, -2), tokens.size.radius, tokens.size.radius)
        painter.setPen(QColor(tokens.colour.text if said else tokens.colour.muted))
        word = self.fontMetrics().elidedText(self.word(), Qt.TextElideMode.ElideRight, words.width() - _PAD)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, word)
        role = "text" if self.underMouse() else "muted"
        dots = style.pixmap("more", role, 16, self.devicePixelRatioF())
        painter.drawPixmap(self._dots().center() - QPoint(7, 7), dots)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Read the word anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._reword()
        super().changeEvent(event)

    def _reword(self) -> None:
        self.setAccessibleName(self.word() or _("Why there is no answer"))
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def _dots(self) -> QRect:
        return QRect(self.width() - DOTS_WIDE, 0, DOTS_WIDE, self.height())

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
