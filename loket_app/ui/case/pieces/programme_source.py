"""What the programme says, on screen, and where that comes from, in the reader's language."""

from __future__ import annotations

from loket_app.i18n import _
from loket_app.i18n.phrases import local, source_text
from loket_app.services.programme import programme
from loket_app.ui.words import Text


def saying_line(about: str) -> Text:
    """The sentence, then its source, in the language of the moment."""
    return Text(lambda: saying_text(about), "muted")


def saying_text(about: str) -> str:
    """The same as plain words."""
    return f"{local(programme().says(about).title)} {_source(about)}"


def source_line(about: str) -> Text:
    """The source alone, under words that say more than the sentence."""
    return Text(lambda: _source(about), "muted")


def _source(about: str) -> str:
    return _("Source: {source}").format(source=source_text(programme().says(about).source))
