"""Who can unlock this store: colleagues with a passphrase of their own, and the names behind their logins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from typing import Protocol, TypeVar

from loket_app.services.desk_profile import counsellor_name, save_counsellor_name
from loket_app.services.entrance import Opened
from loket_app.services.entrance_problems import LoginStands
from loket_app.storage.store import Store

R = TypeVar("R")


class Submit(Protocol):
    """Has work done where the store lives."""

    def __call__(self, work: Callable[[Store], R], /) -> Future[R]:
        """Have it done."""


class Colleagues:
    """The people of one store. Adding and removing derive keys, which takes its time: not on the screen's thread."""

    def __init__(self, opened: Opened, submit: Submit, acted: Callable[[], Iterable[str]] = tuple) -> None:
        """`acted` gives the logins under which somebody did something to the desk's own figures."""
        self._opened, self._submit, self._acted = opened, submit, acted
        self._names: dict[str, str] = {}

    def load(self, store: Store, more: Iterable[str] = ()) -> None:
        """Read the names behind the logins; `more` are logins of who left, and still stands with a figure."""
        for login in dict.fromkeys((*self._opened.logins, *more)):
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

    def add(self, own: str, login: str, name: str, passphrase: str) -> None:
        """Let somebody in. A login that stands with a figure stays with who had it.

        Raises WrongPassphrase, BadLogin, LoginTaken, LoginStands, WeakPassphrase, and what a disk can do.
        """
        wanted = login.strip().casefold()
        former = {each.casefold() for each in self._acted()} - {each.casefold() for each in self.logins}
        if wanted in former:
            raise LoginStands(login=login.strip())
        self._opened.add_colleague(own, login, passphrase, (name,))
        kept = self._opened.logins[-1]
        self._names[kept] = name.strip() or kept
        self._submit(lambda store: save_counsellor_name(store, kept, name)).result()

    def remove(self, own: str, login: str) -> None:
        """Let somebody in no more. Raises WrongPassphrase, NotOneself, and what a disk can do."""
        self._opened.remove_colleague(own, login)
