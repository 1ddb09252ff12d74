"""The public keys of the partners to whom files are handed over. None is shipped: each desk gets them from the partner.

Kept inside the encrypted store. Run these where the store lives: `opened.database.submit(partner_keys)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from loket_app.domain.handover import Recipient
from loket_app.exchange.handover.keys import PublicKey, public_key
from loket_app.services.desk_profile import Settings

_KEY = "partner-keys"


@dataclass(frozen=True)
class PartnerKey:
    """A partner's key, who gave it and when: a key of unknown origin may be anybody's."""

    recipient: Recipient
    key: PublicKey
    given_by: str
    given_on: date


def partner_keys(store: Settings) -> Mapping[Recipient, PartnerKey]:
    """The keys that the desk has; empty at first."""
    kept = {Recipient(name): said for name, said in store.setting(_KEY, {}).items()}
    return {
        recipient: PartnerKey(recipient, PublicKey(said["key"]), said["given_by"], date.fromisoformat(said["given_on"]))
        for recipient, said in kept.items()
    }


def save_partner_key(store: Settings, partner: PartnerKey) -> None:
    """Keep a key, in the place of an older one. Raises Refused when it is not a public key of age."""
    key = public_key(partner.key.text)
    said = {"key": key.text, "given_by": partner.given_by.strip(), "given_on": partner.given_on.isoformat()}
    store.set_setting(_KEY, {**store.setting(_KEY, {}), partner.recipient.value: said})


def forget_partner_key(store: Settings, recipient: Recipient) -> None:
    """Take a key away; nothing happens when there is none."""
    store.set_setting(_KEY, {name: said for name, said in store.setting(_KEY, {}).items() if name != recipient.value})
