"""Acts on the desk's own figures as the store keeps them: typed here, text there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from loket_app.domain.layer import Act, ActKind, Layer, add_up
from loket_app.exchange.desk_figures import PROPOSAL, plain_proposal, read_proposal
from loket_app.exchange.place import Place
from loket_app.exchange.rules_pack import pack_of, plain_pack
from loket_app.storage.rules_acts import StoredAct


def layer_of(stored: Iterable[StoredAct]) -> Layer:
    """What the acts of a store add up to."""
    return add_up(map(_read, stored))


def written(act: Act) -> StoredAct:
    """An act as it is kept."""
    content: dict[str, Any] = {"desk": act.desk, "entry": act.entry, "reason": act.reason}
    if act.proposal is not None:
        content["proposal"] = plain_proposal(act.proposal)
    if act.pack is not None:
        content["pack"] = plain_pack(act.pack)
    kept = {key: value for key, value in content.items() if value}
    return StoredAct(act.id, act.at, act.by, act.kind.value, json.dumps(kept, ensure_ascii=False))


def _read(stored: StoredAct) -> Act:
    content = json.loads(stored.content)
    return Act(
        id=stored.id,
        at=stored.at,
        by=stored.by,
        kind=ActKind(stored.kind),
        desk=content.get("desk", ""),
        proposal=read_proposal(Place(content["proposal"], PROPOSAL)) if "proposal" in content else None,
        pack=pack_of(content["pack"]) if "pack" in content else None,
        entry=content.get("entry", ""),
        reason=content.get("reason", ""),
    )
