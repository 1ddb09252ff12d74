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

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from loket_app import i18n
from loket_app.domain.answers import DECLINED, UNKNOWN
from loket_app.domain.case import Case, Desk
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import CivilStatus, Fitness, Identifier, IdentifierKind, Person, Relation, Vulnerability
from loket_app.i18n.labels import capital, field_help, field_label
from loket_app.ui import style
from loket_app.ui.fields.factory import field_for
from loket_app.ui.fields.question_row import QuestionRow
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
        shown.resize(shown.width(), shown.heightForWidth(shown.width()))
        shown.show()
        app.processEvents()
        shown.grab().save(str(folder / f"{name}-{lang}-{theme}-{scale}x.png"))
        shown.close()


PICTURES: dict[str, Callable[[], QWidget]] = {"fields": page}


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
