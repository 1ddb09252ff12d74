"""What two scenarios say, line beside line; what differs has a sign and a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.comparison import LinePair
from loket_app.domain.said import SaidLine, gist
from loket_app.domain.scenario import SideBySide
from loket_app.domain.tables import Row, Topic
from loket_app.i18n import _, formats, phrases
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_advice import pair_title, said_amount
from loket_app.i18n.phrases_layer import marked
from loket_app.ui.style import current, mark, tabular


@dataclass(frozen=True)
class Line:
    """One thing that both scenarios say something of."""

    what: str
    first: str
    second: str
    differs: bool


def lines(case: Case, found: SideBySide) -> Iterator[Line]:
    """Verdict, reasons, cash and help in kind of both, in the order in which one asks for them."""
    one, other = found.first, found.second
    yield _line(_("Departure"), _departure(one), _departure(other))
    yield _line(_("Verdict"), _verdict(one), _verdict(other))
    yield _line(_("Because"), _reasons(one), _reasons(other))
    cash = _line(_("Departure premium (cash)"), _cash(one), _cash(other))
    yield cash
    for pair in found.lines:
        if _topic(pair) is not Topic.PREMIUM or (pair.differs and not cash.differs):
            yield _pair(case, found, pair)
    yield _line(_("Open questions"), _questions(one), _questions(other))


def table(case: Case, found: SideBySide) -> QWidget:
    """The lines as a table."""
    widget = QWidget()
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().size.grid * 2)
    grid.setVerticalSpacing(current().size.grid)
    for column, (words, stretch) in enumerate(((_("What"), 2), (_("Scenario A"), 3), (_("Scenario B"), 3))):
        grid.addWidget(_label(words, "caption"), 0, column)
        grid.setColumnStretch(column, stretch)
    different = _("≠ different")
    for row, line in enumerate(lines(case, found), 1):
        what = f"{line.what}\n{different}" if line.differs else line.what
        grid.addWidget(_label(what, "" if line.differs else "muted"), row, 0)
        for column, words in enumerate((line.first, line.second), 1):
            cell = _label(words, "strong" if line.differs else "")
            cell.setAccessibleName(said(line.what, words))
            tabular(cell)
            grid.addWidget(cell, row, column)
    return widget


def _line(what: str, first: str, second: str) -> Line:
    return Line(what, first, second, first != second)


def _cash(advice: Advice) -> str:
    return marked(phrases.formula_text(advice.premium), *(line.row for line in advice.premium))


def _pair(case: Case, found: SideBySide, pair: LinePair) -> Line:
    first = marked(said_amount(case, pair.before), _row(found.first, pair.before))
    second = marked(said_amount(case, pair.after), _row(found.second, pair.after))
    return Line(pair_title(case, pair), first, second, pair.differs)


def _row(advice: Advice, wanted: SaidLine | None) -> Row | None:
    """The row of the tables that a line rests on: what was said of it holds none."""
    estimate = (*advice.premium, *advice.support)
    return next((line.row for line, said in zip(estimate, gist(advice).lines, strict=True) if said == wanted), None)


def _topic(pair: LinePair) -> Topic | None:
    line = pair.after or pair.before
    return line.topic if line else None


def _departure(advice: Advice) -> str:
    day = formats.format_date(advice.departure)
    if advice.passed:
        return _("{date} (has passed)").format(date=day)
    return _("{date} (as if today)").format(date=day) if advice.assumed_today else day


def _verdict(advice: Advice) -> str:
    return f"{phrases.SIGNS[advice.verdict]} {capital(label(advice.verdict))}"


def _reasons(advice: Advice) -> str:
    return "\n".join(phrases.local(reason.rule.title) for reason in advice.speaking) or "–"


def _questions(advice: Advice) -> str:
    return str(len(advice.questions))


def _label(words: str, kind: str) -> QLabel:
    text = QLabel(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setWordWrap(True)
    text.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    if kind:
        mark(text, kind=kind)
    return text
