"""What people did to the figures of this desk and Loket can't read: it counts nowhere, and that is said."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from loket_app.domain.layer import ActKind
from loket_app.i18n import _, ngettext
from loket_app.i18n.joining import said
from loket_app.i18n.labels import label
from loket_app.ui.rules.entry import Entry as Listed
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.sheet_parts import hairline, note, page, words
from loket_app.ui.rules.wording import short

UNREAD = "unread"


def unread_entries(work: OwnWork) -> Iterator[Listed]:
    """A line of the list; none when everything can be read."""
    count = len(work.figures.unread)
    if count:
        yield Listed(_("Can't be read"))
        warning = ngettext("{count} entry counts nowhere", "{count} entries count nowhere", count)
        yield Listed(_("Entries that can't be read"), UNREAD, "", warning.format(count=count))


def unread_sheet(work: OwnWork) -> QWidget:
    """Each with who did it, when, and what is wrong."""
    made, column = page()
    column.addWidget(words(_("Entries that can't be read"), "heading"))
    told = _(
        "They count nowhere, so look whether the figures still say what they should. Nothing was lost: they stay kept, "
        "and a newer Loket may read them. Enter again what is missing."
    )
    column.addWidget(note("warn", told))
    for act in work.figures.unread:
        column.addWidget(hairline())
        who = _("{name} on {date}").format(name=work.name(act.by), date=short(act.at.date()))
        did = next((label(kind) for kind in ActKind if kind.value == act.kind), "")
        column.addWidget(words(said(who, did) if did else who, "strong"))
        column.addWidget(words(act.why, "muted"))
    column.addStretch(1)
    return made
