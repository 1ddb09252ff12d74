"""What can go wrong with a store, one class a situation. They carry neutral facts; the words for the person live above.

No error here has changed anything: a failed opening leaves the file as it was, a failed save leaves the last saved state.
"""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """Something about the store at `path`."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(": ".join(part for part in (type(self).__name__, path.name, detail) if part))
        self.path = path


class NoStore(StoreError):
    """There is no file at that place."""


class AlreadyThere(StoreError):
    """A new store would overwrite something."""


class NotAStore(StoreError):
    """It opens or reads as something else: a plain database, an empty file, a folder."""


class CannotOpen(StoreError):
    """The key is wrong or the file is damaged: it can't be told which."""


class Damaged(StoreError):
    """The key is right and a part of the file can't be read."""


class ReadOnlyFolder(StoreError):
    """The file or its folder can't be written to."""


class NewerStore(StoreError):
    """A later Loket wrote it: its version is `found`, this Loket knows up to `known`."""

    def __init__(self, path: Path, found: str, known: str) -> None:
        super().__init__(path, f"version {found}, known {known}")
        self.found, self.known = found, known


class MigrationFailed(StoreError):
    """The step from version `found` to `known` failed; the store is as it was, and a copy lies at `backup`."""

    def __init__(self, path: Path, found: str, known: str, backup: Path) -> None:
        super().__init__(path, f"version {found}, known {known}")
        self.found, self.known, self.backup = found, known, backup


class CannotSave(StoreError):
    """The change could not be written; what was saved before is whole."""


class DiskFull(CannotSave):
    """No room is left on the disk."""


class Busy(CannotSave):
    """Another program holds the store."""


class CaseError(Exception):
    """Something about one case, named by `case_id`."""

    def __init__(self, case_id: str) -> None:
        super().__init__(f"{type(self).__name__}: {case_id}")
        self.case_id = case_id


class NoSuchCase(CaseError):
    """The store has no case with that id."""


class CaseExists(CaseError):
    """The store already has a case with that id."""


class NumberTaken(CaseError):
    """Another case has the number that this one wants."""

    def __init__(self, case_id: str, number: str) -> None:
        super().__init__(case_id)
        self.number = number
