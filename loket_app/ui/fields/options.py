"""One of few: options that lie open beside one another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loket_app.ui.fields.option import Option
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.words import Words

_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BEFORE = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Options(FlowBox):
    """A group of options of which at most one is chosen.

    Arrows choose, a first letter chooses, Backspace or a click on the chosen one takes it back. Tab stops once.
    """

    chosen = Signal(object, bool)
    """The value, and whether it was chosen (else taken back)."""

    def __init__(self, options: Sequence[tuple[object, Words]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.options = [Option(value, words) for value, words in options]
        for option in self.options:
            option.clicked.connect(self._clicked)
            self.add(option)
        self._stop_at(0)

    def show_value(self, value: object) -> None:
        """Show one value as chosen, or none when it is no option."""
        at = 0
        for number, option in enumerate(self.options):
            same = type(option.value) is type(value) and option.value == value
            option.setChecked(same)
            at = number if same else at
        self._stop_at(at)

    def retranslate(self) -> None:
        """Read the words anew."""
        for option in self.options:
            option.setText(option.words())
        self._changed()

    def set_names(self, name: str, description: str) -> None:
        """What a screen reader says of the group, and with each option."""
        self.setAccessibleName(name)
        for option in self.options:
            option.setAccessibleDescription(" ".join(part for part in (name, description) if part))

    def key(self, event: QKeyEvent) -> bool:
        """Whether a key meant one of the options."""
        now = next((n for n, option in enumerate(self.options) if option.isChecked()), None)
        if event.key() in _CLEAR and now is not None:
            self._choose(now, on=False)
        elif event.key() in _NEXT:
            self._choose(0 if now is None else (now + 1) % len(self.options))
        elif event.key() in _BEFORE:
            self._choose((len(self.options) if now is None else now) - 1)
        else:
            return self._letter(event, -1 if now is None else now)
        return True

    def _letter(self, event: QKeyEvent, now: int) -> bool:
        letter = event.text().casefold()
        if not letter.strip() or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        order = [(now + 1 + step) % len(self.options) for step in range(len(self.options))]
        found = next((n for n in order if self.options[n].text().casefold().startswith(letter)), None)
        if found is not None:
            self._choose(found)
        return found is not None

    def _clicked(self) -> None:
        number = next(n for n, option in enumerate(self.options) if option is self.sender())
        self._choose(number, on=self.options[number].isChecked())

    def _choose(self, number: int, *, on: bool = True) -> None:
        option = self.options[number]
        number %= len(self.options)
        self.show_value(option.value if on else None)
        self._stop_at(number)
        option.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(option.value, on)

    def _stop_at(self, number: int) -> None:
        for n, option in enumerate(self.options):
            option.setFocusPolicy(Qt.FocusPolicy.StrongFocus if n == number else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.options[number])
