"""Packages of two sample stories, to be opened and looked at.

The brochure tells of no consent, and the stories keep to it. A package needs one: it is made up for the package alone,
and the package says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

from loket_app.domain.case import Case, Consent, ConsentState
from loket_app.domain.consents import whose_word
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_consents import purposes
from loket_app.domain.wish import Partner
from loket_app.i18n import _, language
from loket_app.services.demo import AGREEING, demo_cases
from loket_app.services.documents import save
from loket_app.services.handover import Made, PublicKey, make, new_keys

KEY_FILE = "sample-key.txt"


def write_packages(folder: Path) -> tuple[Path, ...]:
    """Write a package of each story that the sample has agreeing, and the key that opens them, new each time.

    Raises Complaint when the folder can't be written to.
    """
    secret, public = new_keys()
    files = {made.file_name: made.package for made in _packages(public)}
    note = f"# loket demo: a sample key, for these packages alone\n# public key: {public.text}\n{secret.text}\n"
    for name, content in {**files, KEY_FILE: note.encode()}.items():
        save(folder / name, content, force=True)
    return tuple(folder / name for name in (*files, KEY_FILE))


def _packages(key: PublicKey) -> Iterator[Made]:
    for case in demo_cases():
        if case.number in AGREEING:
            recipient = Recipient.CARITAS if case.plan.partner is Partner.CARITAS else Recipient.IOM
            yield make(_agreeing(case, recipient), recipient, key, by=case.counsellor, lang=language())


def _agreeing(case: Case, recipient: Recipient) -> Case:
    """The story as if somebody had asked, and the answer had been yes."""
    answers = product(purposes(recipient), whose_word(case))
    consents = tuple(
        Consent(f"sample-{number}", purpose, ConsentState.GIVEN, on=case.opened_on, person=person)
        for number, (purpose, person) in enumerate(answers, 1)
    )
    wish = replace(case.wish, free_choice=True, informed=True)
    return replace(case, consents=consents, wish=wish, counsellor=_("demo (sample: the consent is made up)"))
