"""Dress the program, and change its dress while it runs."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from loket_app.ui.style import fonts
from loket_app.ui.style.palette import palette
from loket_app.ui.style.tokens import Theme, Tokens, folder, load

_current: Theme = "light"


def current() -> Tokens:
    """The tokens in force."""
    return load(_current)


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole program a theme. Widgets hear of it as a PaletteChange; icons follow by themselves."""
    global _current  # noqa: PLW0603  one screen has one theme
    _current = theme
    tokens = current()
    fonts.register(app, tokens.type)
    dress = (fonts.base_font(tokens.type), palette(tokens.colour), sheet(tokens))
    if dress == (app.font(), app.palette(), app.styleSheet()):  # each widget there is would be dressed anew: slow
        return
    app.setStyle("Fusion")
    app.setFont(dress[0])
    app.setPalette(dress[1])
    app.setStyleSheet(dress[2])


def sheet(tokens: Tokens) -> str:
    """The style sheet for these tokens. Raises KeyError where the template names a token that does not exist."""
    size, words = tokens.size, tokens.type
    names: dict[str, object] = {
        **vars(tokens.colour),
        "radius": size.radius,
        "ring": size.focus,
        "half": size.grid // 2,
        "grid": size.grid,
        "double": size.grid * 2,
        "heading": words.heading,
        "title": words.title,
        "pictures": (folder() / tokens.theme).as_posix(),
    }
    return Template((folder() / "loket.qss").read_text("utf-8")).substitute(names)


def tabular(widget: QWidget) -> None:
    """Figures of one width in this widget, so that amounts and dates stand under one another."""
    font = QFont(widget.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    widget.setFont(font)


def fixed_width() -> QFont:
    """The font for lines that one compares sign by sign."""
    return fonts.fixed_width(current().type)
