"""Acts on the desk's own figures as the store keeps them: typed here, text there.

What can't be read is left out and named, and stays in the store: one line never keeps a desk out of its cases.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from loket_app.domain.case import Desk
from loket_app.domain.layer import Act, ActKind, Layer, add_up
from loket_app.domain.looks import Look
from loket_app.domain.tables import Looked
from loket_app.exchange.desk_figures import PROPOSAL, plain_account, plain_proposal, read_account, read_proposal
from loket_app.exchange.errors import Refused
from loket_app.exchange.place import Place
from loket_app.exchange.rules_pack import pack_of, plain_pack
from loket_app.i18n import _
from loket_app.i18n.joining import said
from loket_app.storage.rules_acts import StoredAct

_CONTENT = ("desk", "entry", "reason", "proposal", "pack", "account", "look")
_LOOK = ("figure", "value", "title", "link", "published")
_DESKS = frozenset(("", *(desk.value for desk in Desk)))


@dataclass(frozen=True)
class Unread:
    """An act that is kept and can't be read: who did it, when, what it was, and what is wrong with it.

    `kind` is as it is kept: a newer Loket may have written one that this one does not know.
    """

    id: str
    at: datetime
    by: str
    kind: str
    why: str


def layer_of(stored: Iterable[StoredAct]) -> tuple[Layer, tuple[Unread, ...]]:
    """What the acts of a store add up to, and those that can't be read."""
    acts, unread = [], []
    for each in stored:
        try:
            acts.append(_read(each))
        except Refused as refused:
            why = said(refused.place, refused.why) if refused.place else refused.why
            unread.append(Unread(each.id, each.at, each.by, each.kind, why))
    return add_up(acts), tuple(unread)


def written(act: Act) -> StoredAct:
    """An act as it is kept. Raises Refused for one that could not be read again."""
    content: dict[str, Any] = {"desk": act.desk, "entry": act.entry, "reason": act.reason}
    if act.proposal is not None:
        content["proposal"] = plain_proposal(act.proposal)
    if act.pack is not None:
        content["pack"] = plain_pack(act.pack)
    if act.look is not None:
        content["look"] = _plain_look(act.look)
    content["account"] = plain_account(act.account)
    kept = {key: value for key, value in content.items() if value}
    made = StoredAct(act.id, act.at, act.by, act.kind.value, json.dumps(kept, ensure_ascii=False))
    try:
        made.content.encode()
    except UnicodeEncodeError:
        raise Refused("", _("It holds a sign that is not text."), "") from None
    _read(made)
    return made


def _read(stored: StoredAct) -> Act:
    """The act. Raises Refused, and nothing else."""
    try:
        kind, content = ActKind(stored.kind), json.loads(stored.content)
    except (ValueError, RecursionError):
        raise Refused("", _("This Loket does not know what it says."), "") from None
    place = Place(content, _CONTENT)
    desk = place.text("desk", "")
    if desk not in _DESKS:
        raise place.wrong("desk", _("Loket knows no such return desk."))
    return Act(
        id=stored.id,
        at=stored.at,
        by=stored.by,
        kind=kind,
        desk=desk,
        proposal=read_proposal(place.below("proposal", PROPOSAL)) if place.has("proposal") else None,
        pack=pack_of(content["pack"]) if place.has("pack") else None,
        entry=place.text("entry", ""),
        reason=place.text("reason", ""),
        account=read_account(place, "account"),
        look=_read_look(place.below("look", _LOOK), stored) if place.has("look") else None,
    )


def _plain_look(look: Look) -> dict[str, str]:
    """Who and when stand in the act."""
    looked = look.looked
    published = looked.published.isoformat() if looked.published else ""
    said = {
        "figure": look.figure,
        "value": look.value,
        "title": looked.title,
        "link": looked.link,
        "published": published,
    }
    return {key: text for key, text in said.items() if text}


def _read_look(place: Place, stored: StoredAct) -> Look:
    title, link = place.text("title"), place.text("link", "")
    looked = Looked(stored.by, stored.at.astimezone().date(), title, link, place.day_if("published"))
    return Look(place.text("figure"), place.text("value"), looked)
