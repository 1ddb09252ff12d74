"""Paints every field and every small piece into a folder, light and dark, at scale 1 and 2: for eyes, not for asserts.

python -m tests.ui.gallery FOLDER [LANGUAGE]
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from loket_app import i18n
from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case, Desk
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import (
    CivilStatus,
    Fitness,
    Identifier,
    IdentifierKind,
    Person,
    Relation,
    Sex,
    Vulnerability,
)
from loket_app.i18n import formats
from loket_app.i18n.labels import capital, field_help, field_label
from loket_app.ui import style
from loket_app.ui.fields.factory import field_for
from loket_app.ui.fields.mrz import MrzField
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.kit.button import Button, Kind
from loket_app.ui.kit.empty_state import EmptyState
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.kit.status_pill import StatusPill
from loket_app.ui.kit.table_view import TableView
from loket_app.ui.kit.tones import Tone
from loket_app.ui.kit.windowed_table import Column, WindowedTable
from loket_app.ui.style.fonts import register_every_script

CASE = Case(
    id="c",
    number="GNT-2026-0017",
    desk=Desk.GHENT,
    opened_on=date(2026, 4, 14),
    counsellor="Counsellor",
    household=(
        Person(
            id="p",
            relation=Relation.APPLICANT,
            family_name="Miftari",
            identifiers=(Identifier("i", IdentifierKind.NATIONAL, "85.07.30-033.28"),),
        ),
        Person(id="q", relation=Relation.CHILD),
    ),
)

ROWS: tuple[tuple[tuple[str, object], ...], ...] = (
    (("household/p/family_name", "Miftari"), ("household/p/given_names", UNKNOWN)),
    (("household/p/original_script_name", "محمد عبد الله"), ("household/p/one_name_only", True)),
    (("household/p/birth_date", PartialDate(1987, estimated=True)), ("household/p/nationalities", ("XK", "AL"))),
    (("household/p/sex", DECLINED), ("household/p/interpreter", True)),
    (("household/p/civil_status", CivilStatus.MARRIED), ("household/p/birth_country", "XK")),
    (("household/p/languages", ("sq", "sr")), ("wish/departure_on", date(2026, 4, 14))),
    (("household/p/vulnerabilities", (Vulnerability.HEALTH, Vulnerability.FAMILY_WITH_MINORS)),),
    (("household/p/fitness", Fitness.WITH_HELP),),
    (("costs/amount", Money.of("1234.50")), ("contact/phone", "0470 12 34 56")),
    (("household/p/identifiers/i/number", "85.07.30-033.29"), ("costs/person", "p")),
    (("remarks", "They would like to travel before the school year starts.\nThe eldest son has an appointment."),),
)


def page() -> QWidget:
    """One page of questions, each with an answer or with the reason why there is none."""
    made = QWidget()
    made.setFixedWidth(768)
    column = QVBoxLayout(made)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    for row in ROWS:
        line = QHBoxLayout()
        line.setSpacing(16)
        for path, answer in row:
            line.addWidget(question(path, answer), 1)
        column.addLayout(line)
    return made


def question(path: str, answer: object) -> QuestionRow:
    """One row, with its answer."""
    field = field_for(path, lambda: CASE)
    field.load(answer)
    return QuestionRow(field, lambda: capital(field_label(path)), lambda: field_help(path) or "")


def paint(folder: Path, theme: style.Theme, lang: str) -> None:
    """Paint every picture in one theme."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    i18n.set_language(lang)
    style.apply(app, theme)
    register_every_script(style.current().type.family)
    scale = os.environ.get("QT_SCALE_FACTOR", "1")
    for name, make in PICTURES.items():
        shown = make()
        if shown.hasHeightForWidth() and shown.minimumHeight() != shown.maximumHeight():
            shown.resize(shown.width(), shown.heightForWidth(shown.width()))
        shown.show()
        shown.activateWindow()
        app.processEvents()
        shown.grab().save(str(folder / f"{name}-{lang}-{theme}-{scale}x.png"))
        shown.close()


def states() -> QWidget:
    """What goes wrong, what is doubted, what is being looked for."""
    made = QWidget()
    made.setFixedSize(768, 560)
    column = QVBoxLayout(made)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    for path, typed in (
        ("household/p/birth_date", "31/2/1987"),
        ("stay/arrived_in_belgium", "2087"),
        ("contact/phone", "12"),
        ("stay/decisions/notified_on", "3/4/26"),
    ):
        row = question(path, NOT_ASKED)
        column.addWidget(row)
        editor = row.field.focusProxy()
        assert isinstance(editor, QLineEdit)
        editor.setText(typed)
        editor.textEdited.emit(typed)
        QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut))
    looked_for = question("household/p/birth_country", NOT_ASKED)
    column.addWidget(looked_for)
    column.addStretch(1)
    QTimer.singleShot(0, made, lambda: look_for(looked_for))
    return made


def look_for(row: QuestionRow) -> None:
    """Type a part of a name, so that the list opens."""
    editor = row.field.focusProxy()
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.setText("kon")
    editor.textEdited.emit("kon")


def pieces() -> QWidget:
    """The small pieces that screens share."""
    made = QWidget()
    made.setFixedSize(768, 900)
    column = QVBoxLayout(made)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    column.addWidget(pills())
    tones: tuple[Tone, ...] = ("info", "ok", "warn", "error")
    for tone in tones:
        message = InlineMessage()
        message.say(tone, lambda: "The last copy is nine days old. Nothing was lost.", lambda: "Make a copy now")
        column.addWidget(message)
    column.addWidget(table())
    empty = EmptyState("cases", lambda: "No cases yet", lambda: "A case starts with an intake: who is here, and why.")
    column.addWidget(empty)
    column.addLayout(buttons())
    return made


def pills() -> FlowBox:
    """A pill in every tone."""
    box = FlowBox()
    shown: tuple[tuple[str, Tone, str], ...] = (
        ("Intake", "reading", ""),
        ("Handed over", "ok", ""),
        ("Booked", "info", "plane"),
        ("Waits for a paper", "warn", ""),
        ("Sent back", "error", ""),
    )
    for text, tone, sign in shown:
        pill = StatusPill()
        pill.show_status(text, tone, sign)
        box.add(pill)
    return box


def table() -> TableView:
    """A table of rows, not of cells."""
    rows = [("Miftari", "Kosovo", Money.of(175)), ("Traoré", "Burkina Faso", Money.of("1234.50"))]
    columns = (
        Column(lambda: "Name", lambda row: str(row[0])),
        Column(lambda: "Destination", lambda row: str(row[1])),
        Column(lambda: "Premium", lambda row: formats.format_money(row[2]), figures=True),
    )
    view = TableView()
    model = WindowedTable(columns, lambda first, count, deliver: deliver(rows[first : first + count]), view)
    model.show_rows(len(rows))
    view.setModel(model)
    view.setColumnWidth(0, 240)
    view.setColumnWidth(1, 240)
    view.selectRow(1)
    view.setFixedHeight(130)
    return view


def buttons() -> QHBoxLayout:
    """A button of every kind; the primary one has the focus."""
    line = QHBoxLayout()
    kinds: tuple[Kind, ...] = ("primary", "plain", "quiet", "danger")
    made = [Button(lambda: "Next: Support", kind, "arrow-right") for kind in kinds]
    for button in made:
        line.addWidget(button)
    QTimer.singleShot(0, made[0], made[0].setFocus)
    return line


def passport() -> QWidget:
    """The lines of a passport, one figure of which was misread, over a person of whom something is known."""
    known = {"family_name": "Erikson", "sex": Sex.FEMALE}
    made = MrzField(lambda name: known.get(name, NOT_ASKED))
    made.setContentsMargins(24, 24, 24, 24)
    made.setFixedSize(768, 480)
    made.set_text(
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408132F1204159ZE184226B<<<<<10",
    )
    return made


PICTURES: dict[str, Callable[[], QWidget]] = {"fields": page, "states": states, "pieces": pieces, "passport": passport}


def main(arguments: list[str]) -> None:
    """Paint in this process when it was told a theme, else in one process for each theme and scale."""
    folder, lang, *rest = [*arguments, "en"] if len(arguments) == 1 else arguments
    Path(folder).mkdir(parents=True, exist_ok=True)
    if rest:
        paint(Path(folder), "dark" if rest[0] == "dark" else "light", lang)
        return
    for theme in ("light", "dark"):
        for scale in ("1", "2"):
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
            command = [sys.executable, "-m", "tests.ui.gallery", folder, lang, theme]
            subprocess.run(command, check=True, env=environment)


if __name__ == "__main__":
    main(sys.argv[1:])
