"""The options of a correction. Apart from the work, so that a parser is made without loading it."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from loket_app.i18n import _


def options(make: ArgumentParser) -> None:
    """What `make` takes for a correction."""
    words = _("the last package for this receiver, which this one corrects; its scans leave again")
    make.add_argument("--corrects", type=Path, metavar=_("FILE"), help=words)
    words = _("the file with the secret key of that package (else: the same passphrase)")
    make.add_argument("--identity", type=Path, metavar=_("FILE"), help=words)
    words = _("scans of that package that leave no more, by their names in it: attachments/01.jpg")
    make.add_argument("--leave-out", nargs="+", default=[], metavar=_("NAME"), help=words)
