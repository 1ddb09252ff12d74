"""What is hardly ever right: asked about at its place, kept as it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from loket_app.domain.answers import known
from loket_app.domain.stay import Authority, Decision, EndOfStay, LeaveOrder
from loket_app.domain.track_applies import applies, phase
from loket_app.domain.track_decisions import day_path, is_final, other_procedures
from loket_app.domain.track_facts import TrackFacts
from loket_app.domain.track_odd_appeals import of_appeal, of_appeals, of_hearings, of_the_council
from loket_app.domain.track_odd_days import odd_days, of_requests
from loket_app.domain.track_odd_ends import odd_ends
from loket_app.domain.track_odd_extensions import of_extensions
from loket_app.domain.track_odd_places import after_aid, of_agreement, of_arrival, of_assignment
from loket_app.domain.track_odd_talks import noted, of_conversations
from loket_app.domain.track_parts import Applies, OddKind, Phase, Question
from loket_app.domain.track_rounds import Rounds
from loket_app.domain.track_starts import has_undated
from loket_app.domain.track_terms import Terms

_ARRIVED = "stay/otp_arrived_on"


def questions(terms: Terms, before: Sequence[Terms], found: Rounds) -> tuple[Question, ...]:
    """Everything odd, in the order of the places: of each round what does not fit together, of the last one what is open."""
    odd = [question for each in (*before, terms) for question in _of_round(each)]
    odd += [*_open(terms), *_between(terms.facts, before, found)]
    odd += [*odd_days(found.case, terms.facts.on), *odd_ends(found.case)]
    return tuple(sorted(set(odd), key=lambda each: (each.path, each.kind.value, each.other)))


def _of_round(terms: Terms) -> Iterator[Question]:
    facts = terms.facts
    stay = facts.case.stay
    for decision in stay.decisions:
        yield from (*_of_decision(decision), *of_appeal(decision))
    for order in stay.orders:
        yield from _of_order(order)
    yield from (*_two_final(facts), *_by_dvz(facts), *of_arrival(facts), *of_assignment(facts), *of_agreement(facts))
    yield from (*of_requests(facts), *of_appeals(facts), *of_conversations(terms), *of_extensions(terms))


def _open(terms: Terms) -> Iterator[Question]:
    yield from (*of_hearings(terms.facts), *of_the_council(terms.facts), *_at_odds(terms.facts))
    yield from (*_over(terms), *noted(terms.facts))
    yield from after_aid(terms)


def _between(facts: TrackFacts, before: Sequence[Terms], found: Rounds) -> Iterator[Question]:
    """What a later request, or a decision without one, leaves to ask."""
    start = found.now.start
    undated = has_undated(found.case.stay)
    for path in found.pending if facts.ended_on is None else ():
        yield Question("stay/otp_end", OddKind.LATER_REQUEST_PENDING, path)
    if facts.case.stay.otp_end is EndOfStay.SUBSEQUENT_REQUEST and not undated and not found.pending:
        yield Question("stay/otp_end", OddKind.LATER_REQUEST_MISSING)
    if found.older:
        yield Question(found.older, OddKind.DAYS_OF_EARLIER_PLACE, "stay/otp_assigned_on")
    if start is None:
        return
    if not start.request and not undated:
        yield Question(start.path, OddKind.REQUEST_MISSING)
    if found.elsewhere and facts.final:
        yield Question("stay/open_return_place", OddKind.PLACE_OF_EARLIER_STAY, found.elsewhere)
    elif found.elsewhere and before[-1].facts.in_otp and before[-1].facts.ended_on is None:
        yield Question("stay/otp_end", OddKind.LATER_REQUEST_DECIDED, start.path)


def _before(one: object, other: object) -> bool:
    return isinstance(one, date) and isinstance(other, date) and one < other


def _of_decision(decision: Decision) -> Iterator[Question]:
    at = f"stay/decisions/{decision.id}"
    if _before(decision.notified_on, decision.decided_on):
        yield Question(f"{at}/notified_on", OddKind.NOTIFIED_BEFORE_DECIDED, f"{at}/decided_on")


def _of_order(order: LeaveOrder) -> Iterator[Question]:
    at = f"stay/orders/{order.id}"
    if _before(order.leave_by, order.notified_on):
        yield Question(f"{at}/leave_by", OddKind.LEAVE_BY_BEFORE_NOTIFICATION, f"{at}/notified_on")


def _two_final(facts: TrackFacts) -> Iterator[Question]:
    """The CGVS decision that the RVV confirmed may be called final too: two of one authority are asked about."""
    for decision in facts.final_refusals:
        others = [other for other in facts.final_refusals if other.id < decision.id]
        for other in others:
            if other.authority is decision.authority:
                place = f"stay/decisions/{decision.id}/final"
                yield Question(place, OddKind.TWO_FINAL_REFUSALS, f"stay/decisions/{other.id}/final")


def _by_dvz(facts: TrackFacts) -> Iterator[Question]:
    """The DVZ decides on other procedures: what it refused may not be the request for protection."""
    other = other_procedures(facts.case.stay)
    for decision in facts.case.stay.decisions:
        if decision.authority is Authority.DVZ and is_final(decision) and other:
            place = f"stay/procedures/{min(each.id for each in other)}/kind"
            yield Question(f"stay/decisions/{decision.id}/final", OddKind.FINAL_BY_DVZ, place)


def _at_odds(facts: TrackFacts) -> Iterator[Question]:
    """What is said of the person now and what was decided."""
    if facts.left_unsaid:
        yield Question("stay/in_reception", OddKind.LEFT_RECEPTION, _ARRIVED)
    if facts.closed_unwritten:
        yield Question(facts.closed_unwritten, OddKind.CLOSED_UNWRITTEN)
    if facts.has_stay and facts.refusal and facts.ended_on is None:
        yield Question("stay/category", OddKind.HAS_STAY, day_path(facts.refusal))


def _over(terms: Terms) -> Iterator[Question]:
    """Once the right to aid ended: whether somebody lives there still, and how the stay ended."""
    facts = terms.facts
    over = terms.aid_over_on is not None and phase(facts) in (Phase.FINAL_REFUSAL, Phase.OPEN_RETURN_PLACE)
    answered = known(facts.case.stay.refuses_to_leave) or facts.leaves or facts.left_unsaid
    if over and not answered and applies(facts)[0] in (Applies.YES, Applies.UNKNOWN):
        place = "stay/otp_end" if facts.arrived else "stay/in_reception"
        yield Question(place, OddKind.AID_OVER, terms.aid_ends.from_fact)
