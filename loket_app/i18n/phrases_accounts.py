"""The words about who let whom in, beside a colleague and beside what two of them stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loket_app.domain.accounts import Account
from loket_app.domain.layer import Entry
from loket_app.i18n import _, formats

Named = Callable[[str, str], str]
"""A login and the code of its desk to what somebody is called."""


def let_in_text(login: str, account: Account | None, named: Callable[[str], str]) -> str:
    """Who let somebody in, and when; `named` gives the name behind a login."""
    if account is None:
        return _("Who added this account, and when, was not kept.")
    if account.by.casefold() == login.casefold():
        return _("Made this store on {date}.").format(date=_day(account))
    return _("Added by {name} on {date}.").format(name=named(account.by), date=_day(account))


def account_lines(entry: Entry, named: Named) -> tuple[str, ...]:
    """Who made the accounts of the two people who stand for a figure, as far as that was kept."""
    return tuple(
        _("The account of {name} was made by {maker} on {date}.").format(
            name=named(login, entry.desk), maker=named(account.by, entry.desk), date=_day(account)
        )
        for login, account in _accounts(entry)
    )


def related_text(entry: Entry) -> str:
    """That one of the two let the other in: allowed, and told. Empty when it is not so."""
    return related_words() if entry.related else ""


def related_words() -> str:
    """The same in one sentence, where no entry is at hand."""
    return _("One of the two who stand for this made the account of the other: make sure that two people looked.")


def before_confirming_text() -> str:
    """For whoever may confirm now, and made the account of the other, or got it from the other."""
    return _("One of your two accounts made the other: you may confirm, and Loket tells it beside the figure.")


def _accounts(entry: Entry) -> Iterator[tuple[str, Account]]:
    for login, account in ((entry.proposed_by, entry.proposer), (entry.confirmed_by, entry.confirmer)):
        if login and account is not None and account.by.casefold() != login.casefold():
            yield login, account


def _day(account: Account) -> str:
    return formats.format_date(account.at.astimezone().date(), "short")
