"""What a desk's own figure must be before it counts: at its place, and without a hole or a contradiction that is new.

What is wrong already, by new tables of Loket for instance, keeps nobody from entering something else.
"""

from __future__ import annotations

from datetime import date

from loket_app.domain.belonging import Elsewhere, elsewhere
from loket_app.domain.laid_over import new_gap
from loket_app.domain.layer import Proposal
from loket_app.domain.tables import Figure, Per, RuleTables
from loket_app.i18n import _, formats
from loket_app.i18n.labels import label
from loket_app.i18n.phrases import local
from loket_app.i18n.phrases_layer import day_flaw
from loket_app.rules.checks import clashes
from loket_app.services.complaints import Complaint


def demand_fitting(tables: RuleTables, said: Proposal, today: date) -> None:
    """The figure is there, its days can be, and its countries are its own. `tables` are those of Loket. Raises Complaint."""
    if said.figure not in _by_id(tables):
        raise Complaint(said.figure, _("Loket knows no such figure."), _("Choose one of the list."))
    for day in (said.period.start, said.period.end):
        if why := day_flaw(day, today):
            raise Complaint(said.figure, why, _("Choose other days."))
    if said.shares and _by_id(tables)[said.figure].per is not Per.HOUSEHOLD:
        why = _("This figure is {whom} already.").format(whom=label(_by_id(tables)[said.figure].per))
        raise Complaint(said.figure, why, _("Enter one value."))
    place = elsewhere(tables, said)
    if place is not None:
        raise Complaint(said.figure, _elsewhere_words(place), _remedy(place))


def demand_whole(now: RuleTables, then: RuleTables, remedy: str = "") -> None:
    """No day without a value in between and no two values for one person that were not there before. Raises Complaint."""
    found = new_gap(now, then)
    if found is not None:
        figure, gap = found
        why = _("{figure} would have no value from {start} to {end}.").format(
            figure=local(figure.title), start=_day(gap.start), end=_day(gap.end)
        )
        raise Complaint(figure.id, why, remedy or _("Enter “not public” for those days first, or begin earlier."))
    known = clashes(now.figures)
    for (one, other), day in clashes(then.figures).items():
        if (one, other) not in known:
            _refuse_twin(now, then, one, other, day)


def _refuse_twin(now: RuleTables, then: RuleTables, one: str, other: str, day: date) -> None:
    """Name the figure that was there, at the one that is new."""
    before = _by_id(now)
    fresh, twin = (one, other) if _by_id(then)[one] != before.get(one) else (other, one)
    why = _("Another figure has a value for the same people on {day}: {figure}.")
    title = local(_by_id(then)[twin].title)
    raise Complaint(fresh, why.format(day=_day(day), figure=title), _("Choose other days, or correct that figure."))


def _elsewhere_words(place: Elsewhere) -> str:
    country = formats.country_name(place.country)
    if place.group is not None:
        words = _("On {day} {country} is in another group: {group}.")
        return words.format(country=country, group=local(place.group.title), day=_day(place.day))
    if place.figure is not None:
        words = _("{country} has a figure of its own: {figure}.")
        return words.format(country=country, figure=local(place.figure.title))
    return _("This figure is not for {country}.").format(country=country)


def _remedy(place: Elsewhere) -> str:
    if place.figure is None:
        return _("Leave that country out.")
    if place.group is None:
        return _("Enter the value there.")
    return _("Enter it at: {figure}.").format(figure=local(place.figure.title))


def _by_id(tables: RuleTables) -> dict[str, Figure]:
    return {figure.id: figure for figure in tables.figures}


def _day(day: date | None) -> str:
    return formats.format_date(day, "short") if day else "…"
