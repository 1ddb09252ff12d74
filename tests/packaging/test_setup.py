"""The set-up behind every make target, on machines made of stand-ins for apt, dpkg and Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="make and sh set up Linux machines")

# Installed is what stands in the file `packages`; apt-get finds packages only after `apt-get update`.
DPKG_QUERY = 'for last in "$@"; do grep -qx "$last" packages && echo installed; done; true'
APT_GET = """echo "apt-get $*" >>calls
if [ "$1" = update ]; then touch updated; exit; fi
[ -e updated ] || exit 100
for last in "$@"; do echo "$last" >>packages; done"""
PYTHON = """case "$*" in
*ensurepip*) grep -qx python3-venv packages ;;
"-m venv"*) grep -qx python3-venv packages && mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
*"pip install"*) echo "pip install" >>calls ;;
esac"""


class Machine:
    """A folder with the set-up script, and a PATH on which only the stand-ins and the usual tools are."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.bin = place / "bin"
        self.bin.mkdir()
        shutil.copytree(ROOT / ".ci", place / ".ci", ignore=shutil.ignore_patterns("__pycache__"))
        (place / "packages").touch()
        (place / "calls").touch()
        for name in ("sh", "env", "cat", "cp", "mkdir", "touch", "grep", "tr", "cksum", "dirname"):
            (self.bin / name).symlink_to(shutil.which(name) or name)
        self.program("dpkg-query", DPKG_QUERY)
        self.program("apt-get", APT_GET)
        self.program("python3", PYTHON)
        self.program("id", "echo 0")

    def program(self, name: str, text: str) -> None:
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)

    def set_up(self, kind: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.bin / "sh"), ".ci/setup", kind]
        env = {"PATH": str(self.bin), "HOME": os.environ["HOME"]}
        return subprocess.run(command, cwd=self.place, env=env, capture_output=True, text=True, check=False)

    def calls(self) -> list[str]:
        return (self.place / "calls").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_bare_machine_gets_all_it_lacks(machine: Machine) -> None:
    done = machine.set_up("dev")
    assert done.returncode == 0, done.stderr
    assert machine.calls()[1] == "apt-get update"
    assert {"libegl1", "libxcb-cursor0", "poppler-utils", "binutils", "python3-venv"} <= set(machine.calls()[2].split())
    assert machine.calls()[-1] == "pip install"


def test_the_second_time_nothing_is_done(machine: Machine) -> None:
    machine.set_up("dev")
    before = machine.calls()
    assert machine.set_up("dev").stderr == ""
    assert machine.set_up("app").stderr == ""
    assert machine.calls() == before


def test_new_requirements_are_installed(machine: Machine) -> None:
    machine.set_up("app")
    with (machine.place / ".ci/requirements/app.txt").open("a", encoding="utf-8") as file:
        file.write("# newer\n")
    machine.set_up("app")
    assert machine.calls().count("pip install") == 2


def test_a_failed_installation_is_tried_again(machine: Machine) -> None:
    machine.program("python3", PYTHON.replace('echo "pip install" >>calls', "exit 1"))
    assert machine.set_up("app").returncode == 1
    (machine.place / ".venv/bin/python").unlink()
    machine.program("python3", PYTHON)
    assert machine.set_up("app").returncode == 0
    assert machine.calls()[-1] == "pip install"


def test_without_rights_the_command_is_told_and_what_is_there_is_used(machine: Machine) -> None:
    machine.program("id", "echo 1000")
    (machine.place / "packages").write_text("python3-venv\nlibegl1\n", encoding="utf-8")
    done = machine.set_up("app")
    assert done.returncode == 0
    assert "sudo apt-get install -y --no-install-recommends libgl1 " in done.stderr
    assert machine.calls() == ["pip install"]


def test_without_venv_and_rights_it_stops_with_the_remedy(machine: Machine) -> None:
    machine.program("id", "echo 1000")
    done = machine.set_up("app")
    assert done.returncode == 1
    assert "python3-venv" in done.stderr.splitlines()[-1]


def test_without_python_it_says_so(machine: Machine) -> None:
    machine.program("python3", "exit 1")
    done = machine.set_up("app")
    assert done.returncode == 1
    assert done.stderr.endswith("needs Python 3.11 or newer, and found none\n")
