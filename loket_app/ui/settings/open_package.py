"""A handover package that came in: opened, looked at, and nothing of it is taken over."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services.handover import Package, Passphrase, Refused, SecretKey, read_package, secret_key
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.secret_field import SecretField
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.settings.package_pages import PackagePages
from loket_app.ui.style import current
from loket_app.ui.words import Text

_LARGEST = 512 * 1024 * 1024
_LARGEST_KEY = 64 * 1024


class OpenPackage(QWidget):
    """Asks for the passphrase first, or for a key file; shows what the package says of itself, and its pages."""

    def __init__(self, screen: MainThread, parent: QWidget | None = None, *, titled: bool = True) -> None:
        super().__init__(parent)
        self._screen, self._titled = screen, titled
        self.secret = SecretField(self)
        self.open = Button(lambda: _("Open a package"), "plain", "document")
        self.with_key = Button(lambda: _("Open it with a key file"), "quiet")
        self.told, self.pages = InlineMessage(), PackagePages()
        self._package: Package | None = None
        self._facts = Text(self._fact_words)
        self._lay_out()

    def read(self, package: Path, key: SecretKey | Passphrase) -> None:
        """Open a package beside the screen and show it; a passphrase takes some seconds on purpose."""
        self._forget()
        self.told.say("info", lambda: _("Opening the package …"))
        pool = ThreadPoolExecutor(1, thread_name_prefix="package")
        done = pool.submit(_opened, package, key)
        pool.shutdown(wait=False)
        self._screen.when_done(done, self._show, self._refuse)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid)
        if self._titled:
            column.addWidget(Text(lambda: _("Look into a handover package"), "heading"))
        column.addWidget(Text(lambda: _("It shows what the file holds. Nothing of it comes into this store."), "muted"))
        column.addWidget(FormRow(lambda: _("Passphrase of the package"), self.secret))
        row = FlowBox()
        row.add(self.open)
        row.add(self.with_key)
        for part in (row, self.told, self._facts, self.pages):
            column.addWidget(part)
        self._facts.hide()
        self.pages.failed.connect(lambda: self.told.say("warn", _not_drawn))
        self.open.clicked.connect(self._open)
        self.with_key.clicked.connect(self._open_with_key)

    def _open(self) -> None:
        text = self.secret.text()
        if not text:
            self.told.say(
                "warn", lambda: _("Type the passphrase that the sender told you, or open it with a key file.")
            )
            return
        file = self._ask(_("Open a handover package"), "age (*.age)")
        if file is not None:
            self.read(file, Passphrase(text))

    def _open_with_key(self) -> None:
        key_file = self._ask(_("Choose the key file"), "")
        if key_file is None:
            return
        try:
            key = secret_key(_read(key_file, _LARGEST_KEY).decode("utf-8", "replace"))
        except Refused as refused:
            self._refuse(refused)
            return
        file = self._ask(_("Open a handover package"), "age (*.age)")
        if file is not None:
            self.read(file, key)

    def _ask(self, title: str, kinds: str) -> Path | None:
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        # Qt's own dialog remembers folders, and a folder may be named after somebody
        QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")
        return Path(chosen) if chosen else None

    def _show(self, package: Package) -> None:
        self._package = package
        self.secret.set_text("")
        self.told.say("ok", lambda: _("Opened: every part is whole."))
        self._facts.refresh()
        self._facts.show()
        self.pages.show_pdf(package.files["application.pdf"])

    def _forget(self) -> None:
        """Nothing of one package stands below what is said of another."""
        self._package = None
        self._facts.hide()
        self.pages.clear()

    def _refuse(self, error: BaseException) -> None:
        self._forget()
        if not isinstance(error, Refused):
            our_fault(error)
            return
        words = f"{error.why} {error.remedy}"
        self.told.say("error", lambda: words)

    def _fact_words(self) -> str:
        return "\n".join(_facts(self._package)) if self._package is not None else ""


def _not_drawn() -> str:
    return _("Not every page of it can be shown. Every part is as it was sent: ask the sender what the pages hold.")


def _facts(package: Package) -> list[str]:
    case = package.content.case
    manifest: Mapping[str, object] = package.manifest
    return [
        _("Case {number}, version {version}").format(number=case.number, version=manifest.get("version", "–")),
        _("It holds {files}.").format(files=", ".join(sorted(package.files))),
    ]


def _opened(file: Path, key: SecretKey | Passphrase) -> Package:
    return read_package(_read(file, _LARGEST), key)


def _read(file: Path, most: int) -> bytes:
    """The bytes of a file. Raises Refused when it can't be read or is larger than any of its kind."""
    try:
        with file.open("rb") as opened:
            content = opened.read(most + 1)
    except OSError:
        raise Refused("", _("It can't be read."), _("Check that the file is still there.")) from None
    if len(content) > most:
        raise Refused("", _("It is larger than any package of Loket."), _("Check that it is the right file."))
    return content
