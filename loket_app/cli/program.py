"""From what was typed to an exit code. A command gives its answer or raises; what goes wrong is said here, once."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TypeAlias

from loket_app.cli import output
from loket_app.cli.parser import build
from loket_app.i18n import LANGUAGES, _, closest, set_language

_COMMANDS = ("demo", "check", "track", "summary", "explain", "costs", "handover", "schema", "store", "agenda", "rules")

DONE, OUR_FAULT, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130

Windows: TypeAlias = Callable[[Namespace], int]
"""Opens what needs a screen (`loket`, `loket demo`) and gives the exit code."""


def run(typed: Sequence[str], windows: Windows) -> int:
    """Do what was typed and give the exit code. Errors are told on stderr, answers on stdout."""
    output.speak_plainly()
    set_language(_language(typed))
    try:
        code = _run(typed, windows)
        output.finish()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        output.nobody_reads()
        return DONE
    except Exception as error:  # noqa: BLE001  the last place where a fault of ours can be told
        return _failed(error, _command(typed))
    return code


def _run(typed: Sequence[str], windows: Windows) -> int:
    try:
        chosen = build().parse_args(typed)
    except SystemExit:  # after --help
        return DONE
    if chosen.version:
        return _version()
    if chosen.command in (None, "demo"):
        return windows(chosen)
    command = import_module(f"loket_app.cli.{chosen.command}")
    code: int = command.run(chosen)
    return code


def _version() -> int:
    from loket_app.services.about import version  # noqa: PLC0415  late, as all that a command needs

    output.line(f"Loket {version()}")
    return DONE


def _failed(error: Exception, command: str) -> int:
    """Say what somebody can mend in a line; keep a report of what nobody but us can."""
    line = getattr(error, "one_line", None)
    if isinstance(line, str):
        output.complain(line)
        return int(getattr(error, "exit_code", BAD_INPUT))
    from loket_app.services.crash_report import write_report  # noqa: PLC0415  late: hardly ever

    report = write_report(error, command)
    output.complain(_("A fault of Loket stopped this; nothing was lost. Send this report: {path}").format(path=report))
    return OUR_FAULT


def _command(typed: Sequence[str]) -> str:
    """What was asked, without the names of anybody's files."""
    return next((word for word in typed if word in _COMMANDS), "window")


def _language(typed: Sequence[str]) -> str:
    """The language of the answer, known before anything else is: `--lang`, else the computer's, else Dutch."""
    for before, word in zip(("", *typed), typed, strict=False):
        asked = word.removeprefix("--lang=") if word.startswith("--lang=") else word if before == "--lang" else ""
        if asked in LANGUAGES:
            return asked
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return closest(next((os.environ[name] for name in names if os.environ.get(name)), ""))
