"""The return track, papers and costs in full, scans, the handover with its answers, and the desk's own figures.

Tables that grow are made anew, so that each reads like one that never was otherwise. Written out and complete in
itself, as 0001: a line is a column, `+` marks what this version adds, `!` what is never empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENTS = (
    "info_session intake negative_decision appeal_hearing refusal_first refusal_second refusal_third otp_intake "
    "otp_icam_intake otp_options otp_outtake otp_icam_decision otp_icam_hearing"
)


class Table(NamedTuple):
    """One table of a case: its columns after the key, and the table that holds it."""

    name: str
    columns: str
    one: bool = False
    of: str = "case"

    def lines(self, *, added: bool) -> Iterator[tuple[str, str]]:
        """Name and kind of each column, with or without what this version adds."""
        for line in self.columns.strip().splitlines():
            name, kind = line.split(maxsplit=1)
            if added or not name.startswith("+"):
                yield name.lstrip("+"), kind.strip()


STAY = Table(
    "stay",
    """
    category                one of applicant rejected no_legal_stay other_procedure legal_stay belgian
    in_reception            flag
    reception_place         text
    arrived_in_belgium      text
    dublin_transfer         flag
    dublin_state            text
    closed_centre           flag
    public_order_concern    flag
    earlier_return_support  flag
    earlier_return_on       text
    open_return_place       one of assigned exception_asked none
    otp_place               text
    otp_arrived_on          day
    otp_agrees              flag
    +otp_agreed_on          day
    +otp_end                one of left no_cooperation subsequent_request permit returned
    +otp_ended_on           day
    +refuses_to_leave       flag
    guardian                text
    """,
    one=True,
)
OF_THE_STAY = (
    Table(
        "procedure",
        """kind     one of protection subsequent_protection family humanitarian medical student work tourist other
        started_on  text
        outcome     one of pending positive negative withdrawn""",
        of="stay",
    ),
    Table(
        "decision",
        """
        authority      one of dvz cgvs rvv council_of_state other
        outcome        one of pending positive negative withdrawn
        final          flag
        decided_on     day
        notified_on    day
        appeal_lodged  flag
        hearing_on     day
        """,
        of="stay",
    ),
    Table(
        "leave_order",
        "notified_on day\nleave_by day",
        of="stay",
    ),
)
GROWING = (
    Table(
        "budget_line",
        """
        +purpose  one of business work housing medical training other
        what      text
        amount    cents
        """,
        of="plan",
    ),
    Table(
        "travel_document",
        """
        person         text!
        kind           one of passport identity_card laissez_passer eu_return_document birth_certificate marriage_certificate parental_consent transit_visa medical other
        state          one of has expired lost_reported lost_unreported held_by_dvz requested received refused none
        number         text
        issuer         text
        valid_until    day
        original_at    text
        +requested_on  day
        +issued_on     day
        +note          text
        """,
    ),
    Table(
        "cost",
        """
        kind                  one of document_fee photos translation legalisation travel_to_embassy travel_to_departure administrative other
        person                text
        description           text
        amount                cents
        spent_on              day
        state                 one of planned paid_by_client approved reimbursed refused
        receipt               flag
        +receipt_missing_why  text
        +receipt_number       text
        +currency             text
        +foreign_amount       text
        +rate                 text
        +rate_on              day
        +rate_source          text
        +reimbursed_by        one of iom fedasil other
        +reimbursed_on        day
        +refused_why          text
        note                  text
        """,
    ),
    Table(
        "journey",
        """
        transport             one of plane bus
        +earliest_on          day
        departure_point       text
        +carrier              text
        luggage               text
        +extra_luggage        flag
        wheelchair            flag
        pregnancy_due_on      day
        medical_form          flag
        escort                one of none medical social
        +escort_why           text
        +transit_country      text
        transit_help          flag
        reception_on_arrival  flag
        onward_transfer       flag
        final_place           text
        may_be_called         text
        """,
        one=True,
    ),
    Table(
        "consent",
        """
        purpose        one of! programme data_to_iom data_to_caritas message photos
        state          one of given declined withdrawn
        on             day
        language       text
        interpreter    flag
        signed         flag
        +withdrawn_on  day
        """,
    ),
    Table(
        "conversation",
        f"""
        on               day
        +place           text
        +moment          one of {MOMENTS}
        +held_by         one of social_worker icam_coach return_counsellor other
        with_whom        text
        +language        text
        interpreter      flag
        +stance          one of does_not_want doubts considers wants
        attitude         text
        obstacles        text
        solutions        text
        possibilities    text
        +decided         one of returns agrees_with_track other_option undecided no_cooperation
        notes            text
        visible_to_next  flag
        """,
    ),
    Table(
        "handover",
        """
        +recipient       one of iom fedasil_booking caritas
        to               text
        state            one of prepared sent received accepted rejected corrected
        on               day
        answer           text
        +made_at         text
        +made_by         text
        +version         number
        +revision        number
        +tables_version  text
        +checksum        text
        +corrects        text
        +content         text
        """,
    ),
)
NEW = (
    Table(
        "follow_up_report",
        """
        on             day
        spent          cents
        spent_on_what  text
        how_they_are   text
        next_on        day
        """,
        of="plan",
    ),
    Table(
        "appointment",
        f"""
        kind       one of conversation embassy doctor iom other
        on         day
        at         text
        place      text
        with_whom  text
        moment     one of {MOMENTS}
        state      one of planned kept missed cancelled
        note       text
        """,
    ),
    Table(
        "wait",
        """
        waiting_for   one of client document iom fedasil dvz other
        what          text
        since         day
        ask_again_on  day
        ended_on      day
        """,
    ),
    Table(
        "departure",
        """
        booked_on           day
        booked_by           one of iom fedasil_booking caritas
        carrier             text
        travel_number       text
        leaves_on           day
        leaves_at           text
        result              one of departed withdrew no_show refused_boarding postponed
        departed_on         day
        arrived_on          day
        note                text
        premium_paid        cents
        premium_paid_on     day
        premium_difference  text
        """,
        one=True,
    ),
    Table(
        "attachment",
        """
        kind        one of! document receipt consent medical photo other
        media_type  text!
        size        number!
        sha256      text!
        added_at    text!
        added_by    text!
        about       text
        title       text
        """,
    ),
)


def upgrade() -> None:
    """With all of it. A case of before gets its empty departure, as a new case has."""
    _rebuild((STAY, *OF_THE_STAY), added=True)
    for table in GROWING:
        _rebuild((table,), added=True)
    for table in NEW:
        _create(table, added=True)
    _create_covered()
    _create_beside()
    op.execute('INSERT INTO departure (case_id) SELECT id FROM "case"')


def downgrade() -> None:
    """Without: what these places held goes."""
    for name in ("rules_act", "agenda_item", "agenda", "attachment_content", "conversation_covered"):
        op.drop_table(name)
    for table in reversed(NEW):
        op.drop_table(table.name)
    for table in reversed(GROWING):
        _rebuild((table,), added=False)
    _rebuild((STAY, *OF_THE_STAY), added=False)


def _rebuild(tables: tuple[Table, ...], *, added: bool) -> None:
    """Make tables anew, parents first, and take over what both forms have."""
    for table in reversed(tables):
        op.rename_table(table.name, f"{table.name}_before")
    for table in tables:
        made = _create(table, added=added)
        kept = [*_key(table), *(name for name, _kind in table.lines(added=False))]
        before = sa.table(f"{table.name}_before", *(sa.column(name) for name in kept))
        op.execute(sa.insert(made).from_select(kept, sa.select(before)))
    for table in reversed(tables):
        op.drop_table(f"{table.name}_before")


def _key(table: Table) -> tuple[str, ...]:
    return ("case_id",) if table.one else ("case_id", "position", "id")


def _create(table: Table, *, added: bool) -> sa.Table:
    names = ("case_id",) if table.one else ("case_id", "id")
    owner = "case.id" if table.of == "case" else f"{table.of}.case_id"
    return op.create_table(
        table.name,
        *(_column(name, "number!" if name == "position" else "text!") for name in _key(table)),
        *(_column(name, kind, table.name) for name, kind in table.lines(added=added)),
        sa.PrimaryKeyConstraint(*names, name=f"pk_{table.name}"),
        sa.ForeignKeyConstraint(["case_id"], [owner], name=f"fk_{table.name}_{table.of}"),
        sqlite_with_rowid=False,
    )


def _column(name: str, kind: str, table: str = "") -> sa.Column[object]:
    needed = "!" in kind
    if kind.startswith("one of"):
        values = kind.removeprefix("one of").lstrip("!").split()
        check = f"ck_{table}_{name}"
        checked = sa.Enum(*values, native_enum=False, create_constraint=True, length=40, name=check)
        return sa.Column(name, checked, nullable=not needed)
    if kind == "flag":
        return sa.Column(name, sa.Boolean(create_constraint=True, name=f"ck_{table}_{name}"))
    kinds = {"text": sa.Text, "day": sa.Date, "cents": sa.BigInteger, "number": sa.Integer}
    return sa.Column(name, kinds[kind.rstrip("!")], nullable=not needed)


def _columns(text: str) -> Iterator[sa.Column[object]]:
    return (_column(*part.split()) for part in text.split(";"))


def _create_covered() -> None:
    op.create_table(
        "conversation_covered",
        *_columns("case_id text!; conversation_id text!; position number!; value text!"),
        sa.PrimaryKeyConstraint("case_id", "conversation_id", "position", name="pk_conversation_covered"),
        sa.ForeignKeyConstraint(
            ["case_id", "conversation_id"],
            ["conversation.case_id", "conversation.id"],
            name="fk_conversation_covered_conversation",
        ),
        sqlite_with_rowid=False,
    )


def _create_beside() -> None:
    """What stands beside the cases: bytes of scans, days to watch, acts on the desk's own figures."""
    op.create_table(
        "attachment_content",
        *_columns("case_id text!; id text!"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "id", name="pk_attachment_content"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_attachment_content_case"),
    )
    op.create_table(
        "agenda",
        *_columns("case_id text!; revision number!; rules text!"),
        sa.PrimaryKeyConstraint("case_id", name="pk_agenda"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_agenda_case"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agenda_item",
        *_columns("case_id text!; position number!; kind text!; ref text!; on day; opens_on day; who text"),
        sa.PrimaryKeyConstraint("case_id", "position", name="pk_agenda_item"),
        sa.ForeignKeyConstraint(["case_id"], ["agenda.case_id"], name="fk_agenda_item_agenda"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_agenda_item_on", "agenda_item", ["on", "case_id"])
    op.create_table(
        "rules_act",
        *_columns("seq number!; id text!; at text!; by text!; kind text!; content text!"),
        sa.PrimaryKeyConstraint("seq", name="pk_rules_act"),
        sa.UniqueConstraint("id", name="uq_rules_act_id"),
        sqlite_autoincrement=True,
    )
