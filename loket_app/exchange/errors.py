"""Why a case file is refused, in one line: which file, which place, what is wrong there, what to do."""

from __future__ import annotations

from pathlib import Path


class Refused(ValueError):
    """A place in a file that can't be used; `place` is empty when it is the whole file."""

    def __init__(self, place: str, why: str, remedy: str) -> None:
        super().__init__(why)
        self.place, self.why, self.remedy = place, why, remedy


class CaseFileError(ValueError):
    """A case file that can't be read. Nothing of it was used. The words are in the language of the moment."""

    def __init__(self, file: Path, refused: Refused) -> None:
        self.file, self.place = file, refused.place
        self.why, self.remedy = refused.why, refused.remedy
        super().__init__(self.one_line)

    @property
    def one_line(self) -> str:
        """File, place, what is wrong and what to do."""
        where = f"{self.file}: {self.place}" if self.place else str(self.file)
        return f"{where}: {self.why} {self.remedy}"
