"""F1: what this page is for and the keys that help here, in a few sentences."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from loket_app.i18n import N_, _
from loket_app.ui.style import current
from loket_app.ui.words import Text

_PAGES: Final = {
    "today": N_(
        "What is late, what is for today and the coming days, and whom you wait for; below them the open cases with "
        "what to ask next. One press leads to the place. When somebody withdraws or is referred, what was arranged "
        "stays here, and so do the days of the law that run on. In the week and the month: arrows go by day, Page Up "
        "and Page Down by month, Home to today, Enter opens."
    ),
    "cases": N_("All cases. Type to find a name, a number, a telephone or a country; Enter opens the case."),
    "rules": N_(
        "Everything that the advice is made from: figures, rules and country groups, each with its source; and what "
        "Loket says of the track, the journey and the papers (Alt+5). "
        "Choose a date to see what counts then; type a word, a country or an amount to find it. "
        "A figure that isn't public, or that changed, is entered beside its timeline: it counts once a second person "
        "confirms it under “Of this desk” (Alt+4), where rules packs come from and go to the other desks."
    ),
    "settings": N_(
        "Language, light or dark, when Loket locks by itself, your passphrase, your colleagues, and what the desk "
        "says of itself. At the end: taking the sample stories out of the store."
    ),
    "intake": N_(
        "Who returns, how to reach them, what they want. Every answer is kept as you type. "
        "Leave out what was not asked; say so when somebody doesn't know or doesn't want to say."
    ),
    "eligibility": N_(
        "What decides whether the programme can help. Each rule shows the answers it used and its source. "
        "A missing answer never counts as a no. Advice given is kept as it was said; Loket tells when it would be "
        "another one now. What only Fedasil can decide stands ready as a message to copy."
    ),
    "support": N_(
        "What may be expected in cash and in kind, with the source of each amount. "
        "An amount that is not public is never guessed: ask the voluntary-return cell. “What if” lays two answers "
        "side by side. The explanation says the same in plain words, for the person to take home. "
        "The plan stands beside the estimate; its term counts from the return."
    ),
    "papers": N_(
        "Which papers each person needs, why, and where each stands: press a name to go to it or to note it down. "
        "Scans stay encrypted in Loket. Costs are paid back by IOM before departure."
    ),
    "handover": N_(
        "Consents, the journey, what IOM still misses, and the handover. Nothing is handed over without consent. "
        "Before it is made you see what leaves and what stays; you send the file yourself."
    ),
    "track": N_(
        "The conversations about return, with their terms; appointments; what the case waits for; reception and "
        "decisions. A date that is missing is named, never guessed. A conversation counts once it is said to be held."
    ),
    "summary": N_("The confidential summary for the file: look at it, print it, save it."),
}
"""What each page is for, by its name in the rail or as a step."""


class HelpWindow(QDialog):
    """Explains one page, named as in the rail or as a step."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Help"))
        self.setMinimumWidth(current().size.page // 3 * 2)
        layout = QVBoxLayout(self)
        layout.setSpacing(current().size.grid * 2)
        layout.addWidget(Text(lambda: _(_PAGES[page])))
        layout.addWidget(Text(_keys, "muted"))
        buttons = QDialogButtonBox()
        buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def _keys() -> str:
    return "\n".join(
        (
            _("Ctrl+U: unknown. Ctrl+D: declined."),
            _("Ctrl+Z: undo. Ctrl+K: find. Ctrl+L: lock. F12: blank the screen."),
            _(
                "Alt+1 to Alt+6: the steps. Alt+7: the return track. F6: rail, page, advice. Ctrl+T: today's conversation. Ctrl+Enter: next step."
            ),
        )
    )
