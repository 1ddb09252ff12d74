"""The message to the voluntary-return cell, ready to be sent: what is asked, for whom, why, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from loket_app.domain.advice import Reason
from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.estimate import Line, LineKind
from loket_app.domain.referral import Referral, Traveller
from loket_app.i18n import N_, _, formats
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import answer_text, departure_text, for_whom, local, name_in, names_in, place_text

WHY: Final = {
    "legal-stay": N_("The person stays legally in Belgium"),
    "belgian-member": N_("One member of the household is Belgian, another is not"),
    "eu-before-2004": N_("Citizen of a country that belonged to the European Union before 2004"),
    "earlier-support": N_("The person had return support in the five years before departure"),
    "unaccompanied-minor": N_("Unaccompanied minor"),
    "public-order": N_("There is a concern of public order or security"),
}
"""A closed table: every rule that refers, told to the cell. The rule's own words send the desk there, which the cell needs not read."""

_DESTINATION: Final = "wish/destination"


def referral_subject(referral: Referral) -> str:
    """The subject of the message: the case number and nothing of the person."""
    return _("Return case {number}: question of the return desk").format(number=referral.case.number)


def referral_text(referral: Referral) -> str:
    """The message, signed by the desk of the case."""
    case = referral.case
    paragraphs = (
        [_("Dear colleagues,")],
        _opening(referral),
        _list(_("What we ask"), (label(ask) for ask in referral.asks)),
        _list(_("Who returns"), (_traveller(case, who) for who in referral.travellers)),
        _list(_("Why we ask"), (_why(referral, reason) for reason in referral.reasons)),
        _list(_("Facts that this rests on"), (_fact(case, *fact) for fact in referral.facts)),
        _list(_("Amounts that we find in no public list"), (_unknown(case, line) for line in referral.lines)),
        _own_reasons(referral),
        [_("Nothing has been promised.")],
        [_("Kind regards,"), capital(_("return desk {place}").format(place=label(case.desk)))],
    )
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines)


def _opening(referral: Referral) -> list[str]:
    """Which case, where to and when: the amounts hang on both."""
    case, destination = referral.case, referral.case.wish.destination
    lines = [_("We ask your advice on return case {number}.").format(number=case.number)]
    if known(destination):
        lines.append(_fact(case, _DESTINATION, destination))
    return [*lines, _departure(referral)]


def _departure(referral: Referral) -> str:
    if referral.passed:
        day = formats.format_date(referral.departure)
        return _("The wished departure was {date}. That day has passed: we ask for a new one.").format(date=day)
    return departure_text(referral.departure, assumed_today=referral.assumed_today)


def _list(title: str, items: Iterable[str]) -> list[str]:
    lines = [f"– {item}" for item in items]
    return [said(title, "").rstrip(), *lines] if lines else []


def _traveller(case: Case, who: Traveller) -> str:
    if who.nationalities is None:
        countries = _("nationality not known")
    else:
        countries = ", ".join(map(formats.country_name, who.nationalities)) or _("stateless")
    return said(names_in(case).get(who.person, who.person), f"{label(who.age_group)}, {countries}")


def _why(referral: Referral, reason: Reason) -> str:
    """The reason, and for whom it holds where that is not everybody who travels."""
    words, names = _(WHY[reason.rule.id]), names_in(referral.case)
    if {who.person for who in referral.travellers} == set(reason.people):
        return words
    return f"{words} – {', '.join(names.get(who, who) for who in reason.people)}"


def _fact(case: Case, path: str, value: object) -> str:
    return said(place_text(case, path), answer_text(case, path, value))


def _unknown(case: Case, line: Line) -> str:
    """What the desk can't tell, without sending the cell to itself."""
    title = local(line.figure.title) if line.figure else capital(label(line.topic))
    whose = name_in(case, line.person)
    what = f"{title} – {whose}" if whose else title + for_whom(case, line)
    if line.kind is LineKind.EXPECTED and line.high:
        return said(what, f"{label(line.kind)}, {formats.format_money(line.high)}")
    return said(what, label(line.kind)) if line.kind is LineKind.ENDED else what


def _own_reasons(referral: Referral) -> list[str]:
    if referral.own_reasons:
        return [said(_("Our reasons for a budget because of vulnerability"), "").rstrip(), referral.own_reasons]
    if referral.reasons_missing:
        return [_("[Add your reasons for a budget because of vulnerability: Fedasil decides on them.]")]
    return []
