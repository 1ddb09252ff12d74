"""Coming in, with real stores in real folders; whatever keeps somebody out changes nothing."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from loket_app.domain.case import Desk
from loket_app.security.instance import LOCK_NAME, InstanceLock
from loket_app.services import entrance
from loket_app.services import entrance_problems as problems
from loket_app.services.desk_profile import DeskProfile, counsellor_name, desk_profile
from loket_app.services.entrance import Fresh, Opened, Ready, SetUp
from loket_app.storage.store import Store

PASSPHRASE = "zeven fietsen op zolder"
NOBODY = 65534
OTHER = "acht paarden in de gang"


def setup(**changed: object) -> SetUp:
    answers = {"login": "AV", "passphrase": PASSPHRASE, "desk": Desk.GHENT, "counsellor": "An Vos", "language": "fr"}
    return SetUp(**{**answers, **changed})  # type: ignore[arg-type]  # each has its own type


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def code(profile: Path) -> str:
    """The recovery code of a store that was made and closed."""
    answers = setup()
    entrance.create_store(profile, answers).close()
    return answers.recovery_code


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """The folder of an ordinary user who may only read there: root, who may run the tests, has no such limits."""
    is_root = sys.platform == "linux" and os.geteuid() == 0
    if is_root:
        for path in (folder, *folder.iterdir()):
            os.chown(path, NOBODY, NOBODY)
        for parent in folder.parents[:3]:
            parent.chmod(0o755)
    folder.chmod(0o500)
    switch = ctypes.CDLL(None).setfsuid if is_root else int
    switch(NOBODY)
    try:
        yield
    finally:
        switch(0)
        folder.chmod(0o700)


def snapshot(profile: Path) -> dict[str, str]:
    """Every file of a folder with what is in it. The empty lock file is not content."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in profile.iterdir() if path.name != LOCK_NAME
    }


def refusal(profile: Path, passphrase: str = PASSPHRASE) -> type[problems.EntranceProblem]:
    """What opening says; it changes nothing and holds nothing."""
    before = snapshot(profile)
    with pytest.raises(problems.EntranceProblem) as caught:
        entrance.open_store(profile, "AV", passphrase)
    assert snapshot(profile) == before
    InstanceLock(profile).release()
    return caught.type


def test_a_new_store_opens_again(profile: Path) -> None:
    assert entrance.profile_state(profile) == Fresh()
    made = entrance.create_store(profile, setup())
    assert made.database.submit(desk_profile).result() == DeskProfile(Desk.GHENT)
    made.close()
    assert entrance.profile_state(profile) == Ready(("AV",))
    opened = entrance.open_store(profile, "av", PASSPHRASE)
    assert opened.login == "AV"
    assert opened.database.submit(lambda store: counsellor_name(store, "AV")).result() == "An Vos"
    opened.close()
    assert entrance.screen_language(profile) == "fr"


def test_an_empty_folder_is_fresh_too(profile: Path) -> None:
    profile.mkdir()
    assert entrance.profile_state(profile) == Fresh()


@pytest.mark.usefixtures("code")
@pytest.mark.skipif(sys.platform == "win32", reason="rights are another thing there")
def test_the_folder_is_for_this_user_alone(profile: Path) -> None:
    assert stat.S_IMODE(profile.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in profile.iterdir()} == {0o600}


@pytest.mark.usefixtures("code")
def test_nothing_but_the_login_can_be_read_on_the_disk(profile: Path) -> None:
    for path in profile.iterdir():
        raw = path.read_bytes()
        assert b"An Vos" not in raw
        assert PASSPHRASE.encode() not in raw
        assert b"SQLite format" not in raw
    assert {path.name for path in profile.iterdir()} == {"keys.json", "loket.db", "loket.lock", "language"}


@pytest.mark.usefixtures("code")
def test_a_wrong_passphrase(profile: Path) -> None:
    assert refusal(profile, OTHER) is problems.WrongPassphrase


@pytest.mark.usefixtures("code")
def test_a_stranger_reads_who_can(profile: Path) -> None:
    with pytest.raises(problems.UnknownLogin) as caught:
        entrance.open_store(profile, "bert", PASSPHRASE)
    assert "AV" in caught.value.one_line


def test_no_store(profile: Path) -> None:
    with pytest.raises(problems.NoStore):
        entrance.open_store(profile, "AV", PASSPHRASE)
    assert not profile.exists()


@pytest.mark.usefixtures("code")
def test_a_store_is_never_made_over_another(profile: Path) -> None:
    before = snapshot(profile)
    with pytest.raises(problems.StoreExists):
        entrance.create_store(profile, setup())
    assert snapshot(profile) == before


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"passphrase": "welkom"}, problems.WeakPassphrase),
        ({"passphrase": "An Vos Ghent"}, problems.WeakPassphrase),
        ({"login": "a b"}, problems.BadLogin),
        ({"recovery_code": "ABC"}, problems.UnfinishedCode),
    ],
)
def test_what_cannot_make_a_store(profile: Path, changed: dict[str, object], kind: type[Exception]) -> None:
    with pytest.raises(kind):
        entrance.create_store(profile, setup(**changed))
    assert entrance.profile_state(profile) == Fresh()


def test_the_sheet_opens_and_gives_a_new_passphrase(profile: Path, code: str) -> None:
    entrance.open_with_recovery(profile, "AV", code.lower(), OTHER).close()
    assert refusal(profile, PASSPHRASE) is problems.WrongPassphrase
    entrance.open_store(profile, "AV", OTHER).close()
    entrance.open_with_recovery(profile, "AV", code, PASSPHRASE).close()


@pytest.mark.parametrize(
    ("typed", "new", "kind"),
    [
        ("ABC", OTHER, problems.UnfinishedCode),
        ("AAAAA" * 8, OTHER, problems.MistypedCode),
        (None, OTHER, problems.WrongCode),
        ("right", "welkom", problems.WeakPassphrase),
    ],
)
def test_what_the_sheet_does_not_do(
    profile: Path, code: str, typed: str | None, new: str, kind: type[Exception]
) -> None:
    before = snapshot(profile)
    given = code if typed == "right" else typed or setup().recovery_code
    with pytest.raises(kind):
        entrance.open_with_recovery(profile, "AV", given, new)
    assert snapshot(profile) == before


@pytest.fixture
def opened(profile: Path, code: str) -> Iterator[Opened]:
    assert code
    open_now = entrance.open_store(profile, "AV", PASSPHRASE)
    yield open_now
    open_now.close()


def test_a_second_instance_is_told(profile: Path, opened: Opened) -> None:
    assert opened.login == "AV"
    assert isinstance(entrance.profile_state(profile), problems.SecondInstance)
    with pytest.raises(problems.SecondInstance):
        entrance.open_store(profile, "AV", PASSPHRASE)
    with pytest.raises(problems.SecondInstance):
        entrance.create_store(profile, setup())


def test_a_second_process_is_told(profile: Path, opened: Opened) -> None:
    program = (
        "import sys; from pathlib import Path; from loket_app.services import entrance; "
        "print(type(entrance.profile_state(Path(sys.argv[1]))).__name__)"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(opened.profile)], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "SecondInstance"
    assert profile.exists()


def test_the_lock_screen_asks_the_slot_that_was_opened(profile: Path, opened: Opened) -> None:
    """A key file that somebody puts there meanwhile opens nothing."""
    (profile / "keys.json").unlink()
    opened.check(PASSPHRASE)
    with pytest.raises(problems.WrongPassphrase):
        opened.check(OTHER)


def test_changing_the_passphrase(profile: Path, opened: Opened) -> None:
    before = snapshot(profile)
    with pytest.raises(problems.WrongPassphrase):
        opened.change_passphrase(OTHER, OTHER)
    with pytest.raises(problems.WeakPassphrase):
        opened.change_passphrase(PASSPHRASE, "welkom")
    assert snapshot(profile) == before
    opened.change_passphrase(PASSPHRASE, OTHER)
    opened.check(OTHER)
    opened.close()
    assert refusal(profile, PASSPHRASE) is problems.WrongPassphrase
    entrance.open_store(profile, "AV", OTHER).close()


@pytest.mark.usefixtures("code")
def test_a_damaged_key_file(profile: Path) -> None:
    keys = profile / "keys.json"
    keys.write_bytes(keys.read_bytes()[:-20])
    assert isinstance(entrance.profile_state(profile), problems.DamagedKeys)
    assert refusal(profile) is problems.DamagedKeys


@pytest.mark.usefixtures("code")
def test_a_key_file_of_a_later_version(profile: Path) -> None:
    content = {"format": 2}
    checksum = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    (profile / "keys.json").write_text(json.dumps({**content, "checksum": checksum}))
    assert isinstance(entrance.profile_state(profile), problems.NewerLoket)
    assert refusal(profile) is problems.NewerLoket


@pytest.mark.usefixtures("code")
def test_a_missing_key_file(profile: Path) -> None:
    (profile / "keys.json").unlink()
    assert isinstance(entrance.profile_state(profile), problems.MissingKeys)
    assert refusal(profile) is problems.MissingKeys


@pytest.mark.usefixtures("code")
def test_a_missing_database(profile: Path) -> None:
    (profile / "loket.db").unlink()
    assert isinstance(entrance.profile_state(profile), problems.MissingStore)
    assert refusal(profile) is problems.MissingStore


@pytest.mark.usefixtures("code")
def test_a_damaged_database_is_told_from_a_wrong_passphrase(profile: Path) -> None:
    database = profile / "loket.db"
    raw = bytearray(database.read_bytes())
    raw[100] ^= 0xFF
    database.write_bytes(raw)
    assert refusal(profile, OTHER) is problems.WrongPassphrase
    assert refusal(profile) is problems.DamagedStore


@pytest.mark.usefixtures("code")
def test_a_database_of_another_store(profile: Path, tmp_path: Path) -> None:
    entrance.create_store(tmp_path / "other", setup()).close()
    (tmp_path / "other" / "loket.db").replace(profile / "loket.db")
    assert refusal(profile) is problems.DamagedStore


@pytest.mark.usefixtures("code")
def test_a_database_of_a_later_version(profile: Path) -> None:
    from loket_app.security.keyfile import unlock  # noqa: PLC0415 - only this test writes by hand
    from loket_app.security.keyfile_io import load_keys  # noqa: PLC0415 - as above

    store = Store.open(profile / "loket.db", unlock(load_keys(profile / "keys.json"), "AV", PASSPHRASE))
    with store.work() as unit:
        unit._connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        unit.commit()
    store.close()
    assert refusal(profile) is problems.NewerLoket


@pytest.mark.usefixtures("code")
@pytest.mark.skipif(sys.platform == "win32", reason="rights are another thing there")
def test_a_read_only_folder(profile: Path) -> None:
    before = snapshot(profile)
    with read_only(profile):
        assert isinstance(entrance.profile_state(profile), problems.ReadOnlyFolder)
        with pytest.raises(problems.ReadOnlyFolder):
            entrance.open_store(profile, "AV", PASSPHRASE)
    assert snapshot(profile) == before


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another thing there")
def test_a_folder_where_none_can_be_made(tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    with read_only(shut):
        assert isinstance(entrance.profile_state(shut / "deep" / "profile"), problems.ReadOnlyFolder)
        with pytest.raises(problems.ReadOnlyFolder):
            entrance.create_store(shut / "profile", setup())
    assert list(shut.iterdir()) == []


def test_a_file_where_the_folder_should_be(profile: Path) -> None:
    profile.write_text("x")
    assert isinstance(entrance.profile_state(profile), problems.DiskTrouble)
    with pytest.raises(problems.DiskTrouble):
        entrance.create_store(profile, setup())


def test_a_disk_that_is_full_leaves_nothing(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("loket_app.security.keyfile_io.write_private", full)
    with pytest.raises(problems.DiskFull):
        entrance.create_store(profile, setup())
    assert snapshot(profile) == {}
    assert entrance.profile_state(profile) == Fresh()


def test_a_full_disk_keeps_the_old_passphrase(profile: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(problems.DiskFull):
            entrance.open_with_recovery(profile, "AV", code, OTHER)
    entrance.open_store(profile, "AV", PASSPHRASE).close()


@pytest.mark.usefixtures("code")
def test_a_power_cut_before_the_last_step_is_finished_later(profile: Path) -> None:
    (profile / "loket.db").rename(profile / "unfinished.db")
    assert entrance.profile_state(profile) == Ready(("AV",))
    entrance.open_store(profile, "AV", PASSPHRASE).close()
    assert not (profile / "unfinished.db").exists()


def test_a_power_cut_before_the_keys_leaves_a_fresh_profile(profile: Path) -> None:
    profile.mkdir()
    (profile / "unfinished.db").write_bytes(b"half")
    assert entrance.profile_state(profile) == Fresh()
    entrance.create_store(profile, setup()).close()
    assert not (profile / "unfinished.db").exists()


@pytest.mark.parametrize("content", [b"nl", b"en_XA", b"", b"\xff", b"xx" * 1000])
def test_the_language_of_the_first_window(profile: Path, content: bytes) -> None:
    profile.mkdir()
    (profile / "language").write_bytes(content)
    assert entrance.screen_language(profile) == ("nl" if content == b"nl" else None)


def test_the_default_profile_lies_in_the_home_folder(own_home: Path) -> None:
    assert entrance.default_profile().is_relative_to(own_home)
    assert entrance.default_profile().name == "Loket"
