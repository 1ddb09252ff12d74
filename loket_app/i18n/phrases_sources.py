"""How sure a source is: in words beside it, and in a sentence where something rests on a weak one."""

from __future__ import annotations

from collections.abc import Iterable

from loket_app.domain.estimate import Line
from loket_app.domain.tables import Confidence, Source
from loket_app.i18n import _
from loket_app.i18n.labels import label


def confidence_text(source: Source) -> str:
    """How sure it is; of a weak one what to do about it."""
    return _("weak source: check before you rely on it") if is_weak(source) else label(source.confidence)


def is_weak(source: Source) -> bool:
    """Whether it is old, or stands alone."""
    return source.confidence is Confidence.LOW


def weak_figures_text(lines: Iterable[Line]) -> str:
    """That an estimate rests on a weak source; empty when it does not."""
    weak = any(line.row is not None and is_weak(line.row.source) for line in lines)
    return _("An amount here comes from a weak source: check before you rely on it.") if weak else ""
