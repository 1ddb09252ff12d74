"""Why somebody cannot come in: one class a situation, with the words for the person.

Each says what happened, that nothing was lost, and what to do now. The words are looked up when they are read.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from loket_app.i18n import N_, _


class EntranceProblem(Exception):
    """Root of them all. `path` is the file or folder concerned, `facts` fill the words.

    `exit_code` is the command line's: 2 for what was typed, 3 for a store that stays closed.
    """

    exit_code: ClassVar[int] = 3
    can_try_again: ClassVar[bool] = True
    _title: ClassVar[str]
    _what: ClassVar[str]
    _safe: ClassVar[str] = N_("Nothing was changed.")
    _remedy: ClassVar[str]

    def __init__(self, path: Path | None = None, **facts: object) -> None:
        super().__init__(type(self).__name__)  # neutral, for logs
        self.path = path
        self.facts = {"file": path.name if path else "", "path": path or "", **facts}

    @property
    def title(self) -> str:
        """The situation in a few words."""
        return self._said(self._title)

    @property
    def what(self) -> str:
        """What happened."""
        return self._said(self._what)

    @property
    def safe(self) -> str:
        """That nothing was lost."""
        return self._said(self._safe)

    @property
    def remedy(self) -> str:
        """What to do now."""
        return self._said(self._remedy)

    @property
    def one_line(self) -> str:
        """For the command line: place, what happened, what to do."""
        place = f"{self.path}: " if self.path else ""
        return f"{place}{self.what} {self.remedy}"

    @property
    def folder(self) -> Path | None:
        """The folder that may be worth a look."""
        if self.path is None:
            return None
        return self.path if self.path.is_dir() else self.path.parent

    def _said(self, text: str) -> str:
        return _(text).format(**self.facts)


class SecondInstance(EntranceProblem):
    """Another process holds the profile folder."""

    _title = N_("Loket is already open")
    _what = N_("Another Loket window has these cases open.")
    _remedy = N_("Go to that window. If you cannot find it, end Loket in the system's list of programs and try again.")


class DamagedKeys(EntranceProblem):
    """`place` in the key file is not what was written."""

    _title = N_("The key file is damaged")
    _what = N_("Loket cannot read the key file {file} (at: {place}). Without it no passphrase opens the cases.")
    _safe = N_("Nothing was changed. The cases are still there, encrypted.")
    _remedy = N_("Put {file} back from a backup, in the same folder. Until then, do not delete or move anything there.")


class MissingKeys(EntranceProblem):
    """The database is there, the key file is not."""

    _title = N_("The key file is missing")
    _what = N_("The cases are here, but the key file {file} is not. Without it no passphrase opens them.")
    _safe = N_("Nothing was changed. The cases are still there, encrypted.")
    _remedy = N_("Put {file} back from a backup, in the same folder. Until then, do not delete or move anything there.")


class MissingStore(EntranceProblem):
    """The key file is there, the database is not."""

    _title = N_("The file with the cases is missing")
    _what = N_("The key file is here, but {file}, which holds the cases, is not.")
    _remedy = N_("Was it moved, or is a drive not connected? Put {file} back in the same folder, or restore a backup.")


class DamagedStore(EntranceProblem):
    """The slot gave its key, and the database does not open with it."""

    _title = N_("The file with the cases cannot be opened")
    _what = N_("The passphrase is right, but {file} cannot be read: it is damaged, or it belongs to another key file.")
    _safe = N_("Nothing was changed. Keep the file as it is: a part of it can perhaps be read again.")
    _remedy = N_("Put {file} and the key file of the same day back from a backup, and tell your administrator.")


class DamagedInside(EntranceProblem):
    """The database opens, and something in it is not whole: what, stands in the list that was made of it."""

    _title = N_("Something in the file with the cases is damaged")
    _what = N_("{file} opens, but not everything in it is whole: the list says what.")
    _safe = N_("Nothing was changed. Keep the file as it is: a part of it can perhaps be read again.")
    _remedy = N_("Put {file} and the key file of the same day back from a backup, and tell your administrator.")


class NewerLoket(EntranceProblem):
    """The key file or the database was written by a later version."""

    _title = N_("These cases need a newer Loket")
    _what = N_("They were last opened with a newer version of Loket than this one.")
    _remedy = N_("Install the newer version on this computer, then open the cases again.")


class ReadOnlyFolder(EntranceProblem):
    """The profile folder or a file in it cannot be written to."""

    _title = N_("Loket may not write in its folder")
    _what = N_("The folder is read-only, so nothing that you type could be kept. Loket stays closed for that reason.")
    _remedy = N_("Ask your administrator for the right to write there, then try again.")


class DiskFull(EntranceProblem):
    """No room is left."""

    _title = N_("The disk is full")
    _what = N_("There is no room left on the disk to write to.")
    _safe = N_("What was saved before is whole.")
    _remedy = N_("Make room on the disk, then try again.")


class UpdateFailed(EntranceProblem):
    """A migration failed and was taken back; `backup` is the copy that was made first."""

    _title = N_("The cases could not be brought up to date")
    _what = N_("This version of Loket keeps the cases in a new form, and the change to it failed.")
    _safe = N_("The cases are as they were, and a copy of them lies beside them: {backup}.")
    _remedy = N_("Go on with the version of Loket that you had before, and tell your administrator.")


class HeldByAnother(EntranceProblem):
    """Another program holds the database."""

    _title = N_("Another program holds the cases")
    _what = N_("Another program, perhaps a backup or a virus scanner, holds {file} at this moment.")
    _remedy = N_("Wait a little, then try again.")


class DiskTrouble(EntranceProblem):
    """The system refuses in a way that we have no better words for; `reason` is the system's."""

    _title = N_("The folder cannot be used")
    _what = N_("The system refuses: {reason}.")
    _remedy = N_("Check that the drive is connected and whole, then try again.")


class NoStore(EntranceProblem):
    """Somebody wants to open what was never made."""

    can_try_again = False
    _title = N_("There are no cases here yet")
    _what = N_("No store was made in this folder.")
    _remedy = N_("Start Loket to make one, or use: loket store init.")


class StoreExists(EntranceProblem):
    """Somebody wants to make what is there already."""

    exit_code = 2
    can_try_again = False
    _title = N_("There are cases here already")
    _what = N_("This folder has a store already.")
    _remedy = N_("Unlock it, or choose another folder.")


class WrongPassphrase(EntranceProblem):
    """The slot is whole, the passphrase does not open it."""

    _title = N_("Not unlocked")
    _what = N_("That is not the passphrase of {login}.")
    _remedy = N_("Check Caps Lock and the keyboard language, and type it again.")


class UnknownLogin(EntranceProblem):
    """Nobody of that name can unlock."""

    exit_code = 2
    _title = N_("Not unlocked")
    _what = N_("Nobody called {login} can unlock these cases.")
    _remedy = N_("Those who can: {logins}.")


class WrongCode(EntranceProblem):
    """A recovery code without a slip, of another store or an older sheet."""

    _title = N_("Not unlocked")
    _what = N_("The code is typed well, but it is not the code of these cases.")
    _remedy = N_("Look for the newest recovery sheet of this computer.")


class MistypedCode(EntranceProblem):
    """A slip of the finger in group `group`."""

    exit_code = 2
    _title = N_("Not unlocked")
    _what = N_("Group {group} of the code cannot be right.")
    _remedy = N_("Compare it with the sheet, sign by sign.")


class UnfinishedCode(EntranceProblem):
    """Too few signs, or too many."""

    exit_code = 2
    _title = N_("Not unlocked")
    _what = N_("A recovery code has eight groups of five signs.")
    _remedy = N_("Compare it with the sheet.")


class BadLogin(EntranceProblem):
    """Not a login name."""

    exit_code = 2
    _title = N_("Not a login name")
    _what = N_("A login name has 1 to 24 letters or digits, without spaces.")
    _remedy = N_("Take your initials, for instance.")


class LoginTaken(EntranceProblem):
    """Somebody of that name can unlock the store already."""

    exit_code = 2
    _title = N_("That name is taken")
    _what = N_("Somebody called {login} can unlock this store already.")
    _remedy = N_("Take another login name.")


class LoginStands(EntranceProblem):
    """Somebody who left entered or confirmed figures under that name: it stays theirs."""

    exit_code = 2
    _title = N_("That name was somebody else's")
    _what = N_(
        "Figures of this desk were entered or confirmed as {login}, by somebody who can't unlock Loket any more."
    )
    _remedy = N_("Take another login name.")


class NotOneself(EntranceProblem):
    """Nobody shuts the door on oneself: the last one could leave nobody inside."""

    exit_code = 2
    _title = N_("That is you")
    _what = N_("You can't take away your own access.")
    _remedy = N_("Ask a colleague to do it.")


class WeakPassphrase(EntranceProblem):
    """It would protect nothing; `advice` is the sentence that helps most."""

    exit_code = 2
    _title = N_("The passphrase is too weak")
    _what = N_("The passphrase is too weak.")
    _remedy = "{advice}"


class OurFault(EntranceProblem):
    """A mistake of ours; the report has the rest."""

    exit_code = 1
    _title = N_("Something went wrong in Loket")
    _what = N_("Loket made a mistake and stopped what it was doing.")
    _safe = N_("What was saved before is whole.")
    _remedy = N_("Try again. If it happens again, tell your administrator.")
