"""The key file on the disk: private, whole, and never trusted."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from loket_app.security.errors import DamagedKeyFile, NewerKeyFile, SecurityError
from loket_app.security.keyfile import add_user, unlock
from loket_app.security.keyfile_io import LARGEST_BYTES, load_keys, save_keys
from tests.security.conftest import CHEAP, PASSPHRASE, Made

HERE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def sealed_again(content: dict[str, Any]) -> bytes:
    """As somebody would write it who alters the file on purpose."""
    rest = {name: value for name, value in content.items() if name != "checksum"}
    checksum = hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()
    return json.dumps({**rest, "checksum": checksum}).encode()


def complaint(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(DamagedKeyFile) as caught:
        load_keys(path)
    assert caught.value.path == path
    assert path.read_bytes() == content
    return caught.value.place


def test_what_is_written_is_read(made: Made) -> None:
    assert load_keys(made.path) == made.keys


def test_nothing_but_the_login_can_be_read(made: Made) -> None:
    raw = made.path.read_bytes()
    for secret in (PASSPHRASE.encode(), made.key, made.key.hex().encode(), made.code.encode()):
        assert secret not in raw


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the profile folder private by its own rights")
def test_it_is_for_this_user_alone_whatever_the_umask(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    before = os.umask(0)
    try:
        save_keys(path, made.keys)
        save_keys(path, made.keys)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "keys.json"
    save_keys(path, made.keys)
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_keys(path, add_user(made.keys, made.key, "bert", PASSPHRASE, CHEAP))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@HERE
@given(data=st.data())
def test_one_altered_byte_is_noticed_before_anybody_types(made: Made, tmp_path: Path, data: st.DataObject) -> None:
    """At every place: either the file means the same (a blank), or it is named as damaged."""
    raw = bytearray(made.path.read_bytes())
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] = data.draw(st.integers(0, 255))
    path = tmp_path / "keys.json"
    path.write_bytes(raw)
    try:
        keys = load_keys(path)
    except DamagedKeyFile:
        return
    assert keys == made.keys


@HERE
@given(length=st.integers(0, 5000))
def test_a_file_cut_short_is_damaged(made: Made, tmp_path: Path, length: int) -> None:
    raw = made.path.read_bytes()
    assert complaint(tmp_path / "keys.json", raw[: min(length, len(raw) - 1)]) == "not JSON"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(deeper for name, part in inner for deeper in places(part, (*at, name)))]


@HERE
@given(data=st.data(), value=anything)
def test_an_altered_value_never_gives_another_key(made: Made, tmp_path: Path, data: st.DataObject, value: Any) -> None:
    """Altered on purpose, checksum and all: refused by name, or the slot opens the true key or nothing."""
    content = json.loads(made.path.read_text())
    at = data.draw(st.sampled_from([place for place in places(content) if place and place != ("checksum",)]))
    parent = content
    for step in at[:-1]:
        parent = parent[step]
    parent[at[-1]] = value
    path = tmp_path / "keys.json"
    path.write_bytes(sealed_again(content))
    try:
        keys = load_keys(path)
        assert unlock(keys, keys.logins[0], PASSPHRASE) == made.key
    except SecurityError:
        pass


@HERE
@given(content=st.binary(max_size=64))
@example(b"")
@example(b"[" * 100_000)
@example(b"1" * 10_000)
@example(b"\xef\xbb\xbf{}")
def test_any_other_file_is_damaged(tmp_path: Path, content: bytes) -> None:
    assert complaint(tmp_path / "keys.json", content) in ("not JSON", "top")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(DamagedKeyFile, match="size"):
        load_keys(path)
    assert LARGEST_BYTES < 200 * 1024 * 1024


@pytest.mark.parametrize(
    ("at", "value", "place"),
    [
        (("kdf", "memory_kib"), 1024 * 1024 + 1, "slots/0/kdf/memory_kib"),
        (("kdf", "memory_kib"), 8, "slots/0/kdf/memory_kib"),
        (("kdf", "memory_kib"), 65536.0, "slots/0/kdf/memory_kib"),
        (("kdf", "passes"), 21, "slots/0/kdf/passes"),
        (("kdf", "passes"), True, "slots/0/kdf/passes"),
        (("kdf", "lanes"), 17, "slots/0/kdf/lanes"),
        (("kdf", "lanes"), 0, "slots/0/kdf/lanes"),
        (("kdf", "name"), "argon2d", "slots/0/kdf/name"),
        (("salt",), "00", "slots/0/salt"),
        (("nonce",), "zz", "slots/0/nonce"),
        (("sealed",), None, "slots/0/sealed"),
        (("login",), "", "slots/0/login"),
        (("login",), "\ud800", "slots/0/login"),
        (("kind",), "recovery", "slots/0/login"),
        (("kind",), "owner", "slots/0/kind"),
        (("extra",), 1, "slots/0/extra"),
    ],
)
def test_what_is_out_of_bounds_is_named(
    made: Made, tmp_path: Path, at: tuple[str, ...], value: object, place: str
) -> None:
    content = json.loads(made.path.read_text())
    parent = content["slots"][0]
    for step in at[:-1]:
        parent = parent[step]
    parent[at[-1]] = value
    assert complaint(tmp_path / "keys.json", sealed_again(content)) == place


@pytest.mark.parametrize("slots", [[], [0], [1], [0, 0, 1], [0, 1, 1]])
def test_one_recovery_slot_and_each_login_once(made: Made, tmp_path: Path, slots: list[int]) -> None:
    content = json.loads(made.path.read_text())
    content["slots"] = [content["slots"][place] for place in slots]
    assert complaint(tmp_path / "keys.json", sealed_again(content)) == "slots"


def test_a_later_format_is_not_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_bytes(sealed_again({"format": 2, "new": "things"}))
    with pytest.raises(NewerKeyFile) as caught:
        load_keys(path)
    assert caught.value.version == 2


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_keys(tmp_path / "keys.json")
