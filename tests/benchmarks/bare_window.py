"""The least that PySide6 can do: one empty window, painted."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.witness import Witness

if __name__ == "__main__":
    application = QApplication([])
    window = QWidget()
    Witness(window)
    window.show()
    application.exec()
