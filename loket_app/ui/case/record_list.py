"""A list of records of a case: one line each, the open one with its questions; adding and taking away is undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from loket_app.domain.arising import arises
from loket_app.domain.case import Case
from loket_app.domain.changes import NoSuchPlace, value_at
from loket_app.domain.shape import shape_at
from loket_app.i18n import pgettext
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.new_records import maker
from loket_app.ui.case.plan_parts import Records
from loket_app.ui.case.question_form import Doubts
from loket_app.ui.case.record_card import RecordCard
from loket_app.ui.shell import tab_order
from loket_app.ui.style import current, icon, mark


class RecordList(QWidget):
    """The records at `path`. Cards are made as records come and dropped as they go, also through undo."""

    def __init__(
        self,
        editor: CaseEditor,
        records: Records,
        path: str,
        make: Callable[[str], Any],
        parent: QWidget | None = None,
        *,
        tail: Callable[[str], QWidget] | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor, self._records, self._path, self._make, self._tail = editor, records, path, make, tail
        self._cards: dict[str, RecordCard] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self._add = QPushButton(icon("add"), "")
        mark(self._add, kind="quiet")
        self._add.clicked.connect(self.add)
        self._layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._name()
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show the records of this case."""
        try:
            items = value_at(case, self._path) or ()
        except NoSuchPlace:
            return
        shown = arises(case, self._path)
        if self.parentWidget() is not None or not shown:  # without a parent it would be a window of its own
            self.setVisible(shown)
        present = [item.id for item in self._in_order(items)]
        for item_id in [known for known in self._cards if known not in present]:
            self._drop(item_id)
        for place, item_id in enumerate(present):
            if item_id not in self._cards:
                self._make_card(item_id)
            self._put(place, self._cards[item_id])
            self._cards[item_id].show_case(case)

    def show_doubts(self, doubts: Doubts) -> None:
        """Ask under the questions of these paths what looks odd there."""
        for card in self._cards.values():
            card.show_doubts(doubts)

    @property
    def path(self) -> str:
        """The list that this shows."""
        return self._path

    def add(self) -> None:
        """Add a record and put the cursor in its first question."""
        self.begin(self._make(self._editor.new_id()))

    def begin(self, record: Any) -> None:
        """Add this record and put the cursor in its first question."""
        self._editor.add(self._path, record)
        QTimer.singleShot(0, self, lambda: self._show_begun(record.id))

    def reveal(self, path: str) -> bool:
        """Open the record that a path leads into and put the cursor there; the list itself means its first gap."""
        if path == self._path:
            return self._reveal_first()
        if not path.startswith(self._path + "/"):
            return False
        item_id = path[len(self._path) + 1 :].partition("/")[0]
        if item_id not in self._cards:
            return False
        self._open_only(item_id)
        return self._cards[item_id].reveal(path)

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _show_begun(self, item_id: str) -> None:
        """Put the cursor in a new record and bring both in sight: a key may have made it far below what is seen."""
        if self.reveal(f"{self._path}/{item_id}"):
            QTimer.singleShot(0, self, lambda: self._bring_in_sight(item_id))  # once the page has grown by the record

    def _bring_in_sight(self, item_id: str) -> None:
        focused = QApplication.focusWidget()
        if item_id in self._cards and focused is not None and self._cards[item_id].isAncestorOf(focused):
            tab_order.bring_in_sight(self._cards[item_id])
            tab_order.bring_in_sight(focused)

    def _reveal_first(self) -> bool:
        first = next(iter(self._cards), None)
        if first is None:
            self._add.setFocus()
            return True
        return self.reveal(f"{self._path}/{first}")

    def _in_order(self, items: Sequence[Any]) -> Sequence[Any]:
        """As they were added, or the latest first; what has no date yet was begun just now."""
        if not self._records.newest:
            return items
        return sorted(items, key=lambda item: _day(getattr(item, self._records.newest)), reverse=True)

    def _make_card(self, item_id: str) -> None:
        path = f"{self._path}/{item_id}"
        single = not self._cards and not self._records.folded
        card = RecordCard(self._editor, self._records, path, self._inner, single=single, tail=self._tail)
        card.opened.connect(lambda: self._open_only(item_id))
        card.asked.connect(self.reveal)
        self._cards[item_id] = card

    def _put(self, place: int, card: RecordCard) -> None:
        """Have a card at its place; one that stands there already is left alone, with the cursor in it."""
        place += 1 if self._records.newest else 0
        if self._layout.indexOf(card) != place:
            self._layout.insertWidget(place, card)

    def _inner(self, records: Records, at: str) -> RecordList:
        kind = shape_at(f"{at}/{records.path}").kind
        return RecordList(self._editor, records, f"{at}/{records.path}", maker(kind, self._editor))

    def _drop(self, item_id: str) -> None:
        card = self._cards.pop(item_id)
        self._layout.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _open_only(self, item_id: str) -> None:
        for other, card in self._cards.items():
            card.set_open(opened=other == item_id)

    def _name(self) -> None:
        words = pgettext(*self._records.add)
        self._add.setText(words)
        if self._records.key:
            self._add.setToolTip(f"{words.replace('&', '')} ({self._records.key})")
        self._add.setAccessibleName(words.replace("&", ""))


def _day(answer: object) -> date:
    return answer if isinstance(answer, date) else date.max
