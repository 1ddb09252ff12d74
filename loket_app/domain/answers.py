"""An answer that may be missing: not asked, unknown and declined are values, never blanks."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias, TypeGuard, TypeVar

T = TypeVar("T")


class Missing(Enum):
    """Why there is no answer. Every question starts as `NOT_ASKED`."""

    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"
    DECLINED = "declined"


NOT_ASKED = Missing.NOT_ASKED
UNKNOWN = Missing.UNKNOWN
DECLINED = Missing.DECLINED

Answer: TypeAlias = T | Missing


def known(answer: Answer[T]) -> TypeGuard[T]:
    """Whether the question has a real answer."""
    return not isinstance(answer, Missing)


def or_none(answer: Answer[T]) -> T | None:
    """The answer, or None whatever the reason that it is missing."""
    return None if isinstance(answer, Missing) else answer
