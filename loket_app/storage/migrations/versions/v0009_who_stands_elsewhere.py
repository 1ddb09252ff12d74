"""A member of the household whose residence situation is another than the family's.

Tables that grow are made anew, so that each reads like one that never was otherwise. Written out and complete in itself,
as 0001: a line is a column, `+` marks what this version adds, `!` what is never empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
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
        +stay_category        one of applicant rejected no_legal_stay other_procedure legal_stay belgian
        interpreter           flag
        literacy              one of reads_well reads_some does_not_read
        vulnerability_notes   text
        fitness               one of fit with_help doctor_decides not_fit
        fitness_notes         text
        wheelchair            flag
        medical_form          flag
        due_on                day
        returned_before       flag
        travels               flag
        has_number            flag
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
FORGOTTEN = "household/%/stay_category"


def upgrade() -> None:
    """With it; nobody was asked yet, so that the family's answer holds for everybody, as before."""
    _rebuild(PERSON, added=True)


def downgrade() -> None:
    """Without: what stood there goes, and why nothing did."""
    op.get_bind().execute(sa.text("DELETE FROM missing_answer WHERE path LIKE :place"), {"place": FORGOTTEN})
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


def _column(name: str, kind: str, table: str) -> sa.Column[object]:
    needed, check = "!" in kind, f"ck_{table}_{name}"
    if kind.startswith("one of"):
        values = kind.removeprefix("one of").lstrip("!").split()
        checked = sa.Enum(*values, native_enum=False, create_constraint=True, length=40, name=check)
        return sa.Column(name, checked, nullable=not needed)
    if kind.startswith("flag"):
        return sa.Column(name, sa.Boolean(create_constraint=True, name=check), nullable=not needed)
    kinds = {"text": sa.Text, "day": sa.Date, "number": sa.Integer}
    return sa.Column(name, kinds[kind.rstrip("!")], nullable=not needed)
