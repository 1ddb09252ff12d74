"""Whether the return track is for somebody, and in which phase (S3: residents who asked for protection, not NBMV)."""

from __future__ import annotations

from loket_app.domain.answers import Answer, known, or_none
from loket_app.domain.facts import ADULT_AGE
from loket_app.domain.partial_date import PartialDate, age_range
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.domain.stay import Authority
from loket_app.domain.track_facts import TrackFacts, notified
from loket_app.domain.track_parts import Applies, Phase


def applies(facts: TrackFacts) -> tuple[Applies, tuple[str, ...]]:
    """The answer, and the paths of what is missing for it. A known no settles it, whatever else is missing."""
    minor, minor_needs = _unaccompanied(facts)
    reception = _in_reception(facts)
    if minor:
        return Applies.NO_MINOR, ()
    if reception is False:
        return Applies.NO_NOT_IN_RECEPTION, ()
    if facts.requested is False:
        return Applies.NO_REQUEST, ()
    needs = minor_needs
    needs += () if reception else ("stay/otp_end" if facts.left_unsaid else "stay/in_reception",)
    needs += () if facts.requested else (_asked_where(facts),)
    return (Applies.UNKNOWN, needs) if needs else (Applies.YES, ())


def _asked_where(facts: TrackFacts) -> str:
    """Where it is told whether protection was asked for."""
    stay = facts.case.stay
    if not known(stay.category) or stay.procedures:
        return "stay/category"
    return "stay/procedures" if stay.had_procedure is True else "stay/had_procedure"


def _in_reception(facts: TrackFacts) -> bool | None:
    """Who arrived in an open return place is in reception; who is said to be out of it again may have left (S3)."""
    if facts.left_unsaid:
        return None
    return True if facts.arrival.on else or_none(facts.case.stay.in_reception)


def phase(facts: TrackFacts) -> Phase:
    """The furthest that the facts of this day tell of."""
    if facts.ended_on:
        return Phase.ENDED
    if facts.has_stay and facts.refusal:
        return Phase.ENDED
    if facts.overturned:
        protected = facts.overturned.authority is Authority.CGVS or facts.overturned.final is True
        return Phase.ENDED if protected else Phase.PROCEDURE
    if facts.arrived and not facts.place_annulled:
        return Phase.OPEN_RETURN_PLACE
    for decision, reached in ((facts.final, Phase.FINAL_REFUSAL), (facts.negative, Phase.NEGATIVE_DECISION)):
        if decision and (notified(decision).on or facts.on) <= facts.on:
            return reached
    return Phase.PROCEDURE if _asking(facts) else Phase.NONE


def _asking(facts: TrackFacts) -> bool:
    return bool(facts.requested) and not facts.has_stay and not facts.closed_unwritten


def _unaccompanied(facts: TrackFacts) -> tuple[bool | None, tuple[str, ...]]:
    """Whether the applicant is a minor without a parent here (NBMV)."""
    applicant = facts.case.applicant
    if applicant is None:
        return None, ("household",)
    if known(applicant.vulnerabilities) and Vulnerability.UNACCOMPANIED_MINOR in applicant.vulnerabilities:
        return True, ()
    if any(person.relation is Relation.PARENT for person in facts.case.household):
        return False, ()
    minor = _is_minor(applicant.birth_date, facts)
    return minor, () if minor is not None else (_born(applicant),)


def _born(person: Person) -> str:
    return f"household/{person.id}/birth_date"


def _is_minor(born: Answer[PartialDate], facts: TrackFacts) -> bool | None:
    if not known(born) or born.earliest > facts.on:
        return None
    youngest, oldest = age_range(born, facts.on)
    if oldest < ADULT_AGE:
        return True
    return False if youngest >= ADULT_AGE else None
