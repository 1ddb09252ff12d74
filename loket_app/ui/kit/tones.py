"""What a tone looks like: a sign and a colour, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Tone: TypeAlias = Literal["reading", "ok", "info", "desk", "warn", "error"]


@dataclass(frozen=True)
class Look:
    """The icon of a tone, or none, and the token of its colour."""

    sign: str
    role: str


LOOKS: dict[str, Look] = {
    "reading": Look("", "muted"),
    "ok": Look("check", "ok"),
    "info": Look("info", "accent"),
    "desk": Look("edit", "accent"),
    "warn": Look("warning", "warn"),
    "error": Look("danger", "danger"),
}
