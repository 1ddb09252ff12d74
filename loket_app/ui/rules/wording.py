"""The words of a row, a figure and a group, as the list, the timeline and the sheet share them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlsplit

from loket_app.domain.tables import Period, Row, Share, Source, Topic, ValueKind
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.joining import listed, said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import local
from loket_app.i18n.phrases_accounts import related_words
from loket_app.i18n.phrases_layer import desk_name
from loket_app.services.rates_views import FigureView, RowView


def short(day: date) -> str:
    """A day in figures."""
    return formats.format_date(day, "short")


def value_text(row: Row | Share) -> str:
    """What a row says, in a word or two; an amount that is not public is never a number."""
    if isinstance(row, Row) and row.shares:
        return listed(f"{value_text(share)} {label(share.per)}" for share in row.shares)
    if row.kind is ValueKind.EXPECTED:
        return _("announced: {amount}").format(amount=_amount(row)) if row.high else label(row.kind)
    bare = {
        ValueKind.NONE: _("none"),
        ValueKind.BY_APPROVAL: _("by approval"),
        ValueKind.ENDED: label(ValueKind.ENDED),
        ValueKind.NOT_PUBLIC: _("not public"),
    }
    return bare.get(row.kind) or _amount(row)


def _amount(row: Row | Share) -> str:
    if row.low is None or row.high is None:
        return _("not public")
    if row.kind is ValueKind.UP_TO or (not row.low.euro and row.high.euro):
        return _("up to {amount}").format(amount=formats.format_money(row.high, short=True))
    if row.low != row.high:
        return formats.format_range(row.low, row.high)
    return formats.format_money(row.low, short=True)


def period_text(period: Period) -> str:
    """From when until when, in figures."""
    if period.start and period.end:
        return f"{short(period.start)} – {short(period.end)}"
    if period.start:
        return _("from {date} on").format(date=short(period.start))
    return _("until {date}").format(date=short(period.end)) if period.end else _("on every date")


def desk_text(desk: str, *, here: bool) -> str:
    """Which desk entered a value; nothing for what came with Loket."""
    if here:
        return _("of this desk")
    return _("of the return desk {desk}").format(desk=desk_name(desk)) if desk else ""


def origin_text(view: RowView) -> str:
    """Which desk entered the value of a row; nothing for what came with Loket."""
    return desk_text(view.row.source.desk, here=view.here)


def without_text(row: Row | None) -> str:
    """What would count without a value that a desk entered."""
    return _("without this: {value}").format(value=value_text(row) if row else _("no figure"))


def cut_text(own: Period, counts: Period) -> list[str]:
    """When a row counts in its source, and where this desk put another in its place."""
    said = [_("In the source: {period}.").format(period=period_text(own))]
    if counts.end and counts.end != own.end:
        said.append(_("Replaced here from {date} on.").format(date=short(counts.end + timedelta(1))))
    if counts.start and counts.start != own.start:
        said.append(_("Replaced here until {date}.").format(date=short(counts.start - timedelta(1))))
    return said


def row_text(view: RowView, day: date) -> str:
    """A row in one line, for who listens."""
    related = related_words() if view.row.related else ""
    value = said(period_text(view.row.period), value_text(view.row))
    looked = [_("looked at again on {date}").format(date=short(each.on)) for each in view.row.looked]
    words = ", ".join(filter(None, (value, origin_text(view), related, *looked)))
    return f"{words} ({current_text(view.row, day)})" if view.current else words


def current_text(row: Row, day: date) -> str:
    """That a row is the one of the date; of one that was announced or stopped, nobody knows for which departure or whom."""
    if row.kind is ValueKind.EXPECTED:
        return _("from which departure is not public: ask the voluntary-return cell")
    if row.kind is ValueKind.ENDED:
        return _("since when or for whom is not public: ask the voluntary-return cell")
    return counts_text(day)


def counts_text(day: date) -> str:
    """That a row or a rule is the one that counts."""
    return _("counts on {date}").format(date=short(day))


def no_figure_text(day: date) -> str:
    """That no row counts on the date."""
    return _("No figure for {date}: ask the voluntary-return cell.").format(date=short(day))


def stale_text(since: date) -> str:
    """How long nobody has looked."""
    return _("not checked since {date}").format(date=short(since))


def weak_text(source: Source) -> str:
    """What is not known of a source: the page itself, or its date. A paper of Fedasil's needs no link."""
    missing = []
    if source.link and not urlsplit(source.link).path.strip("/"):
        missing.append(_("the link leads to the site, not to the page itself"))
    if source.published is None:
        missing.append(_("the source has no date that we know of"))
    return capital(listed(missing)) + "." if missing else ""


def countries_text(codes: Iterable[str]) -> str:
    """Countries in a sentence."""
    return ", ".join(formats.country_name(code) for code in codes)


def count_text(count: int) -> str:
    """How many countries."""
    return ngettext("{count} country", "{count} countries", count).format(count=count)


def whom_facts(view: FigureView) -> list[tuple[str, str]]:
    """What a figure is and whom it is for: captions with their words."""
    figure = view.figure
    facts = [
        (_("What"), capital(f"{label(figure.topic)}, {label(figure.nature)}")),
        (_("For whom"), _person_text(view)),
        (_where_caption(figure.topic), _where_text(view)),
        (_("Stay"), capital(", ".join(label(category) for category in figure.categories))),
        (_("Arrived"), _arrived_text(figure.arrived_before)),
        (_("Own figures for"), countries_text(view.own_figures)),
    ]
    return [(caption, words) for caption, words in facts if words]


def _person_text(view: FigureView) -> str:
    shares = view.current.shares if view.current else ()
    words = [label(share.per) for share in shares] or [label(view.figure.per)]
    if view.figure.topic is Topic.SUPPLEMENT:
        words.append(_("for vulnerable people"))
    if view.figure.own_nationals:
        words.append(_("citizens who go to their own country"))
    return capital(", ".join(words))


def _where_caption(topic: Topic) -> str:
    """The premium goes by the country somebody returns to, support by the country of origin."""
    return _("Return to") if topic is Topic.PREMIUM else _("Country of origin")


def _where_text(view: FigureView) -> str:
    names = countries_text(view.figure.countries)
    if view.group is None:
        return names
    group = local(view.group.title)
    if names:
        return _("{countries}, while among: {group}").format(countries=names, group=group)
    return f"{group} ({count_text(view.reach or 0)})"


def _arrived_text(day: date | None) -> str:
    return "" if day is None else _("before {date}").format(date=short(day))
