"""What is asked of a rules pack beyond its form, for it comes from elsewhere: nothing that misleads who reads it here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date

from loket_app.domain.layer import Entry, Pack
from loket_app.domain.looks import Look
from loket_app.domain.tables import RuleTables, Source
from loket_app.exchange.errors import Refused
from loket_app.exchange.plain_json import below, shown
from loket_app.exchange.rules_pack import entry_place, look_place
from loket_app.i18n import _
from loket_app.i18n.phrases_layer import day_flaw, link_flaw, past_flaw, text_flaw


def demand_fair(pack: Pack, today: date) -> None:
    """Raise Refused for a figure of another desk, an odd sign, an address that is no web page, or days that can't be."""
    remedy = _("Ask the other desk to correct it and to give a new file.")
    for place, why in _all_flaws(pack, today):
        if why:
            raise Refused(place, why, remedy)


def demand_known(pack: Pack, tables: RuleTables) -> None:
    """Raise Refused for a figure that these tables do not have."""
    known = {figure.id for figure in tables.figures}
    named = [(entry_place(number), entry.proposal.figure) for number, entry in enumerate(pack.entries)]
    looked = [(look_place(number), look.figure.partition("@")[0]) for number, look in enumerate(pack.looks)]
    for place, figure in (*named, *looked):
        if figure not in known:
            why = _("Loket knows no figure called {name}.").format(name=shown(figure))
            raise Refused(below(place, "figure"), why, _("Bring Loket up to date at both desks, then try again."))


def _all_flaws(pack: Pack, today: date) -> Iterator[tuple[str, str]]:
    """Each place with what is wrong there, empty when nothing is."""
    yield "exported_on", past_flaw(pack.exported_on, today)
    for number, entry in enumerate(pack.entries):
        yield from _below(entry_place(number), _flaws(pack, entry, today))
    for number, look in enumerate(pack.looks):
        yield from _below(look_place(number), _look_flaws(look, today))


def _below(place: str, flaws: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((below(place, key), why) for key, why in flaws)


def _flaws(pack: Pack, entry: Entry, today: date) -> Iterator[tuple[str, str]]:
    said, source = entry.proposal, entry.proposal.source
    yield (
        "desk",
        "" if entry.desk == pack.desk else _("A desk gives its own figures alone, and this is another desk's."),
    )
    yield "id", text_flaw(entry.origin)
    yield "from", day_flaw(said.period.start, today)
    yield "until", day_flaw(said.period.end, today)
    yield "reason", text_flaw(said.reason)
    yield "proposed_by", text_flaw(entry.proposed_by)
    yield "confirmed_by", text_flaw(entry.confirmed_by)
    for key, account in (("proposer_account", entry.proposer), ("confirmer_account", entry.confirmer)):
        yield f"{key}/by", text_flaw(account.by) if account else ""
    yield "source/title", text_flaw(source.title)
    yield "source/link", link_flaw(source.link)
    yield "source/checked_on", past_flaw(source.checked_on, today)
    yield "source/published", past_flaw(source.published, today) or _looked_too_soon(source)
    yield "proposed_at", past_flaw(entry.proposed_at.astimezone(UTC).date(), today)
    yield "confirmed_at", _confirmed_when(entry, today)


def _look_flaws(look: Look, today: date) -> Iterator[tuple[str, str]]:
    looked = look.looked
    yield "looked_by", text_flaw(looked.by)
    yield "looked_on", past_flaw(looked.on, today)
    yield "title", text_flaw(looked.title)
    yield "link", link_flaw(looked.link)
    yield "published", past_flaw(looked.published, today) or _too_soon(looked.on, looked.published)


def _looked_too_soon(source: Source) -> str:
    return _too_soon(source.checked_on, source.published)


def _too_soon(looked_on: date, published: date | None) -> str:
    early = published is not None and looked_on < published
    return _("This day lies after the day on which somebody looked at the source.") if early else ""


def _confirmed_when(entry: Entry, today: date) -> str:
    """A second person can only say yes to what was proposed before, and not tomorrow."""
    if entry.confirmed_at is None:
        return ""
    if entry.confirmed_at < entry.proposed_at:
        return _("It was confirmed before it was proposed.")
    return past_flaw(entry.confirmed_at.astimezone(UTC).date(), today)
