"""Where somebody stands and wants to go: contact, stay, wish, plan, journey, and what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loket_app.documents.engine.blocks import heading, paragraph, subheading
from loket_app.documents.engine.look import SMALL, Said
from loket_app.documents.engine.strips import Strip
from loket_app.documents.engine.tables import Column, Row, facts, table
from loket_app.documents.summary.decisions import decisions
from loket_app.documents.summary.file import File
from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.changes import value_at
from loket_app.i18n import _, ngettext
from loket_app.i18n.labels import capital, field_label

_CONTACT = ("street", "postcode", "town", "phone", "email", "message_allowed", "best_time")
_STAY = (
    "category",
    "arrived_in_belgium",
    "in_reception",
    "reception_place",
    "dublin_transfer",
    "dublin_state",
    "closed_centre",
    "public_order_concern",
    "earlier_return_support",
    "earlier_return_on",
    "open_return_place",
    "otp_assigned_on",
    "otp_place",
    "otp_arrived_on",
    "otp_agrees",
    "otp_agreed_on",
    "otp_end",
    "otp_ended_on",
    "refuses_to_leave",
    "guardian",
    "had_procedure",
)
_PROCEDURES = ("kind", "started_on", "outcome")
_ORDERS = ("notified_on", "leave_by")
_EXTENSIONS = ("state", "until", "asked_on", "answered_on")
_EARLIER_PLACES = ("place", "assigned_on", "arrived_on", "agrees", "agreed_on", "end", "ended_on", "refuses_to_leave")
_WISH = (
    "destination",
    "destination_right",
    "destination_place",
    "destination_address",
    "destination_contact",
    "timing",
    "departure_on",
    "free_choice",
    "informed",
    "reasons",
    "obstacles",
)
_JOURNEY = (
    "transport",
    "earliest_on",
    "departure_point",
    "carrier",
    "luggage",
    "extra_luggage",
    "wheelchair",
    "pregnancy_due_on",
    "medical_form",
    "escort",
    "escort_why",
    "transit_country",
    "transit_help",
    "reception_on_arrival",
    "onward_transfer",
    "final_place",
    "may_be_called",
)
_ALWAYS = frozenset(
    (
        "contact/message_allowed",
        "stay/category",
        "wish/destination",
        "wish/departure_on",
        "wish/free_choice",
        "wish/informed",
        "journey/transport",
    )
)
"""Shown even without an answer: on these the rest depends, or somebody's safety."""
_TALK = (
    *("state", "not_held_why", "moment", "held_by", "with_whom", "stance", "attitude"),
    *("obstacles", "solutions", "possibilities", "decided", "notes"),
)


def contact(file: File) -> Iterator[Strip]:
    """How to reach the person, whether a message may be left, and how they came here."""
    yield from _section(file, _("How to reach the person"), [*_at("contact", _CONTACT), "referral"])


def stay(file: File) -> Iterator[Strip]:
    """The stay in Belgium, its procedures, decisions and orders."""
    yield from _section(file, _("Stay in Belgium"), _at("stay", _STAY))
    yield from _list(file, "stay/procedures", _PROCEDURES, (40, 28, 32))
    yield from decisions(file)
    yield from _list(file, "stay/orders", _ORDERS, (50, 50))
    yield from _list(file, "stay/extensions", _EXTENSIONS, (34, 22, 22, 22))
    yield from _earlier_places(file)


def _earlier_places(file: File) -> Iterator[Strip]:
    """Each below the other: beside each other their eight answers have no room."""
    places = file.case.stay.earlier_places
    if places:
        yield from subheading(capital(field_label("stay/earlier_places")), file.width)
    for place in places:
        yield from facts(file.told(*_at(f"stay/earlier_places/{place.id}", _EARLIER_PLACES)), file.width)


def wish(file: File) -> Iterator[Strip]:
    """The return that is wished for."""
    yield from _section(file, _("The wish to return"), _at("wish", _WISH))


def journey(file: File) -> Iterator[Strip]:
    """The journey and the help on the way."""
    yield from _section(file, _("The journey"), _at("journey", _JOURNEY))


def remarks(file: File) -> Iterator[Strip]:
    """Remarks on the case."""
    if known(file.case.remarks) and file.case.remarks:
        yield from heading(capital(field_label("remarks")), file.width)
        yield from paragraph(file.case.remarks, file.width)


def conversations(file: File) -> Iterator[Strip]:
    """What was said, as far as the person lets the next structure read it."""
    talks = file.case.conversations
    open_talks = [talk for talk in talks if talk.visible_to_next is True]
    if not talks:
        return
    yield from heading(capital(field_label("conversations")), file.width)
    for talk in open_talks:
        at = f"conversations/{talk.id}"
        yield from facts([file.fact(f"{at}/on"), *file.told(*(f"{at}/{name}" for name in _TALK))], file.width)
    yield from _kept_back(file, len(talks) - len(open_talks))


def _kept_back(file: File, count: int) -> Iterator[Strip]:
    if count:
        words = ngettext(
            "{count} conversation is not printed: the person did not say that others may read it.",
            "{count} conversations are not printed: the person did not say that others may read them.",
            count,
        )
        yield from paragraph(Said(words.format(count=count), SMALL), file.width)


def _at(place: str, names: Sequence[str]) -> list[str]:
    return [f"{place}/{name}" for name in names]


def _section(file: File, title: str, paths: Sequence[str]) -> Iterator[Strip]:
    yield from heading(title, file.width)
    yield from facts(file.told(*paths, always=_ALWAYS), file.width)
    yield from untold(file, paths)


def untold(file: File, paths: Sequence[str]) -> Iterator[Strip]:
    """Below the answers, in small print, what was asked in vain."""
    for text in file.untold(*paths, besides=_ALWAYS):
        yield from paragraph(Said(text, SMALL), file.width, after=2)


def _list(file: File, place: str, names: Sequence[str], shares: Sequence[int]) -> Iterator[Strip]:
    """The items of a list as a table, without the columns that nobody filled."""
    items = value_at(file.case, place)
    filled = [name for name in names if any(getattr(item, name) is not NOT_ASKED for item in items)]
    if not filled:
        return
    share = dict(zip(names, shares, strict=True))
    columns = [Column(share[name], capital(field_label(f"{place}/{name}"))) for name in filled]
    rows = (Row(tuple(file.answer(f"{place}/{item.id}/{name}") for name in filled)) for item in items)
    yield from subheading(capital(field_label(place)), file.width)
    yield from table(columns, rows, file.width)
