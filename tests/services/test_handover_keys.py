"""The partners' keys: none at first, kept in the store, refused when they are none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loket_app.domain.handover import Recipient
from loket_app.exchange.errors import Refused
from loket_app.exchange.handover.keys import PublicKey
from loket_app.services.handover_keys import PartnerKey, forget_partner_key, partner_keys, save_partner_key
from tests.at_work import make_profile, unlock
from tests.handover_packages import new_pair


def test_keys_are_kept_in_the_store(tmp_path: Path) -> None:
    profile = make_profile(tmp_path)
    partner = PartnerKey(Recipient.IOM, new_pair().public, "the partner's own letter", date(2026, 4, 14))
    opened = unlock(profile)
    assert opened.database.submit(partner_keys).result() == {}
    opened.database.submit(lambda store: save_partner_key(store, partner)).result()
    bad = replace(partner, key=PublicKey("age1zzz"))
    with pytest.raises(Refused):
        opened.database.submit(lambda store: save_partner_key(store, bad)).result()
    opened.close()
    opened = unlock(profile)
    assert opened.database.submit(partner_keys).result() == {Recipient.IOM: partner}
    opened.database.submit(lambda store: forget_partner_key(store, Recipient.IOM)).result()
    assert opened.database.submit(partner_keys).result() == {}
    opened.close()
