"""The desk's own figures as plain JSON values and back: one form for what the store keeps and what a rules pack carries."""

from __future__ import annotations

from typing import Any

from loket_app.domain.accounts import Account
from loket_app.domain.case import Desk
from loket_app.domain.desk_text import LONGEST
from loket_app.domain.layer import SPLITS, VALUES, Entry, Proposal, State
from loket_app.domain.money import ZERO, Money
from loket_app.domain.tables import Confidence, Per, Period, Share, Source, ValueKind
from loket_app.exchange.place import Place
from loket_app.exchange.plain_json import shown
from loket_app.i18n import _, names

_AMOUNTS = {ValueKind.AMOUNT: ("amount",), ValueKind.UP_TO: ("amount",), ValueKind.RANGE: ("low", "high")}
_VALUE = ("kind", "amount", "low", "high")
PROPOSAL = ("figure", "countries", "from", "until", *_VALUE, "for_each", "source", "reason")
_STANDING = ("proposed_by", "proposed_at", "proposer_account", "confirmed_by", "confirmed_at", "confirmer_account")
ENTRY = ("id", "desk", *_STANDING, *PROPOSAL)
_SOURCE = ("title", "link", "published", "confidence", "checked_on")


def plain_proposal(said: Proposal) -> dict[str, Any]:
    """A value for a figure, as JSON values; what is empty is left out."""
    period = said.period
    content = {
        "figure": said.figure,
        "countries": list(said.countries),
        "from": period.start.isoformat() if period.start else None,
        "until": period.end.isoformat() if period.end else None,
        "kind": said.kind.value,
        **_plain_amounts(said),
        "for_each": {share.per.value: _plain_share(share) for share in said.shares},
        "source": _plain_source(said.source),
        "reason": said.reason,
    }
    return {key: value for key, value in content.items() if value not in (None, "", [], {})}


def plain_entry(entry: Entry) -> dict[str, Any]:
    """A confirmed entry with who proposed and who confirmed it, when, and who made their accounts where that is known."""
    accounts = {
        "proposer_account": plain_account(entry.proposer),
        "confirmer_account": plain_account(entry.confirmer),
    }
    return {
        "id": entry.origin,
        "desk": entry.desk,
        "proposed_by": entry.proposed_by,
        "proposed_at": entry.proposed_at.isoformat(),
        "confirmed_by": entry.confirmed_by,
        "confirmed_at": (entry.confirmed_at or entry.proposed_at).isoformat(),
        **{key: account for key, account in accounts.items() if account},
        **plain_proposal(entry.proposal),
    }


def plain_account(account: Account | None) -> dict[str, str]:
    """Who made an account and when, as JSON values; nothing where that was not kept."""
    return {} if account is None else {"by": account.by, "at": account.at.isoformat()}


def read_proposal(place: Place) -> Proposal:
    """A value for a figure. Raises Refused."""
    kind = place.choice("kind", (*VALUES, ValueKind.PER_PERSON))
    start, end = place.day("from"), place.day_if("until")
    if end is not None and end < start:
        raise place.wrong("until", _("The last day lies before the first one."))
    low, high = _read_amounts(place, kind)
    return Proposal(
        figure=short_text(place, "figure"),
        period=Period(start, end),
        kind=kind,
        source=_read_source(place.below("source", _SOURCE)),
        reason=short_text(place, "reason"),
        countries=_countries(place),
        low=low,
        high=high,
        shares=_read_shares(place, kind),
    )


def _read_amounts(place: Place, kind: ValueKind) -> tuple[Money | None, Money | None]:
    """The lowest and the highest of a value; None where its kind has no amount."""
    wanted = _AMOUNTS.get(kind, ())
    for key in ("amount", "low", "high"):
        if place.has(key) and key not in wanted:
            raise place.wrong(key, _("An amount does not go with the kind “{kind}”.").format(kind=kind.value))
    amounts = [place.amount(key) for key in wanted]
    if not amounts:
        return None, None
    if amounts[-1] == ZERO:
        raise place.wrong(wanted[-1], _("An amount of 0 is written as the kind “none”."))
    if kind is ValueKind.RANGE and amounts[0] >= amounts[1]:
        raise place.wrong("low", _("The lowest amount must be below the highest."))
    return ZERO if kind is ValueKind.UP_TO else amounts[0], amounts[-1]


def _read_shares(place: Place, kind: ValueKind) -> tuple[Share, ...]:
    """What is said for each person, or for each adult and each child: both, and of what is not known that it is not public."""
    if kind is not ValueKind.PER_PERSON:
        if place.has("for_each"):
            raise place.wrong("for_each", _("It does not go with the kind “{kind}”.").format(kind=kind.value))
        return ()
    each = place.below("for_each", [per.value for split in SPLITS for per in split])
    said = {per for split in SPLITS for per in split if each.has(per.value)}
    split = next((split for split in SPLITS if set(split) == said), None)
    if split is None:
        raise place.wrong("for_each", _("It is said for each “person”, or for each “adult” and each “child”."))
    return tuple(_read_share(each.below(per.value, _VALUE), per) for per in split)


def _read_share(place: Place, per: Per) -> Share:
    kind = place.choice("kind", VALUES)
    return Share(per, kind, *_read_amounts(place, kind))


def read_entry(place: Place) -> Entry:
    """A confirmed entry of a desk. Raises Refused."""
    by, second = short_text(place, "proposed_by"), short_text(place, "confirmed_by")
    if by.strip().casefold() == second.strip().casefold():
        raise place.wrong("confirmed_by", _("Nobody confirms a figure of one's own: a second person does."))
    name = short_text(place, "id")
    return Entry(
        key=name,
        origin=name,
        desk=place.choice("desk", tuple(Desk)).value,
        proposal=read_proposal(place),
        proposed_by=by,
        proposed_at=place.moment("proposed_at"),
        state=State.CONFIRMED,
        confirmed_by=second,
        confirmed_at=place.moment("confirmed_at"),
        proposer=read_account(place, "proposer_account"),
        confirmer=read_account(place, "confirmer_account"),
    )


def read_account(place: Place, key: str) -> Account | None:
    """Who made an account, and when; None where that was not kept. Raises Refused."""
    if not place.has(key):
        return None
    made = place.below(key, ("by", "at"))
    return Account(short_text(made, "by"), made.moment("at"))


def _plain_share(share: Share) -> dict[str, str]:
    amounts = _plain_amounts(share)
    return {"kind": share.kind.value, **{key: text for key, text in amounts.items() if text is not None}}


def _plain_amounts(said: Proposal | Share) -> dict[str, str | None]:
    if said.kind is ValueKind.RANGE:
        return {"low": str(said.low), "high": str(said.high)}
    return {"amount": str(said.high) if said.high is not None else None}


def _plain_source(source: Source) -> dict[str, str]:
    content = {
        "title": source.title,
        "link": source.link,
        "published": source.published.isoformat() if source.published else "",
        "confidence": source.confidence.value,
        "checked_on": source.checked_on.isoformat(),
    }
    return {key: value for key, value in content.items() if value}


def _read_source(place: Place) -> Source:
    return Source(
        title=short_text(place, "title"),
        confidence=place.choice("confidence", tuple(Confidence)),
        checked_on=place.day("checked_on"),
        published=place.day_if("published"),
        link=short_text(place, "link", ""),
    )


def short_text(place: Place, key: str, default: str | None = None) -> str:
    """A text that is not too long to keep. Raises Refused."""
    text = place.text(key, default)
    if len(text) > LONGEST:
        raise place.wrong(key, _("It is longer than {count} signs.").format(count=LONGEST))
    return text


def _countries(place: Place) -> tuple[str, ...]:
    codes = place.texts("countries")
    known = dict(names.countries("en")) if codes else {}
    for code in codes:
        if code not in known:
            raise place.wrong("countries", _("{code} is no country.").format(code=shown(code)))
    if len(set(codes)) < len(codes):
        raise place.wrong("countries", _("It names a country twice."))
    return tuple(sorted(codes))
