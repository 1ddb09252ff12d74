"""A figure through time: to scale, with its marks, and in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Literal

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from loket_app.domain.money import Money
from loket_app.domain.tables import Confidence, Period, Row, Source, ValueKind
from loket_app.services.rates_views import RowView
from loket_app.ui import style
from loket_app.ui.rules.bar_words import labels
from loket_app.ui.rules.time_scale import TimeScale
from loket_app.ui.rules.timeline import Timeline
from loket_app.ui.rules.wording import period_text, value_text

TODAY, EARLIER = date(2026, 11, 21), date(2021, 12, 1)
SOURCE = Source("Gazette", Confidence.HIGH, TODAY)
OLD = Row(Period(date(2012, 5, 15), date(2021, 12, 31)), ValueKind.AMOUNT, SOURCE, Money.of(250), Money.of(250))
NEW = Row(Period(date(2022, 1, 1)), ValueKind.AMOUNT, SOURCE, Money.of(350), Money.of(350))
WIDTH, YEARS = 800, (2012, 2027)


def timeline(qtbot: QtBot, *rows: Row, day: date = TODAY) -> Timeline:
    views = [RowView(row, row.period.holds(day)) for row in rows]
    made = Timeline(views, YEARS, day, TODAY)
    qtbot.addWidget(made)
    made.resize(WIDTH, made.sizeHint().height())
    return made


def ground(image: QImage, day: date) -> str:
    """The colour of the bars on a day, under their words."""
    x = int(TimeScale(YEARS, WIDTH).at(day))
    return str(image.pixelColor(x, image.height() // 2 + 10).name())


def picture(made: Timeline) -> QImage:
    image = QImage(made.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(style.current().colour.surface))
    made.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return image


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bars_stand_where_their_days_are(qtbot: QtBot, qapp: QApplication, theme: Literal["light", "dark"]) -> None:
    style.apply(qapp, theme)
    image, colour = picture(timeline(qtbot, OLD, NEW)), style.current().colour
    assert ground(image, date(2012, 3, 1)) == colour.surface
    assert ground(image, date(2012, 8, 1)) == colour.background
    assert ground(image, date(2021, 11, 1)) == colour.background
    assert ground(image, date(2022, 3, 1)) == colour.soft
    assert ground(image, date(2027, 12, 1)) == colour.soft


def test_a_gap_stays_empty(qtbot: QtBot) -> None:
    short = Row(Period(date(2016, 5, 1), date(2016, 6, 30)), ValueKind.NOT_PUBLIC, SOURCE)
    image = picture(timeline(qtbot, short))
    surface = style.current().colour.surface
    assert ground(image, date(2014, 1, 1)) == ground(image, date(2020, 1, 1)) == surface


def test_today_and_the_chosen_day_are_marked(qtbot: QtBot) -> None:
    made = timeline(qtbot, OLD, NEW, day=EARLIER)
    image, colour, scale = picture(made), style.current().colour, TimeScale(YEARS, WIDTH)
    row = made.fontMetrics().height() + 4
    assert image.pixelColor(int(scale.at(EARLIER)), row).name() == colour.accent
    assert image.pixelColor(int(scale.at(TODAY)), row).name() == colour.muted
    assert picture(timeline(qtbot, OLD, NEW)).pixelColor(int(scale.at(TODAY)), row).name() == colour.accent


@pytest.mark.parametrize("width", [160, 240, 320, 480, 646, 1000, 2000])
def test_what_counts_is_written_whenever_something_older_is(qtbot: QtBot, width: int) -> None:
    brief = replace(NEW, period=Period(date(2022, 1, 1), date(2026, 10, 31)))
    recent = replace(NEW, period=Period(date(2026, 11, 1)), source=replace(SOURCE, desk="GNT"))
    views = [RowView(row, row.period.holds(TODAY), here=bool(row.source.desk)) for row in (OLD, brief, recent)]
    made = timeline(qtbot, OLD)
    written = labels(views, TimeScale(YEARS, width), made.font())
    assert [words.view.row for words in written if words.view.current] == [recent]
    for words in written:
        assert 0 <= words.x < width
        assert words.below <= words.view.current
    high = Timeline(views, YEARS, TODAY, TODAY)
    qtbot.addWidget(high)
    high.resize(width, 100)
    picture(high)
    assert (high.sizeHint().height() > made.sizeHint().height()) is any(words.below for words in written)


def test_a_bar_of_the_desk_says_so_where_there_is_room(qtbot: QtBot) -> None:
    own = replace(NEW, source=replace(SOURCE, desk="GNT"))
    font = timeline(qtbot, OLD).font()
    here, other = (
        labels([RowView(own, current=True, here=is_here)], TimeScale(YEARS, 2000), font)[0] for is_here in (True, False)
    )
    assert here.text.replace("\u00a0", " ") == "350 € · of this desk"
    assert other.text.endswith("of the return desk Ghent")
    made = Timeline([RowView(own, current=True, here=True)], YEARS, TODAY, TODAY)
    qtbot.addWidget(made)
    assert "of this desk" in made.accessibleDescription()


def test_it_says_the_same_in_words(qtbot: QtBot) -> None:
    made = timeline(qtbot, OLD, NEW)
    assert made.accessibleName() == "Timeline"
    assert made.accessibleDescription().splitlines() == [
        f"from 01/01/2022 on: {value_text(NEW)} (counts on 21/11/2026)",
        f"15/05/2012 – 31/12/2021: {value_text(OLD)}",
    ]
    silent = timeline(qtbot, OLD, NEW, day=date(2000, 1, 1))
    assert silent.accessibleDescription().splitlines()[-1].startswith("No figure for 01/01/2000")


@pytest.mark.parametrize("width", [160, 320, 646, 2000])
def test_years_have_room(width: int) -> None:
    scale = TimeScale(YEARS, width)
    xs = [scale.at(date(year, 1, 1)) for year in scale.years(46)]
    assert xs
    assert all(after - before >= 45 for before, after in pairwise(xs))


def test_days_are_to_scale() -> None:
    scale = TimeScale((2022, 2023), 730)
    assert scale.start(Period(date(2022, 1, 1))) == 0
    assert scale.end(Period(end=date(2022, 12, 31))) == 365
    assert scale.start(Period()) == 0
    assert scale.end(Period()) == 730
    assert scale.at(date(1990, 1, 1)) == 1
    assert scale.at(date(2090, 1, 1)) == 729


@pytest.mark.parametrize(
    ("kind", "low", "high", "said"),
    [
        (ValueKind.AMOUNT, 350, 350, "350 €"),
        (ValueKind.UP_TO, 0, 5000, "up to 5.000 €"),
        (ValueKind.RANGE, 1000, 2500, "1.000 € – 2.500 €"),
        (ValueKind.NONE, None, None, "none"),
        (ValueKind.BY_APPROVAL, None, None, "by approval"),
        (ValueKind.NOT_PUBLIC, None, None, "not public"),
        (ValueKind.ENDED, None, None, "ended"),
        (ValueKind.EXPECTED, None, None, "announced"),
        (ValueKind.EXPECTED, 3000, 3000, "announced: 3.000 €"),
        (ValueKind.EXPECTED, 0, 5000, "announced: up to 5.000 €"),
    ],
)
def test_what_a_row_says(kind: ValueKind, low: int | None, high: int | None, said: str) -> None:
    row = Row(
        Period(), kind, SOURCE, *((None, None) if low is None or high is None else (Money.of(low), Money.of(high)))
    )
    assert value_text(row).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period(date(2022, 1, 1)), "from 01/01/2022 on"),
        (Period(date(2022, 1, 1), date(2022, 12, 31)), "01/01/2022 – 31/12/2022"),
        (Period(end=date(2022, 12, 31)), "until 31/12/2022"),
        (Period(), "on every date"),
    ],
)
def test_when_a_row_counts(period: Period, said: str) -> None:
    assert period_text(period) == said
