"""Looking at a value again: who did, and the way to keep that it is still right once a year has passed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.tables import Looked, Row
from loket_app.i18n import _
from loket_app.services.staleness import stale_since
from loket_app.ui.kit.folding import Folding
from loket_app.ui.rules.again_form import AgainForm
from loket_app.ui.rules.link_line import LinkLine
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.sheet_parts import note
from loket_app.ui.rules.wording import short


def add_again(column: QVBoxLayout, work: OwnWork, figure: str, row: Row, today: date) -> None:
    """Under a row: who looked at it again, the last first; of one that nobody looked at for a year, the way to do so."""
    for looked in reversed(row.looked):
        column.addWidget(note("ok", _looked_text(work, looked)))
        if looked.link:
            column.addWidget(LinkLine(looked.link))
    if stale_since([row], today) is not None:
        column.addWidget(
            Folding(lambda: _("Looked at again: still right"), lambda: _form(work, figure, row, today), "row")
        )


def _form(work: OwnWork, figure: str, row: Row, today: date) -> QWidget:
    form = AgainForm(row.source, today)
    form.agreed.connect(lambda title, link, published: work.look_again(figure, row, title, link, published))
    return form


def _looked_text(work: OwnWork, looked: Looked) -> str:
    words = _("Looked at again by {name} on {date}, still right: {source}")
    source = looked.title if looked.published is None else f"{looked.title} · {short(looked.published)}"
    return words.format(name=work.name(looked.by), date=short(looked.on), source=source)
