"""The recovery sheet: one page with the code that opens the store when a passphrase is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from loket_app.documents.engine.blocks import paragraph, signatures, subheading, title
from loket_app.documents.engine.faces import Weight
from loket_app.documents.engine.lines import Align, Style
from loket_app.documents.engine.look import BODY, QUIET, Said
from loket_app.documents.engine.pages import About, Layout, pdf_of
from loket_app.documents.engine.strips import Strip, white
from loket_app.documents.engine.tables import glance
from loket_app.documents.furniture import Running
from loket_app.i18n import _, using

_CODE: Final = Style(size=23, leading=40, weight=Weight.BOLD, align=Align.CENTRE)
_GROUPS_A_LINE: Final = 4
_READING: Final = replace(BODY, size=10.5, leading=15.5)
_LOGIN: Final = replace(_READING, colour=QUIET)


def recovery_sheet_pdf(code: str, store_label: str, lang: str) -> bytes:
    """One page with a recovery code such as `7KQ2M-…`. Nothing of the code gets into the file's description.

    `store_label` says which store it opens. Raises ValueError for a language that Loket lacks.
    """
    layout = Layout()
    with using(lang):
        about = About(_("Recovery sheet"), lang)
        running = Running("", "Loket", "", layout.width)
        return pdf_of(_strips(code, store_label, layout.width), layout, about, running)


def _strips(code: str, store_label: str, width: float) -> Iterator[Strip]:
    yield from title(_("Recovery sheet"), width)
    yield from paragraph(Said(store_label, _LOGIN), width, after=16)
    yield from glance(_rows(code), width)
    yield white(14)
    for name, words in _explained():
        yield from subheading(name, width)
        yield from paragraph(Said(words, _READING), width)
    yield white(18)
    yield from signatures([(_("Kept at"), ""), (_("Sealed on, by"), "")], "", width)


def _rows(code: str) -> list[list[Said]]:
    groups = code.split("-")
    groups += [""] * (-len(groups) % _GROUPS_A_LINE)
    lines = (groups[at : at + _GROUPS_A_LINE] for at in range(0, len(groups), _GROUPS_A_LINE))
    return [[Said(group, _CODE) for group in line] for line in lines]


def _explained() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("What it is for"),
            _(
                "With this code the store of this desk opens when a passphrase is lost. Say so on the first window of "
                "Loket and type the code; capitals, spaces and dashes do not matter."
            ),
        ),
        (
            _("Where to keep it"),
            _(
                "On paper, in a sealed envelope, in the safe or with the head of the desk: never with the computer, never "
                "as a photo, a scan or a mail. Whoever has this sheet and the computer reads every file of the desk."
            ),
        ),
        (
            _("When it was seen by somebody else"),
            _(
                "Tell whoever is responsible for the data of the desk at once: with the computer, this code opens every file."
            ),
        ),
        (
            _("There is no other way in"),
            _(
                "Nobody can open the store without a passphrase or this code: not the maker of Loket, not the IT service."
            ),
        ),
    )
