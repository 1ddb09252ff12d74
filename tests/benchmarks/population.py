"""A desk's caseload that nobody lived: any number of plausible cases, the same ones for the same seed, put in fast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case, Desk, Referral
from loket_app.domain.conversation import Appointment, AppointmentKind, Conversation, Wait, WaitingFor
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import CivilStatus, Identifier, IdentifierKind, Literacy, Person, Relation, Sex
from loket_app.domain.status import OPEN, Status, StatusChange
from loket_app.domain.stay import (
    Authority,
    Decision,
    OpenReturnPlace,
    Outcome,
    Procedure,
    ProcedureKind,
    Stay,
    StayCategory,
)
from loket_app.domain.travel import Cost, CostKind, CostState, DocumentKind, DocumentState, TravelDocument
from loket_app.domain.wish import Contact, DestinationRight, Wish
from loket_app.storage.cases import derived
from loket_app.storage.changelog import added_row
from loket_app.storage.rows import Insert, writes
from loket_app.storage.search import words_of
from loket_app.storage.store import Store
from loket_app.storage.tables import CASE_TEXT, CHANGE

AT_ONCE = 1_000
BY = "population"
FIRST_DAY = datetime(2012, 1, 2, 9, tzinfo=UTC)
MINUTES_APART = 60
AT_WORK = date(2026, 4, 14)
"""The day around which open cases have something to watch."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_STARTS = _words("Ab Ag Ba Be Da Di El Fa Ga Ha Ib Ja Ka Ki La Mi Mo Na No Ol Pe Ra Ro Sa She Ta Te Va Ya Ze Zu")
_MIDDLES = _words("ri dul met shi ko la ma ni ro sa ta va za gje ftu mu hi lo da fi ka li")
_ENDS = _words("ov ari idze yan ić i ez ah ullah eva oğlu enko ades is ou an in e a")
_SCRIPTS = ("მიქაბერიძე", "Հակոբյան", "عبد المعين", "Олександр", "አበበ", "阮文")
_COUNTRIES = ("UA", "GE", "RO", "BR", "IQ", "AL", "AM", "MK", "MN", "SK", "XK", "MD", "SY", "CO", "TR", "BF")
_TOWNS = ("Gent", "Antwerpen", "Brussel", "Liège", "Charleroi", "Aalst", "Namur", "Oostende")
_CLOSED = tuple(status for status in Status if status not in OPEN)


def cases(count: int, seed: int = 1) -> Iterator[Case]:
    """Cases of one to five people, most of them closed, as an old desk has them."""
    chance = Random(seed)  # noqa: S311  # a caseload for measuring, nothing secret
    return (_case(chance, number) for number in range(count))


def fill(store: Store, count: int, seed: int = 1) -> None:
    """Put that many cases into an empty store, in bulk."""
    for chunk in _chunks(cases(count, seed), AT_ONCE):
        with store.work() as work:
            _insert(work.cases._connection, chunk)
            work.commit()


def make_store(path: Path, key: bytes, count: int, seed: int = 1) -> Store:
    """A new store with that many cases, opened."""
    store = Store.create(path, key)
    fill(store, count, seed)
    return store


def _chunks(all_cases: Iterator[Case], size: int) -> Iterator[list[Case]]:
    while chunk := list(islice(all_cases, size)):
        yield chunk


def _insert(connection: sa.Connection, some: Iterable[Case]) -> None:
    rows: defaultdict[sa.Table, list[dict[str, Any]]] = defaultdict(list)
    for case in some:
        at = case.history[-1].at
        for write in writes(None, case, {**derived(case), "updated_at": at}):
            if isinstance(write, Insert):
                rows[write.table].append(dict(write.row))
        rows[CHANGE].append(added_row(case, BY, at))
        rows[CASE_TEXT].append({"case_id": case.id, "words": words_of(case)})
    for table, of_table in rows.items():
        connection.execute(sa.insert(table), of_table)


def _case(chance: Random, number: int) -> Case:
    opened = FIRST_DAY + timedelta(minutes=MINUTES_APART * number)
    desk = chance.choice(list(Desk))
    country = chance.choice(_COUNTRIES)
    household = _household(chance, country)
    case = Case(
        id=f"{number:08x}",
        number=f"{desk.value}-{opened.year}-{number:06d}",
        desk=desk,
        opened_on=opened.date(),
        counsellor=f"counsellor{chance.randrange(12)}",
        referral=chance.choice([*Referral, NOT_ASKED, UNKNOWN]),
        household=household,
        stay=_stay(chance, opened.date()),
        contact=_contact(chance),
        wish=_wish(chance, country),
        documents=tuple(_document(chance, person) for person in household),
        costs=(Cost("c1", CostKind.PHOTOS, amount=Money.cents(chance.randrange(500, 5000)), state=CostState.PLANNED),),
        conversations=(Conversation("g1", opened.date(), notes="Besproken wat het programma kan betekenen."),),
        history=_history(chance, opened),
    )
    return replace(case, **_running(number)) if case.status in OPEN else case


def _running(number: int) -> dict[str, Any]:
    """What an open case has to watch around `AT_WORK`: it leaves the chance of the others as it is."""
    chance = Random(number)  # noqa: S311  # as above

    def near(days: int) -> date:
        return AT_WORK + timedelta(days=chance.randrange(-days, days))

    stay = Stay(
        category=StayCategory.REJECTED,
        in_reception=True,
        open_return_place=OpenReturnPlace.ASSIGNED,
        otp_arrived_on=near(20),
        procedures=(Procedure("r1", ProcedureKind.PROTECTION, outcome=Outcome.NEGATIVE),),
        decisions=(
            Decision("d1", Authority.RVV, Outcome.NEGATIVE, final=True, notified_on=AT_WORK - timedelta(days=25)),
        ),
    )
    waits = (Wait("w1", chance.choice(list(WaitingFor)), since=near(40), ask_again_on=near(30)),)
    visit = Appointment("b1", chance.choice(list(AppointmentKind)), near(30), f"{chance.randrange(9, 17):02}:00")
    sent = Handover("h1", Recipient.IOM, state=HandoverState.SENT, on=near(40))
    return {"stay": stay, "waits": waits, "appointments": (visit,), "handovers": (sent,) if number % 3 else ()}


def _household(chance: Random, country: str) -> tuple[Person, ...]:
    family = _name(chance)
    relations = [Relation.APPLICANT, Relation.PARTNER, Relation.CHILD, Relation.CHILD, Relation.CHILD]
    size = chance.choice((1, 1, 1, 2, 3, 4, 5))
    return tuple(_person(chance, n, relation, family, country) for n, relation in enumerate(relations[:size]))


def _person(chance: Random, number: int, relation: Relation, family: str, country: str) -> Person:
    child = relation is Relation.CHILD
    return Person(
        id=f"p{number}",
        relation=relation,
        family_name=family,
        given_names=_name(chance),
        original_script_name=chance.choice(_SCRIPTS) if chance.random() < 0.2 else NOT_ASKED,
        sex=chance.choice(list(Sex)),
        birth_date=PartialDate(chance.randrange(2005, 2024) if child else chance.randrange(1950, 2004)),
        nationalities=(country,),
        civil_status=chance.choice([*CivilStatus, DECLINED]),
        languages=("sq", "en") if chance.random() < 0.5 else ("ar",),
        literacy=chance.choice([*Literacy, NOT_ASKED, UNKNOWN]),
        identifiers=(Identifier("i1", IdentifierKind.DVZ, str(chance.randrange(1_000_000, 9_999_999))),),
    )


def _stay(chance: Random, opened: date) -> Stay:
    decided = opened - timedelta(days=chance.randrange(5, 400))
    return Stay(
        category=chance.choice([*StayCategory, UNKNOWN]),
        arrived_in_belgium=PartialDate(opened.year - chance.randrange(6)),
        procedures=(Procedure("r1", ProcedureKind.PROTECTION, PartialDate(opened.year - 1), Outcome.NEGATIVE),),
        decisions=(Decision("d1", Authority.CGVS, Outcome.NEGATIVE, notified_on=decided),),
    )


def _contact(chance: Random) -> Contact:
    phone = f"+32 4{chance.randrange(50, 99)} {chance.randrange(10**6):06d}"
    return Contact(
        street="Kerkstraat 1", town=chance.choice(_TOWNS), phone=phone, message_allowed=chance.random() < 0.5
    )


def _wish(chance: Random, country: str) -> Wish:
    return Wish(
        destination=country if chance.random() < 0.95 else UNKNOWN,
        destination_right=DestinationRight.COUNTRY_OF_ORIGIN,
        destination_place=_name(chance),
        free_choice=True,
    )


def _document(chance: Random, person: Person) -> TravelDocument:
    number = f"P{chance.randrange(10**7):07d}"
    return TravelDocument(
        f"t-{person.id}", person.id, DocumentKind.PASSPORT, chance.choice(list(DocumentState)), number
    )


def _history(chance: Random, opened: datetime) -> tuple[StatusChange, ...]:
    last = chance.choice(_CLOSED) if chance.random() < 0.9 else chance.choice([*OPEN])
    days = timedelta(days=chance.randrange(1, 300))
    return StatusChange("s1", Status.INTAKE, opened, BY), StatusChange("s2", last, opened + days, BY)


def _name(chance: Random) -> str:
    return (
        chance.choice(_STARTS)
        + chance.choice(_MIDDLES) * (chance.random() < 0.8)
        + chance.choice(_MIDDLES)
        + chance.choice(_ENDS)
    )
