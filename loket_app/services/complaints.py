"""What a person can mend: said in one line, and nothing was changed."""

from __future__ import annotations


class Complaint(Exception):
    """Which file or option, what is wrong with it, what to do. The words are in the language of the moment."""

    def __init__(self, where: object, why: str, remedy: str) -> None:
        self.where, self.why, self.remedy = str(where), why, remedy
        super().__init__(self.one_line)

    @property
    def one_line(self) -> str:
        """All three."""
        return f"{self.where}: {self.why} {self.remedy}"
