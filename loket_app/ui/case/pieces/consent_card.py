"""One consent: the question as it is asked aloud, or whose it is, the answer, when and how it was told, the signed sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from loket_app.domain.attachment import AttachmentKind
from loket_app.domain.case import EVERYBODY, Case, Consent, ConsentState
from loket_app.i18n import _
from loket_app.i18n.labels import capital
from loket_app.i18n.phrases import whose_answer
from loket_app.i18n.phrases_consent import after_no, day_to_come, details, meaning, question, withdrawal
from loket_app.services import consents
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.question_form import QuestionForm
from loket_app.ui.case.scan_list import ScanList
from loket_app.ui.fields.factory import field_for
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.kit.folding import Folding
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.style import current, mark

_ROWS = (("on", "language"), ("interpreter", "signed"), "answered_by")
_NO = (ConsentState.DECLINED, ConsentState.WITHDRAWN)


class ConsentCard(QFrame):
    """The consent at `consents/ID`; `named` where several answer and the question stands above them all.

    A yes that is taken back is one act, and keeps when it was given.
    """

    def __init__(
        self, editor: CaseEditor, consent: Consent, parent: QWidget | None = None, *, named: bool = False
    ) -> None:
        super().__init__(parent)
        self._editor, self._consent, self._named = editor, consent, named
        self._at = f"consents/{consent.id}/"
        self._forms: list[QuestionForm] = []
        self.scans: ScanList | None = None
        if not named:
            mark(self, kind="card")
        self.row = self._make_row(consent)
        self.told = Folding(self._told_words, self._make_details, "row")
        self.alike = LongButton("link")
        self.alike.clicked.connect(self._tell_alike)
        self.asked = InlineMessage()
        layout = QVBoxLayout(self)
        grid = current().size.grid
        side, above = (0, 0) if named else (grid * 2, grid)
        layout.setContentsMargins(side, above, side, above)
        layout.setSpacing(grid // 2)
        for part in (self.row, self.alike, self.asked, self.told):
            layout.addWidget(part)
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show the consent as this case has it."""
        self._consent = next((item for item in case.consents if item.id == self._consent.id), self._consent)
        consent = self._consent
        self.row.field.set_answer(consent.state)
        other = consents.told_before(case, consent)
        self.alike.setVisible(other is not None)
        if other is not None:
            words = _("As with the other consent: {details}").format(details=details(other))
            self.alike.setText(words.replace("&", "&&"))
        self._ask_about_the_day()
        self.told.setVisible(isinstance(consent.state, ConsentState))
        self.told.refresh()
        for form in self._forms:
            form.show_case(case)
        if self.scans is not None:
            self.scans.show_case(case)
        if self._forms:
            self._forms[-1].setVisible(consent.state is ConsentState.WITHDRAWN)

    def reveal(self, path: str) -> None:
        """Put the cursor in the question at a path of this consent, else in its answer."""
        if path.startswith(self._at) and path != self._at + "state":
            self.told.set_open(opened=True)
        found = (form.question(path) for form in self._forms)
        question = next((row for row in found if row is not None), self.row)
        question.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_row(self, consent: Consent) -> QuestionRow:
        purpose = consent.purpose
        field = field_for(self._at + "state", lambda: self._editor.case)
        field.set_answer(consent.state)
        field.edited.connect(self._answered)

        def help_line() -> str:
            if field.answer() in _NO:
                return after_no(purpose)
            said = (meaning(purpose), "" if field.answer() is ConsentState.GIVEN else after_no(purpose))
            return " ".join(part for part in said if part)

        if self._named:
            return QuestionRow(
                field,
                lambda: self._whose().replace("&", "&&"),
                self._of_all,
                spoken=lambda: f"{question(purpose)} – {self._whose()}",
            )
        return QuestionRow(field, lambda: question(purpose), help_line)

    def _whose(self) -> str:
        """Whose answer it is, above it."""
        name = whose_answer(self._editor.case, self._consent.person)
        return capital(name) if name else _("Somebody who is no longer in the file")

    def _of_all(self) -> str:
        """What an answer of all together still means."""
        if self._consent.person != EVERYBODY:
            return ""
        return _("Noted before each adult answered apart. It counts for each who has no answer of their own.")

    def _answered(self, state: object) -> None:
        consents.answer(self._editor, self._consent, state)  # type: ignore[arg-type]  # the field is of that enum
        self.show_case(self._editor.case)  # a yes that is a consent of its own leaves this one as it was
        if not details(self._consent) and self.alike.isHidden() and not self.told.isHidden():
            self.told.set_open(opened=True)

    def _ask_about_the_day(self) -> None:
        consent, today = self._consent, self._editor.today()
        if day_to_come(consent, today):
            self.asked.say("warn", lambda: day_to_come(consent, today))
        else:
            self.asked.hide()

    def _tell_alike(self) -> None:
        other = consents.told_before(self._editor.case, self._consent)
        if other is not None:
            consents.tell_alike(self._editor, self._consent, other)
            self.row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told_words(self) -> str:
        parts = (withdrawal(self._consent), details(self._consent))
        return " · ".join(part for part in parts if part) or _("When, in which language, signed?")

    def _make_details(self) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        self._forms = [QuestionForm(self._editor, self._at, rows) for rows in (_ROWS, ("withdrawn_on",))]
        for form in self._forms:
            layout.addWidget(form)
        self._forms[-1].setVisible(self._consent.state is ConsentState.WITHDRAWN)
        self.scans = ScanList(self._editor, self._consent.id, AttachmentKind.CONSENT)
        layout.addWidget(self.scans)
        return body
