"""The first tables: cases in all their parts, the log of changes, settings, and the words by which a case is found.

Written out and complete in itself: it says what version 0001 is, whatever the code says later.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _column(name: str, kind: Any, *, needed: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=not needed)


def _text(name: str, *, needed: bool = False) -> sa.Column[Any]:
    return _column(name, sa.Text, needed=needed)


def _texts(*names: str, needed: bool = False) -> tuple[sa.Column[Any], ...]:
    return tuple(_text(name, needed=needed) for name in names)


def _number(name: str, *, needed: bool = False) -> sa.Column[Any]:
    return _column(name, sa.Integer, needed=needed)


def _day(name: str, *, needed: bool = False) -> sa.Column[Any]:
    return _column(name, sa.Date, needed=needed)


def _cents(name: str) -> sa.Column[Any]:
    return _column(name, sa.BigInteger)


def _flag(name: str, *, needed: bool = False) -> sa.Column[Any]:
    return _column(name, sa.Boolean(create_constraint=True, name=name), needed=needed)


def _one_of(name: str, values: str, *, needed: bool = False) -> sa.Column[Any]:
    kind = sa.Enum(*values.split(), native_enum=False, create_constraint=True, length=40, name=name)
    return _column(name, kind, needed=needed)


def _one(name: str, *columns: sa.Column[Any]) -> None:
    """One row a case."""
    key = _text("case_id", needed=True)
    _table(name, key, *columns, sa.PrimaryKeyConstraint("case_id"), sa.ForeignKeyConstraint(["case_id"], ["case.id"]))


def _items(name: str, *columns: sa.Column[Any], of: str = "case.id") -> None:
    """Items of a case in their order; `of` is the key of what holds them."""
    key = (_text("case_id", needed=True), _number("position", needed=True), _text("id", needed=True))
    owner = sa.ForeignKeyConstraint(["case_id"], [of])
    _table(name, *key, *columns, sa.PrimaryKeyConstraint("case_id", "id"), owner)


def _values(name: str, column: sa.Column[Any]) -> None:
    """An answer of several values about a person."""
    key = (_text("case_id", needed=True), _text("person_id", needed=True), _number("position", needed=True))
    _table(name, *key, column, sa.PrimaryKeyConstraint("case_id", "person_id", "position"), _of_person())


def _of_person() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["case_id", "person_id"], ["person.case_id", "person.id"])


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    sa.Table(name, TABLES, *parts, sqlite_with_rowid=False)


CASE = sa.Table(
    "case",
    TABLES,
    *_texts("id", "number", needed=True),
    _one_of("desk", "BRU ANT GNT LIE CHA", needed=True),
    _day("opened_on", needed=True),
    _text("counsellor", needed=True),
    _number("revision", needed=True),
    _one_of("referral", "self return_partner conex reception closed_centre other"),
    _text("remarks"),
    _one_of(
        "status",
        "enquiry intake application handed_over booked departed arrived follow_up closed withdrawn referred",
        needed=True,
    ),
    *_texts("name", "sort_name", needed=True),
    _text("destination"),
    _number("household_size", needed=True),
    _text("updated_at", needed=True),
    sa.PrimaryKeyConstraint("id"),
)
sa.Index("ix_case_counsellor", CASE.c.counsellor, CASE.c.id)
sa.Index("ix_case_desk", CASE.c.desk, CASE.c.id)
sa.Index("ix_case_destination", CASE.c.destination, CASE.c.id)
sa.Index("ix_case_household_size", CASE.c.household_size, CASE.c.id)
sa.Index("ix_case_opened_on", CASE.c.opened_on, CASE.c.id)
sa.Index("ix_case_sort_name", CASE.c.sort_name, CASE.c.id)
sa.Index("ix_case_status", CASE.c.status, CASE.c.id)
sa.Index("ix_case_updated_at", CASE.c.updated_at, CASE.c.id)
sa.Index("ux_case_number", CASE.c.number, unique=True)
_items(
    "person",
    _one_of("relation", "applicant partner child parent sibling other", needed=True),
    *_texts("family_name", "given_names"),
    _flag("one_name_only", needed=True),
    *_texts("original_script_name", "birth_name", "aliases"),
    _one_of("sex", "female male other"),
    *_texts("birth_date", "birth_place", "birth_country"),
    _flag("stateless"),
    _one_of("civil_status", "single married cohabiting divorced separated widowed"),
    _text("entry_date"),
    _flag("interpreter"),
    _one_of("literacy", "reads_well reads_some does_not_read"),
    _text("vulnerability_notes"),
    _one_of("fitness", "fit with_help doctor_decides not_fit"),
    _text("fitness_notes"),
    _flag("returned_before"),
    _flag("travels"),
)
_values("person_nationality", _text("value", needed=True))
_values("person_language", _text("value", needed=True))
_values(
    "person_vulnerability",
    _one_of(
        "value",
        "pregnant health unaccompanied_minor trafficking family_with_minors disability elderly other none",
        needed=True,
    ),
)
_table(
    "identifier",
    *_texts("case_id", "person_id", needed=True),
    _number("position", needed=True),
    _text("id", needed=True),
    _one_of("kind", "national bis dvz cgvs fedasil iom other", needed=True),
    _text("number"),
    sa.PrimaryKeyConstraint("case_id", "person_id", "id"),
    _of_person(),
)
_one(
    "stay",
    _one_of("category", "applicant rejected no_legal_stay other_procedure legal_stay belgian"),
    _flag("in_reception"),
    *_texts("reception_place", "arrived_in_belgium"),
    _flag("dublin_transfer"),
    _text("dublin_state"),
    _flag("closed_centre"),
    _flag("public_order_concern"),
    _flag("earlier_return_support"),
    _text("earlier_return_on"),
    _one_of("open_return_place", "assigned exception_asked none"),
    _text("otp_place"),
    _day("otp_arrived_on"),
    _flag("otp_agrees"),
    _text("guardian"),
)
_items(
    "procedure",
    _one_of("kind", "protection subsequent_protection family humanitarian medical student work tourist other"),
    _text("started_on"),
    _one_of("outcome", "pending positive negative withdrawn"),
    of="stay.case_id",
)
_items(
    "decision",
    _one_of("authority", "dvz cgvs rvv council_of_state other"),
    _one_of("outcome", "pending positive negative withdrawn"),
    _flag("final"),
    _day("decided_on"),
    _day("notified_on"),
    _flag("appeal_lodged"),
    _day("hearing_on"),
    of="stay.case_id",
)
_items(
    "leave_order",
    _day("notified_on"),
    _day("leave_by"),
    of="stay.case_id",
)
_one(
    "contact",
    *_texts("street", "postcode", "town", "phone", "email"),
    _flag("message_allowed"),
    _text("best_time"),
)
_one(
    "wish",
    _text("destination"),
    _one_of("destination_right", "country_of_origin permanent_residence neither"),
    *_texts("destination_place", "destination_address", "destination_contact"),
    _flag("free_choice"),
    _flag("informed"),
    _one_of("timing", "as_soon_as_possible from_a_date undecided"),
    _day("departure_on"),
    *_texts("obstacles", "reasons"),
)
_one(
    "plan",
    _text("description"),
    _one_of("partner", "iom caritas"),
    *_texts("partner_contact", "approval_reasons"),
)
_table(
    "plan_purpose",
    _text("case_id", needed=True),
    _number("position", needed=True),
    _one_of("value", "business work housing medical training other", needed=True),
    sa.PrimaryKeyConstraint("case_id", "position"),
    sa.ForeignKeyConstraint(["case_id"], ["plan.case_id"]),
)
_items(
    "budget_line",
    _text("what"),
    _cents("amount"),
    of="plan.case_id",
)
_items(
    "travel_document",
    _text("person", needed=True),
    _one_of(
        "kind",
        "passport identity_card laissez_passer eu_return_document birth_certificate marriage_certificate parental_consent transit_visa medical other",
    ),
    _one_of("state", "has expired lost_reported lost_unreported held_by_dvz requested received refused none"),
    *_texts("number", "issuer"),
    _day("valid_until"),
    _text("original_at"),
)
_items(
    "cost",
    _one_of(
        "kind",
        "document_fee photos translation legalisation travel_to_embassy travel_to_departure administrative other",
    ),
    *_texts("person", "description"),
    _cents("amount"),
    _day("spent_on"),
    _one_of("state", "planned paid_by_client approved reimbursed refused"),
    _flag("receipt"),
    _text("note"),
)
_one(
    "journey",
    _one_of("transport", "plane bus"),
    *_texts("departure_point", "luggage"),
    _flag("wheelchair"),
    _day("pregnancy_due_on"),
    _flag("medical_form"),
    _one_of("escort", "none medical social"),
    _flag("transit_help"),
    _flag("reception_on_arrival"),
    _flag("onward_transfer"),
    *_texts("final_place", "may_be_called"),
)
_items(
    "consent",
    _one_of("purpose", "programme data_to_iom data_to_caritas message photos", needed=True),
    _one_of("state", "given declined withdrawn"),
    _day("on"),
    _text("language"),
    _flag("interpreter"),
    _flag("signed"),
)
_items(
    "conversation",
    _day("on"),
    _text("with_whom"),
    _flag("interpreter"),
    *_texts("attitude", "obstacles", "solutions", "possibilities", "notes"),
    _flag("visible_to_next"),
)
_items(
    "advice_given",
    *_texts("at", "by", "verdict", needed=True),
    _day("departure_on"),
    *_texts("tables_version", "text", needed=True),
)
_items(
    "handover",
    _text("to"),
    _one_of("state", "prepared sent received accepted rejected corrected"),
    _day("on"),
    _text("answer"),
)
_items(
    "status_change",
    _one_of(
        "status",
        "enquiry intake application handed_over booked departed arrived follow_up closed withdrawn referred",
        needed=True,
    ),
    *_texts("at", "by", "why", needed=True),
)
_table(
    "missing_answer",
    *_texts("case_id", "path", needed=True),
    _one_of("state", "unknown declined empty", needed=True),
    sa.PrimaryKeyConstraint("case_id", "path"),
    sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
)
sa.Table(
    "change",
    TABLES,
    sa.Column("seq", sa.Integer, primary_key=True),
    _text("case_id", needed=True),
    _number("revision", needed=True),
    *_texts("path", "before_json", "after_json", "by", "at", "group", "undoes", needed=True),
    _number("position"),
    sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
    sa.UniqueConstraint("case_id", "revision"),
    sqlite_autoincrement=True,
)
_table(
    "setting",
    *_texts("key", "value", needed=True),
    sa.PrimaryKeyConstraint("key"),
)
sa.Table(
    "case_text",
    TABLES,
    sa.Column("id", sa.Integer, primary_key=True),
    *_texts("case_id", "words", needed=True),
    sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
    sa.UniqueConstraint("case_id"),
)

WORD_INDEX = (
    """
    CREATE VIRTUAL TABLE case_words
    USING fts5(words, content='case_text', content_rowid='id', tokenize='trigram')
    """,
    "INSERT INTO case_words(case_words, rank) VALUES ('secure-delete', 1)",
    """
    CREATE TRIGGER case_text_added AFTER INSERT ON case_text BEGIN
        INSERT INTO case_words(rowid, words) VALUES (new.id, new.words);
    END
    """,
    """
    CREATE TRIGGER case_text_changed AFTER UPDATE OF words ON case_text BEGIN
        INSERT INTO case_words(case_words, rowid, words) VALUES ('delete', old.id, old.words);
        INSERT INTO case_words(rowid, words) VALUES (new.id, new.words);
    END
    """,
    """
    CREATE TRIGGER case_text_deleted AFTER DELETE ON case_text BEGIN
        INSERT INTO case_words(case_words, rowid, words) VALUES ('delete', old.id, old.words);
    END
    """,
)


def upgrade() -> None:
    """From an empty file."""
    TABLES.create_all(op.get_bind())
    if op.get_bind().dialect.name == "sqlite":
        for statement in WORD_INDEX:
            op.execute(statement)


def downgrade() -> None:
    """To an empty file."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE case_words")
    TABLES.drop_all(op.get_bind())
