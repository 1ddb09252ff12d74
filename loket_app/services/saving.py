"""Why something could not be kept, in words: what happened, that nothing was lost, what to do."""

from __future__ import annotations

from loket_app.exchange.errors import CaseFileError
from loket_app.i18n import _
from loket_app.services.complaints import Complaint
from loket_app.storage.errors import Busy, DiskFull, ReadOnlyFolder, StoreError


def why_not_saved(error: BaseException) -> str:
    """The sentence for an error of the store while a case is open. The changes stay in memory and are tried again."""
    return _what(error) + " " + _("Your answers are kept here and Loket tries again; don't close it yet.")


def why_scan_not_kept(error: BaseException) -> str:
    """The sentence for a scan that could not be put in the store."""
    return _what(error) + " " + _("The scan was not added; nothing else was lost. Then add it again.")


def why_choice_not_kept(error: BaseException) -> str | None:
    """The sentence for a choice of the settings, which counts at once; None for a fault of ours."""
    lost = _("What you chose counts until Loket is closed, and is lost then.")
    return _what(error) + " " + lost if isinstance(error, StoreError) else None


def why_days_missing(error: BaseException) -> str:
    """The sentence for days to watch that could not be put in the store; they are worked out when it can be."""
    return _("The days of some cases could not be worked out, so some may be missing here.") + " " + _what(error)


def why_not_done(error: BaseException) -> str | None:
    """The sentence for an act that was refused or could not be kept; None for a fault of ours."""
    if isinstance(error, Complaint):
        return f"{error.why} {error.remedy}"
    if isinstance(error, CaseFileError):
        return error.one_line
    return _what(error) + " " + _("Nothing was changed.") if isinstance(error, StoreError) else None


def _what(error: BaseException) -> str:
    if isinstance(error, DiskFull):
        return _("The disk is full. Make room on it.")
    if isinstance(error, ReadOnlyFolder):
        return _("The folder of the cases can't be written to. Ask who looks after this computer.")
    if isinstance(error, Busy):
        return _("Another program is using the cases. Close it.")
    return _("The cases can't be written at this moment.")
