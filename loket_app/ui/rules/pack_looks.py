"""Values looked at again, on the sheets of rules packs: what is given, what would come, what came."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from loket_app.domain.looks import Look
from loket_app.domain.pack_looks import LookLine
from loket_app.i18n import _
from loket_app.i18n.labels import capital
from loket_app.i18n.phrases_layer import looked_text
from loket_app.ui.rules.link_line import LinkLine
from loket_app.ui.rules.own_wording import look_title
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.sheet_parts import hairline, words
from loket_app.ui.rules.wording import value_text


def add_looks(column: QVBoxLayout, work: OwnWork, looks: Sequence[Look]) -> None:
    """Each with its figure, who looked, and against which source."""
    for look in looks:
        column.addWidget(words(f"{look_title(work.figures.shipped, look)}\n{_looked(work, look)}", "muted"))


def add_offered(column: QVBoxLayout, work: OwnWork, lines: Sequence[LookLine]) -> None:
    """What a pack says was looked at again, beside the value here; of one that stands nowhere here, that it is left out."""
    if not lines:
        return
    column.addWidget(hairline())
    column.addWidget(words(f"{_('Looked at again: still right')} ({len(lines)})", "strong"))
    for line in lines:
        title = look_title(work.figures.shipped, line.look)
        column.addWidget(words(f"{title} – {value_text(line.row)}" if line.row else title))
        column.addWidget(words(_looked(work, line.look), "muted"))
        if line.look.looked.link:
            column.addWidget(LinkLine(line.look.looked.link))
        if not line.is_new:
            column.addWidget(words(capital(standing_text(line)), "muted"))


def standing_text(line: LookLine) -> str:
    """Why it would not be taken over; empty when it would."""
    if line.row is None:
        return _("no value here says that: it is left out")
    return _("known here already") if line.known else ""


def _looked(work: OwnWork, look: Look) -> str:
    return looked_text(look.looked, work.name(look.looked.by, look.looked.desk))
