"""Words broken into lines of a width in pixels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def broken(words: str, metrics: QFontMetrics, width: int) -> str:
    """The words with a new line wherever one would be too wide; a word alone may be."""

    def fits(line: str) -> bool:
        return metrics.size(Qt.TextFlag.TextShowMnemonic, line).width() <= width

    if fits(words):
        return words  # as nearly all do
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fits(longer):
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)
