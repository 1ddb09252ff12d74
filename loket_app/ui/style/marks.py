"""Tell the style sheet what a widget is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket_app.ui.style.ring import Ring

_POLISHED = Qt.WidgetAttribute.WA_WState_Polished


def mark(widget: QWidget, **marks: str | bool) -> None:
    """Set what the style sheet looks at (`kind="title"`, `focused=True`) and draw anew where it changed."""
    changed = [name for name, value in marks.items() if widget.property(name) != value]
    for name in changed:
        widget.setProperty(name, marks[name])
    if "kind" in changed and marks["kind"] == "primary" and widget.findChild(Ring) is None:
        Ring(widget)
    if changed and widget.testAttribute(_POLISHED):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
