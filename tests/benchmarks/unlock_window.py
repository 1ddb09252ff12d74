"""`loket --profile DIR`, until its unlock window is painted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from loket_app.__main__ import main
from loket_app.ui.entrance import door
from loket_app.ui.entrance.unlock_window import UnlockWindow
from tests.benchmarks.witness import Witness


class Seen(UnlockWindow):
    """Under the eyes of a witness."""

    def __init__(self, profile: Path, logins: Sequence[str]) -> None:
        super().__init__(profile, logins)
        Witness(self)


if __name__ == "__main__":
    vars(door)["UnlockWindow"] = Seen  # the door makes the window that is looked at
    raise SystemExit(main(["--profile", sys.argv[1]]))
