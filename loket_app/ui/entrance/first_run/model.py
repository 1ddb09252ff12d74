"""What the pages of the first start share. Going back and forth loses nothing; nothing is on the disk before the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from loket_app.domain.case import Desk
from loket_app.i18n import language
from loket_app.services.entrance import SetUp
from loket_app.services.recovery import new_recovery_code


@dataclass
class FirstRun:
    """The answers so far. The recovery code is made once, so that a sheet that was printed stays right."""

    desk: Desk | None = None
    counsellor: str = ""
    login: str = ""
    passphrase: str = field(default="", repr=False)
    repeated: str = field(default="", repr=False)
    recovery_code: str = field(default_factory=new_recovery_code, repr=False)
    code_is_kept: bool = False
    wants_stories: bool = False

    def about(self) -> tuple[str, ...]:
        """Words that others would try first as a passphrase."""
        return (self.login, self.counsellor, self.desk.name if self.desk else "")

    def setup(self) -> SetUp:
        """The answers, complete. Raises ValueError while the desk is open."""
        if self.desk is None:
            raise ValueError("no desk")
        return SetUp(self.login, self.passphrase, self.desk, self.counsellor, language(), self.recovery_code)
