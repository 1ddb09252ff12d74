"""What a process may leave behind, seen in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import resource, sys
from pathlib import Path
from loket_app.security.process import harden_process
harden_process()
Path("made").touch()
print(resource.getrlimit(resource.RLIMIT_CORE), oct(Path("made").stat().st_mode & 0o777))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no umask and no core files there")
def test_new_files_are_private_and_no_core_is_written(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split("\n")[0] == "(0, 0) 0o600"


def test_importing_the_locks_loads_no_cryptography() -> None:
    """The first window stands before anything heavy is read."""
    program = (
        "import sys, loket_app.security.keyfile_io, loket_app.security.strength, loket_app.security.instance; "
        "print([name for name in ('cryptography', 'zxcvbn', 'sqlalchemy', 'PySide6') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
