"""Settings: language, light or dark, locking, the passphrase, and what the desk says of itself on paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from loket_app.i18n import _, ngettext
from loket_app.i18n.labels import label
from loket_app.services.desk import Desk
from loket_app.services.desk_preferences import IDLE_CHOICES
from loket_app.ui.background import MainThread
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.language_box import LanguageBox
from loket_app.ui.kit.list_box import ListBox
from loket_app.ui.kit.worded import Worded
from loket_app.ui.settings.colleagues import ColleaguesForm
from loket_app.ui.settings.free_number_part import FreeNumberPart
from loket_app.ui.settings.keeping import Keeping
from loket_app.ui.settings.open_package import OpenPackage
from loket_app.ui.settings.partner_keys_part import PartnerKeysPart
from loket_app.ui.settings.passphrase_form import PassphraseForm
from loket_app.ui.settings.samples_part import SamplesPart
from loket_app.ui.style import apply, current
from loket_app.ui.words import Text

_THEMES = ("light", "dark")


class SettingsPage(Worded, QScrollArea):
    """Every choice is kept as it is made. Emits `lock_minutes_changed`, and `samples_leave` before the stories are removed."""

    lock_minutes_changed = Signal(int)
    samples_leave = Signal()

    def __init__(self, desk: Desk, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._language, self._theme, self._minutes = LanguageBox(), ListBox(), ListBox()
        self._address, self._hours, self._phone = QLineEdit(), QLineEdit(), QLineEdit()
        self._number_hours = QLineEdit()
        self._keeping = Keeping(screen)
        self._keeping.troubled.connect(lambda: self.verticalScrollBar().setValue(0))
        self._samples = SamplesPart(desk.samples, screen)
        self._samples.leaving.connect(self.samples_leave)
        inside = QWidget()
        inside.setObjectName("page")
        self._layout = QVBoxLayout(inside)
        self._lay_out()
        self.setWidget(inside)
        self._fill()
        self._connect()

    def refresh(self) -> None:
        """The stories may have come since; nothing else here changes behind the page's back."""
        self._samples.refresh()

    def _lay_out(self) -> None:
        size = current().size
        self._layout.setContentsMargins(size.grid * 4, size.grid * 3, size.grid * 4, size.grid * 4)
        self._layout.setSpacing(size.grid * 2)
        rows: tuple[QWidget, ...] = (
            Text(lambda: _("Settings"), "title"),
            self._keeping,
            FormRow(lambda: _("&Language of the screen"), self._language),
            FormRow(lambda: _("Li&ght or dark"), self._theme),
            FormRow(lambda: _("Loc&k by itself"), self._minutes),
            Text(lambda: _("Your passphrase"), "heading"),
            PassphraseForm(self._desk.opened, self._screen),
            Text(lambda: _("Colleagues"), "heading"),
            ColleaguesForm(self._desk.people, self._screen),
            Text(lambda: _("Return desk {desk}").format(desk=label(self._desk.profile.desk)), "heading"),
            FormRow(
                lambda: _("A&ddress"), self._address, lambda: _("As it should stand on paper. Empty until you fill it.")
            ),
            FormRow(lambda: _("&Opening hours"), self._hours),
            FormRow(lambda: _("&Telephone"), self._phone),
            FreeNumberPart(self._number_hours),
            PartnerKeysPart(self._desk, self._keeping),
            OpenPackage(self._screen),
            self._samples,
        )
        for row in rows:
            row.setMaximumWidth(size.page // 3 * 2)
            self._layout.addWidget(row)
        self._layout.addStretch(1)

    def _fill(self) -> None:
        profile = self._desk.profile
        self._words()
        for line, text in (
            (self._address, profile.address),
            (self._hours, profile.hours),
            (self._phone, profile.phone),
            (self._number_hours, profile.number_hours),
        ):
            line.setText(text)

    def _connect(self) -> None:
        self._language.chosen.connect(lambda code: self._keep(language=code))
        self._theme.activated.connect(self._choose_theme)
        self._minutes.activated.connect(self._choose_minutes)
        for line in (self._address, self._hours, self._phone, self._number_hours):
            line.editingFinished.connect(self._keep_profile)

    def _words(self) -> None:
        self._theme.clear()
        self._theme.addItems([_("Light"), _("Dark")])
        self._theme.setCurrentIndex(_THEMES.index(self._desk.preferences.theme))
        self._minutes.clear()
        for minutes in IDLE_CHOICES:
            words = ngettext("after {count} minute without a touch", "after {count} minutes without a touch", minutes)
            self._minutes.addItem(words.format(count=minutes), minutes)
        self._minutes.setCurrentIndex(self._minutes.findData(self._desk.preferences.lock_minutes))

    def _choose_theme(self, place: int) -> None:
        theme = _THEMES[place]
        self._keep(theme=theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply(application, "dark" if theme == "dark" else "light")

    def _choose_minutes(self, place: int) -> None:
        minutes = int(self._minutes.itemData(place))
        self._keep(lock_minutes=minutes)
        self.lock_minutes_changed.emit(minutes)

    def _keep(self, **chosen: str | int) -> None:
        wanted = replace(self._desk.preferences, **chosen)  # type: ignore[arg-type]  # one field of its own type
        written = self._desk.save_preferences(wanted)
        self._keeping.keep(written, lambda: self._desk.save_preferences(self._desk.preferences))

    def _keep_profile(self) -> None:
        profile = replace(
            self._desk.profile,
            address=self._address.text(),
            hours=self._hours.text(),
            phone=self._phone.text(),
            number_hours=self._number_hours.text().strip(),
        )
        if profile != self._desk.profile:
            written = self._desk.save_profile(profile)
            self._keeping.keep(written, lambda: self._desk.save_profile(self._desk.profile))
