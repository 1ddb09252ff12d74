"""A line of the preview of a rules pack as plain JSON values, for programs."""

from __future__ import annotations

from typing import Any

from loket_app.domain.pack_looks import LookLine
from loket_app.domain.pack_preview import PackLine
from loket_app.domain.tables import Row, Share
from loket_app.exchange.desk_figures import plain_entry
from loket_app.exchange.pack_looks import plain_look


def line_facts(line: PackLine) -> dict[str, Any]:
    """How it stands, all that the pack says of it, and what counts here now on its days."""
    return {"standing": line.standing.value, **plain_entry(line.entry), "now": line.now and _row_facts(line.now)}


def look_facts(line: LookLine) -> dict[str, Any]:
    """A value that was looked at again, the value here, and whether that is known here already."""
    return {**plain_look(line.look), "now": line.row and _row_facts(line.row), "known": line.known, "new": line.is_new}


def _share_facts(share: Share) -> dict[str, Any]:
    ends = (str(end) if end is not None else None for end in (share.low, share.high))
    return {"kind": share.kind.value, **dict(zip(("low", "high"), ends, strict=True))}


def _row_facts(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "low": str(row.low) if row.low is not None else None,
        "high": str(row.high) if row.high is not None else None,
        "for_each": {share.per.value: _share_facts(share) for share in row.shares},
        "from": row.period.start.isoformat() if row.period.start else None,
        "desk": row.source.desk or None,
        "source": row.source.title,
    }
