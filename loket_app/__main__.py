"""`loket`, `loket-desk` and `python -m loket_app`. Imports nothing heavy: what a command needs, it fetches itself."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from loket_app.cli.program import run
from loket_app.security.process import harden_process


def main(argv: Sequence[str] | None = None) -> int:
    """Do what was typed, by default in this process's own command line, and give the exit code."""
    harden_process()
    return run(sys.argv[1:] if argv is None else argv, _windows)


def _windows(chosen: Namespace) -> int:
    from loket_app import bootstrap  # noqa: PLC0415  late: a command without a window needs none of it

    if chosen.command == "demo":
        return bootstrap.demo(chosen.out)
    return bootstrap.desk(getattr(chosen, "profile", None), getattr(chosen, "lang", None))


if __name__ == "__main__":
    raise SystemExit(main())
