"""Makes the kept store of this version: `python -m tests.old_stores.make_store`. Run once, before a version is released.

The store is committed and never made again: later versions must open and read it. Beside it lies what it holds, as
plain data. The key is no secret: nobody's data is in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from itertools import cycle
from pathlib import Path
from typing import Any

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case, Desk
from loket_app.domain.changes import Change, undo, value_at
from loket_app.domain.codec import plain
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Relation
from loket_app.domain.shape import FieldShape, shape_of
from loket_app.storage.migrating import HEAD
from loket_app.storage.store import Store

KEY = bytes(range(100, 132))
FOLDER = Path(__file__).parent
AT = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)

_TEXTS = cycle(("Gjakovë", "O & M <Trading>", "الخروج", "BE-2024/017 €", "მიქაბერიძე", "line\nbreak", ""))
_DATES = cycle((date(2026, 4, 14), date(1999, 12, 31), date(2024, 2, 29)))
_PARTIAL = cycle((PartialDate(1987), PartialDate(1987, 4), PartialDate(1987, 4, 3), PartialDate(1987, estimated=True)))
_CYCLES: dict[type[Any], Iterator[Any]] = {str: _TEXTS, date: _DATES, PartialDate: _PARTIAL}
_MISSING = cycle((NOT_ASKED, UNKNOWN, DECLINED))
_IDS = (f"item-{number}" for number in range(10**6))


def full(kind: type[Any]) -> Any:
    """A record in which every question is answered and every list has an item for each value of its enums."""
    return kind(**{name: _answer(shape) for name, shape in shape_of(kind).items()})


def _answer(shape: FieldShape) -> Any:
    if not shape.many:
        return full(shape.kind) if shape.is_record else _value(shape)
    if shape.is_record:
        return full(shape.kind), full(shape.kind)
    return tuple(shape.kind) if issubclass(shape.kind, Enum) else (_value(shape), _value(shape))


def _value(shape: FieldShape) -> Any:
    if shape.name == "id":
        return next(_IDS)
    if issubclass(shape.kind, Enum):
        return next(iter(shape.kind))
    kinds: dict[type[Any], Any] = {
        bool: True,
        int: 0,
        datetime: AT,
        Money: Money.cents(12_345),
        Decimal: Decimal("655.957"),
    }
    if shape.kind in kinds:
        return kinds[shape.kind]
    return next(_CYCLES[shape.kind])


def missing(kind: type[Any]) -> Any:
    """A record in which no question has an answer, for one reason or another."""
    return kind(**{name: _no_answer(shape) for name, shape in shape_of(kind).items()})


def _no_answer(shape: FieldShape) -> Any:
    if shape.may_miss:
        return () if shape.many else next(_MISSING)
    if shape.is_record:
        return (missing(shape.kind),) if shape.many else missing(shape.kind)
    return _value(shape)


def cases() -> Iterator[Case]:
    """One with all, one with reasons why there is nothing, one just opened."""
    yield replace(full(Case), id="full", number="GNT-2026-0001")
    yield replace(missing(Case), id="missing", number="GNT-2026-0002")
    yield Case("bare", "ANT-2026-0001", Desk.ANTWERP, date(2026, 4, 14), "an")


def _edits(case: Case) -> Iterator[Change]:
    applicant = replace(missing(shape_of(Case)["household"].kind), id="new", relation=Relation.APPLICANT)
    for act, (path, after) in enumerate(
        (("remarks", "a note"), ("wish/destination", "XK"), ("household/new", applicant))
    ):
        yield Change(case.id, path, value_at(case, path), after, "an", AT, f"act-{act}")


def main() -> None:
    """Write the store and what it holds."""
    path = FOLDER / f"v{HEAD}.loket"
    store = Store.create(path, KEY)
    with store.work() as work:
        for case in cases():
            work.cases.add(case, "an", AT)
        work.cases.record(list(_edits(work.cases.load("bare"))))
        work.cases.record(undo(work.cases.log("bare"), by="bo", at=AT, group="back"))
        work.set_setting("desk", {"name": "Gent"})
        work.commit()
    with store.reading() as work:
        held = [plain(work.cases.load(case_id)) for case_id in ("full", "missing", "bare")]
        log = [change.path for change in work.cases.log("bare")]
    store.close()
    content = json.dumps({"cases": held, "log": log}, ensure_ascii=False, indent=1)
    path.with_suffix(".json").write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
