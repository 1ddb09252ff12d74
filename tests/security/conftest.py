"""A key file that is cheap to open."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from loket_app.security.kdf import KdfParameters
from loket_app.security.keyfile import KeyFile, create_slots
from loket_app.security.keyfile_io import KEY_FILE_NAME, save_keys

CHEAP = KdfParameters(memory_kib=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "zeven fietsen op zolder"


class Made(NamedTuple):
    path: Path
    keys: KeyFile
    key: bytes
    code: str


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A key file of AV on the disk. For reading alone."""
    keys, key, code = create_slots("AV", PASSPHRASE, kdf=CHEAP)
    path = tmp_path_factory.mktemp("profile") / KEY_FILE_NAME
    save_keys(path, keys)
    return Made(path, keys, key, code)
