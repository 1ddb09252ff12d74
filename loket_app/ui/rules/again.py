"""Looking at a value again: who did, and the way to keep that it is still right once a year has passed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.looks import value_mark
from loket_app.domain.tables import Row
from loket_app.i18n import _
from loket_app.i18n.phrases_layer import looked_text
from loket_app.services.staleness import stale_since
from loket_app.ui.kit.folding import Folding
from loket_app.ui.rules.again_form import AgainForm
from loket_app.ui.rules.link_line import LinkLine
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.sheet_parts import note


def add_again(column: QVBoxLayout, work: OwnWork, figure: str, row: Row, today: date) -> None:
    """Under a row: who looked at it again, the last first; of one that nobody looked at for a year, the way to do so."""
    for looked in reversed(row.looked):
        column.addWidget(note("ok", looked_text(looked, work.name(looked.by, looked.desk))))
        if looked.link:
            column.addWidget(LinkLine(looked.link))
    if stale_since([row], today) is not None:
        part = Folding(lambda: _("Looked at again: still right"), lambda: _form(work, figure, row, today), "row")
        part.set_open(opened=(figure, value_mark(row)) in work.drafts)
        column.addWidget(part)


def _form(work: OwnWork, figure: str, row: Row, today: date) -> QWidget:
    """What was typed in it before, and not kept yet, stands there still."""
    form, key = AgainForm(row.source, today), (figure, value_mark(row))
    form.show_draft(work.drafts.get(key))
    form.typed.connect(lambda draft: work.drafts.update({key: draft}))
    form.agreed.connect(lambda title, link, published: work.look_again(figure, row, title, link, published))
    return form
