"""Where a passphrase comes from: a file or a terminal. Never the command line, which every user of the machine can read."""

from __future__ import annotations

import getpass
import stat
import sys
from argparse import Namespace
from pathlib import Path

from loket_app.cli import output
from loket_app.i18n import _
from loket_app.services.complaints import Complaint

_LARGEST = 4096


def asked(chosen: Namespace, *, twice: bool = False) -> str:
    """The passphrase. Raises Complaint when there is nowhere to get it, or when two answers differ."""
    if chosen.passphrase_file is not None:
        return _from_file(chosen.passphrase_file)
    if not sys.stdin.isatty():
        why = _("There is no terminal to ask for the passphrase.")
        raise Complaint("--passphrase-file", why, _("Name the file that holds it."))
    first = getpass.getpass(_("Passphrase: "))
    if twice and getpass.getpass(_("The same once more: ")) != first:
        raise Complaint(_("Passphrase"), _("The two are not the same."), _("Try again."))
    return first


def warn_of_readers(chosen: Namespace) -> None:
    """Tell whose passphrase file others can read."""
    file: Path | None = getattr(chosen, "passphrase_file", None)
    if file is not None and _is_readable_by_others(file):
        words = _("{file}: other users of this computer can read your passphrase. Type: chmod 600 {file}")
        output.complain(words.format(file=file))


def _is_readable_by_others(file: Path) -> bool:
    if sys.platform == "win32":
        return False
    mode = file.stat().st_mode
    return stat.S_ISREG(mode) and bool(mode & (stat.S_IRGRP | stat.S_IROTH))


def _from_file(file: Path) -> str:
    """The first line, without its end."""
    try:
        with file.open(encoding="utf-8-sig", newline=None) as source:
            text = source.read(_LARGEST)
    except UnicodeDecodeError:
        raise Complaint(file, _("It is not written in UTF-8."), _("Save it again with the encoding UTF-8.")) from None
    except (OSError, ValueError):
        raise Complaint(file, _("It can't be read."), _("Check its name and that you may read it.")) from None
    passphrase = text.split("\n", 1)[0]
    if not passphrase:
        raise Complaint(file, _("Its first line is empty."), _("Write the passphrase there."))
    return passphrase
