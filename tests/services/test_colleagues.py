"""A second person at the store: added with one's own passphrase at hand, kept out again, never oneself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from loket_app.services import entrance_problems as problems
from loket_app.services.colleagues import Colleagues
from loket_app.services.entrance import Opened, Ready, open_store, profile_state
from loket_app.storage.errors import DiskFull
from tests.at_work import PASSPHRASE, make_profile, unlock

OTHER = "acht paarden in de gang"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed profile. For copying: a key takes its time."""
    return make_profile(tmp_path_factory.mktemp("colleagues"))


@pytest.fixture
def opened(made: Path, tmp_path: Path) -> Iterator[Opened]:
    found = unlock(Path(shutil.copytree(made, tmp_path / "profile")))
    yield found
    found.close()


def test_a_colleague_unlocks_the_same_store_with_a_passphrase_of_their_own(opened: Opened) -> None:
    opened.add_colleague(PASSPHRASE, "BD", OTHER)
    assert opened.logins == ("AV", "BD")
    opened.close()
    assert profile_state(opened.profile) == Ready(("AV", "BD"))
    theirs = open_store(opened.profile, "bd", OTHER)
    assert theirs.login == "BD"
    theirs.close()


@pytest.mark.parametrize(
    ("own", "login", "passphrase", "problem"),
    [
        ("not mine", "BD", OTHER, problems.WrongPassphrase),
        (PASSPHRASE, "av", OTHER, problems.LoginTaken),
        (PASSPHRASE, "B D", OTHER, problems.BadLogin),
        (PASSPHRASE, "BD", "kort", problems.WeakPassphrase),
    ],
)
def test_who_cannot_be_added_changes_nothing(
    opened: Opened, own: str, login: str, passphrase: str, problem: type[problems.EntranceProblem]
) -> None:
    before = (opened.profile / "keys.json").read_bytes()
    with pytest.raises(problem):
        opened.add_colleague(own, login, passphrase)
    assert (opened.profile / "keys.json").read_bytes() == before
    assert opened.logins == ("AV",)


def test_who_leaves_the_desk_unlocks_nothing_any_more(opened: Opened) -> None:
    opened.add_colleague(PASSPHRASE, "BD", OTHER)
    with pytest.raises(problems.WrongPassphrase):
        opened.remove_colleague("not mine", "BD")
    with pytest.raises(problems.NotOneself):
        opened.remove_colleague(PASSPHRASE, "av")
    opened.remove_colleague(PASSPHRASE, "bd")
    opened.close()
    with pytest.raises(problems.UnknownLogin):
        open_store(opened.profile, "BD", OTHER)


def _on_a_full_disk(opened: Opened) -> Colleagues:
    def submit(_work: object) -> Future[Any]:
        failed: Future[Any] = Future()
        failed.set_exception(DiskFull(opened.profile))
        return failed

    return Colleagues(opened, submit)


def test_nobody_comes_in_of_whom_the_store_can_not_keep_who_let_them_in(opened: Opened) -> None:
    with pytest.raises(problems.DiskFull):
        _on_a_full_disk(opened).add(PASSPHRASE, "BD", "Bea Dumont", OTHER)
    assert opened.logins == ("AV",)
    opened.close()
    with pytest.raises(problems.UnknownLogin):
        open_store(opened.profile, "BD", OTHER)


def test_who_is_kept_out_stays_out_on_a_full_disk(opened: Opened) -> None:
    opened.add_colleague(PASSPHRASE, "BD", OTHER)
    with pytest.raises(problems.DiskFull):
        _on_a_full_disk(opened).remove(PASSPHRASE, "BD")
    assert opened.logins == ("AV",)
