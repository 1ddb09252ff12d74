"""The program is dressed, and changes its dress while it runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QImage, QPixmap, QTextLayout
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loket_app import paths
from loket_app.ui import style
from loket_app.ui.style.fonts import register_every_script
from loket_app.ui.style.ring import Ring

pytestmark = pytest.mark.usefixtures("app")

ICONS = sorted(file.stem for file in (paths.resources() / "icons").glob("*.svg"))


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    style.apply(qapp, "light")
    yield qapp
    style.apply(qapp, "light")


def inks(picture: QPixmap | QImage) -> set[str]:
    """The colours of the pixels that are painted in full."""
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_a_change_of_theme_reaches_what_is_shown(app: QApplication, qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    label.setFixedSize(40, 40)
    label.show()
    assert style.current().colour.background in inks(label.grab())
    style.apply(app, "dark")
    assert style.current().theme == "dark"
    assert style.current().colour.background in inks(label.grab())


def test_widgets_hear_of_it(app: QApplication, qtbot: QtBot) -> None:
    class Ear(QObject):
        heard = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
            self.heard = self.heard or event.type() == QEvent.Type.PaletteChange
            return super().eventFilter(watched, event)

    widget, ear = QWidget(), Ear()
    qtbot.addWidget(widget)
    widget.installEventFilter(ear)
    widget.show()
    style.apply(app, "dark")
    assert ear.heard


def test_words_come_in_one_family_and_three_sizes(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    labels = {kind: QLabel(kind) for kind in ("", "heading", "title")}
    for kind, label in labels.items():
        style.mark(label, kind=kind)
        column.addWidget(label)
    page.show()
    tokens = style.current().type
    assert [label.font().family() for label in labels.values()] == ["Noto Sans"] * 3
    assert [label.font().pixelSize() for label in labels.values()] == [tokens.base, tokens.heading, tokens.title]


@pytest.mark.parametrize(
    ("word", "family"),
    [
        ("Miftari", "Noto Sans"),
        ("Мифтари", "Noto Sans"),
        ("გიორგი", "Noto Sans Georgian"),
        ("አበበ", "Noto Sans Ethiopic"),
        ("Նարեկ", "Noto Sans Armenian"),
        ("محمد", "Noto Naskh Arabic"),
    ],
)
def test_every_script_has_a_typeface_of_ours(app: QApplication, word: str, family: str) -> None:
    register_every_script("Noto Sans")
    layout = QTextLayout(word, app.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {family}


def test_figures_have_one_width(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    style.tabular(label)
    label.show()
    metrics = QFontMetrics(label.font())
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1
    assert label.font().featureValue(QFont.Tag("tnum")) == 1


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_drawn_in_the_colour_of_their_role(name: str) -> None:
    drawn = style.icon(name, "accent").pixmap(QSize(24, 24), 4.0)
    assert drawn.size() == QSize(96, 96)
    assert drawn.devicePixelRatio() == 4
    assert style.current().colour.accent in inks(drawn)
    disabled = style.icon(name).pixmap(QSize(24, 24), 4.0, QIcon.Mode.Disabled)
    assert style.current().colour.muted in inks(disabled)


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_of_one_hand(name: str) -> None:
    source = (paths.resources() / "icons" / f"{name}.svg").read_text()
    assert 'viewBox="0 0 24 24"' in source
    assert 'stroke-width="1.75"' in source
    assert not re.search(r"#[0-9a-fA-F]{3}", source)


def test_an_icon_that_was_handed_out_follows_the_theme(app: QApplication) -> None:
    kept = style.icon("check")
    light = inks(kept.pixmap(QSize(24, 24), 4.0))
    style.apply(app, "dark")
    assert style.current().colour.text in inks(kept.pixmap(QSize(24, 24), 4.0)) - light


def test_an_icon_survives_its_copies(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(style.icon("check"))
    copy = QIcon(button.icon())
    copy.addPixmap(QPixmap(2, 2))
    button.setIcon(copy)
    del copy
    assert not button.grab().isNull()


def test_an_icon_that_is_not_there_says_so() -> None:
    with pytest.raises(FileNotFoundError):
        style.icon("unicorn")


def test_a_filled_button_shows_its_focus_inside(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    first, second = QPushButton("First"), QPushButton("Second")
    for button in (first, second):
        style.mark(button, kind="primary")
        column.addWidget(button)
    page.show()
    page.activateWindow()
    with qtbot.waitActive(page):
        pass
    second.setFocus()
    rings = [button.findChild(Ring) for button in (first, second)]
    assert [isinstance(ring, Ring) and ring.isVisible() for ring in rings] == [False, True]
    edge = QColor(second.grab().toImage().pixelColor(second.width() // 2, 4))
    assert edge.name() == style.current().colour.accent_text
    style.mark(second, kind="primary")
    assert len(second.findChildren(Ring)) == 1


def test_a_mark_that_changes_is_seen_at_once(qtbot: QtBot) -> None:
    label = QLabel("word")
    qtbot.addWidget(label)
    label.show()
    before = inks(label.grab())
    style.mark(label, kind="danger")
    assert before != inks(label.grab())
    assert style.current().colour.danger in inks(label.grab())
