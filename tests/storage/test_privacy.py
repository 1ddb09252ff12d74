"""Nothing readable outside the encryption: in no file beside the store, in no text that Python makes of it."""

from __future__ import annotations

import logging
import shutil
import sys
import traceback
from pathlib import Path

import pytest

from loket_app.storage.engine import driver
from loket_app.storage.errors import CannotOpen
from loket_app.storage.store import Store
from tests.storage.conftest import KEY
from tests.storage.samples import case, edit, keep, make, person

NAME = "Abdulmueenzadeh"
SECRETS = (
    NAME,
    NAME.lower(),
    NAME.upper(),
    "Kandahar",
    "GNT-2026",
    "Berisha",
    "berisha",
    "family_name",
    "CREATE TABLE",
)


def test_no_name_in_clear_in_any_file(store: Store) -> None:
    keep(store, case(household=(person("p1", NAME, birth_place="Kandahar"),)))
    with store.reading() as work:
        now = work.cases.load("c1")
    make(store, edit(now, "household/p1/family_name", "Berisha"))
    store.backup(store.path.with_name("copy.db"))
    written = {file.name: file.read_bytes() for file in store.path.parent.iterdir()}
    assert set(written) == {"loket.db", "loket.db-wal", "loket.db-shm", "copy.db"}
    assert all(len(content) > 4096 for content in written.values())
    for name, content in written.items():
        for secret in SECRETS:
            for coding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert secret.encode(coding) not in content, f"{secret} in {name}"
        assert KEY not in content
        assert KEY.hex().encode() not in content.lower()


def test_what_was_taken_away_is_gone_from_the_index(store: Store) -> None:
    """With the key in hand: nothing of a name that was replaced is left in the text index, and freed pages are wiped."""
    keep(store, case(household=(person("p1", NAME),)))
    assert _trigrams(store) == [b"lmu", b"mue"]
    with store.reading() as work:
        now = work.cases.load("c1")
    make(store, edit(now, "household/p1/family_name", "Berisha"))
    assert _trigrams(store) == []
    assert driver(store._engine).execute("PRAGMA secure_delete").fetchone() == (1,)


def _trigrams(store: Store) -> list[bytes]:
    """Which trigrams of the name stand in the index as it is kept."""
    rows = driver(store._engine).execute("SELECT block FROM case_words_data").fetchall()
    kept = b" ".join(block for (block,) in rows)
    return [trigram for trigram in (b"lmu", b"mue") if trigram in kept]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a profile private by its folder")
def test_only_the_owner_reads_the_files(path: Path) -> None:
    store = Store.create(path, KEY)
    keep(store, case())
    store.backup(path.with_name("copy.db"))
    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    store.close()
    assert modes == dict.fromkeys(("loket.db", "loket.db-wal", "loket.db-shm", "copy.db"), 0o600)


def test_the_key_is_in_no_text(store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    keep(store, case())
    other = Path(shutil.copy(store.path, tmp_path / "other.db"))
    with pytest.raises(CannotOpen) as refused:
        Store.open(other, bytes(reversed(KEY)))
    texts = [repr(store), repr(store._engine), str(store._engine.url), caplog.text]
    texts += traceback.format_exception(refused.value)
    for text in texts:
        for key in (KEY, bytes(reversed(KEY))):
            assert key.hex() not in text
            assert repr(key) not in text


def test_nothing_is_said_on_the_way(path: Path, store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    """SQLCipher would write about a wrong key on the error stream."""
    with pytest.raises(CannotOpen):
        Store.open(path, bytes(32))
    assert capfd.readouterr() == ("", "")
    store.close()
