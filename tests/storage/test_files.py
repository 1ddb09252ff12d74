"""A copy of a store that was written is not called unwritten where its folder can't be brought to the disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from loket_app.storage.files import copy_whole
from tests.folders import folders_answer


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_copy_in_a_shared_folder_that_knows_no_such_call_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    (tmp_path / "store").write_bytes(b"kept")
    monkeypatch.setattr(os, "fsync", folders_answer(number))
    copy_whole(tmp_path / "store", tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == b"kept"
