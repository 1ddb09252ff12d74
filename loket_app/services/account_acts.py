"""Keeping who let whom in. Run these where the store lives."""

from __future__ import annotations

from loket_app.domain.accounts import AccountAct, AccountActKind
from loket_app.services.clock import Clock
from loket_app.storage.store import Store


def keep_act(store: Store, act: AccountAct) -> None:
    """Put one more act behind the others."""
    with store.work() as unit:
        unit.account_acts.add(act)
        unit.commit()


def keep_first(store: Store, login: str, name: str, clock: Clock) -> None:
    """Whoever makes a store lets oneself in."""
    keep_act(store, AccountAct(clock.new_id(), clock.now(), login, AccountActKind.ADDED, login, name.strip()))
