"""Appeals and their hearings that do not fit: without the other, in the wrong order, not said to suspend."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loket_app.domain.answers import known
from loket_app.domain.stay import Authority, Decision, Outcome
from loket_app.domain.track_facts import TrackFacts
from loket_app.domain.track_parts import OddKind, Question


def of_appeal(decision: Decision) -> Iterator[Question]:
    """The appeal against a decision: its day, and the day of its hearing."""
    at = f"stay/decisions/{decision.id}"
    lodged_on = f"{at}/appeal_lodged_on"
    if known(decision.appeal_lodged_on):
        if decision.appeal_lodged is False:
            yield Question(lodged_on, OddKind.APPEAL_DAY_WITHOUT_APPEAL, f"{at}/appeal_lodged")
        elif not known(decision.appeal_lodged):
            yield Question(f"{at}/appeal_lodged", OddKind.APPEAL_DAY_ALONE, lodged_on)
    if _before(decision.appeal_lodged_on, decision.notified_on):
        yield Question(lodged_on, OddKind.APPEAL_BEFORE_NOTIFICATION, f"{at}/notified_on")
    if known(decision.hearing_on):
        yield from _of_its_hearing(decision, f"{at}/hearing_on")


def _of_its_hearing(decision: Decision, on: str) -> Iterator[Question]:
    at = f"stay/decisions/{decision.id}"
    if decision.appeal_lodged is False:
        yield Question(on, OddKind.HEARING_WITHOUT_APPEAL, f"{at}/appeal_lodged")
    elif _before(decision.hearing_on, decision.appeal_lodged_on):
        yield Question(on, OddKind.HEARING_BEFORE_APPEAL, f"{at}/appeal_lodged_on")
    if decision.appeal_lodged is True and _before(decision.hearing_on, decision.notified_on):
        yield Question(on, OddKind.HEARING_BEFORE_NOTIFICATION, f"{at}/notified_on")


def of_appeals(facts: TrackFacts) -> Iterator[Question]:
    """A refusal is not final while an appeal runs that suspends it, or may."""
    decided = [each for each in facts.case.stay.decisions if each.authority is Authority.RVV]
    closed = any(each.outcome in (Outcome.NEGATIVE, Outcome.POSITIVE) for each in decided)
    for each in facts.final_refusals:
        runs = (
            each.authority is not Authority.RVV and each.appeal_lodged is True and each.appeal_suspensive is not False
        )
        if each.final is True and runs and not closed:
            at = f"stay/decisions/{each.id}"
            yield Question(f"{at}/final", OddKind.FINAL_WITH_APPEAL, f"{at}/appeal_lodged")


def of_hearings(facts: TrackFacts) -> Iterator[Question]:
    """S3 asks for a conversation after the hearing of a suspensive appeal. The RVV's own decision has no appeal that counts."""
    for decision in facts.case.stay.decisions:
        if decision.authority is Authority.RVV or not known(decision.hearing_on) or decision.appeal_lodged is False:
            continue
        at = f"stay/decisions/{decision.id}"
        if not known(decision.appeal_lodged):
            yield Question(f"{at}/appeal_lodged", OddKind.HEARING_APPEAL_UNSAID, f"{at}/hearing_on")
        elif not known(decision.appeal_suspensive):
            yield Question(f"{at}/appeal_suspensive", OddKind.HEARING_SUSPENSIVE_UNSAID, f"{at}/hearing_on")
        elif decision.appeal_suspensive is False:
            yield Question(f"{at}/hearing_on", OddKind.HEARING_NOT_SUSPENSIVE, f"{at}/appeal_suspensive")


def of_the_council(facts: TrackFacts) -> Iterator[Question]:
    """The day of the hearing stands with the RVV's decision; whether the appeal suspends, with the one it is against."""
    heard, against = facts.hearing, facts.negative
    if heard is None or heard.authority is not Authority.RVV or against is None or facts.final:
        return
    at, on = f"stay/decisions/{against.id}", f"stay/decisions/{heard.id}/hearing_on"
    if against.appeal_lodged is False:
        yield Question(on, OddKind.HEARING_WITHOUT_APPEAL, f"{at}/appeal_lodged")
    elif _before(heard.hearing_on, against.appeal_lodged_on):
        yield Question(on, OddKind.HEARING_BEFORE_APPEAL, f"{at}/appeal_lodged_on")
    if facts.suspensive is None and against.appeal_lodged is not False and not known(against.hearing_on):
        yield Question(f"{at}/appeal_suspensive", OddKind.HEARING_SUSPENSIVE_UNSAID, on)


def _before(one: object, other: object) -> bool:
    return isinstance(one, date) and isinstance(other, date) and one < other
