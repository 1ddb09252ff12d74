"""Why something could not be kept, in words: what happened, that nothing was lost, what to do."""

from __future__ import annotations

from loket_app.i18n import _
from loket_app.storage.errors import Busy, DiskFull, ReadOnlyFolder


def why_not_saved(error: BaseException) -> str:
    """The sentence for an error of the store while a case is open. The changes stay in memory and are tried again."""
    if isinstance(error, DiskFull):
        what = _("The disk is full. Make room on it.")
    elif isinstance(error, ReadOnlyFolder):
        what = _("The folder of the cases can't be written to. Ask who looks after this computer.")
    elif isinstance(error, Busy):
        what = _("Another program is using the cases. Close it.")
    else:
        what = _("The cases can't be written at this moment.")
    return what + " " + _("Your answers are kept here and Loket tries again; don't close it yet.")
