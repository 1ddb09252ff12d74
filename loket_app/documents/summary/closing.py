"""The end of the summary: whom to ask, and who signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from loket_app.documents.engine.blocks import heading, introduction, signatures
from loket_app.documents.engine.strips import Strip, kept_together
from loket_app.documents.engine.tables import facts
from loket_app.documents.signers import signers
from loket_app.documents.summary.file import File
from loket_app.i18n import _

FREE_NUMBER: Final = "0800 32 745"
FROM_ABROAD: Final = "+32 800 32 745"
MAIL: Final = "vrijwilligeterugkeer@fedasil.be"
SITES: Final = {"nl": "vrijwilligeterugkeer.be", "fr": "retourvolontaire.be"}
SITE: Final = "voluntaryreturn.be"

_ONE_PAGE: Final = 450.0


def contacts(file: File, lang: str) -> Iterator[Strip]:
    """Whom to ask."""
    yield from heading(_("Questions"), file.width)
    pairs = [
        (_("Free number"), _("{number}, from abroad {abroad}").format(number=FREE_NUMBER, abroad=FROM_ABROAD)),
        (_("E-mail"), MAIL),
        (_("Website"), SITES.get(lang, SITE)),
    ]
    if file.desk is not None:
        pairs += [(_("Address of the desk"), file.desk.address), (_("Open"), file.desk.hours)]
    yield from facts([(name, value) for name, value in pairs if value], file.width)


def signing(file: File) -> Iterator[Strip]:
    """Who signs: every adult, the guardian of a minor who came alone, the interpreter, the counsellor."""
    words = _(
        "Who signs says that this summary was explained in a language that they understand. Signing obliges nobody to "
        "leave: a decision to return can be taken back at any moment."
    )
    strips = (
        *heading(_("Signatures"), file.width),
        *introduction(words, file.width),
        Strip(6, glued=True),
        *signatures(list(signers(file.case, file.printed_on)), _("Date and signature"), file.width),
    )
    yield from kept_together(strips, _ONE_PAGE)
