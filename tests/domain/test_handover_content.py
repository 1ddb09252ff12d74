"""What leaves with a handover: nothing without consent, nothing that the recipient does not need, nothing of the desk's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket_app.domain.answers import NOT_ASKED, UNKNOWN, Answer
from loket_app.domain.case import Case, Consent, ConsentPurpose, ConsentState
from loket_app.domain.codec import plain
from loket_app.domain.completeness import PER_CASE, PER_PERSON, PER_PLAN, all_gaps, gaps_for
from loket_app.domain.consents import consent_to, is_given
from loket_app.domain.handover import Departure, DepartureResult, Recipient
from loket_app.domain.handover_changes import ABSENT, Difference, differences
from loket_app.domain.handover_content import Content, StopKind, Stopped, content, leaving, stops
from loket_app.domain.handover_needs import HEALTH, NEEDS, NEVER, PURPOSE, Withheld
from loket_app.domain.handover_sieve import Sieve, closed_by
from loket_app.domain.person import Identifier, IdentifierKind
from loket_app.domain.shape import pattern_of, shape_at
from loket_app.domain.travel import Cost, CostState, DocumentKind, Reimburser
from loket_app.domain.wish import Partner
from tests.handover_cases import full_case, with_consents
from tests.strategies import cases

STATES: tuple[Answer[ConsentState], ...] = (NOT_ASKED, UNKNOWN, *ConsentState)
RECIPIENTS = tuple(Recipient)


def _texts(value: Any) -> Iterator[str]:
    """Every text anywhere in plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_where_nobody_travels_nothing_is_handed_over(recipient: Recipient) -> None:
    case = full_case()
    home = tuple(replace(person, travels=False) for person in case.household)
    for household, path in ((), "household"), (home, f"household/{home[0].id}/travels"):
        alone = replace(case, household=household)
        assert [(stop.kind, stop.path) for stop in stops(alone, recipient)] == [(StopKind.NOBODY_TRAVELS, path)]
    unsaid = replace(case, household=(replace(home[0], travels=NOT_ASKED),))
    assert stops(unsaid, recipient) == ()


def test_the_table_names_fields_of_a_case_and_no_lists() -> None:
    assert all(not shape_at(pattern).is_record for pattern in NEEDS)
    assert all(shape_at(pattern) for pattern in (*NEVER, *HEALTH))


def test_what_never_leaves_is_in_no_row_of_the_table() -> None:
    assert not [row for row in NEEDS if row.partition("/")[0] in NEVER]


def test_a_record_that_leaves_is_whole_enough_to_be_told_from_another() -> None:
    for record in {row.rpartition("/")[0] for row in NEEDS} - {""}:
        if shape_at(record).many:
            assert NEEDS[f"{record}/id"] >= set().union(
                *(who for row, who in NEEDS.items() if row.startswith(f"{record}/"))
            )


@pytest.mark.parametrize("recipient", RECIPIENTS)
@given(case=cases)
@settings(max_examples=60, deadline=None)
def test_only_what_the_table_gives_a_recipient_leaves(case: Case, recipient: Recipient) -> None:
    allowed = {pattern for pattern, who in NEEDS.items() if recipient in who}
    assert {pattern_of(path) for path in leaving(case, recipient).leaves} <= allowed


@pytest.mark.parametrize("recipient", RECIPIENTS)
@given(case=cases, data=st.data())
@settings(max_examples=60, deadline=None)
def test_every_answer_either_leaves_or_stays_with_a_reason(
    case: Case, recipient: Recipient, data: st.DataObject
) -> None:
    chosen = data.draw(st.sets(st.sampled_from([scan.id for scan in case.attachments]))) if case.attachments else set()
    found = leaving(case, recipient, chosen)
    held = [held.path for held in found.stays]
    assert not set(found.leaves) & set(held)
    for path in _paths(case):
        above = {path, *(path.rsplit("/", n)[0] for n in range(1, path.count("/") + 1))}
        assert (path in found.leaves) + len(above & set(held)) == 1, path


def _paths(case: Case) -> Iterator[str]:
    """The paths of all answers, ids and reference marks apart."""

    def walk(value: Any, at: str) -> Iterator[str]:
        if isinstance(value, dict) and "missing" not in value:
            for name, item in value.items():
                if name not in ("id", "revision"):
                    yield from walk(item, f"{at}/{name}" if at else name)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for item in value:
                yield from walk(item, f"{at}/{item['id']}")
        elif value != [] or shape_at(pattern_of(at)).may_miss:
            yield at

    yield from walk(plain(case), "")


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_every_combination_of_consents(recipient: Recipient) -> None:
    case = full_case()
    scans = [scan.id for scan in case.attachments]
    for states in product(STATES, repeat=len(ConsentPurpose)):
        given = dict(zip(ConsentPurpose, states, strict=True))
        asked = with_consents(case, given)
        agreed = {purpose for purpose, state in given.items() if state is ConsentState.GIVEN}
        if not agreed >= {ConsentPurpose.PROGRAMME, PURPOSE[recipient]}:
            with pytest.raises(Stopped):
                content(asked, recipient, scans)
            continue
        found = content(asked, recipient, scans)
        photos = [scan for scan in found.enclosed if scan.kind.value == "photo"]
        assert bool(photos) is (recipient is Recipient.IOM)  # passport photos: the consent to photos is about showing
        message = found.case.contact.message_allowed
        assert (message is True) is (recipient is not Recipient.CARITAS and ConsentPurpose.MESSAGE in agreed)
        others = {consent.purpose for consent in found.case.consents}
        assert others == {ConsentPurpose.PROGRAMME, PURPOSE[recipient]}


def test_consent_to_messages_is_looked_up_for_the_messages_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes through everybody's consents, and gaps ask this of each pattern after every answer."""
    case = full_case()
    case = with_consents(replace(case, contact=replace(case.contact, message_allowed=True)), {})
    asked: list[ConsentPurpose] = []
    monkeypatch.setattr("loket_app.domain.handover_sieve.is_given", lambda _case, purpose: asked.append(purpose))
    found = {pattern for pattern in NEEDS if closed_by(case, Recipient.IOM, pattern, ()) is Withheld.NO_CONSENT}
    assert found == {"contact/message_allowed"}
    assert asked == [ConsentPurpose.MESSAGE]


def test_a_no_to_messages_leaves_whatever_the_consent_says() -> None:
    case = full_case()
    case = replace(case, contact=replace(case.contact, message_allowed=False))
    assert (
        content(with_consents(case, {ConsentPurpose.MESSAGE: NOT_ASKED}), Recipient.IOM).case.contact.message_allowed
        is False
    )


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_what_was_said_in_confidence_is_nowhere_in_what_leaves(recipient: Recipient) -> None:
    texts = "\n".join(_texts(plain(content(full_case(), recipient).case)))
    assert "SECRET" not in texts
    assert "SECRET" in "\n".join(_texts(plain(full_case())))


@pytest.mark.parametrize("recipient", [Recipient.FEDASIL_BOOKING, Recipient.CARITAS])
def test_health_leaves_only_to_who_needs_it(recipient: Recipient) -> None:
    texts = "\n".join(_texts(plain(content(full_case(), recipient).case)))
    assert "HEALTH" not in texts
    assert "HEALTH" in "\n".join(_texts(plain(content(full_case(), Recipient.IOM).case)))


def test_the_plan_goes_to_the_partner_who_follows_it() -> None:
    case = full_case()
    assert content(case, Recipient.IOM).case.plan.description is NOT_ASKED
    assert content(case, Recipient.CARITAS).case.plan.description == "a shop"
    iom = replace(case, plan=replace(case.plan, partner=Partner.IOM))
    assert content(iom, Recipient.IOM).case.plan.description == "a shop"
    assert [stop.kind for stop in stops(iom, Recipient.CARITAS)] == [StopKind.OTHER_PARTNER]


def test_a_plan_of_which_nobody_asked_who_follows_it_is_a_gap_and_no_refusal() -> None:
    case = full_case()
    open_plan = replace(case, plan=replace(case.plan, partner=NOT_ASKED, partner_contact=NOT_ASKED))
    assert content(open_plan, Recipient.IOM).case.plan.description == "a shop"
    assert [gap.path for gap in gaps_for(open_plan, Recipient.IOM)] == ["plan/partner"]
    assert {gap.path for gap in gaps_for(open_plan, Recipient.CARITAS)} == {"plan/partner", "plan/partner_contact"}
    assert Withheld.OTHER_PARTNER not in {held.why for held in leaving(open_plan, Recipient.IOM).stays}
    iom = replace(case, plan=replace(case.plan, partner=Partner.IOM, partner_contact=NOT_ASKED))
    assert [gap.path for gap in gaps_for(iom, Recipient.IOM)] == ["plan/partner_contact"]


def test_who_does_not_travel_stays_and_their_papers_and_costs_with_them() -> None:
    case = full_case()
    first, second = case.household
    case = replace(case, household=(first, replace(second, travels=False)))
    found = content(case, Recipient.IOM).case
    assert [person.id for person in found.household] == ["person-1"]
    assert {document.person for document in found.documents} == {"person-1"}
    assert "person-2" not in {cost.person for cost in found.costs}


@pytest.mark.parametrize("result", DepartureResult)
def test_a_journey_that_was_not_made_has_no_day_on_which_anybody_left(result: DepartureResult) -> None:
    day = date(2026, 6, 15)
    case = replace(full_case(), departure=Departure(leaves_on=day, result=result, departed_on=day, arrived_on=day))
    told = content(case, Recipient.CARITAS).case.departure
    left = day if result is DepartureResult.DEPARTED else NOT_ASKED
    assert (told.leaves_on, told.departed_on, told.arrived_on) == (day, left, left)


def test_register_numbers_stay() -> None:
    case = full_case()
    numbers = tuple(Identifier(f"n{at}", kind, "1") for at, kind in enumerate(IdentifierKind))
    case = replace(case, household=(replace(case.household[0], identifiers=numbers),))
    kinds = {number.kind for number in content(case, Recipient.IOM).case.household[0].identifiers}
    assert kinds == {IdentifierKind.DVZ, IdentifierKind.CGVS, IdentifierKind.FEDASIL, IdentifierKind.IOM}


def test_who_books_gets_the_papers_of_the_journey_alone() -> None:
    kinds = {document.kind for document in content(full_case(), Recipient.FEDASIL_BOOKING).case.documents}
    assert kinds == {DocumentKind.PASSPORT}
    assert content(full_case(), Recipient.CARITAS).case.documents == ()


def test_iom_gets_the_costs_that_it_pays_back() -> None:
    costs = (
        Cost("a", state=CostState.PLANNED),
        Cost("b", state=CostState.REFUSED),
        Cost("c", reimbursed_by=Reimburser.FEDASIL),
        Cost("d", reimbursed_by=Reimburser.IOM, state=CostState.APPROVED, receipt=True),
        Cost("e", state=CostState.APPROVED),
        Cost("f", state=CostState.REIMBURSED),
        Cost("g", person="gone", state=CostState.PAID_BY_CLIENT),
        Cost("h", state=CostState.PAID_BY_CLIENT),
    )
    found = content(replace(full_case(), costs=costs), Recipient.IOM).case.costs
    assert [cost.id for cost in found] == ["d", "h"]


def test_a_scan_of_what_stays_stays() -> None:
    found = leaving(full_case(), Recipient.FEDASIL_BOOKING)
    held = {held.path: held.why for held in found.stays}
    assert held["attachments/scan-medical"] is Withheld.HEALTH
    assert held["attachments/scan-birth"] is Withheld.NOT_NEEDED
    assert held["attachments/scan-passport"] is Withheld.NOT_CHOSEN
    assert "scan-passport" in {scan.id for scan in found.scans}


def test_a_scan_goes_to_who_books_only_as_a_paper_of_the_journey() -> None:
    case = full_case()
    passport = next(scan for scan in case.attachments if scan.id == "scan-passport")
    abouts: tuple[Answer[str], ...] = ("paper-1", "paper-2", "paper-3", "person-1", "cost-1", "no", UNKNOWN, NOT_ASKED)
    for about in abouts:
        scans = (replace(passport, about=about),)
        found = content(replace(case, attachments=scans), Recipient.FEDASIL_BOOKING, ["scan-passport"]).enclosed
        assert bool(found) is (about == "paper-1"), about


def test_scans_get_neutral_names_in_the_order_of_the_case() -> None:
    case = full_case()
    found = content(case, Recipient.IOM, [scan.id for scan in case.attachments]).enclosed
    assert [scan.file for scan in found][:2] == ["attachments/01.jpg", "attachments/02.pdf"]


@pytest.mark.parametrize(
    ("free", "informed", "kinds"),
    [
        (True, True, []),
        (False, True, [StopKind.NOT_FREE]),
        (NOT_ASKED, True, [StopKind.FREE_NOT_KNOWN]),
        (True, UNKNOWN, [StopKind.INFORMED_NOT_KNOWN]),
        (False, False, [StopKind.NOT_FREE, StopKind.NOT_INFORMED]),
    ],
)
def test_without_a_free_and_informed_choice_nothing_leaves(free: Any, informed: Any, kinds: list[StopKind]) -> None:
    case = full_case()
    case = replace(case, wish=replace(case.wish, free_choice=free, informed=informed))
    assert [stop.kind for stop in stops(case, Recipient.IOM)] == kinds


def test_the_last_word_on_a_consent_counts() -> None:
    day, later = date(2026, 3, 1), date(2026, 3, 5)
    purpose = ConsentPurpose.DATA_TO_IOM
    given = Consent("a", purpose, ConsentState.GIVEN, on=day)
    assert is_given(replace(full_case(), consents=(given,)), purpose)
    for taken_back in (
        (given, Consent("b", purpose, ConsentState.WITHDRAWN)),
        (replace(given, withdrawn_on=later),),
        (replace(given, on=UNKNOWN, withdrawn_on=later),),
    ):
        assert consent_to(replace(full_case(), consents=taken_back), purpose) is ConsentState.WITHDRAWN
    again = replace(given, on=later, withdrawn_on=day)
    assert is_given(replace(full_case(), consents=(again,)), purpose)


def test_a_stop_names_the_place_where_it_is_answered() -> None:
    case = with_consents(full_case(), {ConsentPurpose.DATA_TO_IOM: ConsentState.WITHDRAWN})
    (stop,) = stops(case, Recipient.IOM)
    assert (stop.kind, stop.purpose) == (StopKind.CONSENT_WITHDRAWN, ConsentPurpose.DATA_TO_IOM)
    assert pattern_of(stop.path) == "consents/state"


def test_a_correction_names_what_differs() -> None:
    case = full_case()
    later = replace(
        case, wish=replace(case.wish, departure_on=date(2026, 6, 1)), household=case.household[:1], documents=()
    )
    old, new = content(case, Recipient.CARITAS), content(later, Recipient.CARITAS)
    found = differences(old, new)
    assert Difference("wish/departure_on", date(2026, 5, 4), date(2026, 6, 1)) in found
    assert differences(old, old) == ()
    scans = Content(old.recipient, old.case, content(case, Recipient.IOM, ["scan-passport"]).enclosed)
    assert [d.path for d in differences(old, scans)] == ["attachments/scan-passport"]


def test_who_leaves_and_who_comes_is_one_difference_each() -> None:
    case = full_case()
    first, second = case.household
    old = content(case, Recipient.IOM)
    cases = {
        "taken out": replace(case, household=(first,)),
        "stays behind": replace(case, household=(first, replace(second, travels=False))),
    }
    for name, later in cases.items():
        stays = leaving(later, Recipient.IOM).stays
        found = {each.path: each for each in differences(old, content(later, Recipient.IOM), stays)}
        assert set(found) == {"household/person-2", "documents/paper-2", "costs/cost-2"}, name
        gone = found["household/person-2"]
        assert (gone.after, gone.is_record, gone.withheld) == (ABSENT, True, name == "stays behind")
        assert all(each.whose == gone.whose for each in found.values())
        assert gone.whose is not None
        assert (gone.whose.person.id, gone.whose.number) == ("person-2", 2)
        (came,) = (d for d in differences(content(later, Recipient.IOM), old) if d.path == "household/person-2")
        assert (came.before, came.is_record, came.withheld) == (ABSENT, True, False)


def test_an_answer_that_is_held_back_is_told_from_one_that_was_taken_out() -> None:
    case = full_case()
    old = content(case, Recipient.IOM)
    withdrawn = with_consents(case, {ConsentPurpose.MESSAGE: ConsentState.WITHDRAWN})
    wiped = replace(case, contact=replace(case.contact, message_allowed=NOT_ASKED))
    for later, withheld in ((withdrawn, True), (wiped, False)):
        stays = leaving(later, Recipient.IOM).stays
        (found,) = differences(old, content(later, Recipient.IOM), stays)
        assert (found.path, found.before, found.after) == ("contact/message_allowed", True, ABSENT)
        assert found.withheld is withheld


@pytest.mark.parametrize("recipient", RECIPIENTS)
@given(case=cases)
@settings(max_examples=40, deadline=None)
def test_nothing_differs_from_itself(case: Case, recipient: Recipient) -> None:
    reduced = Sieve(case, recipient).reduced()
    assert differences(Content(recipient, reduced), Content(recipient, reduced)) == ()


def test_a_gap_tells_whom_it_matters_to() -> None:
    bare = replace(full_case(), plan=type(full_case().plan)(), journey=type(full_case().journey)())
    found = {gap.path: gap for gap in all_gaps(bare)}
    assert found["journey/transport"].recipients == (Recipient.IOM, Recipient.FEDASIL_BOOKING)
    assert found["plan/description"].recipients == (Recipient.CARITAS,)
    assert all(gap.recipients for gap in found.values())
    assert {*PER_CASE, *PER_PLAN, *(f"household/{name}" for name in PER_PERSON)} <= set(NEEDS)


def test_a_full_case_lacks_nothing_for_anybody() -> None:
    assert all_gaps(full_case()) == ()
    assert gaps_for(replace(full_case(), household=()), Recipient.CARITAS)[0].path == "household"
