"""What is missing says of which paper, which consent and whom: several read alike otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.completeness import gaps_for
from loket_app.domain.handover import Recipient
from loket_app.i18n import LANGUAGES, using
from loket_app.i18n.phrases_gaps import gap_line, gap_words
from tests.handover_cases import full_case


def _unsigned(person: str = "") -> Case:
    """Nobody asked who signed; `person` answered for themselves."""
    case = full_case()
    consents = (replace(consent, signed=NOT_ASKED) for consent in case.consents)
    return replace(case, consents=tuple(replace(each, person=person or each.person) for each in consents))


def _gaps(case: Case) -> list[str]:
    return [gap.path for gap in gaps_for(case, Recipient.IOM) if gap.path.startswith("consents/")]


def test_each_consent_is_called_by_what_it_is_for() -> None:
    case = _unsigned()
    with using("en"):
        words = [gap_words(case, path) for path in _gaps(case)]
        lines = [gap_line(case, path) for path in _gaps(case)]
    assert [text.partition(":")[0] for text in words] == [
        "Passing the file on to IOM",
        "Taking part in the return programme",
    ]
    assert [text.partition(" – ")[2] for text in lines] == [
        "passing the file on to IOM",
        "taking part in the return programme",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_gaps_of_a_bare_case_read_alike(lang: str) -> None:
    case = full_case()
    bare = replace(
        case,
        consents=tuple(replace(each, signed=NOT_ASKED, language=NOT_ASKED, on=NOT_ASKED) for each in case.consents),
        documents=tuple(replace(each, number=NOT_ASKED, valid_until=NOT_ASKED) for each in case.documents),
    )
    with using(lang):
        lines = [gap_line(bare, gap.path) for gap in gaps_for(bare, Recipient.IOM)]
    assert len(lines) > 6
    assert len(set(lines)) == len(lines)


def test_a_consent_of_one_person_says_whose_it_is() -> None:
    case = _unsigned("person-2")
    with using("en"):
        assert all("FAMILY, Given 2" in gap_words(case, path) for path in _gaps(case))
        assert all(gap_line(case, path).endswith("FAMILY, Given 2") for path in _gaps(case))


def test_a_yes_without_its_list_is_still_to_be_filled_in() -> None:
    case = full_case()
    first = replace(case.household[0], identifiers=(), has_number=True)
    said = replace(case, stay=replace(case.stay, had_procedure=True), household=(first, *case.household[1:]))
    open_ = replace(case, stay=replace(case.stay, had_procedure=NOT_ASKED))
    place = "stay/had_procedure"
    with using("en"):
        assert (
            gap_words(said, place) == gap_line(said, place) == "Had a residence procedure: yes, still to be filled in"
        )
        assert (
            gap_words(said, f"household/{first.id}/has_number") == "Has a reference number: yes, still to be filled in"
        )
        assert gap_words(open_, place) == gap_line(open_, place) == "Had a residence procedure"
