"""What rests on a weak source says so wherever it is read: beside the source, under the estimate, on paper for the client."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loket_app.cli import check
from loket_app.documents.summary import summary_pdf
from loket_app.domain.advice import Advice, advise
from loket_app.domain.case import Desk
from loket_app.domain.laid_over import lay_over
from loket_app.domain.tables import Confidence
from loket_app.i18n import LANGUAGES, set_language
from loket_app.i18n.phrases import source_text
from loket_app.i18n.phrases_sources import weak_figures_text
from loket_app.rules import load_tables
from loket_app.services.desk_profile import DeskProfile
from loket_app.services.explanation import explanation
from loket_app.services.free_number import free_number, hours_text, number_hours
from tests.documents.cases import BUDGET_TERM
from tests.documents.reading import page_texts
from tests.domain.layers import CELL, confirmed, proposal
from tests.domain.test_estimate_shares import DEPARTURE, household

WEAK = replace(CELL, confidence=Confidence.LOW)


def advice(confidence: Confidence) -> Advice:
    said = proposal(source=replace(CELL, confidence=confidence))
    tables = lay_over(load_tables(), [confirmed(said)])
    return advise(household("1984"), tables, today=DEPARTURE, departure=DEPARTURE)


def test_beside_the_source_it_stands_what_to_do_about_it() -> None:
    set_language("en")
    assert "weak source: check before you rely on it" in source_text(WEAK)
    assert "weak" not in source_text(replace(WEAK, confidence=Confidence.MEDIUM))


@pytest.mark.parametrize(("confidence", "weak"), [(Confidence.LOW, True), (Confidence.MEDIUM, False)])
def test_an_estimate_and_the_papers_with_it_say_it(confidence: Confidence, *, weak: bool) -> None:
    set_language("en")
    given = advice(confidence)
    assert bool(weak_figures_text(given.support)) is weak
    home = " ".join(" ".join(page_texts(explanation(household("1984"), "en", advice=given))).split())
    assert ("Not every amount here is sure: ask us before you count on it." in home) is weak


@pytest.mark.parametrize(("confidence", "weak"), [(Confidence.LOW, True), (Confidence.MEDIUM, False)])
def test_the_summary_and_check_say_it_under_the_estimate(confidence: Confidence, *, weak: bool) -> None:
    set_language("en")
    case, given = household("1984"), advice(confidence)
    sentence = "An amount here comes from a weak source: check before you rely on it."
    assert (sentence in [text for _indent, text in check._lines(case, given, (), None, given)]) is weak
    paper = " ".join(
        " ".join(page_texts(summary_pdf(case, given, "en", budget_term=BUDGET_TERM, printed_on=DEPARTURE))).split()
    )
    assert (sentence in paper) is weak


def test_the_hours_of_the_free_number_say_it_only_where_their_source_is_weak() -> None:
    number = free_number()
    for lang in LANGUAGES:
        plain = number.hours.text(lang)
        assert hours_text(number, lang) == plain
        doubt = hours_text(replace(number, source=WEAK), lang)
        assert doubt.startswith(f"{plain} (")
        assert ("not sure" in doubt) is (lang == "en")
    assert number_hours(DeskProfile(Desk.GHENT, number_hours="daily"), "nl") == "daily"
