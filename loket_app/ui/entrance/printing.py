"""A PDF from memory to the printer: no temporary file, and a job name that says nothing."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from loket_app.services.recovery import sheet_pages

_LARGEST_DPI = 300


def print_pdf(pdf: bytes, parent: QWidget) -> bool:
    """Ask for a printer and print; gives whether it was sent."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Loket")
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    return paint(pdf, printer)


def paint(pdf: bytes, printer: QPrinter) -> bool:
    """Put every page of the PDF on a page of the printer; gives whether it took them."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(sheet_pages(pdf, min(_LARGEST_DPI, printer.resolution()))):
        if number:
            printer.newPage()
        picture = QImage(page.bgra, page.width, page.height, 4 * page.width, QImage.Format.Format_RGB32)
        painter.drawImage(painter.viewport(), picture)
    return painter.end()
