"""The report of one conversation for the file: confidential, on one page or two, signed by who held it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from loket_app.documents.engine.blocks import heading, paragraph, signatures, title
from loket_app.documents.engine.look import SMALL, Said
from loket_app.documents.engine.pages import About, Layout, pdf_of
from loket_app.documents.engine.strips import Strip, kept_together
from loket_app.documents.engine.tables import facts
from loket_app.documents.furniture import Running
from loket_app.documents.summary.closing import FREE_NUMBER
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.conversation import Conversation
from loket_app.domain.person import Relation
from loket_app.i18n import _, formats, using
from loket_app.i18n.labels import capital, field_label, label, yes_no
from loket_app.i18n.phrases import household_name
from loket_app.i18n.phrases_talk import HEAD, SAID, talk_title, told

_SIGNING = 220.0
"""Points: who signs finds on the same page what the signatures are, and who may read it."""


def conversation_pdf(case: Case, talk: Conversation, lang: str, *, covered: Sequence[str], printed_on: date) -> bytes:
    """The report as a PDF, equal bytes for equal input. `covered` are the titles of the points that were discussed.

    `lang` is nl, fr, de or en. Raises ValueError for a language Loket lacks.
    """
    layout = Layout()
    with using(lang):
        about = About(_("Report of a conversation") + f" {case.number}", lang)
        strips = _strips(case, talk, covered, layout.width)
        return pdf_of(strips, layout, about, _running(case, printed_on, layout.width))


def _strips(case: Case, talk: Conversation, covered: Sequence[str], width: float) -> Iterator[Strip]:
    yield from title(_("Report of a conversation"), width)
    about = (talk_title(talk), household_name(case), _("case {number}").format(number=case.number))
    yield from paragraph(Said(" · ".join(about), SMALL), width, after=12)
    yield from facts(list(told(case, talk, HEAD)), width)
    if covered:
        yield from heading(capital(field_label("conversations/covered")), width)
        for point in covered:
            yield from paragraph(f"• {point}", width, after=1)
    said = list(told(case, talk, SAID))
    if said:
        yield from heading(_("What was said"), width)
        yield from facts(said, width)
    signing = _signing(case, talk, width) if talk.counts else ()
    yield from kept_together((*_reading(talk, width), *signing), _SIGNING)


def _reading(talk: Conversation, width: float) -> Iterator[Strip]:
    """Whether the next structure may read it: without a yes of the person it may not."""
    answer = talk.visible_to_next
    words = label(NOT_ASKED) if answer is NOT_ASKED else yes_no(answer) if isinstance(answer, bool) else label(answer)
    question = capital(field_label("conversations/visible_to_next"))
    yield from paragraph(Said(_("{question} {answer}").format(question=question, answer=words), SMALL), width)


def _signing(case: Case, talk: Conversation, width: float) -> Iterator[Strip]:
    holder = label(talk.held_by) if talk.held_by is not NOT_ASKED else _("who held the conversation")
    people = [(capital(holder), ""), (capital(label(Relation.APPLICANT)), household_name(case))]
    yield from heading(_("Signatures"), width)
    yield from signatures(people, _("Date and signature"), width)


def _running(case: Case, printed_on: date, width: float) -> Running:
    desk = capital(_("return desk {place}").format(place=label(case.desk)))
    printed = _("printed on {date}").format(date=formats.format_date(printed_on, "long"))
    return Running(case.number, f"{desk} · {printed}", _("free number {number}").format(number=FREE_NUMBER), width)
