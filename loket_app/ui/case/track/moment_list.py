"""The key moments in words: what is still to come at once, what is behind folded away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.track_parts import Moment, MomentState, Track
from loket_app.i18n import _, ngettext
from loket_app.i18n.labels import capital, field_label
from loket_app.i18n.phrases_track import source_lines
from loket_app.services.track import track_rules
from loket_app.ui.case.track.moment_row import MomentRow
from loket_app.ui.case.track.words import event_line, stance_lines
from loket_app.ui.kit.folding import Folding
from loket_app.ui.style import current
from loket_app.ui.words import Text

_BEHIND = (MomentState.DONE, MomentState.NOT_HELD, MomentState.NOT_NEEDED)


class MomentList(QWidget):
    """Made anew for each track. `opened` carries a moment, `asked` the path of a missing fact."""

    opened = Signal(object)
    asked = Signal(str)

    def __init__(self, case: Case, track: Track, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        ahead = [moment for moment in track.moments if moment.state not in _BEHIND]
        behind = [moment for moment in track.moments if moment.state in _BEHIND]
        layout.addWidget(self._rows(ahead))
        for number, _line in enumerate(source_lines(track, track_rules())):
            layout.addWidget(Text(partial(_source_words, track, number), "muted"))
        if behind:
            layout.addWidget(Folding(lambda: _behind_words(behind), lambda: self._rows(behind), "row"))
        if track.events:
            layout.addWidget(Folding(lambda: _("All dates"), lambda: _dates(track), "row"))

    def _rows(self, moments: Sequence[Moment]) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for moment in moments:
            row = MomentRow(self._case, moment)
            row.opened.connect(self.opened)
            row.asked.connect(self.asked)
            layout.addWidget(row)
        return part


def _dates(track: Track) -> QWidget:
    """What the picture shows besides the key moments: what happened, and the wish to return."""
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(current().size.icon + current().size.grid * 2, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(Text(lambda: "\n".join(map(event_line, track.events))))
    if track.stances:
        layout.addSpacing(current().size.grid)
        layout.addWidget(Text(lambda: capital(field_label("conversations/stance")), "strong"))
        layout.addWidget(Text(lambda: "\n".join(stance_lines(track))))
    return part


def _source_words(track: Track, number: int) -> str:
    return source_lines(track, track_rules())[number]


def _behind_words(behind: Sequence[Moment]) -> str:
    """What is behind, with what nothing is written of counted apart."""
    lost = sum(moment.state is MomentState.NOT_HELD for moment in behind)
    over = len(behind) - lost
    parts = (
        ngettext("{count} key moment done or no longer needed", "{count} key moments done or no longer needed", over),
        ngettext("{count} not recorded", "{count} not recorded", lost),
    )
    counts = zip(parts, (over, lost), strict=True)
    return " · ".join(words.format(count=count) for words, count in counts if count)
