"""Packages as files: read from a disk, and their contents written to a folder, all of them or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from loket_app.exchange.handover.limits import LARGEST_PACKAGE
from loket_app.i18n import _
from loket_app.security.files import write_private
from loket_app.services.complaints import Complaint
from loket_app.services.documents import is_there
from loket_app.services.handover import Package, Passphrase, Refused, SecretKey, read_package, secret_key

_LARGEST_KEY = 65_536


def open_file(file: Path, key: SecretKey | Passphrase) -> Package:
    """The package in a file. Raises Complaint."""
    try:
        return read_package(read_bytes(file, LARGEST_PACKAGE), key)
    except Refused as refused:
        raise complaint(file, refused) from None


def read_bytes(file: Path, largest: int) -> bytes:
    """The bytes, one more than may be when there are more. Raises Complaint."""
    try:
        with file.open("rb") as source:
            return source.read(largest + 1)
    except FileNotFoundError:
        raise Complaint(file, _("There is no such file."), _("Check its name and its folder.")) from None
    except IsADirectoryError:
        raise Complaint(file, _("That is a folder."), _("Name the file in it.")) from None
    except (OSError, ValueError):
        why, remedy = _("It can't be read."), _("Check that you may read it and that its drive is there.")
        raise Complaint(file, why, remedy) from None


def key_file(file: Path) -> SecretKey:
    """The secret key in a file of age-keygen. Raises Complaint."""
    try:
        return secret_key(read_bytes(file, _LARGEST_KEY).decode("utf-8", "replace"))
    except Refused as refused:
        raise complaint(file, refused) from None


def complaint(where: object, refused: Refused) -> Complaint:
    """The same in one line with the file in it."""
    return Complaint(f"{where}: {refused.place}" if refused.place else where, refused.why, refused.remedy)


def demand_empty(folder: Path) -> None:
    """Raise Complaint unless a folder is new or empty, and no link."""
    if not is_there(folder):
        return
    if folder.is_symlink() or not folder.is_dir():
        raise Complaint(folder, _("That is no folder."), _("Give the name of a new folder."))
    try:
        held = any(folder.iterdir())
    except OSError:
        why, remedy = _("It can't be read."), _("Check that you may read it and that its drive is there.")
        raise Complaint(folder, why, remedy) from None
    if held:
        raise Complaint(folder, _("This folder is not empty."), _("Give the name of a new one."))


def write_files(package: Package, folder: Path) -> tuple[Path, ...]:
    """Write its files for this user alone (0700, 0600): all of them, or none. Raises Complaint."""
    demand_empty(folder)
    temporary: Path | None = None
    try:
        temporary = Path(tempfile.mkdtemp(prefix=".loket-", dir=folder.parent))  # mkdtemp makes it 0700
        _write(package.files, temporary)
        if folder.exists():
            folder.rmdir()
        temporary.rename(folder)
    except OSError:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)
        why, remedy = _("It can't be written."), _("Check that you may write there, and that there is room.")
        raise Complaint(folder, why, remedy) from None
    return tuple(folder / name for name in package.files)


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        target = folder / name  # the reader lets no name out of the folder
        target.parent.mkdir(mode=0o700, exist_ok=True)
        write_private(target, content)
