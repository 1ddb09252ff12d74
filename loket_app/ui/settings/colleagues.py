"""Colleagues: who can unlock this store, letting somebody in, keeping somebody out."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.i18n.phrases_accounts import let_in_text
from loket_app.services.colleagues import Colleagues
from loket_app.services.entrance_problems import EntranceProblem
from loket_app.ui.background import MainThread
from loket_app.ui.entrance.problem_note import ProblemNote
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.folding import Folding
from loket_app.ui.settings.new_colleague import NewColleague
from loket_app.ui.settings.take_access import TakeAccess
from loket_app.ui.style import current
from loket_app.ui.words import Text


class ColleaguesForm(QWidget):
    """Everybody with a button beside it, and a form to add one. Keys are derived beside the screen."""

    def __init__(self, people: Colleagues, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people, self._screen = people, screen
        self._said = ""
        self.add = Folding(lambda: _("Add a colleague"), self._new_form)
        self.taking = TakeAccess()
        self.problem, self.done = ProblemNote(self), Text(self._done_words, "ok")
        self._list = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        for part in (
            Text(_why, "muted"),
            Text(_guards, "muted"),
            self._list,
            self.taking,
            self.add,
            self.problem,
            self.done,
        ):
            self._layout.addWidget(part)
        self.taking.hide()
        self.done.hide()
        self.taking.agreed.connect(self._take)
        self.refresh()

    def refresh(self) -> None:
        """Show who can unlock now."""
        old, self._list = self._list, QWidget()
        rows = QVBoxLayout(self._list)
        rows.setContentsMargins(0, 0, 0, 0)
        for login in self._people.logins:
            rows.addWidget(self._row(login))
        self._layout.replaceWidget(old, self._list)
        old.deleteLater()

    def _row(self, login: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._who(login), 1)
        if login != self._people.oneself:
            take = Button(lambda: _("Take access away"), "quiet")
            take.setAccessibleName(_("Take access of {name} away").format(name=self._name(login)))
            take.clicked.connect(lambda: self.taking.ask(login, self._name(login)))
            row.addWidget(take)
        return made

    def _who(self, login: str) -> QWidget:
        """The name, and below it who let them in."""
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(Text(lambda: self._name(login)))
        lines.addWidget(Text(lambda: self._let_in(login), "muted"))
        return made

    def _let_in(self, login: str) -> str:
        return let_in_text(login, self._people.account(login), lambda by: self._people.names.get(by, by))

    def _name(self, login: str) -> str:
        name = self._people.names.get(login, login)
        words = login if name == login else f"{name} ({login})"
        return _("{name}: you").format(name=words) if login == self._people.oneself else words

    def _new_form(self) -> NewColleague:
        form = NewColleague()
        form.agreed.connect(self._add)
        return form

    def _add(self, own: str, login: str, name: str, passphrase: str) -> None:
        words = _("{name} can unlock Loket now. Give the passphrase in person; it can be changed under Settings.")
        self._do(lambda: self._people.add(own, login, name, passphrase), words.format(name=name or login))

    def _take(self, own: str, login: str) -> None:
        words = _("{name} can't unlock Loket any more. A copy of the folder from before still opens.")
        self._do(lambda: self._people.remove(own, login), words.format(name=self._people.names.get(login, login)))

    def _do(self, work: Callable[[], None], words: str) -> None:
        self.done.hide()
        self.problem.tell(None)
        self._enable(on=False)
        pool = ThreadPoolExecutor(1, thread_name_prefix="colleague")
        done = pool.submit(work)
        pool.shutdown(wait=False)
        self._screen.when_done(done, lambda _nothing: self._finish(words), self._fail)

    def _finish(self, words: str) -> None:
        self._enable(on=True)
        self._said = f"✓ {words}"
        self.done.refresh()
        self.done.show()
        self.taking.hide()
        if isinstance(self.add.body, NewColleague):
            self.add.body.clear()
        self.add.set_open(opened=False)
        self.refresh()

    def _fail(self, error: BaseException) -> None:
        self._enable(on=True)
        if not isinstance(error, EntranceProblem):
            raise error
        self.problem.tell(error)

    def _enable(self, *, on: bool) -> None:
        for part in (self._list, self.taking, self.add):
            part.setEnabled(on)

    def _done_words(self) -> str:
        return self._said


def _guards() -> str:
    return _(
        "That catches a slip. It does not stop one person who holds two passphrases: let in only people whom you know."
    )


def _why() -> str:
    return _(
        "Everybody who works here unlocks Loket with a passphrase of their own. "
        "A figure of this desk counts only when a second person has confirmed it."
    )
