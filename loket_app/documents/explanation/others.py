"""The same reasons to a reader who stays, about several who travel: a partner with a child, two children.

What holds for one of them as well as for all is said so that it is true of both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from loket_app.i18n import N_


@dataclass(frozen=True)
class Others:
    """What a rule says of several, of `some` of them alone where that differs, and what would change it."""

    why: str
    change: str = ""
    some: str = ""


_WITH_RESIDENCE: Final = N_("If somebody who travels gets a right of residence, we look at it again.")

OTHERS: Final = {
    "open-to": Others(
        N_(
            "Those who travel have no right of residence in Belgium, or the procedure is still running. "
            "The programme is there for people in that situation."
        ),
        _WITH_RESIDENCE,
        N_(
            "Not everybody who travels has a right of residence in Belgium. "
            "For whoever has none, or whose procedure is still running, the programme is there."
        ),
    ),
    "legal-stay": Others(
        N_(
            "Those who travel have a right of residence in Belgium. "
            "Only Fedasil can say whether the programme can help them too."
        ),
        some=N_(
            "Somebody who travels has a right of residence in Belgium. "
            "Only Fedasil can say whether the programme can help that person too."
        ),
    ),
    "belgian": Others(
        N_("Those who travel have Belgian nationality. This programme is for people who are not Belgian."),
    ),
    "belgian-member": Others(
        N_("Somebody who travels is Belgian. Fedasil says for whom the programme can do something."),
    ),
    "eu-before-2004": Others(
        N_(
            "Somebody who travels is a citizen of a country that was in the European Union before 2004. "
            "Only Fedasil can say whether the programme can help."
        ),
    ),
    "eu-since-2004": Others(
        N_(
            "Somebody who travels is a citizen of a country that joined the European Union in 2004 or later. "
            "The programme is open, but the amounts are lower."
        ),
        _WITH_RESIDENCE,
    ),
    "earlier-support": Others(
        N_(
            "There was help to return already, less than five years before this journey. "
            "Only Fedasil can say whether that is possible again."
        ),
    ),
    "dublin": Others(
        N_(
            "Another European country has to look at the asylum request of those who travel. "
            "The Immigration Office arranges the journey to that country."
        ),
    ),
    "closed-centre": Others(
        N_("Those who travel are in a closed centre. There, the Immigration Office decides what is possible."),
        N_("If they may leave the centre, call us or come to us."),
    ),
    "destination": Others(
        N_(
            "The journey would be to a country of which not everybody who travels is a citizen or may stay for ever. "
            "The programme cannot help with that journey."
        ),
    ),
    "free-choice": Others(
        N_("This is the decision of those who travel. Take your time together, and ask all your questions first."),
    ),
}
"""By rule. A rule that is missing says nothing of a "you" anyway."""
