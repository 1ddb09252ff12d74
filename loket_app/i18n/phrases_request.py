"""The request to the Immigration Office to give back the papers that it keeps: of all who travel, in one message."""

from __future__ import annotations

from collections.abc import Iterator

from loket_app.domain.answers import known
from loket_app.domain.case import Case, display_name
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_consents import left_out, remaining
from loket_app.domain.handover_content import StopKind, stops
from loket_app.domain.paper_rules import Request
from loket_app.domain.person import IdentifierKind, Person
from loket_app.domain.travel import DocumentState, TravelDocument
from loket_app.i18n import _, ngettext
from loket_app.i18n.joining import listed
from loket_app.i18n.labels import label
from loket_app.i18n.phrases import local, name_in
from loket_app.i18n.phrases_handover import stop_text, stops_remedy


def request_subject(case: Case) -> str:
    """The subject of the request: the case number and nothing of the person."""
    count = len(_kept(case))
    words = ngettext(
        "Giving back a document: return case {number}", "Giving back documents: return case {number}", count
    )
    return words.format(number=case.number)


def request_text(case: Case, request: Request, *, names: bool) -> str:
    """The request to give the kept papers back. Of each person it says no more than finding the papers takes."""
    count = len(_kept(case))
    paragraphs = (
        _("Dear colleagues,"),
        ngettext(
            "In our return case {number} a voluntary return is being prepared. Your service keeps this document:",
            "In our return case {number} a voluntary return is being prepared. Your service keeps these documents:",
            count,
        ).format(number=case.number),
        *(_of_one(case, person, names=names) for person in _owners(case)),
        ngettext(
            "We ask you to give it back, so that the journey can be booked and made.",
            "We ask you to give them back, so that the journey can be booked and made.",
            count,
        ),
        _("Attached: {proof}.").format(proof=local(request.proof)),
        _("Kind regards,") + "\n" + _("The return desk"),
    )
    return "\n\n".join(paragraphs)


def not_ready(case: Case, *, names: bool) -> str:
    """Why the request is not made ready, and what to do; empty when it is.

    It says that a return is being prepared: that is asked for by the person alone, as taking part is (S0 §1).
    """
    asked = stops(case, Recipient.FEDASIL_BOOKING)
    found = tuple(stop for stop in asked if stop.kind is not StopKind.NOBODY_TRAVELS)  # said of the papers below
    if found:
        words = _("This request is not ready: {why}.").format(why=listed(dict.fromkeys(map(stop_text, found))))
        return f"{words} {stops_remedy(found)}"
    if not _kept(case) and left_out(case, Recipient.FEDASIL_BOOKING):
        return _("Whose papers are kept there doesn't agree to it: nothing is asked back.")
    if not _kept(case):
        return _("Whose papers are kept there does not travel: nothing is asked back.")
    return nobody_found(case, names=names)


def not_asked_back(case: Case, paper: TravelDocument) -> str:
    """Why a paper that is kept there stands in no request; empty when it does, and when it isn't kept there."""
    if paper.state is not DocumentState.HELD_BY_DVZ or paper in _kept(case):
        return ""
    name = name_in(case, paper.person)
    if any(person.id == paper.person for person in left_out(case, Recipient.FEDASIL_BOOKING)):
        return _("{name} does not agree to it: this paper is not asked back.").format(name=name)
    return _("{name} does not travel: this paper is not asked back.").format(name=name)


def nobody_found(case: Case, *, names: bool) -> str:
    """Who could not be found by this request, and what to note for it; empty when everybody can."""
    lost = [person for person in _owners(case) if not _marks(person, names=names)]
    who = listed(name_in(case, person.id) for person in lost)
    if not lost:
        return ""
    if not names and all(display_name(person) for person in lost):
        words = _(
            "By this text the Immigration Office finds nobody: {who}. Note the file number of the Immigration Office "
            "under the person, or tick the name."
        )
    else:
        words = _(
            "By this text the Immigration Office finds nobody: {who}. Note the file number of the Immigration Office "
            "or the name, under the person."
        )
    return words.format(who=who)


def _kept(case: Case) -> list[TravelDocument]:
    """The papers of those who travel and agree to it: what is kept of another is no business of this return."""
    travellers = {person.id for person in remaining(case, Recipient.FEDASIL_BOOKING)}
    return [
        paper for paper in case.documents if paper.state is DocumentState.HELD_BY_DVZ and paper.person in travellers
    ]


def _owners(case: Case) -> list[Person]:
    """Whose papers they are, in the order of the household."""
    owners = {paper.person for paper in _kept(case)}
    return [person for person in case.household if person.id in owners]


def _of_one(case: Case, person: Person, *, names: bool) -> str:
    papers = (f"– {_paper(paper)}" for paper in _kept(case) if paper.person == person.id)
    return "\n".join((*_marks(person, names=names), *papers))


def _paper(paper: TravelDocument) -> str:
    kind = label(paper.kind) if known(paper.kind) else _("identity document")
    if not known(paper.number):
        return _("{paper}, number not known").format(paper=kind)
    return _("{paper}, number {number}").format(paper=kind, number=paper.number)


def _marks(person: Person, *, names: bool) -> tuple[str, ...]:
    """By what the Immigration Office finds the person: its own number; the name only when it was ticked."""
    return tuple(_told(person, names=names))


def _told(person: Person, *, names: bool) -> Iterator[str]:
    if names and display_name(person):
        yield _("Name: {name}").format(name=display_name(person))
    for one in person.identifiers:
        if one.kind is IdentifierKind.DVZ and known(one.number) and one.number.strip():
            yield _("File number of the Immigration Office: {number}").format(number=one.number)
