"""Coming in: what the windows before the cases and `loket store` do. Nothing encrypted is opened before this.

A profile is a folder with `keys.json` (who can open), `loket.db` (the cases) and `loket.lock` (one Loket at a time).
Every function raises an EntranceProblem, with words for the person, and then has changed nothing.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from loket_app.disk import settle_folder
from loket_app.i18n import LANGUAGES
from loket_app.security import errors as security
from loket_app.security.files import write_private
from loket_app.security.instance import InstanceLock
from loket_app.security.keyfile import (
    KeyFile,
    add_user,
    change_passphrase,
    create_slots,
    remove_user,
    unlock,
    unlock_with_recovery,
)
from loket_app.security.keyfile_io import KEY_FILE_NAME, load_keys, save_keys
from loket_app.security.recovery_code import new_recovery_code
from loket_app.security.slots import clean_login
from loket_app.services import entrance_problems as problems
from loket_app.services.entrance_failures import in_words

if TYPE_CHECKING:
    from loket_app.domain.case import Desk
    from loket_app.storage.store import Store
    from loket_app.storage.thread import DatabaseThread

DATABASE_NAME = "loket.db"
_UNFINISHED_NAME = "unfinished.db"
_LANGUAGE_NAME = "language"


@dataclass(frozen=True)
class Fresh:
    """Nothing is here yet: the first-run assistant may begin."""


@dataclass(frozen=True)
class Ready:
    """A store that these people can unlock, in the order in which they were added."""

    logins: tuple[str, ...]


ProfileState: TypeAlias = Fresh | Ready | problems.EntranceProblem


@dataclass(frozen=True)
class SetUp:
    """What the first start asks. A `recovery_code` that was shown or printed stays the code of the store."""

    login: str
    passphrase: str = field(repr=False)
    desk: Desk
    counsellor: str
    language: str
    recovery_code: str = field(repr=False, default_factory=new_recovery_code)


@dataclass
class Opened:
    """The cases, open for `login`, on their own thread: `opened.database.submit(work)`. Who keeps it closes it."""

    profile: Path
    login: str
    database: DatabaseThread
    _keys: KeyFile = field(repr=False)
    _lock: InstanceLock = field(repr=False)

    def check(self, passphrase: str) -> None:
        """For the lock screen: raises WrongPassphrase. Asks the slots read at unlocking, not a file changed since."""
        with in_words(self.profile):
            unlock(self._keys, self.login, passphrase)

    def change_passphrase(self, old: str, new: str) -> None:
        """Raises WrongPassphrase, WeakPassphrase, and what a disk can do."""
        with in_words(self.profile):
            key = unlock(self._keys, self.login, old)
            _demand_strength(new, (self.login,))
            self._replace(change_passphrase(self._keys, key, self.login, new))

    @property
    def logins(self) -> tuple[str, ...]:
        """Who can unlock this store, in the order in which they were added."""
        return self._keys.logins

    def add_colleague(self, own: str, login: str, passphrase: str, about: tuple[str, ...] = ()) -> None:
        """Let somebody else in, with one's own passphrase at hand: only that opens the key.

        Raises WrongPassphrase, BadLogin, LoginTaken, WeakPassphrase, and what a disk can do.
        """
        with in_words(self.profile):
            key = unlock(self._keys, self.login, own)
            clean_login(login)
            _demand_strength(passphrase, (login, *about))
            self._replace(add_user(self._keys, key, login, passphrase))

    def remove_colleague(self, own: str, login: str) -> None:
        """Let somebody in no more. Raises WrongPassphrase, UnknownLogin, NotOneself, and what a disk can do."""
        with in_words(self.profile):
            unlock(self._keys, self.login, own)
            if self._keys.slot(login).login == self.login:
                raise problems.NotOneself
            self._replace(remove_user(self._keys, login))

    def _replace(self, keys: KeyFile) -> None:
        save_keys(self.profile / KEY_FILE_NAME, keys)
        self._keys = keys

    def close(self) -> None:
        """Save what waits, close the cases, let another Loket in."""
        self.database.close()
        self._lock.release()


def default_profile() -> Path:
    """The folder of this user on this machine."""
    from platformdirs import user_data_path

    return user_data_path("Loket", appauthor=False)


def is_login(login: str) -> bool:
    """Whether it may name somebody on the unlock window."""
    try:
        clean_login(login)
    except security.BadLogin:
        return False
    return True


def screen_language(profile: Path) -> str | None:
    """The language that the first window speaks: it is readable on the disk, as it is needed before the key."""
    try:
        kept = (profile / _LANGUAGE_NAME).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return kept if kept in LANGUAGES else None


def remember_language(profile: Path, lang: str) -> None:
    """Keep the language for the next start; on a disk that takes nothing, silently not."""
    with contextlib.suppress(OSError):
        write_private(profile / _LANGUAGE_NAME, lang.encode())


def profile_state(profile: Path) -> ProfileState:
    """What the first window has to be. Changes nothing but an empty lock file in a folder that exists."""
    try:
        with in_words(profile):
            return _state(profile)
    except problems.EntranceProblem as problem:
        return problem


def create_store(profile: Path, setup: SetUp) -> Opened:
    """Make the key, its slots and an empty store, and open it. Either everything is there afterwards or nothing.

    Raises BadLogin, WeakPassphrase, StoreExists, and the problems of a folder or a disk.
    """
    with in_words(profile):
        clean_login(setup.login)
        _demand_strength(setup.passphrase, (setup.login, setup.counsellor, setup.desk.name))
        profile.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _held(profile) as lock:
            _demand_fresh(profile)
            keys, key = _make(profile, setup)
            remember_language(profile, setup.language)
            return Opened(profile, keys.logins[0], _open(profile, key), keys, lock)


def open_store(profile: Path, login: str, passphrase: str) -> Opened:
    """Unlock with a passphrase. Raises WrongPassphrase, UnknownLogin, and whatever keeps a store closed."""
    with in_words(profile), _ready(profile) as (lock, keys):
        key = unlock(keys, login, passphrase)
        return Opened(profile, keys.slot(login).login, _open(profile, key), keys, lock)


def open_with_recovery(profile: Path, login: str, code: str, new_passphrase: str) -> Opened:
    """Unlock with the code on the sheet and give `login` a new passphrase; the sheet stays valid.

    Raises MistypedCode, UnfinishedCode, WrongCode, WeakPassphrase, UnknownLogin, and whatever keeps a store closed.
    """
    with in_words(profile), _ready(profile) as (lock, keys):
        key = unlock_with_recovery(keys, code)
        _demand_strength(new_passphrase, (login,))
        renewed = change_passphrase(keys, key, login, new_passphrase)
        database = _open(profile, key)
        try:
            save_keys(profile / KEY_FILE_NAME, renewed)
        except BaseException:
            database.close()
            raise
        return Opened(profile, renewed.slot(login).login, database, renewed, lock)


def _state(profile: Path) -> ProfileState:
    if not profile.exists():
        _demand_writable(next(folder for folder in profile.absolute().parents if folder.exists()))
        return Fresh()
    with InstanceLock(profile):
        _demand_writable(profile)
        if not _anything_in(profile):
            return Fresh()
        return Ready(_read_keys(profile).logins)


def _anything_in(profile: Path) -> bool:
    return any((profile / name).exists() for name in (KEY_FILE_NAME, DATABASE_NAME))


def _demand_writable(folder: Path) -> None:
    """Raise the OSError of a folder that takes no new file. Leaves nothing."""
    with tempfile.TemporaryFile(dir=folder):
        pass


def _demand_fresh(profile: Path) -> None:
    if _anything_in(profile):
        raise problems.StoreExists(profile)


def _demand_strength(passphrase: str, about: tuple[str, ...]) -> None:
    from loket_app.services.passphrases import judge_passphrase  # noqa: PLC0415 - late: an ordinary morning makes none

    judged = judge_passphrase(passphrase, about)
    if not judged.suffices:
        raise problems.WeakPassphrase(advice=judged.advice)


@contextlib.contextmanager
def _held(profile: Path) -> Iterator[InstanceLock]:
    """Hold the profile; an error lets it go."""
    lock = InstanceLock(profile)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


@contextlib.contextmanager
def _ready(profile: Path) -> Iterator[tuple[InstanceLock, KeyFile]]:
    """Hold a profile that has a store."""
    if not profile.exists():
        raise problems.NoStore(profile)
    with _held(profile) as lock:
        if not _anything_in(profile):
            raise problems.NoStore(profile)
        _demand_writable(profile)
        yield lock, _read_keys(profile)


def _read_keys(profile: Path) -> KeyFile:
    """The slots of a whole profile: both files are there."""
    keys, database = profile / KEY_FILE_NAME, profile / DATABASE_NAME
    if not keys.exists():
        raise problems.MissingKeys(keys)
    if not database.exists() and not (profile / _UNFINISHED_NAME).exists():
        raise problems.MissingStore(database)
    return load_keys(keys)


def _make(profile: Path, setup: SetUp) -> tuple[KeyFile, bytes]:
    """The database under another name, then its keys, then its name: a power cut leaves nothing or all of it."""
    from loket_app.storage.store import Store  # noqa: PLC0415 - late: 300 ms that the first window does not wait for

    unfinished = profile / _UNFINISHED_NAME
    _remove(unfinished)
    keys, key, _code = create_slots(setup.login, setup.passphrase, setup.recovery_code)
    try:
        _fill(Store.create(unfinished, key), keys.logins[0], setup)
        save_keys(profile / KEY_FILE_NAME, keys)
        _finish(profile)
    except BaseException:
        _remove(unfinished)
        (profile / KEY_FILE_NAME).unlink(missing_ok=True)
        raise
    return keys, key


def _finish(profile: Path) -> None:
    """Give a database that waits for it its name: also after a power cut at that very moment."""
    unfinished, database = profile / _UNFINISHED_NAME, profile / DATABASE_NAME
    if unfinished.exists() and not database.exists():
        unfinished.replace(database)
        settle_folder(profile)


def _fill(store: Store, login: str, setup: SetUp) -> None:
    from loket_app.services.account_acts import keep_first  # noqa: PLC0415 - late: it brings the whole store
    from loket_app.services.clock import Clock  # noqa: PLC0415 - the same
    from loket_app.services.desk_profile import (  # noqa: PLC0415 - late: the whole case, which no first window needs
        DeskProfile,
        save_counsellor_name,
        save_desk_profile,
    )

    try:
        save_desk_profile(store, DeskProfile(setup.desk))
        save_counsellor_name(store, login, setup.counsellor)
        keep_first(store, login, setup.counsellor, Clock())
    finally:
        store.close()


def _open(profile: Path, key: bytes) -> DatabaseThread:
    from loket_app.storage.store import Store  # noqa: PLC0415 - late: 300 ms that the first window does not wait for
    from loket_app.storage.thread import DatabaseThread  # noqa: PLC0415 - the same

    _finish(profile)
    database = DatabaseThread(lambda: Store.open(profile / DATABASE_NAME, key))
    try:
        database.opened.result()
    except BaseException:
        database.close()
        raise
    return database


def _remove(database: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        database.with_name(database.name + end).unlink(missing_ok=True)
