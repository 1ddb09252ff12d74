"""Documents as files: made in memory, written whole or not at all, for this user alone."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.programme import BUDGET_TERM
from loket_app.i18n import _
from loket_app.security.files import write_private
from loket_app.services.casefile import advise_case, advise_leaving
from loket_app.services.clock import Clock
from loket_app.services.complaints import Complaint
from loket_app.services.desk_profile import DeskProfile
from loket_app.services.programme import programme


def summary(
    case: Case,
    lang: str,
    *,
    advice: Advice | None = None,
    on: Callable[[Case, date], Advice] | None = None,
    desk: DeskProfile | None = None,
    clock: Clock | None = None,
) -> bytes:
    """The confidential summary as a PDF in one of the four languages; with the advice of today unless one is given.

    `on` advises for another day by the same tables, for a premium that was paid (`advise_leaving`). `desk` adds the address
    and hours that the desk filled in.
    """
    from loket_app.documents.summary import summary_pdf

    clock = clock or Clock()
    given = advice or advise_case(case, clock=clock)
    on_leaving = advise_leaving(case, given, on or partial(advise_case, clock=clock))
    term, today = programme().says(BUDGET_TERM), clock.today()
    return summary_pdf(case, given, lang, budget_term=term, printed_on=today, desk=desk, on_leaving=on_leaving)


def forget() -> None:
    """Let go of the words of documents made before: the screen is locked."""
    from loket_app.documents import forget as forget_words  # noqa: PLC0415  late, as above

    forget_words()


def demand_free(*targets: Path) -> None:
    """Raise Complaint when a file is there already."""
    for target in targets:
        if is_there(target):
            raise Complaint(target, _("This file is there already."), _("Choose another name, or add --force."))


def is_there(target: Path) -> bool:
    """Whether anything has that name, also a link to nothing; not a name that the system can't look up."""
    try:
        target.lstat()
    except OSError:
        return False
    return True


def save(target: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file, readable by this user alone. Raises Complaint, and then nothing was changed."""
    if not force:
        demand_free(target)
    if _is_device(target):
        raise Complaint(target, _("That is a device, and no file."), _("Give the name of a file."))
    try:
        write_private(target, content)
    except OSError as error:
        raise _cannot_write(target, error) from error


def make_folder(folder: Path) -> None:
    """Have a folder, for this user alone when it is new. Raises Complaint."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise Complaint(folder, _("That is a file."), _("Give the name of a folder.")) from None
    except OSError as error:
        raise _cannot_write(folder, error) from error


def _cannot_write(target: Path, error: OSError) -> Complaint:
    if error.errno == errno.ENAMETOOLONG:
        return Complaint(target, _("The name is too long."), _("Choose a shorter one."))
    if _is_folder(target) or error.errno == errno.EISDIR:
        return Complaint(target, _("That is a folder."), _("Give the name of a file."))
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Complaint(target, _("There is no such folder."), _("Make it first, or choose another one."))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Complaint(target, _("The disk is full."), _("Make room on it."))
    return Complaint(target, _("It can't be written."), _("Check that you may write there."))


def _is_device(target: Path) -> bool:
    """Whether that name is one of the system's: a printer, a pipe, the place where everything vanishes."""
    try:
        return target.exists() and not (target.is_file() or target.is_dir())
    except OSError:
        return False


def _is_folder(target: Path) -> bool:
    """Whether it is a folder; not one in which nobody may look."""
    try:
        return target.is_dir()
    except OSError:
        return False
