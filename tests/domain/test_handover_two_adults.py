"""Two adults and their child: each answers apart, and nothing of who refuses leaves. Their data say GONE everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket_app.domain.answering import answer_for, needed, respondents, through_guardian
from loket_app.domain.answers import NOT_ASKED, UNKNOWN, Answer, known
from loket_app.domain.attachment import Attachment, AttachmentKind
from loket_app.domain.case import EVERYBODY, Case, Consent, ConsentPurpose, ConsentState
from loket_app.domain.codec import plain
from loket_app.domain.completeness import gaps_for
from loket_app.domain.consents import consent_to, is_given
from loket_app.domain.costs import asked_of_iom
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_changes import differences
from loket_app.domain.handover_consents import left_out, purposes, refusing
from loket_app.domain.handover_content import Stop, StopKind, Stopped, content, leaving, stops
from loket_app.domain.handover_needs import PURPOSE, Withheld
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Identifier, IdentifierKind, Person, Relation, Vulnerability
from loket_app.domain.stay import Procedure, ProcedureKind
from loket_app.domain.travel import Cost, CostState, DocumentKind, DocumentState
from loket_app.domain.travel import TravelDocument as Paper
from loket_app.domain.wish import PlanPurpose
from tests.handover_cases import full_case
from tests.strategies import cases

STATES: tuple[Answer[ConsentState], ...] = (NOT_ASKED, UNKNOWN, *ConsentState)
RECIPIENTS = tuple(Recipient)
FIRST, SECOND, CHILD = "person-1", "person-2", "person-3"
BOTH = (FIRST, SECOND)
NO = (ConsentState.DECLINED, ConsentState.WITHDRAWN)
Said = dict[tuple[str, ConsentPurpose], Answer[ConsentState]]


def couple() -> Case:
    """The full case with a child; whatever is of the second adult, or names them, says GONE."""
    case = full_case()
    first, second = case.household
    second = replace(
        second,
        given_names="Gonebert",
        birth_name="GONE born",
        aliases="GONE alias",
        birth_place="GONE town",
        vulnerability_notes="GONE notes",
        fitness_notes="GONE fitness",
        identifiers=(Identifier("number-2", IdentifierKind.DVZ, "GONE-77"),),
    )
    child = Person(CHILD, Relation.CHILD, "Family", "Kidlet", birth_date=PartialDate(2020))
    return replace(
        case,
        household=(first, second, child),
        wish=replace(case.wish, destination_contact="the sister of Gonebert"),
        documents=(
            *case.documents[:1],
            Paper("paper-2", SECOND, DocumentKind.PASSPORT, DocumentState.HAS, "GONE-number", issuer="GONE issuer"),
            Paper("paper-4", CHILD, DocumentKind.PASSPORT, DocumentState.HAS, "K1"),
        ),
        costs=(*case.costs[:1], Cost("cost-2", person=SECOND, description="GONE cost", state=CostState.PAID_BY_CLIENT)),
        attachments=(
            *case.attachments,
            scan("s-paper", "paper-2"),
            scan("s-person", SECOND),
            scan("s-cost", "cost-2", AttachmentKind.RECEIPT),
            scan("s-titled", FIRST, title="letter of Gonebert"),
            scan("s-unnamed", NOT_ASKED),
        ),
        consents=(),
    )


def scan(
    name: str, about: Answer[str], kind: AttachmentKind = AttachmentKind.DOCUMENT, title: Answer[str] = NOT_ASKED
) -> Attachment:
    return Attachment(name, kind, "image/jpeg", 9, "0" * 64, datetime(2026, 4, 1, tzinfo=UTC), "an", about, title)


def told(case: Case, said: Said) -> Case:
    """The case in which each said this; of the second adult the language says GONE."""
    consents = (
        Consent(f"{person}-{purpose.value}", purpose, state, date(2026, 3, 1), f"x{person}", signed=True, person=person)
        for (person, purpose), state in said.items()
    )
    return replace(case, consents=tuple(consents))


def agreeing(recipient: Recipient, **other: Answer[ConsentState]) -> Said:
    """Both say yes to what a recipient asks for; `programme` or `own` is what the second says instead."""
    second = {ConsentPurpose.PROGRAMME: other.get("programme"), PURPOSE[recipient]: other.get("own")}
    found: Said = dict.fromkeys(product(BOTH, purposes(recipient)), ConsentState.GIVEN)
    found |= {(SECOND, purpose): state for purpose, state in second.items() if state is not None}
    return found


def texts(value: object) -> str:
    return str(value)


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_every_combination_of_what_two_adults_say(recipient: Recipient) -> None:
    """What the other purposes hold plays no part here: the next tests show that."""
    case, asked = couple(), tuple(product(BOTH, purposes(recipient)))
    scans = [each.id for each in case.attachments]
    for states in product(STATES, repeat=len(asked)):
        said = dict(zip(asked, states, strict=True))
        theirs = {whose: [state for (who, _what), state in said.items() if who == whose] for whose in BOTH}
        no = {whose for whose in BOTH if any(state in NO for state in theirs[whose])}
        open_ones = any(state not in (*NO, ConsentState.GIVEN) for state in states)
        if FIRST in no or open_ones:
            with pytest.raises(Stopped):
                content(told(case, said), recipient, scans)
            continue
        found = content(told(case, said), recipient, scans)
        leaves = [person.id for person in found.case.household]
        assert leaves == ([FIRST] if SECOND in no else [FIRST, SECOND, CHILD])
        if SECOND in no:
            written = texts(plain(found.case)) + texts(found.enclosed)
            assert "gone" not in written.casefold()
            assert SECOND not in written
            assert CHILD not in written


@pytest.mark.parametrize("recipient", RECIPIENTS)
@pytest.mark.parametrize("purpose", list(ConsentPurpose))
def test_another_purpose_leaves_nobody_out(recipient: Recipient, purpose: ConsentPurpose) -> None:
    if purpose in purposes(recipient):
        return
    for states in product(STATES, repeat=2):
        said = agreeing(recipient) | {(who, purpose): state for who, state in zip(BOTH, states, strict=True)}
        found = content(told(couple(), said), recipient)
        assert [person.id for person in found.case.household] == [FIRST, SECOND, CHILD]
        assert {consent.purpose for consent in found.case.consents} == set(purposes(recipient))
        message = found.case.contact.message_allowed is True
        agreed = purpose is ConsentPurpose.MESSAGE and all(state is ConsentState.GIVEN for state in states)
        assert message is (agreed and recipient is not Recipient.CARITAS)


@st.composite
def asked_apart(draw: st.DrawFn) -> Case:
    """Any case, in which anybody may have said anything."""
    case = draw(cases)
    whose = st.sampled_from([EVERYBODY, *(person.id for person in case.household)])
    spoken = draw(st.lists(st.tuples(whose, st.sampled_from(ConsentPurpose), st.sampled_from(STATES)), max_size=8))
    consents = (Consent(f"c{n}", what, state, person=who) for n, (who, what, state) in enumerate(spoken))
    return replace(case, consents=tuple(consents))


@pytest.mark.parametrize("recipient", RECIPIENTS)
@given(case=asked_apart())
@settings(max_examples=80, deadline=None)
def test_of_who_refuses_no_answer_leaves_in_any_case(case: Case, recipient: Recipient) -> None:
    found = leaving(case, recipient, [each.id for each in case.attachments])
    out = {person.id for person in left_out(case, recipient)}
    records = {
        *(f"household/{person}" for person in out),
        *(f"documents/{paper.id}" for paper in case.documents if paper.person in out),
        *(f"costs/{cost.id}" for cost in case.costs if cost.person in out),
        *(f"consents/{consent.id}" for consent in case.consents if consent.person in out),
    }
    assert not [path for path in found.leaves if "/".join(path.split("/")[:2]) in records]
    assert not [gap for gap in gaps_for(case, recipient) if gap.person in out and gap.path != "consents"]


@pytest.mark.parametrize("recipient", RECIPIENTS)
@given(case=asked_apart())
@settings(max_examples=80, deadline=None)
def test_where_something_leaves_everybody_who_leaves_agreed(case: Case, recipient: Recipient) -> None:
    case = replace(case, wish=replace(case.wish, free_choice=True, informed=True))
    if stops(case, recipient):
        return
    for person in content(case, recipient).case.household:
        whole = case.person(person.id)
        assert whole is not None
        for purpose, each in product(purposes(recipient), answer_for(case, whole)):
            assert is_given(case, purpose, each.id)


def test_silence_of_one_stops_it_and_names_the_place() -> None:
    case = told(couple(), agreeing(Recipient.IOM, own=NOT_ASKED))
    place = f"consents/{SECOND}-data_to_iom/state"
    assert stops(case, Recipient.IOM) == (Stop(StopKind.CONSENT_NOT_ASKED, place, ConsentPurpose.DATA_TO_IOM, SECOND),)
    nobody = stops(replace(case, consents=()), Recipient.FEDASIL_BOOKING)
    assert [(stop.path, stop.person) for stop in nobody] == [("consents", FIRST), ("consents", SECOND)]


def test_without_the_applicant_nothing_leaves() -> None:
    said = agreeing(Recipient.IOM) | {(FIRST, ConsentPurpose.DATA_TO_IOM): ConsentState.DECLINED}
    assert [(stop.kind, stop.person) for stop in stops(told(couple(), said), Recipient.IOM)] == [
        (StopKind.CONSENT_DECLINED, FIRST)
    ]


def test_an_answer_for_all_adults_still_counts_for_each_until_they_have_their_own() -> None:
    iom = ConsentPurpose.DATA_TO_IOM
    both = Consent("old", iom, ConsentState.GIVEN)
    case = replace(couple(), consents=(both,))
    assert is_given(case, iom)
    assert is_given(case, iom, SECOND)
    own = replace(case, consents=(both, Consent("own", iom, ConsentState.DECLINED, person=SECOND)))
    assert is_given(own, iom, FIRST)
    assert consent_to(own, iom, SECOND) is consent_to(own, iom) is ConsentState.DECLINED


def test_an_answer_for_all_adults_stays_once_one_refuses() -> None:
    old = Consent("old", ConsentPurpose.DATA_TO_IOM, ConsentState.GIVEN, language="xx")
    case = told(couple(), agreeing(Recipient.IOM, programme=ConsentState.WITHDRAWN))
    stays = {
        held.path: held.why for held in leaving(replace(case, consents=(old, *case.consents)), Recipient.IOM).stays
    }
    assert stays["consents/old"] is Withheld.REFUSED_BY_ONE


def test_what_may_be_about_who_refuses_stays_until_they_are_noted_as_staying_behind() -> None:
    case = told(couple(), agreeing(Recipient.IOM, own=ConsentState.DECLINED))
    case = replace(case, stay=replace(case.stay, procedures=(Procedure("m", ProcedureKind.MEDICAL),)))
    case = replace(case, journey=replace(case.journey, wheelchair=False))
    stays = {held.path: held.why for held in leaving(case, Recipient.IOM).stays}
    for path in ("journey/wheelchair", "journey/escort", "stay/procedures/m", "attachments/s-unnamed"):
        assert stays[path] is Withheld.REFUSED_BY_ONE, path
    first, second, child = case.household
    alone = replace(case, household=(first, replace(second, travels=False), replace(child, travels=False)))
    assert left_out(alone, Recipient.IOM) == ()
    assert content(alone, Recipient.IOM).case.journey.wheelchair is False


def test_a_plan_that_pays_for_care_stays_unless_the_care_is_of_who_agrees() -> None:
    case = told(couple(), agreeing(Recipient.CARITAS, own=ConsentState.DECLINED))
    care = replace(case, plan=replace(case.plan, purposes=(PlanPurpose.MEDICAL,)))
    assert content(care, Recipient.CARITAS).case.plan.description is NOT_ASKED
    first, second, child = care.household
    theirs = replace(care, household=(first, replace(second, vulnerabilities=(Vulnerability.NONE,)), child))
    assert content(theirs, Recipient.CARITAS).case.plan.description == "a shop"
    assert content(case, Recipient.CARITAS).case.plan.description == "a shop"


def test_a_due_date_leaves_only_with_who_is_pregnant() -> None:
    case = told(couple(), agreeing(Recipient.IOM, own=ConsentState.DECLINED))
    case = replace(case, journey=replace(case.journey, pregnancy_due_on=date(2026, 8, 1)))
    first, *others = case.household
    assert content(case, Recipient.IOM).case.journey.pregnancy_due_on is NOT_ASKED
    hers = replace(case, household=(replace(first, vulnerabilities=(Vulnerability.PREGNANT,)), *others))
    assert content(hers, Recipient.IOM).case.journey.pregnancy_due_on == date(2026, 8, 1)


def test_a_name_that_both_have_is_no_sign_of_one() -> None:
    case = told(couple(), agreeing(Recipient.IOM, own=ConsentState.DECLINED))
    case = replace(case, wish=replace(case.wish, destination_contact="the uncle of the Family, none of them"))
    assert content(case, Recipient.IOM).case.wish.destination_contact != NOT_ASKED


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mirëla", "the kitchen of Mirela"),
        ("Mirela", "the kitchen of Mirëla"),
        ("Đorđe", "de oven van DORDE"),
        ("Agnès", "la boutique d'Agnes"),
        ("Agnès", "la boutique d’Agne\u0300s"),
        ("N'Diaye", "de winkel van Ndiaye"),
        ("Arben", "Arbens zaak"),
        ("Ana-Maria", "van ana maria"),
    ],
)
def test_a_name_that_is_typed_otherwise_stays_too(name: str, text: str) -> None:
    case = told(couple(), agreeing(Recipient.IOM, own=ConsentState.DECLINED))
    first, second, child = case.household
    case = replace(case, household=(first, replace(second, given_names=name), child))
    case = replace(case, wish=replace(case.wish, destination_contact=text))
    assert content(case, Recipient.IOM).case.wish.destination_contact is NOT_ASKED


def test_who_refused_and_stays_behind_is_named_nowhere() -> None:
    before = content(told(couple(), agreeing(Recipient.IOM)), Recipient.IOM, ("s-person", "s-titled"))
    case = told(couple(), agreeing(Recipient.IOM, own=ConsentState.WITHDRAWN))
    first, second, child = case.household
    case = replace(case, household=(first, replace(second, travels=False), replace(child, travels=False)))
    after = content(case, Recipient.IOM, [each.id for each in case.attachments])
    assert "GONE" not in texts(plain(after.case)).upper()
    assert "s-titled" not in {each.id for each in after.enclosed}
    found = differences(before, after, leaving(case, Recipient.IOM).stays)
    assert {each.path for each in found} >= {f"household/{SECOND}", "documents/paper-2", "attachments/s-person"}
    assert not any(
        each.whose and each.whose.person.id in (SECOND, CHILD) and known(each.whose.person.given_names)
        for each in found
    )


def test_a_scan_of_what_two_share_stays_with_who_refuses() -> None:
    married = Paper("paper-5", FIRST, DocumentKind.MARRIAGE_CERTIFICATE, DocumentState.HAS)
    ticket = Cost("cost-5", description="train", state=CostState.PAID_BY_CLIENT)
    both = (scan("s-married", "paper-5"), scan("s-train", "cost-5", AttachmentKind.RECEIPT))
    case = couple()
    case = replace(case, documents=(*case.documents, married), costs=(*case.costs, ticket), attachments=both)
    agreed, refused = (
        told(case, agreeing(Recipient.IOM, own=own)) for own in (ConsentState.GIVEN, ConsentState.DECLINED)
    )
    names = {each.id for each in both}
    assert {each.id for each in content(agreed, Recipient.IOM, names).enclosed} == names
    assert content(refused, Recipient.IOM, names).enclosed == ()
    stays = {held.path: held.why for held in leaving(refused, Recipient.IOM).stays}
    assert {stays[f"attachments/{name}"] for name in names} == {Withheld.REFUSED_BY_ONE}


def test_the_list_for_iom_has_no_cost_of_who_refuses() -> None:
    assert {cost.id for cost in asked_of_iom(told(couple(), agreeing(Recipient.IOM)))} == {"cost-1", "cost-2"}
    case = told(couple(), agreeing(Recipient.IOM, own=ConsentState.WITHDRAWN))
    assert {cost.id for cost in asked_of_iom(case)} == {"cost-1"}


def test_a_correction_after_a_withdrawal_names_nobody_again() -> None:
    before = content(told(couple(), agreeing(Recipient.IOM)), Recipient.IOM)
    case = told(couple(), agreeing(Recipient.IOM, own=ConsentState.WITHDRAWN))
    found = differences(before, content(case, Recipient.IOM), leaving(case, Recipient.IOM).stays)
    gone = [each for each in found if each.whose and each.whose.person.id in (SECOND, CHILD)]
    assert {each.path for each in gone} >= {f"household/{SECOND}", "documents/paper-2", "costs/cost-2"}
    assert all(each.withheld and each.whose and each.whose.person.given_names is NOT_ASKED for each in gone)


def _minor(relation: Relation, *groups: Vulnerability) -> Person:
    return Person("m", relation, birth_date=PartialDate(2012), vulnerabilities=groups or NOT_ASKED)


def _grown(name: str, relation: Relation) -> Person:
    return Person(name, relation, birth_date=PartialDate(1980))


def _households() -> Iterator[tuple[tuple[Person, ...], list[str]]]:
    """A minor and others, and who answers for the minor."""
    child, alone = _minor(Relation.CHILD), _minor(Relation.APPLICANT, Vulnerability.UNACCOMPANIED_MINOR)
    parents = _grown("a", Relation.APPLICANT), _grown("b", Relation.PARTNER)
    yield (*parents, child, _grown("c", Relation.CHILD)), ["a", "b"]
    yield (_minor(Relation.APPLICANT), _grown("a", Relation.PARENT), _grown("b", Relation.SIBLING)), ["a"]
    yield (alone, _grown("b", Relation.SIBLING)), ["m"]
    yield (_minor(Relation.APPLICANT), _grown("b", Relation.SIBLING)), ["b"]
    yield (_minor(Relation.APPLICANT),), ["m"]


@pytest.mark.parametrize(("household", "answering"), list(_households()))
def test_who_answers_for_a_minor(household: tuple[Person, ...], answering: list[str]) -> None:
    case = replace(full_case(), household=household, consents=())
    minor = next(person for person in household if person.id == "m")
    assert [person.id for person in answer_for(case, minor)] == answering
    assert through_guardian(case, minor)
    grown = [person.id for person in household if person.id != "m"]
    assert {person.id for person in respondents(case)} == {*grown, *answering}


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_a_minor_who_came_alone_does_not_agree_without_a_guardian(recipient: Recipient) -> None:
    alone = _minor(Relation.APPLICANT, Vulnerability.UNACCOMPANIED_MINOR)
    case = replace(couple(), household=(alone,), documents=(), costs=(), attachments=())
    said = {(alone.id, purpose): ConsentState.GIVEN for purpose in purposes(recipient)}
    case = told(replace(case, stay=replace(case.stay, guardian=UNKNOWN)), dict(said))
    assert stops(case, recipient) == (Stop(StopKind.NO_GUARDIAN, "stay/guardian"),)
    assert not stops(replace(case, stay=replace(case.stay, guardian="Els Peeters")), recipient)
    answered = tuple(replace(consent, answered_by="Els Peeters") for consent in case.consents)
    assert not stops(replace(case, consents=answered), recipient)
    grown = replace(alone, birth_date=PartialDate(1990))
    assert not stops(replace(case, household=(grown,)), recipient)


def test_who_turns_18_before_leaving_answers_for_themselves() -> None:
    nearly = replace(_minor(Relation.CHILD), birth_date=PartialDate(2008, 6, 1))
    case = replace(full_case(), household=(_grown("a", Relation.APPLICANT), nearly), consents=())
    assert [person.id for person in needed(case)] == ["a"]
    later = replace(case, wish=replace(case.wish, departure_on=date(2026, 6, 1)))
    assert [person.id for person in needed(later)] == ["a", "m"]


def test_a_parent_who_stays_is_asked_about_the_child_alone() -> None:
    case = couple()
    first, second, child = case.household
    case = replace(case, household=(first, replace(second, travels=False), child))
    assert [person.id for person in needed(case)] == [FIRST, SECOND]
    case = told(case, agreeing(Recipient.IOM, own=ConsentState.DECLINED))
    assert [person.id for person in refusing(case, Recipient.IOM)] == [SECOND]
    assert [person.id for person in content(case, Recipient.IOM).case.household] == [FIRST]
