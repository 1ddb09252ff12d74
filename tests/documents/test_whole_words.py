"""No word of Loket's own is cut in two: every label and every option fits in its column, in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import cycle

import pytest

from loket_app.documents.engine import lines
from loket_app.documents.engine.pages import Layout
from loket_app.documents.engine.strips import Ink, Strip
from loket_app.documents.engine.tables import paired_facts
from loket_app.documents.summary.decisions import decisions
from loket_app.documents.summary.file import OnPaper
from loket_app.documents.summary.papers import consents, costs, documents
from loket_app.domain.case import Consent, ConsentPurpose, ConsentState
from loket_app.domain.money import Money
from loket_app.domain.stay import Authority, Decision, Outcome, Stay
from loket_app.domain.travel import Cost, CostKind, CostState, DocumentKind, DocumentState, Reimburser, TravelDocument
from loket_app.i18n import LANGUAGES, using
from loket_app.i18n.fields import FIELDS
from loket_app.i18n.labels import capital, field_label
from tests.documents.cases import FAMILY, PRINTED_ON

WIDTH = Layout().width
DECISIONS = tuple(
    Decision(str(at), authority, outcome, True, PRINTED_ON, PRINTED_ON, True, PRINTED_ON, False, PRINTED_ON)
    for at, (authority, outcome) in enumerate(zip(Authority, cycle(Outcome), strict=False))
)
PAPERS = tuple(
    TravelDocument(f"{kind.value}-{state.value}", "p1", kind, state) for kind in DocumentKind for state in DocumentState
)
COSTS = tuple(
    Cost(f"{kind.value}-{state.value}", kind, "p1", "", Money.of("1234.50"), PRINTED_ON, state, reimbursed_by=by)
    for kind in CostKind
    for state, by in zip(CostState, cycle(Reimburser), strict=False)
)
CONSENTS = tuple(
    Consent(f"{purpose.value}-{state.value}", purpose, state=state, on=PRINTED_ON, person="p1", language="uk")
    for purpose in ConsentPurpose
    for state in ConsentState
)
FULL = replace(FAMILY, stay=Stay(decisions=DECISIONS), documents=PAPERS, costs=COSTS, consents=CONSENTS)


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that are cut while a test lays out its lines."""
    found: list[str] = []
    chopped = lines._chopped

    def told(text: str, token: lines._Token, first: int, end: int, room: float) -> Iterator[tuple[int, int]]:
        found.append(text[first:end])
        return chopped(text, token, first, end, room)

    monkeypatch.setattr(lines, "_chopped", told)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("table", [decisions, documents, costs, consents])
def test_a_table_cuts_no_word(table: Callable[[OnPaper], Iterable[Strip]], lang: str, cut: list[str]) -> None:
    with using(lang):
        strips = list(table(OnPaper(FULL, PRINTED_ON, WIDTH)))
    assert (len(strips) > len(DECISIONS), cut) == (True, [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_label_is_cut_where_two_stand_on_a_line(lang: str, cut: list[str]) -> None:
    with using(lang):
        strips = paired_facts([(capital(field_label(path)), "x") for path in FIELDS], WIDTH)
    assert (len(strips) > len(FIELDS) / 3, cut) == (True, [])


def test_what_was_asked_of_a_decision_stands_in_its_row() -> None:
    with using("en"):
        case = replace(FAMILY, stay=Stay(decisions=DECISIONS[:1]))
        text = " ".join(_words(decisions(OnPaper(case, PRINTED_ON, WIDTH))))
    assert text.count("14/04/2026") == 4
    for words in ("Final: yes", "Suspensive appeal: no"):
        assert words in text


def _words(strips: Iterable[Strip]) -> Iterator[str]:
    for ink in (mark for strip in strips for mark in strip.marks if isinstance(mark, Ink)):
        yield "".join(glyph.text for run in ink.line.runs for glyph in run.glyphs)
