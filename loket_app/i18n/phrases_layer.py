"""The words about figures that desks enter: the name of a desk, and what is wrong with a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from loket_app.domain.case import Desk
from loket_app.domain.desk_text import LONGEST, MOST, is_plain, is_web
from loket_app.domain.estimate import Line
from loket_app.domain.layer import Entry, Pack
from loket_app.domain.money import Money
from loket_app.domain.sensible_days import FIRST, last_day, makes_sense
from loket_app.domain.tables import Looked, Row, Source
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.labels import label


def desk_name(code: str) -> str:
    """The return desk of a code; the code itself when Loket has no such desk."""
    return next((label(desk) for desk in Desk if desk.value == code), code)


def row_owner(row: Row) -> str:
    """Whose a row is, and since when it counts: `Loket, from 1/01/2022 on`."""
    whose = desk_name(row.source.desk) if row.source.desk else "Loket"
    if row.period.start is None:
        return whose
    return _("{name}, from {date} on").format(name=whose, date=formats.format_date(row.period.start, "short"))


def decided_text(entry: Entry) -> str:
    """Who entered and who confirmed a figure of another desk, by the logins that came with it."""
    words = _("Proposed by {name} on {date}, confirmed by {second} on {day}.")
    on, day = (formats.format_date(at.date(), "short") if at else "–" for at in (entry.proposed_at, entry.confirmed_at))
    return words.format(name=entry.proposed_by, date=on, second=entry.confirmed_by, day=day)


def looked_text(looked: Looked, name: str) -> str:
    """Who looked at a value again, of another desk with its name, and against which source."""
    who = f"{name} ({desk_name(looked.desk)})" if looked.desk else name
    words = _("Looked at again by {name} on {date}, still right: {source}")
    day = formats.format_date(looked.published, "short") if looked.published else ""
    source = " · ".join(part for part in (looked.title, day) if part)
    return words.format(name=who, date=formats.format_date(looked.on, "short"), source=source)


def written_text(figures: int, looks: int, file: object) -> str:
    """What went into a rules pack."""
    words = ngettext("{count} figure written to {file}.", "{count} figures written to {file}.", figures)
    again = ngettext("{count} value looked at again goes along.", "{count} values looked at again go along.", looks)
    return " ".join((words.format(count=figures, file=file), *([again.format(count=looks)] if looks else [])))


def desk_parts(source: Source) -> Iterator[str]:
    """That a desk entered a figure itself, and when it came to count; nothing for what comes with Loket."""
    if source.desk:
        yield _("figure of the return desk {desk}").format(desk=desk_name(source.desk))
    if source.desk and source.confirmed_on is not None:
        yield _("confirmed on {date}").format(date=formats.format_date(source.confirmed_on, "short"))


def desk_mark(*rows: Row | None) -> str:
    """The same in few words, behind an amount: `figure of the desk Ghent`; empty for what comes with Loket."""
    desks = desks_of(rows)
    return _("figure of the desk {desk}").format(desk=desks) if desks else ""


def marked(amount: str, *rows: Row | None) -> str:
    """An amount, with the mark of the desk that entered it."""
    return " · ".join(part for part in (amount, desk_mark(*rows)) if part)


def desks_of(rows: Iterable[Row | None]) -> str:
    """The names of the desks whose figures are among these; empty when none is."""
    desks = {row.source.desk for row in rows if row is not None and row.source.desk}
    return ", ".join(sorted(map(desk_name, desks)))


def counting_text(pack: Pack | None) -> str:
    """What the command line counts with: a case file comes without the store of a desk."""
    if pack is None:
        return _("Worked out with the tables of Loket alone: what desks entered themselves is not in it.")
    words = _("Worked out with the tables of Loket and the figures that the return desk {desk} gave on {date}.")
    return words.format(desk=desk_name(pack.desk), date=formats.format_date(pack.exported_on, "short"))


def text_flaw(text: str) -> str:
    """Why a text can't be kept; empty when it can."""
    if not text.strip():
        return _("An answer is needed here.")
    if len(text) > LONGEST:
        return _("It is longer than {count} signs.").format(count=formats.format_number(LONGEST))
    return "" if is_plain(text) else _("It holds a sign that is not text.")


def day_flaw(day: date | None, today: date) -> str:
    """Why a value can't begin or end on a day; empty when it can, also when no day was said."""
    if day is None or makes_sense(day, today):
        return ""
    words = _("No value can count on that day: it must lie from {first} to {last}.")
    first, last = (formats.format_date(each, "short") for each in (FIRST, last_day(today)))
    return words.format(first=first, last=last)


def past_flaw(day: date | None, today: date) -> str:
    """Why something can't have happened on a day; empty when it can, also when the day is not known."""
    if day is None:
        return ""
    if day > today:
        return _("This day is still to come.")
    words = _("This day lies too far back: it must be {first} or later.")
    return "" if day >= FIRST else words.format(first=formats.format_date(FIRST, "short"))


def link_flaw(link: str) -> str:
    """Why an address can't be kept; empty when it can, also when there is none."""
    if not link:
        return ""
    return text_flaw(link) or ("" if is_web(link) else _("An address begins with https:// or http://."))


def amount_flaw(amount: Money) -> str:
    """Why an amount can't be kept; empty when it can."""
    return _("That is more than any cost or budget: check the figure.") if amount > MOST else ""


def desk_figures_text(lines: Iterable[Line]) -> str:
    """That an estimate rests on a figure that a desk entered itself; empty when it does not."""
    words = _("With figures of the return desk {desk}, not of the public tables.")
    desks = desks_of(line.row for line in lines)
    return words.format(desk=desks) if desks else ""
