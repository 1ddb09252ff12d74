"""Answers on stdout, complaints on stderr. Nothing that comes from a file reaches a terminal as a command."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import textwrap
from typing import Any

from loket_app.i18n import _
from loket_app.services.complaints import Complaint

WIDTH = 100
_JOINERS = "\u200c\u200d"  # Persian and Indian names are not the same without them
_HOLDING = "\u00a0\u202f"


def speak_plainly() -> None:
    """UTF-8 into files and pipes, and never an error over a sign that a terminal lacks.

    Without a console (`loket-desk` on Windows) there is nobody to speak to.
    """
    sys.stdout, sys.stderr = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def line(text: str = "", indent: int = 0) -> None:
    """A line of an answer, folded where it is long, but never where words hold together: « Belge », 350 €."""
    folded = _folding(indent).wrap(harmless(text, _JOINERS + _HOLDING))
    _write(harmless("\n".join(folded), _JOINERS + "\n") + "\n")


def _folding(indent: int) -> textwrap.TextWrapper:
    first, rest = " " * indent, " " * (indent + 2)
    return textwrap.TextWrapper(
        WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def document(content: Any) -> None:
    """One JSON document."""
    _write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def complain(text: str) -> None:
    """One line on stderr, which says that it is Loket who speaks."""
    words = text if text.startswith("loket") else f"loket: {text}"
    with contextlib.suppress(OSError):
        sys.stderr.write(harmless(words) + "\n")


def harmless(text: str, kept: str = _JOINERS) -> str:
    """The text on one line, without control signs but those `kept`: a name may hold anything."""
    return "".join(sign if sign.isprintable() or sign in kept else " " for sign in text)


def finish() -> None:
    """See to it that the answer has left. Raises BrokenPipeError when nobody reads it, Complaint when it can't."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritten(error) from error


def nobody_reads() -> None:
    """Let the interpreter close quietly when the answer can't leave."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritten(error) from error


def _unwritten(error: OSError) -> Complaint:
    nobody_reads()
    return Complaint(
        _("The answer"), _("It can't be written: {reason}.").format(reason=error.strerror), _("Send it elsewhere.")
    )
