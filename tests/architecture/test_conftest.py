"""The conditions that tests/conftest.py promises: each is broken once here, by a test that must fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

BROKEN = {
    "an unexpected warning": "import logging\ndef test():\n    logging.getLogger('x').warning('bad')",
    "another warning than the announced": (
        "import logging, pytest\n@pytest.mark.expects_log('good')\ndef test():\n    logging.warning('bad')"
    ),
    "an announced warning that never came": "import pytest\n@pytest.mark.expects_log\ndef test(): ...",
    "a warning of Python": "import warnings\ndef test():\n    warnings.warn('old')",
    "a warning of Qt": "from PySide6.QtCore import qWarning\ndef test():\n    qWarning('bad')",
    "the network": "import socket\ndef test():\n    socket.create_connection(('192.0.2.1', 80))",
    "an unknown mark": "import pytest\n@pytest.mark.sometimes\ndef test(): ...",
}
RIGHT = """
import logging, os, tempfile, pytest
from pathlib import Path

@pytest.mark.expects_log("full")
def test_announced():
    logging.getLogger("x").warning("the disk is full")

@pytest.mark.parametrize("_", range(2))
def test_own_home(_):
    mark = Path.home() / "mark"
    assert not mark.exists()
    mark.touch()
    assert Path(tempfile.gettempdir()).parent == Path.home().parent

def test_offscreen(qapp):
    assert qapp.platformName() == "offscreen"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with these settings and this conftest.py, and no test yet."""
    (tmp_path / "tests").mkdir()
    for name in ("pyproject.toml", "tests/conftest.py"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    return tmp_path


def test_every_broken_promise_fails(project: Path) -> None:
    for number, code in enumerate(BROKEN.values()):
        (project / "tests" / f"test_{number}.py").write_text(code, encoding="utf-8")
    said = _run(project, "--continue-on-collection-errors").stdout
    failed = {int(number) for number in re.findall(r"^(?:FAILED|ERROR) tests/test_(\d+)\.py", said, re.MULTILINE)}
    assert [what for number, what in enumerate(BROKEN) if number not in failed] == [], said


def test_kept_promises_pass(project: Path) -> None:
    (project / "tests" / "test_right.py").write_text(RIGHT, encoding="utf-8")
    done = _run(project)
    assert done.returncode == pytest.ExitCode.OK, done.stdout


def _run(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "QT_"))}
    env["PYTHONPATH"] = str(ROOT)  # conftest.py makes the keys of Loket itself light
    command = [sys.executable, "-m", "pytest", "-q", *options]
    return subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)
