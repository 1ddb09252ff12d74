"""Words for what leaves with a handover, what stays, and what is missing."""

from __future__ import annotations

from loket_app.domain.attachment import ScanHindrance
from loket_app.domain.handover_content import StopKind
from loket_app.domain.handover_needs import Withheld
from loket_app.domain.mattering import Matters
from loket_app.i18n import NP_
from loket_app.i18n.label_table import LabelTable

HANDOVER: LabelTable = {
    ScanHindrance: {
        ScanHindrance.UNREADABLE: NP_("scan", "this scan can't be freed of what it tells about its making"),
        ScanHindrance.HALF: NP_("scan", "part of this picture is missing"),
        ScanHindrance.HIDDEN_LAYERS: NP_("scan", "this PDF has layers that are hidden, and they would leave with it"),
        ScanHindrance.BEYOND_EDGE: NP_(
            "scan", "this PDF holds more than its pages show, beyond their edge, and that would leave with it"
        ),
        ScanHindrance.TUCKED_IN: NP_(
            "scan", "this signed PDF holds files or notes that no page shows, and they would leave with it"
        ),
        ScanHindrance.COVERED: NP_(
            "scan",
            "this signed PDF holds words or pictures that can't be seen on its pages, and they would leave with it",
        ),
    },
    Withheld: {
        Withheld.NEVER: NP_("stays", "stays at the desk always"),
        Withheld.NOT_NEEDED: NP_("stays", "not needed there"),
        Withheld.HEALTH: NP_("stays", "about health, not needed there"),
        Withheld.NO_CONSENT: NP_("stays", "no consent to it"),
        Withheld.REFUSED_BY_ONE: NP_("stays", "refused by one of the family: it may be about them"),
        Withheld.NOT_TRAVELLING: NP_("stays", "about somebody who does not travel along"),
        Withheld.OTHER_PARTNER: NP_("stays", "somebody else follows the plan"),
        Withheld.NOT_CHOSEN: NP_("stays", "not chosen"),
    },
    StopKind: {
        StopKind.NOT_FREE: NP_("stop", "the choice is not free"),
        StopKind.FREE_NOT_KNOWN: NP_("stop", "it is not known whether the choice is free"),
        StopKind.NOT_INFORMED: NP_("stop", "the person is not well informed"),
        StopKind.INFORMED_NOT_KNOWN: NP_("stop", "it is not known whether the person is well informed"),
        StopKind.CONSENT_NOT_ASKED: NP_("stop", "the consent was not given yet"),
        StopKind.CONSENT_DECLINED: NP_("stop", "the consent was declined"),
        StopKind.CONSENT_WITHDRAWN: NP_("stop", "the consent was withdrawn"),
        StopKind.OTHER_PARTNER: NP_("stop", "IOM follows this plan, not Caritas"),
        StopKind.VERDICT: NP_("stop", "the advice closes this way"),
        StopKind.NOBODY_TRAVELS: NP_("stop", "nobody travels"),
        StopKind.NO_GUARDIAN: NP_("stop", "the guardian of the minor is not noted"),
    },
    Matters: {
        Matters.IDENTITY: NP_("matters", "ticket and papers must name the same person"),
        Matters.DECISION: NP_("matters", "the application is decided on with it"),
        Matters.CHOICE: NP_("matters", "without it nothing is handed over"),
        Matters.REACH: NP_("matters", "the person must be reached safely"),
        Matters.TICKET: NP_("matters", "nothing can be booked without it"),
        Matters.CARE: NP_("matters", "help on the way is arranged beforehand"),
        Matters.ARRIVAL: NP_("matters", "so that the journey ends at the right door"),
        Matters.PAPERS: NP_("matters", "nobody boards without papers"),
        Matters.PLAN: NP_("matters", "the plan can't be prepared without it"),
        Matters.CONSENT: NP_("matters", "without consent no personal data leave"),
    },
}
"""A member's context and source word."""
