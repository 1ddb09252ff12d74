"""The program is killed while it writes: the last committed state is there, whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from loket_app.storage.store import Store
from tests.storage.conftest import KEY
from tests.storage.samples import case, keep

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from pathlib import Path
from loket_app.storage.store import Store
from tests.storage.samples import case, edit

path, at_once = Path(sys.argv[1]), int(sys.argv[2])
store = Store.open(path, bytes(range(32)))
now = case()
while True:
    with store.work() as work:
        for _ in range(at_once):
            now = work.cases.record([edit(now, "remarks", str(now.revision + 1) * 500)])
            print("written", now.revision, flush=True)
        work.commit()
        print("committed", now.revision, flush=True)
"""


@pytest.mark.parametrize(("at_once", "killed_after"), [(1, "committed 40"), (10, "written 25"), (300, "written 250")])
def test_killed_in_the_middle(store: Store, path: Path, at_once: int, killed_after: str) -> None:
    keep(store, case())
    store.close()
    committed = _write_until(path, at_once, killed_after)
    again = Store.open(path, KEY)
    with again.reading() as work:
        now = work.cases.load("c1")
        assert len(work.cases.log("c1")) == now.revision
    assert now.revision >= committed
    assert now.revision % at_once == 0
    assert now.remarks == (str(now.revision) * 500 if now.revision else case().remarks)
    assert again.verify().sound
    again.close()


def _write_until(path: Path, at_once: int, line: str) -> int:
    """Let a program write, kill it at that line; gives the revision that it last said was committed."""
    committed = 0
    command = [sys.executable, "-c", WRITER, str(path), str(at_once)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for said in writer.stdout:
            if said.startswith("committed"):
                committed = int(said.split()[1])
            if said.strip() == line:
                writer.kill()
                break
    assert writer.returncode != 0
    return committed
