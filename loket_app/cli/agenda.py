"""`loket agenda`: the days to watch as a calendar file, from the command line."""

from __future__ import annotations

from argparse import Namespace

from loket_app.cli import passphrase
from loket_app.cli.store import opened_store, tell
from loket_app.cli.store_answers import saved_days
from loket_app.services.agenda_file import calendar_of, days_between
from loket_app.services.clock import Clock
from loket_app.services.documents import demand_free, save
from loket_app.services.entrance import default_profile


def run(chosen: Namespace) -> int:
    """Save the days that were asked for. A mistake is told before a passphrase is typed."""
    chosen.profile = getattr(chosen, "profile", None) or default_profile()
    clock = Clock()
    first, last = days_between(chosen.first, chosen.last, clock.today(), "--to")
    if not chosen.force:
        demand_free(chosen.ics)
    with opened_store(chosen) as opened:
        count, content = calendar_of(opened, first, last, mine=chosen.mine, clock=clock)
    if count:
        save(chosen.ics, content, force=chosen.force)
    code = tell(chosen, saved_days(chosen.ics if count else None, first, last, count))
    passphrase.warn_of_readers(chosen)
    return code
