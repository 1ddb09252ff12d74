"""What the members of the domain's enums are called at the desk: one table per enum, in the reader's language.

Labels start small, so that they fit inside a sentence; `capital` makes one stand alone.
"""

from __future__ import annotations

from enum import Enum

from loket_app.i18n import pgettext
from loket_app.i18n.fields import field_help, field_label
from loket_app.i18n.label_table import LabelTable
from loket_app.i18n.labels_advice import ADVICE
from loket_app.i18n.labels_agenda import AGENDA
from loket_app.i18n.labels_costs import COSTS
from loket_app.i18n.labels_handover import HANDOVER
from loket_app.i18n.labels_journey import JOURNEY
from loket_app.i18n.labels_layer import LAYER
from loket_app.i18n.labels_papers import PAPERS
from loket_app.i18n.labels_people import PEOPLE
from loket_app.i18n.labels_track import TRACK
from loket_app.i18n.labels_track_engine import TRACK_ENGINE

__all__ = ["LABELS", "capital", "field_help", "field_label", "label", "yes_no"]


def label(member: Enum) -> str:
    """The word for a member in the current language. Raises KeyError for an enum without a table."""
    return pgettext(*LABELS[type(member)][member])


def yes_no(value: bool) -> str:  # noqa: FBT001  a truth is all that there is to say
    """`yes` or `no` in the current language."""
    return pgettext("answer", "yes") if value else pgettext("answer", "no")


def capital(text: str) -> str:
    """The text with a capital at its start: a label that stands alone."""
    return text[:1].upper() + text[1:]


LABELS: LabelTable = {
    **PEOPLE,
    **JOURNEY,
    **ADVICE,
    **TRACK,
    **TRACK_ENGINE,
    **AGENDA,
    **HANDOVER,
    **LAYER,
    **PAPERS,
    **COSTS,
}
"""Every enum of the domain: a member's context and source word."""
