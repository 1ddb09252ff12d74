"""What a corrected handover says otherwise than the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.handover_content import Content
from loket_app.domain.shape import shape_of

ABSENT = NOT_ASKED
"""Stands for an answer that one of the two does not hold."""


@dataclass(frozen=True)
class Difference:
    """One answer that differs, by its path; `ABSENT` on the side that does not hold it."""

    path: str
    before: Any
    after: Any


def differences(old: Content, new: Content) -> tuple[Difference, ...]:
    """Every answer that differs, in the order of the case; a scan is one answer: its checksum."""
    was, now = dict(_flat(old)), dict(_flat(new))
    paths = (path for path in dict.fromkeys((*now, *was)) if was.get(path, ABSENT) != now.get(path, ABSENT))
    return tuple(Difference(path, was.get(path, ABSENT), now.get(path, ABSENT)) for path in paths)


def _flat(content: Content) -> Iterator[tuple[str, Any]]:
    yield from _answers(content.case, "")
    yield from ((f"attachments/{scan.id}", scan.sha256) for scan in content.enclosed)


def _answers(record: Any, at: str) -> Iterator[tuple[str, Any]]:
    for name, shape in shape_of(type(record)).items():
        value = getattr(record, name)
        if not shape.is_record:
            if value is not ABSENT and name != "id":
                yield at + name, value
        elif shape.many:
            for item in value:
                yield from _answers(item, f"{at}{name}/{item.id}/")
        else:
            yield from _answers(value, f"{at}{name}/")
