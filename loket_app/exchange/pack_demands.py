"""What is asked of a rules pack beyond its form, for it comes from elsewhere: nothing that misleads who reads it here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date

from loket_app.domain.layer import Entry, Pack
from loket_app.domain.tables import Source
from loket_app.exchange.errors import Refused
from loket_app.exchange.plain_json import below
from loket_app.exchange.rules_pack import entry_place
from loket_app.i18n import _
from loket_app.i18n.phrases_layer import link_flaw, text_flaw


def demand_fair(pack: Pack, today: date) -> None:
    """Raise Refused for a figure of another desk, an odd sign, an address that is no web page, or days that can't be."""
    remedy = _("Ask the other desk to correct it and to give a new file.")
    if why := _not_yet(pack.exported_on, today):
        raise Refused("exported_on", why, remedy)
    for number, entry in enumerate(pack.entries):
        for key, why in _flaws(pack, entry, today):
            if why:
                raise Refused(below(entry_place(number), key), why, remedy)


def _flaws(pack: Pack, entry: Entry, today: date) -> Iterator[tuple[str, str]]:
    """Each field with what is wrong with it, empty when nothing is."""
    said, source = entry.proposal, entry.proposal.source
    yield (
        "desk",
        "" if entry.desk == pack.desk else _("A desk gives its own figures alone, and this is another desk's."),
    )
    yield "id", text_flaw(entry.origin)
    yield "reason", text_flaw(said.reason)
    yield "proposed_by", text_flaw(entry.proposed_by)
    yield "confirmed_by", text_flaw(entry.confirmed_by)
    for key, account in (("proposer_account", entry.proposer), ("confirmer_account", entry.confirmer)):
        yield f"{key}/by", text_flaw(account.by) if account else ""
    yield "source/title", text_flaw(source.title)
    yield "source/link", link_flaw(source.link)
    yield "source/checked_on", _not_yet(source.checked_on, today)
    yield "source/published", _not_yet(source.published, today) or _looked_too_soon(source)
    yield "confirmed_at", _confirmed_when(entry, today)


def _looked_too_soon(source: Source) -> str:
    early = source.published is not None and source.checked_on < source.published
    return _("This day lies after the day on which somebody looked at the source.") if early else ""


def _confirmed_when(entry: Entry, today: date) -> str:
    """A second person can only say yes to what was proposed before, and not tomorrow."""
    if entry.confirmed_at is None:
        return ""
    if entry.confirmed_at < entry.proposed_at:
        return _("It was confirmed before it was proposed.")
    return _not_yet(entry.confirmed_at.astimezone(UTC).date(), today)


def _not_yet(day: date | None, today: date) -> str:
    return _("This day is still to come.") if day is not None and day > today else ""
