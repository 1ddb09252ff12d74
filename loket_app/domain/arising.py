"""Which questions arise: why there is no receipt is asked when there is none, who paid back when somebody did."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from loket_app.domain.answering import through_guardian
from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.case import Case, Consent
from loket_app.domain.changes import value_at
from loket_app.domain.conversation import TalkState
from loket_app.domain.costs import settles, twins_of
from loket_app.domain.departing import premium_out
from loket_app.domain.handover import DepartureResult
from loket_app.domain.money import ZERO
from loket_app.domain.person import Fitness, Person, Vulnerability
from loket_app.domain.shape import pattern_of
from loket_app.domain.status import Status
from loket_app.domain.stay import OpenReturnPlace, ProcedureKind
from loket_app.domain.stay_of import may_stand_apart
from loket_app.domain.track_decisions import PROTECTION
from loket_app.domain.travel import Cost, CostState, Escort, Transport

_PAID_BACK = (CostState.APPROVED, CostState.REIMBURSED)
_FRAIL = (Vulnerability.PREGNANT, Vulnerability.HEALTH)
_GONE = (Status.DEPARTED, Status.ARRIVED, Status.FOLLOW_UP, Status.CLOSED)


def arises(case: Case, path: str) -> bool:
    """Whether a question, or a list, has a reason to be on the page. What was answered once always stays in sight.

    Raises NoSuchPlace for a path that leads nowhere, KeyError for one that no case has.
    """
    condition = _CONDITIONS.get(pattern_of(path))
    if condition is None or value_at(case, path) not in (NOT_ASKED, ()):
        return True
    return condition(case, value_at(case, path.rpartition("/")[0]) if "/" in path else case)


def _in_other_money(_case: Case, cost: Cost) -> bool:
    return known(cost.currency)


def _travels(_case: Case, person: Person) -> bool:
    return person.travels is not False


def _form_is_asked(case: Case, person: Person) -> bool:
    """The airline asks its form of who is ill, pregnant, in a wheelchair or escorted by a nurse or doctor; no bus does."""
    cared_for = person.wheelchair is True or case.journey.escort is Escort.MEDICAL or _is_any(person, _FRAIL)
    unfit = known(person.fitness) and person.fitness is not Fitness.FIT
    flies = _travels(case, person) and case.journey.transport is not Transport.BUS
    return flies and (cared_for or unfit or known(person.due_on))


def _may_stand_apart(case: Case, person: Person) -> bool:
    """The applicant's residence situation is the family's; who is alone is the applicant."""
    return len(case.household) > 1 and _travels(case, person) and may_stand_apart(case, person)


def _of_a_person(_case: Case, _journey: Any) -> bool:
    """What is asked of each person is not asked of the case; what a case of before answered stays in sight."""
    return False


def _needs_words(_case: Case, person: Person) -> bool:
    """Of somebody who can simply travel there is nothing to say."""
    return known(person.fitness) and person.fitness is not Fitness.FIT


def _expects(_case: Case, person: Person) -> bool:
    return _is_any(person, (Vulnerability.PREGNANT,))


def _is_any(person: Person, groups: Collection[Vulnerability]) -> bool:
    return known(person.vulnerabilities) and any(group in groups for group in person.vulnerabilities)


def _has_none(name: str) -> Callable[[Case, Any], bool]:
    """Whether there is any is asked as long as the list is empty."""
    return lambda _case, record: not getattr(record, name)


def _asked_again(case: Case) -> bool:
    """Whether protection was asked for more than once."""
    kinds = [each.kind for each in case.stay.procedures if each.kind in PROTECTION]
    return len(kinds) > 1 or ProcedureKind.SUBSEQUENT_PROTECTION in kinds


def _is_booked(case: Case, _record: Any) -> bool:
    departure = case.departure
    return known(departure.booked_on) or known(departure.leaves_on) or case.status in (Status.BOOKED, *_GONE)


def _fell_through(case: Case, _record: Any) -> bool:
    return case.departure.fell_through


def _premium_is_known(case: Case, _record: Any) -> bool:
    """A premium goes with leaving; without a journey there is one when somebody says so."""
    return _has_left(case, None) or (case.departure.fell_through and case.departure.premium_given is True)


def _premium_may_come_back(case: Case, _record: Any) -> bool:
    return case.departure.fell_through and known(case.departure.premium_paid)


def _premium_is_out(case: Case, _record: Any) -> bool:
    """Whether it differs from the estimate takes the tables; of a journey that was not made they estimate nothing."""
    out = premium_out(case)
    return known(case.departure.premium_paid) if out is None else out.still not in (None, ZERO)


def _has_left(case: Case, _record: Any) -> bool:
    return case.departure.result is DepartureResult.DEPARTED


def _is_of_a_minor(case: Case, consent: Consent) -> bool:
    person = case.person(consent.person)
    return person is not None and through_guardian(case, person)


_CONDITIONS: Mapping[str, Callable[[Case, Any], bool]] = {
    "consents/answered_by": _is_of_a_minor,
    "household/fitness_notes": _needs_words,
    "household/stay_category": _may_stand_apart,
    "household/wheelchair": _travels,
    "household/medical_form": _form_is_asked,
    "household/due_on": _expects,
    "household/has_number": _has_none("identifiers"),
    "stay/had_procedure": _has_none("procedures"),
    "costs/foreign_amount": _in_other_money,
    "costs/rate": _in_other_money,
    "costs/rate_on": _in_other_money,
    "costs/rate_source": _in_other_money,
    "costs/receipt_number": lambda _case, cost: cost.receipt is True,
    "costs/receipt_missing_why": lambda _case, cost: cost.receipt is False,
    "costs/separate_receipt": lambda case, cost: any(settles(pair, cost) for pair in twins_of(case, cost.id)),
    "costs/reimbursed_by": lambda _case, cost: cost.state in _PAID_BACK,
    "costs/reimbursed_on": lambda _case, cost: cost.state is CostState.REIMBURSED,
    "costs/refused_why": lambda _case, cost: cost.state is CostState.REFUSED,
    "journey/escort_why": lambda _case, journey: journey.escort in (Escort.MEDICAL, Escort.SOCIAL),
    **{f"journey/{name}": _of_a_person for name in ("wheelchair", "medical_form", "pregnancy_due_on")},
    "journey/transit_help": lambda _case, journey: known(journey.transit_country),
    "departure/result": _is_booked,
    "departure/note": _is_booked,
    "departure/departed_on": _has_left,
    "departure/arrived_on": _has_left,
    "departure/premium_given": _fell_through,
    "departure/premium_paid": _premium_is_known,
    "departure/premium_paid_on": lambda case, _departure: known(case.departure.premium_paid),
    "departure/premium_returned": _premium_may_come_back,
    "departure/premium_returned_on": lambda case, _departure: known(case.departure.premium_returned),
    "departure/premium_difference": _premium_is_out,
    "stay/otp_assigned_on": lambda case, _stay: case.stay.open_return_place is OpenReturnPlace.ASSIGNED,
    "stay/earlier_places": lambda case, _stay: _asked_again(case),
    "conversations/not_held_why": lambda _case, talk: talk.state is TalkState.NOT_HELD,
    "stay/decisions/appeal_lodged_on": lambda _case, decision: decision.appeal_lodged is True,
    "stay/decisions/appeal_suspensive": lambda _case, decision: decision.appeal_lodged is True,
    "plan/reports": lambda case, _plan: _has_left(case, None) or case.status in _GONE,
}
"""When each question arises; the others always do."""
