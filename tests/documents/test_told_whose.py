"""On paper each amount says whose it is and where it stands, and a wished day that has passed is asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loket_app.documents.explanation import explanation_pdf
from loket_app.documents.summary import summary_pdf
from loket_app.domain.advice import Advice, advise
from loket_app.domain.case import Case
from loket_app.domain.estimate import LineKind
from loket_app.domain.laid_over import lay_over
from loket_app.domain.tables import Topic
from loket_app.i18n import LANGUAGES
from loket_app.rules import load_tables
from tests.documents.cases import BUDGET_TERM, FAMILY, PRINTED_ON
from tests.documents.reading import words
from tests.domain.layers import confirmed, proposal
from tests.rules.worked_cases import worked_cases

TABLES = load_tables()
OWN = lay_over(TABLES, [confirmed(proposal())])
MARKS = {"nl": "bedrag van loket Gent", "fr": "montant du guichet Gand", "de": "Betrag des Schalters Gent"}
WORKED = {worked.name: worked for worked in worked_cases()}


def explained(case: Case, advice: Advice, lang: str = "en") -> str:
    return words(explanation_pdf(case, advice, lang, budget_term=BUDGET_TERM, printed_on=PRINTED_ON))


def summed_up(case: Case, advice: Advice, lang: str = "en") -> str:
    return words(summary_pdf(case, advice, lang, budget_term=BUDGET_TERM, printed_on=PRINTED_ON))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_line_of_the_desk_is_marked_and_no_other_one(lang: str) -> None:
    mark = MARKS.get(lang, "figure of the desk Ghent")
    own, shipped = (advise(FAMILY, tables, today=PRINTED_ON) for tables in (OWN, TABLES))
    assert any(line.row and line.row.source.desk for line in own.support)
    assert not any(line.row and line.row.source.desk for line in own.premium)
    for paper in (explained, summed_up):
        assert paper(FAMILY, own, lang).count(mark) == 1
        assert mark not in paper(FAMILY, shipped, lang)


def test_the_summary_says_when_the_figure_of_a_desk_was_confirmed() -> None:
    text = summed_up(FAMILY, advise(FAMILY, OWN, today=PRINTED_ON))
    assert "figure of the return desk Ghent · confirmed on 14/04/2026 · Mail of the voluntary-return cell" in text


def test_the_sheet_says_where_its_amounts_stand() -> None:
    text = explained(FAMILY, advise(FAMILY, TABLES, today=PRINTED_ON))
    assert "Where the amounts come from: Agentschap Integratie en Inburgering" in text
    assert text.count("(26/01/2022)") == 1


def test_nobody_reads_that_money_is_given_where_there_is_none() -> None:
    found = [
        (worked.case, advice)
        for worked in WORKED.values()
        for advice in [advise(worked.case, TABLES, today=PRINTED_ON, departure=worked.departure)]
        if advice.premium and {line.kind.value for line in advice.premium} == {"none"}
    ]
    assert any(len(advice.premium) > 1 for _case, advice in found)
    for case, advice in found:
        cash = explained(case, advice).split("in cash")[1].split("Help after your return")[0]
        assert "As far as we know, you do not." in cash
        assert "gives you this money" not in cash
        assert "Together" not in cash
        assert "0" not in cash
        premium = summed_up(case, advice).split("Departure premium: in cash")[1].split("Reintegration support")[0]
        assert "Together" not in premium


def test_a_budget_that_hangs_on_approval_says_so_at_a_glance() -> None:
    kosovo = WORKED["Family from Kosovo with a sick father: a budget may be approved on the desk's reasons"].case
    assert "only if Fedasil approves it" in summed_up(kosovo, advise(kosovo, TABLES, today=PRINTED_ON))


def test_the_summary_asks_again_for_a_day_that_has_passed_beside_every_amount() -> None:
    asked = "That day has passed: ask for a new one."
    for day, times in ((date(2026, 4, 13), 3), (PRINTED_ON, 0)):
        case = replace(FAMILY, wish=replace(FAMILY.wish, departure_on=day))
        assert summed_up(case, advise(case, TABLES, today=PRINTED_ON)).count(asked) == times


def test_beside_a_verdict_that_closes_the_summary_calls_nothing_an_estimate() -> None:
    case = replace(FAMILY, stay=replace(FAMILY.stay, dublin_transfer=True))
    advice = advise(case, TABLES, today=PRINTED_ON)
    text = summed_up(case, advice).split("Departure premium: in cash")[1].split("Plan of reintegration")[0]
    assert text.count("No estimate with this verdict.") == 2
    assert "Estimate, not an entitlement" not in text


def test_perhaps_something_extra_is_said_once_and_last() -> None:
    advice = advise(FAMILY, TABLES, today=PRINTED_ON)
    kinds = {line.kind for line in advice.support if line.topic is Topic.SUPPLEMENT}
    assert kinds == {LineKind.NOT_KNOWN, LineKind.OPEN}
    rows = explained(FAMILY, advice).split("Use it within 12 months after your return.")[1].split("Worked out for")[0]
    assert rows.count("Perhaps something extra") == 1
    assert rows.index("For your family") < rows.index("Perhaps something extra")
    assert "Fedasil decides" in rows
    assert "when we know more" not in rows


@pytest.mark.parametrize("asked", [True, False])
def test_who_is_counted_though_nobody_said_that_they_leave_is_told(*, asked: bool) -> None:
    household = tuple(replace(person, travels=True) for person in FAMILY.household)
    case = replace(FAMILY, household=household) if asked else FAMILY
    advice = advise(case, TABLES, today=PRINTED_ON)
    assert ("We don't know yet whether you all leave: we counted 3 people." in explained(case, advice)) is not asked
    assert ("Not known yet whether they come along: Nino; AL-SALAMI, Layla." in summed_up(case, advice)) is not asked
