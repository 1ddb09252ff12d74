"""Public keys of those who get files: kept inside the encrypted store, given by the partner, never invented.

Run these where the store lives, as the desk's profile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from loket_app.domain.handover import Recipient
from loket_app.services.desk_profile import Settings

_KEY = "partner_keys"

PartnerKeys = Mapping[Recipient, "PartnerKey"]


@dataclass(frozen=True)
class PartnerKey:
    """A public key of age (`age1…`), who gave it, and when it was noted: a key nobody vouches for is worth little."""

    text: str
    given_by: str
    noted_on: date


def partner_keys(store: Settings) -> PartnerKeys:
    """The keys that were noted; empty at the start."""
    kept = store.setting(_KEY, {})
    return {
        Recipient(who): PartnerKey(one["text"], one["given_by"], date.fromisoformat(one["noted_on"]))
        for who, one in kept.items()
    }


def save_partner_keys(store: Settings, keys: PartnerKeys) -> None:
    """Keep these keys and no others."""
    plain = {
        who.value: {"text": one.text, "given_by": one.given_by, "noted_on": one.noted_on.isoformat()}
        for who, one in keys.items()
    }
    store.set_setting(_KEY, plain)
