"""What every answer field has in common: an answer that may be missing, one key for why, and a word about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN, Missing
from loket_app.i18n import _
from loket_app.ui import style
from loket_app.ui.fields.missing import MissingMark
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.tones import Tone

_KEYS = {Qt.Key.Key_U: UNKNOWN, Qt.Key.Key_D: DECLINED}
_EDGE = 4
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Note:
    """What a field has to say about its content: how it was read, a doubt, or what to type instead."""

    tone: Tone
    text: str


class AnswerField(QWidget):
    """One question's answer: a value of its kind, or one of Missing.

    `edited` carries the new valid answer when the person at the desk changed it; `noted` says that `note()` did.
    The program sets answers with `set_answer`, which is silent.
    """

    edited = Signal(object)
    noted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: object = NOT_ASKED
        self._kept: object = NOT_ASKED
        self._may_miss = True
        self._editor: QWidget | None = None
        self._ground: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # for labels and tab orders; the editor is the proxy
        self._mark = MissingMark(self)
        self._mark.chosen.connect(self.toggle_missing)
        self._inset = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._tell_keys()

    # what a kind of field makes of itself

    def _place(self, editor: QWidget, inset: int = _EDGE) -> None:
        """Take an editor that has the focus and the keys of the field; the mark lies on it, `inset` from its end."""
        self._editor = self._ground = editor
        self._inset = inset
        self._row.addWidget(editor)
        self._take_focus(editor)

    def _place_beside(self, editor: QWidget) -> None:
        """Take an editor that leaves no room for the mark on it; the mark follows it."""
        self._editor = editor
        self._mark.setFixedHeight(style.current().size.control)
        self._row.addWidget(editor, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(editor, FlowBox):
            editor.add(self._mark)
        else:
            self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(1)
        self._take_focus(editor)

    def _take_focus(self, editor: QWidget) -> None:
        self.setFocusProxy(editor)
        self._listen_to(editor)

    def _listen_to(self, widget: QWidget) -> None:
        """Take part in what happens to a widget that can have the focus."""
        widget.installEventFilter(self)

    def _present(self, value: object) -> None:
        """Show a value, or emptiness for a Missing, without telling anybody."""
        raise NotImplementedError

    def _retranslate(self) -> None:
        """Read the words anew; the content and the focus stay."""

    def _half_typed(self) -> bool:
        """Whether the editor holds something that is no answer yet: the mark says nothing then."""
        return False

    def _keep(self) -> object:
        """What comes back when the mark is taken off again."""
        return self._answer

    def _bring_back(self, kept: object) -> None:
        self._settle(kept)
        self._present(kept)

    # what a screen uses

    def answer(self) -> object:
        """The last valid answer."""
        return self._answer

    def set_answer(self, value: object) -> None:
        """Show an answer that the program gives. A focused editor is left alone when nothing changed."""
        if not same(value, self._answer):
            self.load(value)

    def load(self, value: object) -> None:
        """Show the answer of another case or person: whatever stood here is forgotten."""
        self._answer, self._kept = value, NOT_ASKED
        self._present(value)
        self._refresh()

    def toggle_missing(self, why: Missing) -> None:
        """What the keys and the mark do: say why there is no answer, or take that back with what stood there."""
        if not self._may_miss:
            return
        if why is NOT_ASKED or self._answer is why:
            kept, self._kept = self._kept if why is not NOT_ASKED else NOT_ASKED, NOT_ASKED
            self._bring_back(NOT_ASKED if isinstance(kept, Missing) else kept)
            return
        if not isinstance(self._answer, Missing) or self.error():
            self._kept = self._keep()
        self._present(why)
        self._settle(why)

    def require(self) -> None:
        """For the few places of a case that always hold a value: no mark, and no key that takes the answer away."""
        self._may_miss = False
        self._mark.hide()
        self.setToolTip("")

    def note(self) -> Note | None:
        """What there is to say about the content now."""
        return None

    def error(self) -> str:
        """What to type instead, or nothing."""
        note = self.note()
        return note.text if note is not None and note.tone == "error" else ""

    def flush(self) -> None:
        """Hand over what was typed and not yet told."""

    def set_names(self, name: str, description: str = "") -> None:
        """What a screen reader says of the editor."""
        editor = self._editor or self
        editor.setAccessibleName(name)
        editor.setAccessibleDescription(description)

    # the course of things

    def _settle(self, value: object) -> None:
        """Take a new answer from the person at the desk."""
        if isinstance(value, Missing) and not self._may_miss:
            self._present(self._answer)
            return
        changed = not same(value, self._answer)
        self._answer = value
        self._refresh()
        if changed:
            self.edited.emit(value)

    def _refresh(self) -> None:
        self._mark.show_answer(None if self._half_typed() else self._answer)
        self._lay_mark()
        self.noted.emit()

    def _lay_mark(self) -> None:
        ground = self._ground
        if ground is None:
            return
        size = self._mark.sizeHint()
        width = min(size.width(), ground.width() - self._inset - _EDGE)
        top = ground.y() + (style.current().size.control - size.height()) // 2
        self._mark.setGeometry(ground.geometry().right() + 1 - self._inset - width, top, width, size.height())
        self._mark.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mark at the end of the editor."""
        super().resizeEvent(event)
        self._lay_mark()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the field, and the coming and going of the focus."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claims(event)
        if kind == QEvent.Type.FocusIn:
            self._entered()
        elif kind == QEvent.Type.FocusOut:
            self._left()
        return super().eventFilter(watched, event)

    def _claims(self, event: QKeyEvent) -> bool:
        """Whether it is decided whose a key is: the field's (accepted) or the page's, where undo is one for all."""
        undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        mine = _why(event) is not None or (undo and self._can_undo()) or (redo and self._can_redo())
        event.setAccepted(mine)
        return mine or undo or redo

    def _can_undo(self) -> bool:
        """Whether there is typing to take back that is no act of the case: what can't be understood."""
        return bool(self.error())

    def _can_redo(self) -> bool:
        return False

    def _undo(self) -> None:
        """Take that typing back."""
        self._present(self._answer)
        self._refresh()

    def _pressed(self, event: QKeyEvent) -> bool:
        """Whether the key was the field's own."""
        if event.matches(QKeySequence.StandardKey.Undo) and self._can_undo():
            self._undo()
            return True
        why = _why(event)
        if why is not None:
            self.toggle_missing(why)
            return True
        if event.key() in ENTER:
            self.flush()
        return False

    def _entered(self) -> None:
        """The focus came."""

    def _left(self) -> None:
        """The focus went."""
        self.flush()

    def changeEvent(self, event: QEvent) -> None:
        """Read the words anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._tell_keys()
            self._retranslate()
            self._refresh()
        super().changeEvent(event)

    def _tell_keys(self) -> None:
        if self._may_miss:
            self.setToolTip(_("Ctrl+U: unknown. Ctrl+D: declined. Again: back to what it was."))


def _why(event: QKeyEvent) -> Missing | None:
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return None
    return _KEYS.get(Qt.Key(event.key()))


def same(one: object, other: object) -> bool:
    """Equal and of one type: yes is not the number one."""
    return type(one) is type(other) and one == other
