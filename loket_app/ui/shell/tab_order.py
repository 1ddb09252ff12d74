"""Tab goes from question to question as one reads them, also where parts came and went while a page was open."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from loket_app.ui.fields.base import AnswerField

_ABOVE, _BESIDE = 120, 50
"""How much of the page is shown around what gets the focus, in pixels: its question and the one after it."""


def step(window: QWidget, *, forwards: bool) -> bool:
    """Go to the next stop of a window in reading order. Qt's own order is that in which things were made."""
    found = [stop for stop in stops(window) if stop.isEnabled()]
    if not found:
        return False
    focused: QWidget | None = window.focusWidget()
    here = found.index(focused) if focused in found else (-1 if forwards else 0)
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    go_to(found[(here + (1 if forwards else -1)) % len(found)], reason)
    return True


def go_to(stop: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
    """Put the focus somewhere and bring it in sight."""
    stop.setFocus(reason)
    bring_in_sight(stop)


def bring_in_sight(part: QWidget) -> None:
    """Scroll what lies around a part so that it is seen."""
    above: QWidget | None = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part, _BESIDE, _ABOVE)
        above = above.parentWidget()


def stops(area: QWidget) -> Iterator[QWidget]:
    """Where Tab stops in an area, in reading order; what is hidden is left out."""
    if area.isHidden():
        return
    if isinstance(area, AnswerField):
        yield _editor(area)
        return
    if area.focusPolicy() & Qt.FocusPolicy.TabFocus and area.focusProxy() is None:
        yield area
    for part in _parts(area):
        yield from stops(part)


def first_question(area: QWidget) -> QWidget | None:
    """Where one begins in an area: its first question, else the first thing that can have the focus."""
    found = [stop for stop in stops(area) if stop is not area and stop.isEnabled()]
    return next((stop for stop in found if _is_question(stop)), found[0] if found else None)


def _editor(field: QWidget) -> QWidget:
    proxy: QWidget | None = field.focusProxy()
    return field if proxy is None else _editor(proxy)


def _is_question(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, AnswerField):
        widget = widget.parentWidget()
    return widget is not None


def _parts(widget: QWidget) -> list[QWidget]:
    layout: QLayout | None = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    loose = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    return laid + [child for child in loose if child not in laid]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner, widget = (None, None) if item is None else (item.layout(), item.widget())
        if inner is not None:
            yield from _laid(inner)
        elif widget is not None:
            yield widget
