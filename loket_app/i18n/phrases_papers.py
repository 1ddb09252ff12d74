"""What Loket says of papers: how each need stands, why, and what a paper costs."""

from __future__ import annotations

from loket_app.domain.case import Case
from loket_app.domain.paper_remarks import Remarked
from loket_app.domain.paper_rules import Issuing, PaperRule
from loket_app.domain.papers import PaperNeed, Standing, TravelDay, expires_before
from loket_app.domain.shape import pattern_of
from loket_app.domain.travel import TravelDocument
from loket_app.i18n import _, formats
from loket_app.i18n.joining import in_a_row, listed, said
from loket_app.i18n.labels import field_label, label
from loket_app.i18n.phrases import local, name_in, source_text


def standing_text(case: Case, need: PaperNeed) -> str:
    """`MIFTARI, …: in order`, or which answer decides whether somebody needs it. Of a paper that does not serve: why."""
    name = name_in(case, need.person)
    if need.holds is None:
        questions = in_a_row(dict.fromkeys(field_label(pattern_of(path)) for path in need.missed))
        return _("{name}: first ask: {questions}").format(name=name, questions=questions)
    paper = next((paper for paper in case.documents if paper.id == need.document), None)
    if paper is not None and need.standing is Standing.NOT_MET:
        return said(name, label(paper.state))
    return said(name, label(need.standing))


def why_text(rule: PaperRule) -> str:
    """Why it is needed, and where that comes from."""
    return f"{local(rule.why)} " + _("Source: {source}").format(source=source_text(rule.source))


def issuing_text(issuing: Issuing) -> str:
    """What is known of getting a paper: what it costs; the rest has to be asked."""
    if issuing.fee is None:
        cost = _("cost not known: ask the embassy")
    else:
        cost = formats.format_money(issuing.fee) if issuing.fee.euro else _("free")
    words = _("{paper}: {cost}. Ask the embassy whether that still holds. Source: {source}")
    return words.format(paper=local(issuing.title), cost=cost, source=source_text(issuing.source))


def remark_text(case: Case, found: Remarked) -> str:
    """What nationality or destination means for papers, for whom, and from which source."""
    names = listed(name_in(case, person) for person in found.people)
    whom = _("This concerns {names}.").format(names=names)
    source = _("Source: {source}").format(source=source_text(found.remark.source))
    return f"{local(found.remark.title)} {whom} {source}"


def travel_day_text(travel: TravelDay) -> str:
    """For which day papers must be valid."""
    day = formats.format_date(travel.day)
    if not travel.path:
        return _("No day of travel yet: looked at as if it were today, {date}.").format(date=day)
    return _("For a journey on {date}.").format(date=day)


def expiry_text(document: TravelDocument, travel: TravelDay) -> str:
    """That a paper is no longer valid on the day of the journey; nothing when it is."""
    if not expires_before(document, travel.day):
        return ""
    if not travel.path:
        return _("No longer valid. Ask for a new one, or for a laissez-passer.")
    words = _("Expires before the journey of {date}. Ask for a new one, or for a laissez-passer.")
    return words.format(date=formats.format_date(travel.day, "short"))
