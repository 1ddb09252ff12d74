"""Wheelchair, medical form and expected date of birth belong to a person; "none" is an answer to two lists.

An answer that a case gave goes to whom alone it can mean, as a change in its log; else it stays with the journey, which
then asks for whom. Written out and complete in itself, as 0001: a line is a column, `+` marks what this version adds, `!`
what is never empty.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


class Table(NamedTuple):
    """One table of a case: its columns, its key, and the columns and the table that it hangs on."""

    name: str
    columns: str
    key: str
    of: str

    def lines(self, *, added: bool) -> Iterator[tuple[str, str]]:
        """Name and kind of each column, with or without what this version adds."""
        for line in self.columns.strip().splitlines():
            name, kind = line.split(maxsplit=1)
            if added or not name.startswith("+"):
                yield name.lstrip("+"), kind.strip()


PERSON = (
    Table(
        "person",
        """
        case_id               text!
        position              number!
        id                    text!
        relation              one of! applicant partner child parent sibling other
        family_name           text
        given_names           text
        one_name_only         flag!
        original_script_name  text
        birth_name            text
        aliases               text
        sex                   one of female male other
        birth_date            text
        birth_place           text
        birth_country         text
        stateless             flag
        civil_status          one of single married cohabiting divorced separated widowed
        entry_date            text
        interpreter           flag
        literacy              one of reads_well reads_some does_not_read
        vulnerability_notes   text
        fitness               one of fit with_help doctor_decides not_fit
        fitness_notes         text
        +wheelchair           flag
        +medical_form         flag
        +due_on               day
        returned_before       flag
        travels               flag
        +has_number           flag
        """,
        "case_id id",
        "case.id",
    ),
    *(
        Table(
            f"person_{name}",
            f"case_id text!\nperson_id text!\nposition number!\nvalue {kind}",
            "case_id person_id position",
            "person.case_id person.id",
        )
        for name, kind in (
            ("nationality", "text!"),
            ("language", "text!"),
            (
                "vulnerability",
                "one of! pregnant health unaccompanied_minor trafficking family_with_minors disability elderly other none",
            ),
        )
    ),
    Table(
        "identifier",
        """
        case_id    text!
        person_id  text!
        position   number!
        id         text!
        kind       one of! national bis dvz cgvs fedasil iom other
        number     text
        """,
        "case_id person_id id",
        "person.case_id person.id",
    ),
)
STAY = (
    Table(
        "stay",
        """
        case_id                 text!
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
        otp_agreed_on           day
        otp_end                 one of left no_cooperation subsequent_request permit returned
        otp_ended_on            day
        refuses_to_leave        flag
        guardian                text
        +had_procedure          flag
        """,
        "case_id",
        "case.id",
    ),
    Table(
        "procedure",
        """
        case_id     text!
        position    number!
        id          text!
        kind        one of protection subsequent_protection family humanitarian medical student work tourist other
        started_on  text
        outcome     one of pending positive negative withdrawn
        """,
        "case_id id",
        "stay.case_id",
    ),
    Table(
        "decision",
        """
        case_id            text!
        position           number!
        id                 text!
        authority          one of dvz cgvs rvv council_of_state other
        outcome            one of pending positive negative withdrawn
        final              flag
        decided_on         day
        notified_on        day
        appeal_lodged      flag
        appeal_suspensive  flag
        hearing_on         day
        """,
        "case_id id",
        "stay.case_id",
    ),
    Table(
        "leave_order",
        """
        case_id      text!
        position     number!
        id           text!
        notified_on  day
        leave_by     day
        """,
        "case_id id",
        "stay.case_id",
    ),
)


def upgrade() -> None:
    """With the new questions; what the journey told of one person alone becomes that person's."""
    _rebuild(PERSON, added=True)
    _rebuild(STAY, added=True)
    _give_to_whom_they_mean(op.get_bind())


def downgrade() -> None:
    """Without: what these places held goes."""
    _forget(op.get_bind())
    _rebuild(STAY, added=False)
    _rebuild(PERSON, added=False)


def _rebuild(tables: tuple[Table, ...], *, added: bool) -> None:
    """Make tables anew, parents first, and take over what both forms have."""
    for table in reversed(tables):
        op.rename_table(table.name, f"{table.name}_before")
    for table in tables:
        made = _create(table, added=added)
        kept = [name for name, _kind in table.lines(added=False)]
        before = sa.table(f"{table.name}_before", *(sa.column(name) for name in kept))
        op.execute(sa.insert(made).from_select(kept, sa.select(before)))
    for table in reversed(tables):
        op.drop_table(f"{table.name}_before")


def _create(table: Table, *, added: bool) -> sa.Table:
    owner = table.of.split()
    held = table.key.split()[: len(owner)]
    above = owner[0].split(".")[0]
    return op.create_table(
        table.name,
        *(_column(name, kind, table.name) for name, kind in table.lines(added=added)),
        sa.PrimaryKeyConstraint(*table.key.split(), name=f"pk_{table.name}"),
        sa.ForeignKeyConstraint(held, owner, name=f"fk_{table.name}_{above}"),
        sqlite_with_rowid=False,
    )


def _column(name: str, kind: str, table: str) -> sa.Column[Any]:
    needed, check = "!" in kind, f"ck_{table}_{name}"
    if kind.startswith("one of"):
        values = kind.removeprefix("one of").lstrip("!").split()
        checked = sa.Enum(*values, native_enum=False, create_constraint=True, length=40, name=check)
        return sa.Column(name, checked, nullable=not needed)
    if kind.startswith("flag"):
        return sa.Column(name, sa.Boolean(create_constraint=True, name=check), nullable=not needed)
    kinds = {"text": sa.Text, "day": sa.Date, "number": sa.Integer}
    return sa.Column(name, kinds[kind.rstrip("!")], nullable=not needed)


MOVED = {"wheelchair": "wheelchair", "medical_form": "medical_form", "pregnancy_due_on": "due_on"}
"""The columns of the journey, and of the person."""

_NOT_ASKED = '{"missing":"not_asked"}'
_BY = "Loket"
"""Who gave the answer its place, in the history of the case."""

_ANSWERS = """
    SELECT j.case_id, j.wheelchair, j.medical_form, j.pregnancy_due_on, m.path, m.state
    FROM journey j LEFT JOIN missing_answer m ON m.case_id = j.case_id
        AND m.path IN ('journey/wheelchair', 'journey/medical_form', 'journey/pregnancy_due_on')
    WHERE m.path IS NOT NULL OR coalesce(j.wheelchair, j.medical_form, j.pregnancy_due_on) IS NOT NULL
    ORDER BY j.case_id
"""
_TRAVELLERS = """
    SELECT p.id, p.sex, EXISTS (
        SELECT 1 FROM person_vulnerability v
        WHERE v.case_id = p.case_id AND v.person_id = p.id AND v.value = 'pregnant'
    ) FROM person p WHERE p.case_id = :case AND coalesce(p.travels, 1) ORDER BY p.position
"""


def _give_to_whom_they_mean(connection: sa.Connection) -> None:
    at = datetime.now(UTC).isoformat()
    for case, answers in _answers(connection).items():
        travellers = connection.execute(sa.text(_TRAVELLERS), {"case": case}).all()
        moving = [
            (name, answer, meant) for name, answer in answers.items() if (meant := _meant(name, answer, travellers))
        ]
        log = _Log(connection, case, at)
        for name, answer, meant in moving:
            for person in meant:
                log.change(f"household/{person}/{MOVED[name]}", _NOT_ASKED, _json(answer))
                _put(connection, "person", case, f"household/{person}/", MOVED[name], answer)
            log.change(f"journey/{name}", _json(answer), _NOT_ASKED)
            _put(connection, "journey", case, "journey/", name, None)
        log.close()


def _answers(connection: sa.Connection) -> dict[str, dict[str, Any]]:
    """The answers of each case, by column: what the column holds, or as text why it holds nothing."""
    found: dict[str, dict[str, Any]] = {}
    for case, *values, path, state in connection.execute(sa.text(_ANSWERS)):
        of_case = found.setdefault(case, {})
        of_case |= {name: value for name, value in zip(MOVED, values, strict=True) if value is not None}
        if path:
            of_case[path.removeprefix("journey/")] = {"missing": state}
    return found


def _meant(name: str, answer: Any, travellers: Sequence[Any]) -> list[str]:
    """Whom an answer means. "No", and that there is no answer, hold for each; any other for one alone, else for nobody."""
    meant = [person for person, _sex, _pregnant in travellers]
    if name == "pregnancy_due_on":
        pregnant = [person for person, _sex, expects in travellers if expects]
        alone = [person for person, sex, _expects in travellers if sex != "male"] if len(travellers) == 1 else []
        meant = pregnant or alone
    of_each = isinstance(answer, dict) or answer == 0
    return meant if of_each or len(meant) == 1 else []


def _json(answer: Any) -> str:
    return json.dumps(bool(answer) if isinstance(answer, int) else answer, separators=(",", ":"))


def _put(connection: sa.Connection, table: str, case: str, at: str, name: str, answer: Any) -> None:  # noqa: PLR0917  one cell has so many coordinates
    """Write an answer into a column, or beside it why there is none; None empties the place."""
    row = sa.table(table, *map(sa.column, ("case_id", "id", name)))
    here = [row.c.case_id == case]
    if table == "person":
        here.append(row.c.id == at.split("/")[1])
    missing = sa.table("missing_answer", *map(sa.column, ("case_id", "path", "state")))
    if isinstance(answer, dict):
        connection.execute(sa.insert(missing), {"case_id": case, "path": at + name, "state": answer["missing"]})
    else:
        connection.execute(sa.update(row).where(*here).values({name: answer}))
    if answer is None:
        connection.execute(sa.delete(missing).where(missing.c.case_id == case, missing.c.path == at + name))


class _Log:
    """The changes of one case, as one act, and how often it was changed."""

    def __init__(self, connection: sa.Connection, case: str, at: str) -> None:
        self._connection, self._case, self._at, self._group = connection, case, at, uuid.uuid4().hex
        found = connection.execute(sa.text('SELECT revision FROM "case" WHERE id = :case'), {"case": case})
        self._revision: int = found.scalar_one()

    def change(self, path: str, before: str, after: str) -> None:
        """Append one."""
        self._revision += 1
        self._connection.execute(
            sa.text(
                'INSERT INTO change (case_id, revision, path, before_json, after_json, "by", at, "group", undoes) '
                "VALUES (:case, :revision, :path, :before, :after, :by, :at, :group, '')"
            ),
            {
                "case": self._case,
                "revision": self._revision,
                "path": path,
                "before": before,
                "after": after,
                "by": _BY,
                "at": self._at,
                "group": self._group,
            },
        )

    def close(self) -> None:
        """Note with the case how often it was changed."""
        self._connection.execute(
            sa.text('UPDATE "case" SET revision = :revision WHERE id = :case'),
            {"revision": self._revision, "case": self._case},
        )


_NEW_PLACES = ("household/%/wheelchair", "household/%/medical_form", "household/%/due_on", "household/%/has_number")


def _forget(connection: sa.Connection) -> None:
    """Why these places held nothing."""
    for place in (*_NEW_PLACES, "stay/had_procedure"):
        connection.execute(sa.text("DELETE FROM missing_answer WHERE path LIKE :place"), {"place": place})
