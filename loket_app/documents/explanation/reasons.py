"""Each rule of eligibility as one says it to the person whom it is about: second person, plain words (B1).

The sheet is read at home, and others may see it. So two rules say less than they know: that a choice is not free, and
a concern of public order, could put somebody in danger there. They are talked about at the desk, not on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from loket_app.documents.explanation.others import OTHERS
from loket_app.documents.explanation.sheet import Sheet
from loket_app.domain.advice import Reason
from loket_app.i18n import N_, _


@dataclass(frozen=True)
class Plain:
    """What a rule says, what would change it, and what it says to several who travel together.

    `together` is for several in any case, `some` where it is about some of them alone. `another` and `another_change` are
    for a reader who stays, about the one who travels.
    """

    why: str
    change: str
    together: str = ""
    another: str = ""
    another_change: str = ""
    some: str = ""


_FEDASIL_DECIDES: Final = N_("Fedasil's answer decides.")

REASONS: Final = {
    "open-to": Plain(
        N_(
            "You have no right of residence in Belgium, or your procedure is still running. "
            "The programme is there for people in your situation."
        ),
        N_("If you get a right of residence, we look at it again."),
        another=N_(
            "The person who travels has no right of residence in Belgium, or the procedure is still running. The programme is there for people in that situation."
        ),
        another_change=N_("If the person who travels gets a right of residence, we look at it again."),
        some=N_(
            "Not everybody of you has a right of residence in Belgium. "
            "For whoever has none, or whose procedure is still running, the programme is there."
        ),
    ),
    "legal-stay": Plain(
        N_("You have a right of residence in Belgium. Only Fedasil can say whether the programme can help you too."),
        _FEDASIL_DECIDES,
        another=N_(
            "The person who travels has a right of residence in Belgium. Only Fedasil can say whether the programme can help."
        ),
        some=N_(
            "One of you has a right of residence in Belgium. "
            "Only Fedasil can say whether the programme can help that person too."
        ),
    ),
    "belgian": Plain(
        N_("You have Belgian nationality. This programme is for people who are not Belgian."),
        N_("Is this not right? Tell us, and we look at it again."),
        another=N_("The person who travels has Belgian nationality. This programme is for people who are not Belgian."),
    ),
    "belgian-member": Plain(
        N_("Somebody in your family is Belgian. Fedasil says for whom of you the programme can do something."),
        N_("Does the Belgian member of your family stay here? Tell us, and we look at it again."),
    ),
    "eu-before-2004": Plain(
        N_(
            "You are a citizen of a country that was in the European Union before 2004. "
            "Only Fedasil can say whether the programme can help you."
        ),
        _FEDASIL_DECIDES,
        N_(
            "One of you is a citizen of a country that was in the European Union before 2004. "
            "Only Fedasil can say whether the programme can help you."
        ),
        another=N_(
            "The person who travels is a citizen of a country that was in the European Union before 2004. Only Fedasil can say whether the programme can help."
        ),
    ),
    "eu-since-2004": Plain(
        N_(
            "You are a citizen of a country that joined the European Union in 2004 or later. "
            "The programme is open to you, but the amounts are lower."
        ),
        N_("If you get a right of residence, we look at it again."),
        N_(
            "One of you is a citizen of a country that joined the European Union in 2004 or later. "
            "The programme is open to you, but the amounts are lower."
        ),
        another=N_(
            "The person who travels is a citizen of a country that joined the European Union in 2004 or later. The programme is open, but the amounts are lower."
        ),
        another_change=N_("If the person who travels gets a right of residence, we look at it again."),
    ),
    "earlier-support": Plain(
        N_(
            "You already got help to return, less than five years before this journey. "
            "Only Fedasil can say whether that is possible again."
        ),
        N_("If you leave when the five years are over, this does not count any more."),
        another=N_(
            "The person who travels already got help to return, less than five years before this journey. Only Fedasil can say whether that is possible again."
        ),
        another_change=N_("With a departure after the five years are over, this does not count any more."),
    ),
    "dublin": Plain(
        N_(
            "Another European country has to look at your asylum request. "
            "The Immigration Office arranges the journey to that country."
        ),
        N_("If Belgium looks at your request after all, come back to us."),
        another=N_(
            "Another European country has to look at the asylum request of the person who travels. The Immigration Office arranges the journey to that country."
        ),
        another_change=N_("If Belgium looks at the request after all, come back to us."),
    ),
    "closed-centre": Plain(
        N_("You are in a closed centre. There, the Immigration Office decides what is possible."),
        N_("If you may leave the centre, call us or come to us."),
        another=N_(
            "The person who travels is in a closed centre. There, the Immigration Office decides what is possible."
        ),
        another_change=N_("If the person may leave the centre, call us or come to us."),
    ),
    "unaccompanied-minor": Plain(
        N_(
            "A young person under 18 who travels without a parent has extra protection. "
            "The guardian helps to decide, and IOM first asks how things are with the family."
        ),
        N_("If a parent travels along, tell us."),
    ),
    "public-order": Plain(
        N_("Fedasil has to look at your file first. We are glad to explain why, at the desk."),
        _FEDASIL_DECIDES,
    ),
    "destination": Plain(
        N_(
            "You would like to go to a country that is not your own, and where you may not stay for ever. "
            "The programme cannot help with that journey."
        ),
        N_("Do you choose another country, or have you a paper that says you may stay? Then we look at it again."),
        another=N_(
            "The journey would be to a country of which the person who travels is no citizen and may not stay for ever. The programme cannot help with that journey."
        ),
        another_change=N_("With another country, or a paper that allows to stay, we look at it again."),
    ),
    "free-choice": Plain(
        N_("This is your decision, and yours alone. Take your time, and ask all your questions first."),
        N_("Would you like to talk about it again? You are always welcome."),
        another=N_(
            "This is the decision of the person who travels. Take your time together, and ask all your questions first."
        ),
    ),
}
"""A closed table: every rule of the tables has its plain words here."""


def why(reason: Reason, sheet: Sheet, *, some: bool = False) -> str:
    """The reason, said to those who travel, or about them to a reader who stays.

    `some`: nobody knows that it is about all of those who travel.
    """
    plain = REASONS[reason.rule.id]
    others = OTHERS.get(reason.rule.id) if sheet.others else None
    if others:
        return _(others.some if some and others.some else others.why)
    if sheet.for_another and plain.another:
        return _(plain.another)
    if some and plain.some:
        return _(plain.some)
    return _(plain.together if sheet.together and plain.together else plain.why)


def change(reason: Reason, sheet: Sheet) -> str:
    """What would change it."""
    plain = REASONS[reason.rule.id]
    others = OTHERS.get(reason.rule.id) if sheet.others else None
    if others and others.change:
        return _(others.change)
    return _(plain.another_change if sheet.for_another and plain.another_change else plain.change)
