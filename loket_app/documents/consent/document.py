"""The whole sheet: five questions, each with a yes and a no for everybody who answers, who explained them, and who signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain, repeat
from typing import Final

from loket_app.documents.consent.boxes import asked
from loket_app.documents.engine.blocks import signatures, title
from loket_app.documents.engine.lines import Style, lines_of
from loket_app.documents.engine.look import DARK_RULE, GUTTER, QUIET, SMALL, Said
from loket_app.documents.engine.pages import MM, About, Layout, pdf_of
from loket_app.documents.engine.strips import Ink, Mark, Rule, Strip, kept_together, kept_with_next, white
from loket_app.documents.explanation.closing import no_effect
from loket_app.documents.explanation.sheet import text
from loket_app.documents.furniture import Running
from loket_app.documents.signers import signers
from loket_app.domain.answering import asked_on, respondents, through_guardian
from loket_app.domain.answers import known
from loket_app.domain.case import Case, ConsentPurpose
from loket_app.domain.person import Person
from loket_app.i18n import _, formats, using
from loket_app.i18n.joining import in_a_row
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import household_name, names_in
from loket_app.i18n.phrases_consent import everybody

_TEXT: Final = Style(size=9.5, leading=13)
_LABEL: Final = replace(_TEXT, colour=QUIET)
_ONE_PAGE: Final = 450.0
_TO_SIGN: Final = 28.0
"""Room for a signature in points: answers and signatures belong on one page."""


def consent_pdf(case: Case, lang: str, *, printed_on: date) -> bytes:
    """The sheet to sign as a PDF, equal bytes for equal input. No box is ticked: the person does that.

    `lang` is nl, fr, de or en, whatever the screen speaks. Raises ValueError for a language Loket lacks.
    """
    layout = Layout(top=19 * MM, bottom=17 * MM)
    with using(lang):
        about = About(_("Your consent") + f" {case.number}", lang)
        return pdf_of(_strips(case, printed_on, layout.width), layout, about, _running(case, printed_on, layout.width))


def _strips(case: Case, printed_on: date, width: float) -> Iterator[Strip]:
    yield from title(_("Your consent"), width)
    yield from text(f"{household_name(case)} · {case.number}", width, _LABEL)
    rights = _(
        "You answer each question separately. You may say no, and you may take back a yes later; nobody asks you why."
    )
    yield from text(f"{rights} {no_effect()}", width, _TEXT)
    day = asked_on(case, printed_on)
    who = _asked(case, day)
    if len(who) > 1:
        names = names_in(case)
        numbered = (f"{number}\u00a0=\u00a0{names[person.id]}" for number, person in enumerate(who, 1))
        yield from text(f"{everybody(len(who))} {in_a_row(numbered)}.", width, _TEXT)
    for purpose in ConsentPurpose:
        yield from asked(purpose, width, len(who))
    yield white(5)
    yield from kept_together((*_explained(case, width), *_signing(case, day, who, width)), _ONE_PAGE)


def _asked(case: Case, day: date) -> list[Person]:
    """Everybody who answers, in the order in which they sign: the adults first, then minors by their guardian."""
    return sorted(respondents(case, day), key=lambda person: through_guardian(case, person, day))


def _signing(case: Case, day: date, who: list[Person], width: float) -> tuple[Strip, ...]:
    """Each with the number of their boxes where there are several: the adults, then one guardian for all the minors."""
    minors = [number for number, person in enumerate(who, 1) if through_guardian(case, person, day)]
    marks = [str(number) for number in range(1, len(who) - len(minors) + 1)]
    marks += [", ".join(map(str, minors))] if minors else []
    of_whom = chain(marks if len(who) > 1 else (), repeat(""))
    signing = zip(signers(case, day), of_whom, strict=False)
    people = [(f"{mark}. {role}" if mark else role, name) for (role, name), mark in signing]
    return signatures(people, _("Date and signature"), width, to_sign=_TO_SIGN)


def _explained(case: Case, width: float) -> Iterator[Strip]:
    """In which language, and who interpreted: filled in where it is known, else by hand."""
    languages = {consent.language for consent in case.consents if known(consent.language)}
    language = formats.language_name(languages.pop()) if len(languages) == 1 else ""
    room = (width - 2 * GUTTER) / 2
    places = ((_("Explained to me in this language"), language), (_("Name of the interpreter"), ""))
    marks = [mark for at, place in enumerate(places) for mark in _to_fill_in(*place, at * (room + 2 * GUTTER), room)]
    yield from kept_with_next((Strip(2 * _TEXT.leading + 4, tuple(marks)), white(10)))


def _to_fill_in(words: str, value: str, x: float, width: float) -> Iterator[Mark]:
    for row, part in enumerate((Said(words, SMALL), Said(value, _TEXT))):
        yield from (Ink(x, 1 + row * _TEXT.leading, line) for line in lines_of(part.text, part.style, width)[:1])
    yield Rule(x, 2 * _TEXT.leading + 3, width, colour=DARK_RULE)


def _running(case: Case, printed_on: date, width: float) -> Running:
    desk = capital(_("return desk {place}").format(place=label(case.desk)))
    return Running(case.number, desk, formats.format_date(printed_on, "long"), width)
