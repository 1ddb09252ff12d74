"""Who can unlock this store: colleagues with a passphrase of their own, and the names behind their logins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from typing import Protocol, TypeVar

from loket_app.domain.accounts import Account, AccountAct, AccountActKind, account_of
from loket_app.services.account_acts import keep_act
from loket_app.services.clock import Clock
from loket_app.services.desk_profile import counsellor_name, save_counsellor_name
from loket_app.services.entrance import Opened
from loket_app.services.entrance_failures import in_words
from loket_app.services.entrance_problems import LoginStands
from loket_app.storage.store import Store

R = TypeVar("R")


class Submit(Protocol):
    """Has work done where the store lives."""

    def __call__(self, work: Callable[[Store], R], /) -> Future[R]:
        """Have it done."""


class Colleagues:
    """The people of one store. Adding and removing derive keys, which takes its time: not on the screen's thread."""

    def __init__(
        self, opened: Opened, submit: Submit, acted: Callable[[], Iterable[str]] = tuple, clock: Clock | None = None
    ) -> None:
        """`acted` gives the logins under which somebody did something to the desk's own figures."""
        self._opened, self._submit, self._acted, self._clock = opened, submit, acted, clock or Clock()
        self._names: dict[str, str] = {}
        self._acts: tuple[AccountAct, ...] = ()

    def load(self, store: Store, more: Iterable[str] = ()) -> None:
        """Read the names behind the logins; `more` are logins of who left, and still stands with a figure."""
        with store.reading() as unit:
            self._acts = unit.account_acts.all()
        for login in dict.fromkeys((*self._opened.logins, *(act.by for act in self._acts), *more)):
            self._names[login] = counsellor_name(store, login)

    @property
    def logins(self) -> tuple[str, ...]:
        """Who can unlock, in the order in which they were added."""
        return self._opened.logins

    @property
    def oneself(self) -> str:
        """Who unlocked."""
        return self._opened.login

    @property
    def names(self) -> Mapping[str, str]:
        """What they are called."""
        return self._names

    def account(self, login: str) -> Account | None:
        """Who let somebody in, and when; None where that was not kept."""
        return account_of(login, self._acts)

    def add(self, own: str, login: str, name: str, passphrase: str) -> None:
        """Let somebody in, and keep who did: both or neither. A login that stands with a figure stays with who had it.

        Raises WrongPassphrase, BadLogin, LoginTaken, LoginStands, WeakPassphrase, and what a disk can do.
        """
        wanted = login.strip().casefold()
        former = {each.casefold() for each in self._acted()} - {each.casefold() for each in self.logins}
        if wanted in former:
            raise LoginStands(login=login.strip())
        self._opened.add_colleague(own, login, passphrase, (name,))
        kept = self._opened.logins[-1]
        try:
            self._tell(kept, name)
        except BaseException:
            self._opened.remove_colleague(own, kept)
            raise

    def remove(self, own: str, login: str) -> None:
        """Let somebody in no more. Raises WrongPassphrase, NotOneself, and what a disk can do.

        Who did it may not be kept on a disk that is full: they stay out all the same.
        """
        self._opened.remove_colleague(own, login)
        self._keep(AccountActKind.REMOVED, login)

    def _tell(self, login: str, name: str) -> None:
        """Keep what a new colleague is called, and who let them in."""
        with in_words(self._opened.profile):
            self._submit(lambda store: save_counsellor_name(store, login, name)).result()
        self._names[login] = name.strip() or login
        self._keep(AccountActKind.ADDED, login)

    def _keep(self, kind: AccountActKind, login: str) -> None:
        """Keep in the store who did it, and when."""
        name = self._names.get(login, login)
        act = AccountAct(self._clock.new_id(), self._clock.now(), self.oneself, kind, login, name)
        with in_words(self._opened.profile):
            self._submit(lambda store: keep_act(store, act)).result()
        self._acts = (*self._acts, act)
