"""The bytes of scans, beside their cases. What a scan is stands in the case; here lies only what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import sqlalchemy as sa

from loket_app.domain.status import Status
from loket_app.storage.tables import ATTACHMENT_CONTENT, CASE, CASES, CHANGE

ATTACHMENT = CASES.children["attachments"].table
_PATH = "attachments/"


@dataclass(frozen=True)
class Scans:
    """How many scans lie in a store, and how many bytes they take."""

    number: int
    size: int


class Attachments:
    """Reads and writes the content of scans on a connection that its unit of work owns."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def put(self, case_id: str, attachment_id: str, content: bytes) -> None:
        """Keep the bytes of a scan that its case will name."""
        row = {"case_id": case_id, "id": attachment_id, "content": content}
        self._connection.execute(sa.insert(ATTACHMENT_CONTENT), row)

    def get(self, case_id: str, attachment_id: str) -> bytes | None:
        """The bytes of a scan; None when they are not here, as in a case that came from a case file."""
        table = ATTACHMENT_CONTENT.c
        query = sa.select(table.content).where(table.case_id == case_id, table.id == attachment_id)
        return self._connection.execute(query).scalar()

    def held(self, case_id: str) -> frozenset[str]:
        """The ids of the scans of a case whose bytes are here."""
        table = ATTACHMENT_CONTENT.c
        return frozenset(self._connection.execute(sa.select(table.id).where(table.case_id == case_id)).scalars())

    def counts(self) -> Scans:
        """Of every case together, also those that undo could still bring back."""
        size = sa.func.coalesce(sa.func.sum(sa.func.length(ATTACHMENT_CONTENT.c.content)), 0)
        number, taken = self._connection.execute(sa.select(sa.func.count(), size).select_from(ATTACHMENT_CONTENT)).one()
        return Scans(number, taken)

    def purge(self) -> int:
        """Wipe bytes that nothing can ask for any more; gives how many scans they were.

        Those that no case ever named (the program ended before the record was made), and those that were taken out of
        a case that is closed now. While a case is open, undo may bring a scan back, so its bytes stay.
        """
        table = ATTACHMENT_CONTENT
        named = sa.exists().where(ATTACHMENT.c.case_id == table.c.case_id, ATTACHMENT.c.id == table.c.id)
        told = sa.exists().where(CHANGE.c.case_id == table.c.case_id, CHANGE.c.path == _PATH + table.c.id)
        closed = sa.exists().where(CASE.c.id == table.c.case_id, CASE.c.status == Status.CLOSED)
        done = self._connection.execute(sa.delete(table).where(~named, sa.or_(~told, closed)))
        return done.rowcount


def altered(connection: sa.Connection, case_ids: Sequence[str]) -> Iterator[str]:
    """`case/attachment` of each scan whose bytes are not those that its case tells of. One is held at a time."""
    kept = ATTACHMENT_CONTENT.c
    query = (
        sa.select(ATTACHMENT.c.case_id, ATTACHMENT.c.id, ATTACHMENT.c.sha256)
        .join(ATTACHMENT_CONTENT, sa.and_(kept.case_id == ATTACHMENT.c.case_id, kept.id == ATTACHMENT.c.id))
        .where(ATTACHMENT.c.case_id.in_(case_ids))
    )
    scans = Attachments(connection)
    for case_id, attachment_id, told in connection.execute(query).all():
        content = scans.get(case_id, attachment_id)
        if content is not None and sha256(content).hexdigest() != told:
            yield f"{case_id}/{attachment_id}"
