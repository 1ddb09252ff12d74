"""The next handover: for whom, what stops it, what leaves and what stays, locked, made and saved."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.i18n import LANGUAGES, _, language
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import place_text
from loket_app.i18n.phrases_scans import drawn_text, sealed_text
from loket_app.services.complaints import Complaint
from loket_app.services.corrections import scans_of
from loket_app.services.desk import Desk
from loket_app.services.editing import CaseEditor
from loket_app.services.handing_over import Making, note
from loket_app.services.handover import Made, Passphrase, PublicKey, Refused, preview
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.case.pieces.handover_lock import HandoverLock
from loket_app.ui.case.pieces.handover_preview import HandoverPreview
from loket_app.ui.case.pieces.handover_stops import HandoverStops
from loket_app.ui.case.pieces.saving_package import save_package
from loket_app.ui.case.pieces.told_once import ToldOnce
from loket_app.ui.case.scan_viewer import ScanViewer
from loket_app.ui.fields.options import Options
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.shell import tab_order
from loket_app.ui.style import current
from loket_app.ui.summary.document_language import DocumentLanguage
from loket_app.ui.words import Text, Words


class HandoverForm(QWidget):
    """Nothing leaves by itself: the package is a file that the counsellor sends. Its record comes with the saving."""

    asked = Signal(str)

    def __init__(self, editor: CaseEditor, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._desk = editor, desk
        self._case, self._advice = editor.case, desk.advise(editor.case)
        self._recipient = Recipient.IOM
        self._corrects: Handover | None = None
        self._place = self._saved = ""
        self._screen = MainThread()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="handover")
        self.destroyed.connect(_stopping(self._pool, self._screen))
        self.recipients = Options([(who, _word(who)) for who in Recipient])
        self.stops, self.preview = HandoverStops(), HandoverPreview(editor)
        self.lock, self.language = HandoverLock(desk), DocumentLanguage(language() if language() in LANGUAGES else "nl")
        self.look = Button(lambda: _("See the application as it will leave"), "plain", "eye")
        self.make = Button(lambda: _("Make and &save"), "primary", "save")
        self.secret, self.told = ToldOnce(), InlineMessage()
        self._correcting = Text(lambda: _("This corrects the earlier handover: it becomes a new version."), "strong")
        self._lay_out()
        self._choose(self._recipient)

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Follow this case and its advice."""
        self._case, self._advice = case, advice
        self._follow_saved()
        self._follow_corrected()
        self._refresh()

    def _follow_saved(self) -> None:
        """Once the file that was saved here is noted as sent, or taken back, nothing is left to be said of it."""
        prepared = any(
            each.id == self._saved and each.state is HandoverState.PREPARED for each in self._editor.case.handovers
        )
        if self._saved and not prepared:
            self._saved = ""
            self.told.hide()

    def _follow_corrected(self) -> None:
        """What is corrected may have been taken back in the meantime; then this is a first one again, and it is said."""
        if self._corrects is None:
            return
        old = self._corrects.id
        self._corrects = next((each for each in self._editor.case.handovers if each.id == old), None)
        if self._corrects is None:
            self.told.say("warn", _gone)

    def correct(self, old: Handover) -> None:
        """Make a new version of an earlier handover."""
        self._corrects = old
        self._choose(old.recipient if known(old.recipient) else self._recipient)
        self.preview.scans.choose(scans_of(old))  # what left last time leaves again, unless somebody takes it out
        self.recipients.setFocus()

    def _lay_out(self) -> None:
        self.recipients.set_names(_("For whom"), "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid)
        row = FlowBox()
        for widget in (self.language, self.look, self.make):
            row.add(widget)
        parts = (self._correcting, self.recipients, self.stops, self.preview, self.lock, row, self.told, self.secret)
        for part in parts:
            column.addWidget(part)
        self.recipients.chosen.connect(self._chosen)
        self.stops.asked.connect(self.asked)
        self.preview.asked.connect(self.asked)
        self.preview.changed.connect(self._refresh)
        self.look.clicked.connect(self._look)
        self.make.clicked.connect(self._make)
        self.told.acted.connect(lambda: self.asked.emit(self._place))

    def _chosen(self, who: object, on: bool) -> None:
        """Another recipient is another handover; the same one pressed again changes nothing."""
        if on and isinstance(who, Recipient) and who is not self._recipient:
            self._corrects = None
            self._choose(who)
        else:
            self.recipients.show_value(self._recipient)

    def _choose(self, who: Recipient) -> None:
        self._recipient = who
        self.recipients.show_value(who)
        self.lock.show_recipient(who)
        self.told.hide()
        self._refresh()

    def _refresh(self) -> None:
        chosen = self.preview.chosen()
        log = self._editor.log
        found = preview(self._case, self._recipient, scans=chosen, advice=self._advice, log=log, clock=self._desk.clock)
        self.stops.show_stops(self._editor.case, found.stops)
        self.preview.show_preview(self._case, found, self._corrects)
        self._correcting.setVisible(self._corrects is not None)
        for part in (self.lock, self.language, self.look, self.make):
            part.setVisible(not found.stops)

    def _look_again(self) -> None:
        """The answers of this very moment: news of them may be on its way."""
        self.show_advice(self._editor.case, self._desk.advise(self._editor.case))

    def _look(self) -> None:
        """The application drawn from what would leave now, in a window of Loket; it never lies on a disk."""
        self._look_again()
        if self._stopped():
            return
        drawn: Future[bytes | None] = self._pool.submit(
            self._chosen_work(self.lock.key()).look, self._editor, self._desk.clock
        )
        ScanViewer("application/pdf", drawn, _as_it_leaves, self.window()).open()

    def _chosen_work(self, key: PublicKey | Passphrase) -> Making:
        chosen = self.preview.chosen()
        return Making(self._case, self._recipient, key, self._advice, self._corrects, self.language.code, chosen)

    def _make(self) -> None:
        """Beside the screen: a passphrase takes some seconds on purpose. From the answers of this very moment."""
        correcting = self._corrects is not None
        self._look_again()
        if self._stopped() or (correcting and self._corrects is None):
            return
        key = self.lock.key()
        self._rest(at_work=True)
        self.secret.forget()
        self._saved = ""
        self.told.say("info", lambda: _("Making the package …"))
        done = self._pool.submit(self._chosen_work(key).run, self._editor, self._desk.clock)
        self._screen.when_done(done, lambda made: self._keep(made, key), self._failed)

    def _rest(self, *, at_work: bool) -> None:
        """While a package is made nothing of it can be chosen otherwise."""
        for part in (self.recipients, self.preview.scans, self.lock, self.language, self.look, self.make):
            part.setEnabled(not at_work)

    def _keep(self, made: Made, key: PublicKey | Passphrase) -> None:
        self._rest(at_work=False)
        self.told.hide()
        if self._editor.case.revision != self._case.revision or self._stopped():
            self.told.say("error", _changed)
            return
        try:
            saved = save_package(made.package, made.file_name, self)
        except Complaint as complaint:
            words = complaint.one_line
            self.told.say("error", lambda: _("Not saved, and nothing was recorded. {why}").format(why=words))
            return
        if saved is None or not self._is_noted(made.record, saved):
            return
        if isinstance(key, Passphrase):
            self.secret.show_secret(key.text)  # first of all: the file is of no use without it
        self.told.say("ok", lambda: "\n".join((_saved(), *map(sealed_text, made.sealed), *map(drawn_text, made.drawn))))
        self._saved = made.record.id
        QTimer.singleShot(0, self.secret, self._show_told)

    def _stopped(self) -> bool:
        """Whether the answers of now stop a handover."""
        case = self._editor.case
        return bool(preview(case, self._recipient, advice=self._desk.advise(case), clock=self._desk.clock).stops)

    def _show_told(self) -> None:
        """In sight, once the new card above has its place."""
        tab_order.bring_in_sight(self.secret if self.secret.isVisible() else self.told)

    def _is_noted(self, record: Handover, saved: Path) -> bool:
        """Note a package that was saved. While its place was asked the case may have changed: then it goes again."""
        if self._editor.case.revision != self._case.revision:
            saved.unlink(missing_ok=True)
            self.told.say("error", _changed)
            return False
        try:
            note(self._editor, record)
        except Exception:
            saved.unlink(missing_ok=True)  # a file that nobody knows of can't be corrected, nor called back
            raise
        self._corrects = None
        self._refresh()
        return True

    def _failed(self, error: BaseException) -> None:
        self._rest(at_work=False)
        self.told.hide()
        if not isinstance(error, Refused):
            our_fault(error)
        else:
            self._complain(error)

    def _complain(self, refused: Refused) -> None:
        """What is in the way, where it stands, and a way there when it is a question."""
        words = " ".join(part for part in (refused.why, refused.remedy) if part)
        where = _question(self._editor.case, refused.place)
        self._place = refused.place
        if where:
            self.told.say("error", lambda: f"{where}. {words}", lambda: _("Go to the question"))
        else:
            self.told.say("error", lambda: words)


def _question(case: Case, path: str) -> str:
    """The name of a question at a path; nothing when it is none."""
    try:
        return place_text(case, path)
    except (KeyError, ValueError):
        return ""


def _word(who: Recipient) -> Words:
    return lambda: capital(label(who))


def _as_it_leaves() -> str:
    return _("The application as it will leave")


def _changed() -> str:
    return _(
        "Not saved, and nothing was recorded: answers changed while the package was made. Look, and make it again."
    )


def _gone() -> str:
    return _("The handover that this would correct was taken back. What you make now is a new handover.")


def _saved() -> str:
    return _("Saved, and recorded above. Loket sends nothing itself: send or bring the file, then press Sent.")


def _stopping(pool: ThreadPoolExecutor, screen: MainThread) -> Callable[[], None]:
    def stop() -> None:
        screen.close()
        pool.shutdown(wait=False, cancel_futures=True)

    return stop
