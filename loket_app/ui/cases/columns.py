"""What the list of cases shows of each, and what it is sorted by."""

from __future__ import annotations

from collections.abc import Mapping

from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, label
from loket_app.services.desk import CaseRow
from loket_app.services.desk import Column as SortedBy
from loket_app.ui.kit.windowed_table import Column


def _name(row: CaseRow) -> str:
    return row.name or _("Nobody named yet")


def _country(row: CaseRow) -> str:
    return formats.country_name(row.destination) if row.destination else "–"


def _changed(row: CaseRow) -> str:
    return formats.format_date(row.updated_at.astimezone().date(), "short")


COLUMNS: Mapping[SortedBy, Column] = {
    SortedBy.NAME: Column(lambda: _("Name"), _name),
    SortedBy.NUMBER: Column(lambda: _("Number"), lambda row: row.number),
    SortedBy.STATUS: Column(lambda: _("Status"), lambda row: capital(label(row.status))),
    SortedBy.DESTINATION: Column(lambda: _("Destination"), _country),
    SortedBy.HOUSEHOLD_SIZE: Column(lambda: _("People"), lambda row: str(row.household_size), figures=True),
    SortedBy.COUNSELLOR: Column(lambda: _("Counsellor"), lambda row: row.counsellor),
    SortedBy.UPDATED_AT: Column(lambda: _("Changed"), _changed),
}
WIDTHS = (0, 140, 150, 150, 90, 140, 110)
"""In pixels; the first takes what is left."""
