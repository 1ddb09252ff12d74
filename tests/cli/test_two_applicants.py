"""A case with two applicants, as an earlier Loket could keep it: its own file comes back, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from loket_app.domain.case import Case
from loket_app.domain.person import Person, Relation
from loket_app.exchange.casefile import read_case
from loket_app.services import entrance
from loket_app.services.store import load_cases
from loket_app.storage.store import Store
from tests.at_work import NOW
from tests.cli.conftest import PASSPHRASE, Loket
from tests.documents.cases import EMPTY

TWO = replace(
    EMPTY,
    id="two",
    household=(Person("a", Relation.APPLICANT), Person("b", Relation.APPLICANT), Person("c", Relation.CHILD)),
)


def test_its_own_file_is_read_advised_on_and_taken_in_again(
    loket: Loket, store: Path, secret: Path, tmp_path: Path
) -> None:
    keys = ("--passphrase-file", secret)
    _kept(store, TWO)
    assert loket("store", "export", "--profile", store, *keys, "-o", tmp_path / "out").code == 0
    (file,) = (tmp_path / "out").iterdir()
    assert read_case(file) == TWO
    assert loket("check", file).code == 0
    other = tmp_path / "other"
    assert loket("store", "init", "--profile", other, *keys, "--desk", "BRU").code == 0
    said = loket("store", "import", file, "--profile", other, *keys)
    assert (said.code, said.err) == (0, "")
    assert _held(other) == (TWO,)


def _kept(profile: Path, case: Case) -> None:
    """Put a case in as it is: the screen of today would not let it come so far."""
    (login,) = _logins(profile)

    def put(store: Store) -> None:
        with store.work() as work:
            work.cases.add(case, login, NOW)
            work.commit()

    opened = entrance.open_store(profile, login, PASSPHRASE)
    try:
        opened.database.submit(put).result()
    finally:
        opened.close()


def _held(profile: Path) -> tuple[Case, ...]:
    (login,) = _logins(profile)
    opened = entrance.open_store(profile, login, PASSPHRASE)
    try:
        return load_cases(opened)
    finally:
        opened.close()


def _logins(profile: Path) -> tuple[str, ...]:
    state = entrance.profile_state(profile)
    assert isinstance(state, entrance.Ready)
    return state.logins
