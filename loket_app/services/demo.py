"""The four sample stories: as cases, as files, and in a store that is thrown away."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from loket_app import paths
from loket_app.domain.case import Case, Desk
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_content import stops
from loket_app.domain.wish import Partner
from loket_app.i18n import LANGUAGES, language
from loket_app.i18n.phrases_handover import stops_text
from loket_app.services.casefile import ENDING, advise_case, read_case, write_case
from loket_app.services.clock import Clock
from loket_app.services.demo_days import SAMPLE_DAY, in_week_of
from loket_app.services.documents import make_folder, save, summary
from loket_app.services.explanation import explanation

if TYPE_CHECKING:
    from loket_app.services.entrance import Opened

LOGIN = "demo"
STORIES = ("abdulmueen", "miftari", "agnes")
"""What the brochure tells."""

INVENTED = "narine"
"""Somebody who does not exist, in a second round of the return track: of that the brochure tells nothing."""

AGREEING = ("BRU-0000-0002", "BRU-0000-0003")
"""The stories of which a sample package is made, with a consent made up for it: see demo_packages."""


def demo_cases(today: date = SAMPLE_DAY) -> tuple[Case, ...]:
    """Abdulmueen, the Miftari family, Agnès: what the brochure tells of them; and Narine, whose days lie around today."""
    return (*map(_story, STORIES), in_week_of(_story(INVENTED), today))


def _story(name: str) -> Case:
    return read_case(paths.resources() / "demo" / f"{name}{ENDING}")


def write_demo(folder: Path, languages: Sequence[str] = LANGUAGES) -> tuple[Path, ...]:
    """Write each story's case file, and its summary and explanation in each language; what an earlier demo wrote is replaced.

    Raises Complaint when the folder can't be written to.
    """
    make_folder(folder)
    return tuple(_written(folder, languages))


def _written(folder: Path, languages: Sequence[str]) -> Iterator[Path]:
    for case in demo_cases(Clock().today()):
        target = folder / f"{case.number}{ENDING}"
        save(target, write_case(case), force=True)
        yield target
        advice = advise_case(case)
        for lang in languages:
            target = folder / f"{case.number}-{lang}.pdf"
            save(target, summary(case, lang, advice=advice), force=True)
            yield target
            target = folder / f"{case.number}-explanation-{lang}.pdf"
            save(target, explanation(case, lang, advice=advice), force=True)
            yield target


def why_not_handed_over() -> Iterator[tuple[str, str]]:
    """Number and reason for each story without a sample package: the brochure tells of no consent."""
    for case in demo_cases():
        if case.number in AGREEING:
            continue
        recipient = Recipient.CARITAS if case.plan.partner is Partner.CARITAS else Recipient.IOM
        yield case.number, stops_text(recipient, stops(case, recipient, advise_case(case)))


def new_passphrase() -> str:
    """A passphrase to type after a pause: random, as somebody may try a real answer in the sample store."""
    return "-".join(secrets.token_hex(2) for _part in range(4))


@contextmanager
def throwaway_store(passphrase: str) -> Iterator[Opened]:
    """A store with the stories in a folder for this user alone, unlocked. Both are gone at the end."""
    from loket_app.services.entrance import SetUp, create_store  # noqa: PLC0415  late: files need no store
    from loket_app.services.store import add_cases  # noqa: PLC0415  the same

    folder = Path(tempfile.mkdtemp(prefix="loket-"))  # mkdtemp makes it 0700
    try:
        setup = SetUp(LOGIN, passphrase, Desk.BRUSSELS, LOGIN, language())
        opened = create_store(folder / "profile", setup)
        try:
            add_cases(opened, {case.number: case for case in demo_cases(Clock().today())})
            yield opened
        finally:
            opened.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
