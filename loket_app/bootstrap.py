"""Puts the layers together for what needs a window. Nothing encrypted is opened here before somebody unlocks it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from loket_app import platform_check
from loket_app.cli import output
from loket_app.i18n import _, language
from loket_app.services.complaints import Complaint
from loket_app.services.entrance import default_profile, screen_language

DEMO_FOLDER = Path("loket-demo")
_UNSEEN = ("offscreen", "minimal", "vnc")
"""Platforms of Qt that draw where nobody looks."""


def desk(profile: Path | None = None, lang: str | None = None) -> int:
    """The application on this user's own store, or on the one in a folder. Raises Complaint where no window can stand.

    It speaks the language that was asked for, else the one that this profile spoke last, else the computer's.
    """
    if not platform_check.has_display():
        raise Complaint("loket", _("There is no screen here."), _("For what works without one, type: loket --help"))
    if _tell(platform_check.complaint()):
        return 2
    from loket_app.ui.application import run_desk  # noqa: PLC0415  late: Qt itself would end the program where it can't start

    place = profile or default_profile()
    return run_desk(place, lang or screen_language(place) or language())


def demo(out: Path | None = None) -> int:
    """The sample stories in a window, or as files where there is none or a folder was named."""
    if out is None and _is_seen() and not _tell(platform_check.complaint()):
        return _demo_window()
    from loket_app.services.demo import why_not_handed_over, write_demo  # noqa: PLC0415  late: 70 ms on other mornings
    from loket_app.services.demo_packages import KEY_FILE, write_packages  # noqa: PLC0415  the same

    folder = out or DEMO_FOLDER
    files = (*write_demo(folder), *write_packages(folder))
    _say_written(files)
    output.line(
        _("The packages are samples, with a consent that is made up. Their key lies beside them: {file}").format(
            file=folder / KEY_FILE
        )
    )
    for number, why in why_not_handed_over():
        output.line(f"{number}: {why}")
    return 0


def _demo_window() -> int:
    from loket_app.services.demo import new_passphrase, throwaway_store  # noqa: PLC0415  late, as above
    from loket_app.ui.application import run_opened  # noqa: PLC0415  late, as above

    passphrase = new_passphrase()
    with throwaway_store(passphrase) as opened:
        output.line(
            _("The sample store is thrown away when Loket closes. To unlock it: {passphrase}").format(
                passphrase=passphrase
            )
        )
        output.finish()
        return run_opened(opened, language())


def _is_seen() -> bool:
    return platform_check.has_display() and os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] not in _UNSEEN


def _say_written(files: Sequence[Path]) -> None:
    output.line(
        _("Case files, summaries and explanations of the four sample stories, in {folder}:").format(
            folder=files[0].parent.resolve()
        )
    )
    for file in files:
        output.line(file.name, 2)


def _tell(complaint: str | None) -> bool:
    """Say on stderr what is missing, if anything is."""
    if complaint:
        sys.stderr.write(complaint + "\n")
    return bool(complaint)
