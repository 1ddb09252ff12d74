"""The same questions for every member of the household, one under the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.i18n import _, phrases
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.plan_parts import Row
from loket_app.ui.case.question_form import QuestionForm
from loket_app.ui.style import current
from loket_app.ui.words import Text


class PerPersonForms(QWidget):
    """One form a member, with the name above it. Forms come and go with the members; of whom nothing is asked has none."""

    def __init__(self, editor: CaseEditor, rows: tuple[Row, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._rows = editor, rows
        self._forms: dict[str, tuple[Text, QuestionForm]] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self._nobody = Text(lambda: _("Add the people first, in the intake."), "muted")
        self._layout.addWidget(self._nobody)
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show the answers of this case."""
        present = [person.id for person in case.household]
        for gone in [known for known in self._forms if known not in present]:
            for widget in self._forms.pop(gone):
                self._layout.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        for person_id in present:
            if person_id not in self._forms:
                self._insert(person_id)
            name, form = self._forms[person_id]
            name.refresh()
            form.show_case(case)
            name.setVisible(not form.isHidden())
        self._nobody.setVisible(not present)

    def reveal(self, path: str) -> bool:
        """Put the cursor in the question at a path."""
        for _name, form in self._forms.values():
            question = form.question(path)
            if question is not None:
                question.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _insert(self, person_id: str) -> None:
        name = Text(lambda: phrases.name_in(self._editor.case, person_id), "strong")
        form = QuestionForm(self._editor, f"household/{person_id}/", self._rows)
        self._forms[person_id] = (name, form)
        self._layout.addWidget(name)
        self._layout.addWidget(form)
