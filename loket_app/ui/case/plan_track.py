"""What the page of the return track asks, beside the six steps."""

from __future__ import annotations

from loket_app.i18n import NP_
from loket_app.ui.case.plan_parts import Piece, Questions, Records, Step
from loket_app.ui.case.plan_rows import DECISION, EARLIER_PLACE, EXTENSION, RECEPTION, TALK

TRACK = Step(
    "track",
    NP_("step", "Return track"),
    (
        Piece("track"),
        Records(
            NP_("section", "Conversations"),
            "conversations",
            TALK,
            NP_("button", "New conversation"),
            more=(("place", "with_whom"),),
            newest="on",
            tail="conversation",
            folded=True,
            key="Ctrl+T",
        ),
        Records(
            NP_("section", "Appointments"),
            "appointments",
            (("kind", "with_whom"), ("on", "at"), ("place", "moment"), "state"),
            NP_("button", "Add an appointment"),
            more=("note",),
            folded=True,
        ),
        Records(
            NP_("section", "What are we waiting for?"),
            "waits",
            (("waiting_for", "what"), ("since", "ask_again_on"), "ended_on"),
            NP_("button", "Add something to wait for"),
            folded=True,
        ),
        Questions(
            NP_("section", "Reception"),
            RECEPTION,
        ),
        Records(
            NP_("section", "Earlier open return places"),
            "stay/earlier_places",
            EARLIER_PLACE,
            NP_("button", "Add an earlier place"),
            folded=True,
        ),
        Records(
            NP_("section", "Extension of the right to material aid"),
            "stay/extensions",
            EXTENSION,
            NP_("button", "Add an extension"),
        ),
        Records(
            NP_("section", "Decisions"),
            "stay/decisions",
            DECISION,
            NP_("button", "Add a decision"),
        ),
        Records(
            NP_("section", "Orders to leave the territory"),
            "stay/orders",
            (("notified_on", "leave_by"),),
            NP_("button", "Add an order"),
        ),
    ),
)
