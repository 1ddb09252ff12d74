"""Which part of the page one reads: a few words beside one another, one of them underlined."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from loket_app.i18n import _, ngettext, pgettext
from loket_app.services.rates_views import Totals
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.rules.parts import WORDS, Part, count_of
from loket_app.ui.style import current, mark


class PartBar(FlowBox):
    """Emits `chosen` with a part. Tab stops once, arrows choose; Alt+1 to Alt+5 work from anywhere on the page."""

    chosen = Signal(Part)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=current().size.grid // 2)
        self._found: Totals | None = None
        self._wide = False
        self._group = QButtonGroup(self)
        self.buttons = {part: self._button(part) for part in Part}
        for button in self.buttons.values():
            self.add(button)
        self.show_part(Part.FIGURES)
        self._name()

    def set_wide(self, *, wide: bool) -> None:
        """Whether there is room for all words in one line; else they stand in two."""
        if wide != self._wide:
            self._wide = wide
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The room it would like: one line, or two with half of the words in each."""
        whole = super().sizeHint()
        if self._wide:
            return whole
        words = [button.sizeHint().width() for button in self.buttons.values()]
        half = len(words) // 2
        width = max(sum(words[:half]), sum(words[half:])) + current().size.grid
        return QSize(width, self.heightForWidth(width))

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
            found = self._found if part is not Part.OWN else None
            if found is not None:
                count = count_of(part, found)
                spoken = ", " + ngettext("{count} found", "{count} found", count).format(count=count)
            button.setText(word.replace("&", "&&") + (f"  {count_of(part, found)}" if found else ""))
            button.setShortcut(QKeySequence(f"Alt+{number}"))
            button.setToolTip(f"{word} (Alt+{number})")
            button.setAccessibleName(word + spoken)
