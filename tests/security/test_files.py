"""Files that are the old one or the new one, also in folders that can't be brought to the disk."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from loket_app.security.files import write_private
from tests.folders import folders_answer


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_in_a_shared_folder_that_knows_no_such_call_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "fsync", folders_answer(number))
    write_private(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows settles its folders by itself")
def test_a_disk_that_fails_is_still_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", folders_answer(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        write_private(tmp_path / "file", b"new")
