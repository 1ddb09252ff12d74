"""Who let whom in, and when: acts that are added and never altered. What was done before they were kept is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class AccountActKind(Enum):
    """What somebody did to an account."""

    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class AccountAct:
    """One act: `by` and `login` are logins, `name` is what `login` was called that day."""

    id: str
    at: datetime
    by: str
    kind: AccountActKind
    login: str
    name: str = ""


@dataclass(frozen=True)
class Account:
    """Who made an account, and when."""

    by: str
    at: datetime


def account_of(login: str, acts: Iterable[AccountAct]) -> Account | None:
    """Who made the account that stands under a login now; None when that was not kept, or when it was taken away."""
    last = next((act for act in reversed(tuple(acts)) if act.login.casefold() == login.casefold()), None)
    return Account(last.by, last.at) if last is not None and last.kind is AccountActKind.ADDED else None
