"""One Loket a profile, proved with real processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from loket_app.security.errors import AlreadyOpen
from loket_app.security.instance import LOCK_NAME, InstanceLock

HOLDER = """
import sys
from pathlib import Path
from loket_app.security.instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def holder(profile: Path) -> subprocess.Popen[str]:
    """Another process that holds the profile until its input ends."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(profile)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    return other


def test_a_second_process_is_told(tmp_path: Path) -> None:
    with holder(tmp_path) as other:
        with pytest.raises(AlreadyOpen) as caught:
            InstanceLock(tmp_path)
        assert caught.value.path == tmp_path
        other.communicate()
    InstanceLock(tmp_path).release()


def test_a_killed_process_is_no_obstacle(tmp_path: Path) -> None:
    with holder(tmp_path) as other:
        other.kill()
    assert (tmp_path / LOCK_NAME).exists()
    with InstanceLock(tmp_path), pytest.raises(AlreadyOpen):
        InstanceLock(tmp_path)


def test_release_lets_the_next_one_in(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path)
    lock.release()
    lock.release()
    with InstanceLock(tmp_path), pytest.raises(AlreadyOpen):
        InstanceLock(tmp_path)


def test_a_child_process_does_not_keep_the_profile(tmp_path: Path) -> None:
    """A printer dialog or file manager started by us may outlive us."""
    lock = InstanceLock(tmp_path)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False) as child:
        lock.release()
        with InstanceLock(tmp_path):
            assert child.poll() is None
        child.communicate(b"\n")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        InstanceLock(tmp_path / "nowhere")
