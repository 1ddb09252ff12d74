"""What one does to the desk's own figures, and what came of it: the store works beside the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from loket_app.domain.layer import Pack, Proposal
from loket_app.domain.looks import value_mark
from loket_app.domain.pack_preview import PackLine
from loket_app.domain.tables import Row
from loket_app.i18n import N_, _
from loket_app.i18n.phrases_layer import written_text
from loket_app.services.casefile import CaseFileError
from loket_app.services.complaints import Complaint
from loket_app.services.own_figures import OwnFigures
from loket_app.services.saving import why_not_done
from loket_app.ui.background import MainThread
from loket_app.ui.kit.tones import Tone


class OwnWork(QObject):
    """Emits `changed` when other figures count or wait, `told` with a tone and words.

    `offered` is the rules pack that was looked at and not taken over yet; `drafts` is what was typed about looking at a
    value again, by figure and value, and not kept yet.
    """

    changed = Signal()
    told = Signal(str, object)
    looked = Signal()

    def __init__(
        self,
        figures: OwnFigures,
        people: Callable[[], Mapping[str, str]],
        screen: MainThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.figures, self._people, self._screen = figures, people, screen
        self.drafts: dict[tuple[str, str], tuple[str, str, str]] = {}
        self.offered: tuple[Path, Pack, tuple[PackLine, ...]] | None = None

    def name(self, login: str, desk: str = "") -> str:
        """Somebody of this desk by name; of another one by the login that came with the figure."""
        return login if desk not in ("", self.figures.desk) else self._people().get(login, login)

    def propose(self, said: Proposal, done: Callable[[], object]) -> None:
        """Enter a value; `done` when it is kept."""
        words = N_("Kept. It counts as soon as a second person confirms it.")
        self._do(self.figures.propose(said), words, done)

    def confirm(self, key: str) -> None:
        """Have it count."""
        self._do(self.figures.confirm(key), N_("Confirmed: from now on the advice counts with it."))

    def reject(self, key: str, why: str) -> None:
        """Refuse it, or take back one's own."""
        self._do(self.figures.reject(key, why), N_("It will not count."))

    def withdraw(self, key: str, why: str) -> None:
        """Have it count no longer."""
        self._do(self.figures.withdraw(key, why), N_("Withdrawn: it counts no longer."))

    def give(self, target: Path) -> None:
        """Write a rules pack."""
        try:
            count = self.figures.export(target)
        except (Complaint, CaseFileError) as error:
            self._fail(error)
            return
        looks = len(self.figures.looks_to_give)
        self.told.emit("ok", lambda: written_text(count, looks, target.name))

    def look_at(self, file: Path) -> None:
        """Look at a rules pack; nothing changes."""
        self.offered = None
        try:
            self.offered = (file, *self.figures.look_at(file))
        except (Complaint, CaseFileError) as error:
            self._fail(error)
        self.looked.emit()

    def forget(self) -> None:
        """Leave the pack that was looked at."""
        self.offered = None
        self.looked.emit()

    def take_over(self, *, theirs: bool) -> None:
        """Take over what is new in the pack that was looked at."""
        if self.offered is not None:
            words = N_("Taken over. It can be taken back as a whole.")
            self._do(self.figures.take_over(self.offered[1], theirs=theirs), words, self.forget)

    def undo_import(self, key: str) -> None:
        """Take a pack back."""
        self._do(self.figures.undo_import(key), N_("Taken back: what counted before counts again."))

    def look_again(self, figure: str, row: Row, title: str, link: str, published: date | None) -> None:
        """Keep that a value is still right."""
        work = self.figures.look_again(figure, row, title, link, published)
        done = N_("Kept: checked today, and still right.")
        self._do(work, done, lambda: self.drafts.pop((figure, value_mark(row)), None))

    def _do(self, work: Future[None], words: str, done: Callable[[], object] | None = None) -> None:
        def well(_nothing: None) -> None:
            if done is not None:
                done()
            self.told.emit("ok", lambda: _(words))
            self.changed.emit()

        self._screen.when_done(work, well, self._fail)

    def _fail(self, error: BaseException) -> None:
        line = why_not_done(error)
        if line is None:
            raise error
        tone: Tone = "error"
        self.told.emit(tone, lambda: line)
