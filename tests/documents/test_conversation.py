"""The report of a conversation: what was said stands in it, what was not asked does not, in four languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loket_app.documents.conversation import conversation_pdf
from loket_app.domain.answers import DECLINED
from loket_app.domain.conversation import Conversation, KeyMoment, Stance
from tests.documents.cases import FAMILY, PRINTED_ON
from tests.documents.reading import page_texts, words

TALK = Conversation(
    "t1",
    on=date(2026, 4, 7),
    moment=KeyMoment.OTP_INTAKE,
    stance=Stance.CONSIDERS,
    obstacles="O & M <Trading> wacht op geld.",
    attitude=DECLINED,
    visible_to_next=False,
)


def printed(lang: str = "en", talk: Conversation = TALK, covered: tuple[str, ...] = ()) -> str:
    return words(conversation_pdf(FAMILY, talk, lang, covered=covered, printed_on=PRINTED_ON))


def test_what_was_said_stands_in_it() -> None:
    text = printed(covered=("The final refusal explained",))
    for part in ("O & M <Trading> wacht op geld.", "considers it", "The final refusal explained", FAMILY.number):
        assert part in text
    assert "declined" in text
    assert "Possible solutions" not in text


@pytest.mark.parametrize(
    ("lang", "title"),
    [("nl", "Gespreksverslag"), ("fr", "Rapport d'entretien"), ("de", "Gesprächsbericht"), ("en", "Report of a")],
)
def test_it_speaks_the_language_that_was_asked(lang: str, title: str) -> None:
    assert title in printed(lang)


def test_nobody_may_read_it_next_without_a_yes() -> None:
    assert "read this? no" in printed()
    assert "read this? not asked" in printed(talk=Conversation("t2"))


def test_a_long_conversation_runs_over_pages_and_is_the_same_twice() -> None:
    long = replace(TALK, notes="Een lange zin over de reis. " * 400)
    assert "page 2 of" in printed(talk=long)
    first, second = (conversation_pdf(FAMILY, long, "nl", covered=(), printed_on=PRINTED_ON) for _ in range(2))
    assert first == second


def test_a_language_that_loket_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="xx"):
        conversation_pdf(FAMILY, TALK, "xx", covered=(), printed_on=PRINTED_ON)


def test_signatures_never_stand_alone_on_a_page() -> None:
    """However long the notes are: somewhere in between they push the signatures to a page of their own."""
    lengths = range(150, 400, 10)
    talks = (replace(TALK, notes="woord " * length) for length in lengths)
    last = [
        page_texts(conversation_pdf(FAMILY, talk, "en", covered=(), printed_on=PRINTED_ON))[-1].split("\n")[1]
        for talk in talks
    ]
    assert set(last) >= {"May the next structure read this? no"}
    assert not any(line.startswith(("Signatures", "Who held", "Applicant")) for line in last)
