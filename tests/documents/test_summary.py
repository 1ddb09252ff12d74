"""The confidential summary: what must stand on it, and what must never."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket_app import documents
from loket_app.documents.engine.pages import pages_of
from loket_app.documents.engine.shaping import runs_of
from loket_app.documents.summary import summary_file_name, summary_pdf
from loket_app.documents.summary.file import OnPaper
from loket_app.documents.summary.papers import costs
from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case, display_name
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.domain.stay import StayCategory
from loket_app.domain.travel import Cost, CostKind, CostState
from loket_app.i18n import LANGUAGES, language, set_language
from tests.documents.cases import BUDGET_TERM, EMPTY, FAMILY, PRINTED_ON, with_remarks
from tests.documents.reading import about, fonts, page_texts, words
from tests.documents.tables import tables
from tests.documents.test_pages import HEIGHT, WIDTH, text_of
from tests.strategies import cases

CONFIDENTIAL = {"nl": "VERTROUWELIJK", "fr": "CONFIDENTIEL", "de": "VERTRAULICH", "en": "CONFIDENTIAL"}
PAGE = {"nl": "pagina {} van {}", "fr": "page {} sur {}", "de": "Seite {} von {}", "en": "page {} of {}"}


def advice_on(case: Case) -> Advice:
    return advise(case, tables(), today=PRINTED_ON)


def summary(case: Case, lang: str = "en") -> bytes:
    return summary_pdf(case, advice_on(case), lang, budget_term=BUDGET_TERM, printed_on=PRINTED_ON)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", [FAMILY, EMPTY, with_remarks("woord " * 4000)], ids=["family", "empty", "long"])
def test_every_page_says_confidential_the_case_and_its_place(case: Case, lang: str) -> None:
    texts = page_texts(summary(case, lang))
    for number, text in enumerate(texts, 1):
        head = " ".join(text.split("\n")[:2])
        assert CONFIDENTIAL[lang] in head
        assert case.number in head
        assert PAGE[lang].format(number, len(texts)) in head


def test_the_file_says_nothing_of_anybody_about_itself() -> None:
    pdf = summary(FAMILY)
    told = about(pdf)
    assert FAMILY.number in told
    assert "Loket" in told
    for person in FAMILY.household:
        for part in display_name(person).replace(",", " ").split():
            assert part.lower() not in told.lower()
            assert part.encode() not in pdf
    assert FAMILY.counsellor not in told


def test_the_title_is_in_the_language_of_the_paper() -> None:
    assert "Samenvatting van het terugkeerdossier GNT-2026-0017" in about(summary(FAMILY, "nl"))


@pytest.mark.parametrize("number", ["GNT-2026-0017", "GNT/2026 17", "../../etc", "C:\\x", "محمد", ""])
def test_the_name_of_the_file_is_the_number_and_safe(number: str) -> None:
    name = summary_file_name(replace(FAMILY, number=number))
    assert name.removesuffix(".pdf").replace("-", "").isascii()
    assert Path(name).name == name
    assert len(name) > len(".pdf")


def test_names_stand_as_in_the_document_and_in_their_own_script() -> None:
    pdf = summary(FAMILY)
    text = words(pdf)
    for name in ("AL-SALAMI, Mohammed Abd al-Muin", "محمد عبد المعين السلامي", "ნინო", "ليلى", "± 1987", "June 2015"):
        assert name in text
    assert {"NotoNaskhArabic-Regular", "NotoSansGeorgian-Regular"} <= fonts(pdf)


def test_every_value_is_plain_text() -> None:
    assert "O & M <Trading> betaalde zijn laatste loon niet: € 1.234,50." in words(summary(FAMILY))


@pytest.mark.parametrize("word", ["woord", "كلمة", "სიტყვა", "ቃል"])
def test_a_note_of_twenty_thousand_signs_flows_over_pages_and_loses_nothing(word: str) -> None:
    count = 20_000 // (len(word) + 1)
    pdf = summary(with_remarks(f"{word} " * count))
    assert len(page_texts(pdf)) > 8
    assert words(pdf).count(word) == count


def test_equal_input_gives_equal_bytes_in_every_process() -> None:
    program = (
        "import hashlib; from tests.documents.test_summary import summary, FAMILY;"
        "print(hashlib.sha256(summary(FAMILY, 'nl')).hexdigest())"
    )
    root = Path(__file__).parents[2]
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
    assert summary(FAMILY) == summary(FAMILY)


def test_the_language_of_the_paper_is_not_that_of_the_screen() -> None:
    set_language("fr")
    try:
        assert "VERTROUWELIJK" in words(summary(FAMILY, "nl"))
        assert language() == "fr"
    finally:
        set_language("en")


def test_a_language_that_loket_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="xx"):
        summary(FAMILY, "xx")


def test_cash_and_kind_are_never_added_up() -> None:
    text = words(summary(FAMILY))
    premium, _, rest = text.partition("Reintegration support: in kind")
    support = rest.partition("Reintegration plan")[0]
    assert "Together 875,00 €" in premium
    assert "875" not in support
    assert "up to 2.000,00 €" in support


def test_an_amount_that_is_not_known_is_words_and_never_nought() -> None:
    person = Person("p", Relation.APPLICANT, nationalities=("GE",), birth_date=PartialDate(1980), vulnerabilities=())
    case = replace(EMPTY, household=(person,), stay=replace(EMPTY.stay, category=StayCategory.REJECTED))
    text = words(summary(case))
    support = text.partition("Reintegration support: in kind")[2].partition("Travel documents")[0]
    assert "only with Fedasil's approval; amount not known" in support
    assert "0,00" not in support
    assert "1 line has no amount and is not counted." in support


def test_an_estimate_says_what_it_is_and_where_it_comes_from() -> None:
    text = words(summary(FAMILY))
    for part in text.split("in cash")[-1], text.split("Reintegration support: in kind")[1]:
        assert "Estimate, not an entitlement. Tables test.1 of 02/03/2026." in part
        assert "[1]" in part
        assert "Agentschap Integratie en Inburgering, aanpassingen · 26/01/2022" in part


def test_every_reason_has_its_source_its_date_and_how_sure_it_is() -> None:
    text = words(summary(FAMILY))
    assert "Fedasil, brochure vrijwillige terugkeer · official source · checked on 02/03/2026" in text
    assert "Residence situation of the family: rejected applicant for international protection" in text


def test_costs_add_up_and_one_without_an_amount_is_counted_apart() -> None:
    text = words(summary(FAMILY))
    assert "Together 1.035,90 €" in text
    assert "of which reimbursed 12,50 €" in text
    assert "1 cost has no amount yet and is not counted." in text
    refused = Cost("k", amount=Money.of(80), state=CostState.REFUSED)
    alone = words(summary(replace(FAMILY, costs=(refused,))))
    assert "Together 0,00 €" in alone
    assert "Refused, not counted 80,00 €" in alone


def test_a_part_of_the_costs_without_any_amount_is_not_nought() -> None:
    paid = Cost("c1", CostKind.OTHER, amount=Money.of("10.00"), state=CostState.PAID_BY_CLIENT)
    back = Cost("c2", CostKind.OTHER, state=CostState.REIMBURSED)
    refused = Cost("c3", CostKind.OTHER, state=CostState.REFUSED)
    text = words(summary(replace(EMPTY, costs=(paid, back, refused))))
    assert "Together 10,00 €" in text
    assert "of which reimbursed 1 cost, amount not known" in text
    assert "Refused, not counted 1 cost, amount not known" in text
    assert "1 cost has no amount yet and is not counted." in text
    assert "0,00 €" not in text.replace("10,00 €", "")


def test_a_planned_cost_is_asked_for_no_day_and_a_refused_one_says_why() -> None:
    planned = Cost("k1", CostKind.PHOTOS, amount=Money.of(9), state=CostState.PLANNED)
    refused = replace(planned, id="k2", state=CostState.REFUSED, refused_why="paid twice", spent_on=PRINTED_ON)
    text = words(summary(replace(FAMILY, costs=(planned, replace(refused, receipt=False)))))
    said, _title, told = text.partition("What this file does not tell")
    assert "paid twice" in said
    assert "Costs Receipt" not in told
    assert "Paid on" not in told


def test_that_a_cost_has_no_amount_stands_below_its_sum_on_the_same_page() -> None:
    cost = Cost("k0", CostKind.PHOTOS, state=CostState.PAID_BY_CLIENT, spent_on=PRINTED_ON)
    for count in range(15, 30):
        many = tuple(replace(cost, id=f"k{at}", amount=Money.of(9)) for at in range(count))
        strips = costs(OnPaper(replace(EMPTY, costs=(cost, *many)), PRINTED_ON, WIDTH))
        assert any("Together" in text_of(strip) for strip in pages_of(strips, HEIGHT)[-1])


def test_what_a_cost_looks_like_stands_under_what_it_was_for() -> None:
    cost = Cost("k1", CostKind.PHOTOS, amount=Money.of(9), state=CostState.PAID_BY_CLIENT, spent_on=PRINTED_ON)
    before, _mark, _after = words(summary(replace(FAMILY, costs=(cost, replace(cost, id="k2"))))).partition("to check:")
    assert before.rstrip().endswith("Passport photos")


def test_a_conversation_that_is_not_for_others_is_not_printed() -> None:
    text = words(summary(FAMILY))
    assert "Willen samen vertrekken." in text
    assert "niet delen" not in text
    assert "1 conversation is not printed" in text


def test_what_is_missing_is_listed_with_the_reason_and_without_what_is_beside_the_point() -> None:
    gaps = words(summary(FAMILY)).partition("What this file does not tell")[2].partition("Questions")[0]
    assert "Concern of public order or security" in gaps
    assert "Other names used" in gaps
    for beside in ("Responsible state", "Guardian", "Family name", "Centre of the open return place"):
        assert beside not in gaps


def test_the_free_number_is_the_right_one() -> None:
    text = words(summary(FAMILY))
    assert "0800 32 745" in text
    assert "0800/23 745" not in text
    assert "vrijwilligeterugkeer@fedasil.be" in text


def test_the_desk_speaks_for_itself_when_it_told_something() -> None:
    @dataclass(frozen=True)
    class Told:
        address: str = "Coupure 1\n9000 Gent"
        hours: str = ""

    pdf = summary_pdf(FAMILY, advice_on(FAMILY), "en", budget_term=BUDGET_TERM, printed_on=PRINTED_ON, desk=Told())
    assert "Address of the desk Coupure 1 9000 Gent" in words(pdf)
    assert "Open" not in words(pdf).partition("Questions")[2].partition("Signatures")[0].replace("Open return", "")


def signing_part(case: Case) -> str:
    return words(summary(case)).partition("at any moment.")[2]


def test_every_adult_the_interpreter_and_the_counsellor_sign_and_no_child() -> None:
    part = signing_part(FAMILY)
    for signer in ("AL-SALAMI, Mohammed Abd al-Muin", "Nino", "Interpreter", "An De Smet"):
        assert signer in part
    assert "Layla" not in part
    assert part.count("Date and signature") == 4


@pytest.mark.parametrize(
    ("born", "signs"),
    [
        (PartialDate(2008, 4, 14), True),
        (PartialDate(2008, 4, 15), False),
        (PartialDate(2008), True),
        (PartialDate(2009, estimated=True), True),
        (PartialDate(2012, estimated=True), False),
    ],
)
def test_only_who_is_surely_a_minor_does_not_sign(born: PartialDate, *, signs: bool) -> None:
    child = Person("x", Relation.CHILD, given_names="Zsigmond", birth_date=born)
    assert ("Zsigmond" in signing_part(replace(FAMILY, household=(*FAMILY.household, child)))) is signs


def test_the_guardian_of_a_minor_who_came_alone_signs() -> None:
    minor = Person(
        "x",
        Relation.APPLICANT,
        given_names="Ali",
        birth_date=PartialDate(2011),
        vulnerabilities=(Vulnerability.UNACCOMPANIED_MINOR,),
    )
    case = replace(EMPTY, household=(minor,), stay=replace(EMPTY.stay, guardian="Mevrouw Peeters"))
    assert "Guardian Mevrouw Peeters" in signing_part(case)
    assert "Ali" not in signing_part(case)


def test_a_choice_that_is_not_free_stops_the_handover_in_plain_sight() -> None:
    stopped = replace(FAMILY, wish=replace(FAMILY.wish, free_choice=False))
    assert "must not be handed over" in words(summary(stopped))
    assert "must not be handed over" not in words(summary(FAMILY))


def test_what_decides_on_safety_is_shown_even_without_an_answer() -> None:
    case = replace(FAMILY, contact=replace(FAMILY.contact, message_allowed=NOT_ASKED, phone=UNKNOWN))
    text = words(summary(case))
    assert "May we leave a message? not asked" in text
    assert "Unknown: Phone" in text


def test_members_with_the_same_name_are_told_apart() -> None:
    twin = replace(FAMILY.household[0], id="p9", relation=Relation.SIBLING)
    text = words(summary(replace(FAMILY, household=(*FAMILY.household, twin))))
    assert "AL-SALAMI, Mohammed Abd al-Muin (applicant, 1)" in text
    assert "AL-SALAMI, Mohammed Abd al-Muin (brother or sister, 4)" in text


@settings(max_examples=25)
@given(cases, st.sampled_from(LANGUAGES), st.dates(date(2012, 1, 1), date(2030, 1, 1)))
def test_any_case_prints(case: Case, lang: str, day: date) -> None:
    pdf = summary_pdf(case, advise(case, tables(), today=day), lang, budget_term=BUDGET_TERM, printed_on=day)
    assert all(CONFIDENTIAL[lang] in text for text in page_texts(pdf))


def test_a_locked_program_can_forget_the_words() -> None:
    summary(FAMILY)
    assert runs_of.cache_info().currsize
    documents.forget()
    assert not runs_of.cache_info().currsize


def test_nothing_is_written_to_a_disk() -> None:
    written: list[str] = []
    watching = True

    def watch(event: str, args: tuple[object, ...]) -> None:
        if watching and event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR):
            written.append(str(args[0]))

    sys.addaudithook(watch)  # it can't be taken away again, so it looks away
    summary(FAMILY)
    watching = False
    assert written == []
