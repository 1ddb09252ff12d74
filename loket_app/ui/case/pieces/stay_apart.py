"""Behind the family's residence situation: who of them has another. Folded away, for it is rare."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.stay_of import may_stand_apart, stands_apart
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.other_stay_link import OtherStayLink
from loket_app.ui.case.per_person import PerPersonForms
from loket_app.ui.style import current


class StayApartPiece(QWidget):
    """One question for everybody but the applicant; open where somebody answered it. Not there for who is alone."""

    def __init__(self, editor: CaseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._forms: PerPersonForms | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self.unfold = OtherStayLink()
        self.unfold.clicked.connect(self._open)
        self._layout.addWidget(self.unfold)
        self._ask(editor.case)
        if not _is_family(editor.case):
            self.hide()  # a page shows what it holds; shown by itself it would be a window, and take the focus

    def show_case(self, case: Case) -> None:
        """Ask it of the members of this case."""
        self._ask(case)
        self.setVisible(_is_family(case))

    def _ask(self, case: Case) -> None:
        if any(stands_apart(case, person) for person in case.household):
            self._make()
        if self._forms is not None:
            self._forms.show_case(case)

    def reveal(self, path: str) -> bool:
        """Put the cursor in the question at a path."""
        if not path.startswith("household/") or not path.endswith("/stay_category"):
            return False
        return self._make().reveal(path)

    def _open(self) -> None:
        case = self._editor.case
        first = next((person for person in case.household if may_stand_apart(case, person)), None)
        if first is not None:
            self._make().reveal(f"household/{first.id}/stay_category")

    def _make(self) -> PerPersonForms:
        if self._forms is None:
            self._forms = PerPersonForms(self._editor, ("stay_category",))
            self._layout.addWidget(self._forms)
            self.unfold.hide()
        return self._forms


def _is_family(case: Case) -> bool:
    return len(case.household) > 1
