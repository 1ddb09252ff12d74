"""`loket store`: make, fill, read and check a store."""

from __future__ import annotations

import getpass
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from loket_app.cli import output, passphrase, store_answers
from loket_app.i18n import _, language
from loket_app.services import store
from loket_app.services.casefile import read_case
from loket_app.services.complaints import Complaint
from loket_app.services.documents import make_folder
from loket_app.services.entrance import (
    DATABASE_NAME,
    Ready,
    SetUp,
    create_store,
    default_profile,
    open_store,
    profile_state,
)
from loket_app.services.entrance_problems import DamagedInside, EntranceProblem, NoStore, StoreExists

if TYPE_CHECKING:
    from loket_app.services.entrance import Opened


def run(chosen: Namespace) -> int:
    """Do one of the actions."""
    chosen.profile = getattr(chosen, "profile", None) or default_profile()
    code = _ACTIONS[chosen.action](chosen)
    passphrase.warn_of_readers(chosen)
    return code


def _init(chosen: Namespace) -> int:
    if isinstance(profile_state(chosen.profile), Ready):
        raise StoreExists(chosen.profile)
    login = chosen.login or _own_login()
    words = passphrase.asked(chosen, twice=True)
    setup = SetUp(login, words, chosen.desk, chosen.counsellor or login, language())
    create_store(chosen.profile, setup).close()
    return tell(chosen, store_answers.made(chosen.profile, setup))


def _import(chosen: Namespace) -> int:
    named = {str(file): read_case(file) for file in chosen.cases}  # a mistake is told before a passphrase is typed
    with opened_store(chosen) as opened:
        store.add_cases(opened, named)
    return tell(chosen, store_answers.brought(tuple(named.values())))


def _export(chosen: Namespace) -> int:
    with opened_store(chosen) as opened:
        cases = store.load_cases(opened, chosen.numbers)
    make_folder(chosen.out)
    return tell(chosen, store_answers.written(store.export_files(cases, chosen.out, force=chosen.force)))


def _list(chosen: Namespace) -> int:
    with opened_store(chosen) as opened:
        rows = store.list_cases(opened)
    return tell(chosen, store_answers.listed(rows))


def _verify(chosen: Namespace) -> int:
    with opened_store(chosen) as opened:
        found = store.verify(opened)
    tell(chosen, store_answers.verified(found))
    if found.sound:
        return 0
    if all(finding.fault is store.Fault.UNREADABLE_FIGURE for finding in found.findings):
        why = _("Something that was entered for the desk's own figures can't be read; all cases are whole.")
        raise Complaint(chosen.profile, why, _("See under Rates and rules what it was, and enter it again."))
    raise DamagedInside(chosen.profile / DATABASE_NAME)


def _stats(chosen: Namespace) -> int:
    with opened_store(chosen) as opened:
        counts, scans = store.stats(opened), store.scans(opened)
    return tell(chosen, store_answers.counted(counts, scans))


_ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "init": _init,
    "import": _import,
    "export": _export,
    "list": _list,
    "verify": _verify,
    "stats": _stats,
}


@contextmanager
def opened_store(chosen: Namespace) -> Iterator[Opened]:
    """The store, unlocked, as long as the work lasts."""
    login = _login(chosen.profile, chosen.login)
    opened = open_store(chosen.profile, login, passphrase.asked(chosen))
    try:
        yield opened
    finally:
        opened.close()


def _login(profile: Path, asked_for: str) -> str:
    """Who unlocks: the one that was named, or the only one there is."""
    state = profile_state(profile)
    if isinstance(state, EntranceProblem):
        raise state
    if not isinstance(state, Ready):
        raise NoStore(profile)
    if asked_for or len(state.logins) == 1:
        return asked_for or state.logins[0]
    why = _("This store has several users.")
    raise Complaint("--login", why, _("Name one of them: {logins}.").format(logins=", ".join(state.logins)))


def _own_login() -> str:
    """This user's name on the machine, as far as it can be a login."""
    try:
        name = "".join(sign for sign in getpass.getuser() if sign.isalnum())[:24]
    except (OSError, KeyError):
        name = ""
    return name or "loket"


def tell(chosen: Namespace, answer: store_answers.Answer) -> int:
    """Print the answer in the form that was asked for."""
    if chosen.json:
        output.document(answer.document)
    else:
        for text in answer.lines:
            output.line(text)
    return 0
