"""Which part of the page one reads: three words in a line, one of them underlined."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from loket_app.i18n import _, ngettext, pgettext
from loket_app.services.rates_views import Totals
from loket_app.ui.rules.parts import WORDS, Part, count_of
from loket_app.ui.style import current, mark


class PartBar(QWidget):
    """Emits `chosen` with a part. Tab stops once, arrows choose; Alt+1 to Alt+3 work from anywhere on the page."""

    chosen = Signal(Part)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Totals | None = None
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        self.buttons = {part: self._button(part) for part in Part}
        for button in self.buttons.values():
            layout.addWidget(button)
        self.show_part(Part.FIGURES)
        self._name()

    def show_part(self, part: Part) -> None:
        """Underline a part."""
        self.buttons[part].setChecked(True)
        self.setFocusProxy(self.buttons[part])

    def show_found(self, found: Totals | None) -> None:
        """Say how much each part holds of what is looked for; nothing while nothing is."""
        if found != self._found:
            self._found = found
            self._name()

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _button(self, part: Part) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        mark(button, kind="step")
        self._group.addButton(button)
        button.clicked.connect(lambda: self._choose(part))
        return button

    def _choose(self, part: Part) -> None:
        self.show_part(part)
        self.chosen.emit(part)

    def _name(self) -> None:
        self.setAccessibleName(_("What to read"))
        for number, (part, button) in enumerate(self.buttons.items(), 1):
            word, spoken = pgettext(*WORDS[part]), ""
            if self._found is not None:
                count = count_of(part, self._found)
                spoken = ", " + ngettext("{count} found", "{count} found", count).format(count=count)
            button.setText(word.replace("&", "&&") + (f"  {count_of(part, self._found)}" if self._found else ""))
            button.setShortcut(QKeySequence(f"Alt+{number}"))
            button.setToolTip(f"{word} (Alt+{number})")
            button.setAccessibleName(word + spoken)
