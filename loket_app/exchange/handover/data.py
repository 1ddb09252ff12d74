"""handover.json: what the recipient gets to know, as plain JSON values and back without loss."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.codec import NotReadable, plain, read
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_changes import ABSENT, Difference
from loket_app.domain.handover_content import Content, Enclosed
from loket_app.exchange.casefile import contradictions
from loket_app.exchange.errors import Refused
from loket_app.exchange.handover.limits import VERSION, VERSION_KEY
from loket_app.exchange.handover.schema import handover_schema
from loket_app.exchange.validation import hold_against
from loket_app.i18n import _

_OWN = {"id": "", "revision": 0}
"""What a case must have and a handover does not tell."""


def as_plain(content: Content, changes: Sequence[Difference] = ()) -> dict[str, Any]:
    """The values of handover.json. A change to what no longer leaves tells its place alone, as does a record that went."""
    case = {name: value for name, value in plain(content.case).items() if name not in _OWN}
    data = {
        VERSION_KEY: VERSION,
        "recipient": content.recipient.value,
        "case": case,
        "scans": [_scan(scan) for scan in content.enclosed],
    }
    return data | ({"changes": [plain_change(change) for change in changes]} if changes else {})


def from_plain(data: Any) -> Content:
    """What a handover.json says. Raises Refused."""
    hold_against(handover_schema(), data)
    try:
        case = read(Case, {**data["case"], **_OWN}, "case")
        enclosed = tuple(read(Enclosed, scan, f"scans/{n}") for n, scan in enumerate(data["scans"], 1))
    except NotReadable as error:
        raise Refused(error.place, _("It {why}.").format(why=_(error.why)), _("Ask the sender for it again.")) from None
    for refused in contradictions(case):
        raise refused
    return Content(Recipient(data["recipient"]), case, enclosed)


def as_text(content: Content) -> str:
    """The content on one line, to keep in the case: a correction compares with it."""
    return json.dumps(as_plain(content), ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Content:
    """The content that was kept. Raises Refused."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused(
            "", _("What was kept of it is damaged."), _("Make a new handover instead of a correction.")
        ) from None
    return from_plain(data)


def as_bytes(data: Mapping[str, Any]) -> bytes:
    """Plain values as a file that a person can read too."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _scan(scan: Enclosed) -> dict[str, Any]:
    values: dict[str, Any] = plain(scan)
    return {
        name: value for name, value in values.items() if name not in ("about", "title") or known(getattr(scan, name))
    }


def plain_change(change: Difference) -> dict[str, Any]:
    """The place, and the sides that are told: what went is not told again, unless it is an answer that was taken out."""
    told = change.after is not ABSENT or not (change.withheld or change.is_record)
    sides = {"before": change.before, "after": change.after} if told else {}
    return {"path": change.path, **{side: _side(value) for side, value in sides.items() if value is not ABSENT}}


def _side(value: Any) -> Any:
    """A scan is its checksum."""
    return value.sha256 if isinstance(value, Enclosed) else plain(value)
