"""The five consents, each apart. Declined and withdrawn are answers; nothing is handed over without consent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from loket_app.domain.case import Case, Consent, ConsentPurpose
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.question_form import QuestionForm
from loket_app.ui.style import current, mark
from loket_app.ui.words import Text

ROWS = ("state", ("on", "language"), ("interpreter", "signed"))


class ConsentsPiece(QWidget):
    """One form a consent; a purpose that was never put to the person has a button to do so."""

    def __init__(self, editor: CaseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._forms: dict[str, QuestionForm] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self._layout.addWidget(Text(lambda: _("What do they agree to?"), "heading"))
        self._places = {purpose: self._place(purpose) for purpose in ConsentPurpose}
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show the consents of this case."""
        present = {consent.id: consent.purpose for consent in case.consents}
        for gone in [known for known in self._forms if known not in present]:
            form = self._forms.pop(gone)
            form.hide()
            form.deleteLater()
        for consent_id, purpose in present.items():
            if consent_id not in self._forms:
                self._forms[consent_id] = QuestionForm(self._editor, f"consents/{consent_id}/", ROWS)
                self._places[purpose][0].addWidget(self._forms[consent_id])
            self._forms[consent_id].show_case(case)
        for purpose, (_layout, button) in self._places.items():
            button.setVisible(purpose not in present.values())

    def reveal(self, path: str) -> bool:
        """Put the cursor in a consent; the list itself means the first one."""
        if not path.startswith("consents"):
            return False
        form = next(iter(self._forms.values()), None)
        row = next(iter(form), None) if form is not None else None
        if row is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _place(self, purpose: ConsentPurpose) -> tuple[QVBoxLayout, QPushButton]:
        layout = QVBoxLayout()
        layout.addWidget(Text(lambda: capital(label(purpose)), "strong"))
        button = QPushButton(_("Ask for this consent"))
        mark(button, kind="quiet")
        button.clicked.connect(lambda: self._editor.add("consents", Consent(self._editor.new_id(), purpose)))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addLayout(layout)
        return layout, button
