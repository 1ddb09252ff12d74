"""What the figures of a rules pack must be before they count here: each at its place, and all together without a hole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

from loket_app.domain.laid_over import figure_id, lay_over
from loket_app.domain.layer import Entry, Pack
from loket_app.domain.tables import RuleTables
from loket_app.exchange.errors import Refused
from loket_app.exchange.rules_pack import entry_place
from loket_app.i18n import _
from loket_app.services.complaints import Complaint
from loket_app.services.figure_checks import demand_fitting, demand_whole


def demand_usable(
    shipped: RuleTables, counting: Sequence[Entry], pack: Pack, found: Sequence[Entry], today: date
) -> None:
    """`found` are those of the pack that would come on top of what counts here. Raises Refused with the number of the entry."""
    numbers = {entry.origin: number for number, entry in enumerate(pack.entries)}
    by_figure = {figure_id(entry): numbers[entry.origin] for entry in reversed(pack.entries)}
    for entry in pack.entries:
        with _of_pack({entry.proposal.figure: numbers[entry.origin]}):
            demand_fitting(shipped, entry.proposal, today)
    with _of_pack(by_figure):
        demand_whole(lay_over(shipped, counting), lay_over(shipped, (*counting, *found)))


@contextmanager
def _of_pack(numbers: Mapping[str, int]) -> Iterator[None]:
    """Turn a complaint about a figure into one about the entry of a pack. Raises Refused."""
    try:
        yield
    except Complaint as complaint:
        number = numbers.get(complaint.where)
        place = "entries" if number is None else entry_place(number)
        remedy = _("Ask the other desk to correct it and to give a new file.")
        raise Refused(place, complaint.why, remedy) from None
