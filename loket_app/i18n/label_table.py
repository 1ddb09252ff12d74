"""The shape of a table of labels."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias

LabelTable: TypeAlias = Mapping[type[Enum], Mapping[Enum, tuple[str, str]]]
"""For each enum, each member's context and source word."""
