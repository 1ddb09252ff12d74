"""What the person may expect: cash in one part, help in kind in another, never one beside the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loket_app.documents.engine.strips import Strip, kept_with_next, white
from loket_app.documents.explanation.people import meant_by, people
from loket_app.documents.explanation.sheet import NOTE, STRONG, Sheet, heading, row, text
from loket_app.documents.explanation.sources import named
from loket_app.domain.estimate import WITHOUT_AMOUNT, Line, LineKind, Total
from loket_app.domain.tables import Topic, Verdict
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.joining import said
from loket_app.i18n.phrases_layer import desk_mark, desks_of
from loket_app.i18n.phrases_sources import weak_figures_text

_WITH_SOURCE = frozenset(LineKind) - frozenset(WITHOUT_AMOUNT) | {LineKind.ENDED, LineKind.BY_APPROVAL}
"""What a source says: an amount, that there is none, that it ended, or that Fedasil decides."""


def has_money(sheet: Sheet) -> bool:
    """Whether there is anything to expect, or to say that it is not known."""
    return not sheet.closed and bool(sheet.travellers)


def money(sheet: Sheet) -> Iterator[Strip]:
    """Both parts, and that they are an estimate; nothing where the programme cannot help."""
    if not has_money(sheet):
        return
    yield from _cash(sheet)
    yield from _kind(sheet)
    yield from text(_note(sheet), sheet.width, NOTE)
    rows = (line.row for line in (*sheet.advice.premium, *sheet.advice.support) if line.kind in _WITH_SOURCE)
    sources = named(row.source for row in rows if row is not None)
    if sources:
        yield from text(said(_("Where the amounts come from"), sources), sheet.width, NOTE)
    if _is_used(sheet.advice.support):
        whence = said(_("Where the term for the help comes from"), named([sheet.budget_term.source]))
        yield from text(whence, sheet.width, NOTE)


def _cash(sheet: Sheet) -> Iterator[Strip]:
    lines = sheet.advice.premium
    another = _("Money at the departure: in cash")
    yield from heading(another if sheet.for_another else _("Money when you leave: in cash"), sheet.width)
    yield from kept_with_next(text(_cash_words(sheet), sheet.width))
    yield from _rows(sheet, lines)
    yield white(2)


def _kind(sheet: Sheet) -> Iterator[Strip]:
    lines = sheet.advice.support
    another = _("Help after the return: not in cash")
    yield from heading(another if sheet.for_another else _("Help after your return: not in cash"), sheet.width)
    yield from kept_with_next(text(_kind_words(sheet, lines), sheet.width))
    yield from _rows(sheet, lines)
    yield white(6)


def _cash_words(sheet: Sheet) -> str:
    if all(line.kind is LineKind.NONE for line in sheet.advice.premium):
        if sheet.for_another:
            return _("Some people also get money when they leave. As far as we know, there is none for this journey.")
        return _("Some people also get money when they leave. As far as we know, you do not.")
    how = _("IOM, the organisation that arranges your journey, gives you this money when you leave.")
    if sheet.for_another:
        how = _("IOM, the organisation that arranges the journey, gives this money at the departure.")
    return f"{how} {_condition(sheet)}".rstrip()


def _kind_words(sheet: Sheet, lines: Sequence[Line]) -> str:
    if all(line.kind is LineKind.NONE for line in lines):
        if sheet.for_another:
            return _("Some people also get help after their return. As far as we know, there is none for this journey.")
        return _("Some people also get help after their return. As far as we know, you do not.")
    if all(line.kind in (LineKind.NONE, LineKind.ENDED) for line in lines):
        if sheet.for_another:
            return _("Some people also get help after their return. For this country it has ended, as far as we know.")
        return _("Some people also get help after their return. For your country it has ended, as far as we know.")
    if sheet.for_another:
        how = _(
            "This help is not money in one's hand. An organisation in the country of return can pay something with it: for "
            "example a small business, work, a home, medical care or training. It is never more than what was agreed."
        )
    else:
        how = _(
            "You don't get this help as money in your hand. An organisation in your country can pay something with it: for "
            "example a small business, work, a home, medical care or training. It is never more than what was agreed for "
            "you."
        )
    return f"{how} {_used_within(sheet)}"


def _is_used(lines: Sequence[Line]) -> bool:
    """Whether there is, or may be, help to use: else no term is told."""
    return any(line.kind not in (LineKind.NONE, LineKind.ENDED) for line in lines)


def _used_within(sheet: Sheet) -> str:
    months = sheet.budget_term.months
    words = ngettext(
        "Use it within {count} month after your return.", "Use it within {count} months after your return.", months
    )
    if sheet.for_another:
        words = ngettext(
            "It is used within {count} month after the return.",
            "It is used within {count} months after the return.",
            months,
        )
    return words.format(count=months)


def _condition(sheet: Sheet) -> str:
    words = {
        Verdict.REFER: _("This counts only if Fedasil says yes."),
        Verdict.INCOMPLETE: _("This counts only if the programme can help.")
        if sheet.for_another
        else _("This counts only if the programme can help you."),
    }.get(sheet.advice.verdict, "")
    by_age = any(line.kind is LineKind.RANGE and line.needs for line in sheet.advice.premium)
    age = _("Children get less than adults: we still need a date of birth.") if by_age else ""
    return f"{words} {age}".strip()


def _rows(sheet: Sheet, lines: Sequence[Line]) -> Iterator[Strip]:
    groups: dict[tuple[str, bool, str], list[Line]] = {}
    for line in sorted(lines, key=_is_extra):
        extra, shown = _is_extra(line), _as_shown(line, lines)
        groups.setdefault((_amount(shown, extra=extra), extra, desk_mark(shown.row)), []).append(line)
    strips = [
        row(_whose(sheet, group, extra=key[1]), _each(key[0], group), sheet.width, small=key[2])
        for key, group in groups.items()
    ]
    summed = [line for line in lines if line.kind not in (*WITHOUT_AMOUNT, LineKind.NONE)]
    if len(summed) > 1:
        strips.append(row(_("Together"), _sum(_total(sheet, lines)), sheet.width, STRONG))
    yield from kept_with_next(strips[:-1])
    yield from strips[-1:]


def _is_extra(line: Line) -> bool:
    return line.topic is Topic.SUPPLEMENT


def _as_shown(line: Line, lines: Sequence[Line]) -> Line:
    """Perhaps something extra is said once: where Fedasil decides for somebody, what is open for another adds nothing."""
    if not _is_extra(line) or line.kind is not LineKind.OPEN:
        return line
    return next((other for other in lines if _is_extra(other) and other.kind is LineKind.NOT_KNOWN), line)


def _whose(sheet: Sheet, lines: Sequence[Line], *, extra: bool) -> str:
    """Who needs extra help is nobody's business at home: that line names no one."""
    if extra and sheet.for_another:
        return _("Perhaps something extra, if the situation asks for it")
    if extra:
        return _("Perhaps something extra, if your situation asks for it")
    meant = meant_by(sheet, lines)
    if lines[0].person or 0 < len(meant) < len(sheet.travellers):
        return people(sheet, meant)
    if sheet.for_another:
        return people(sheet, sheet.travellers)
    return _("For your family") if sheet.together else _("For you")


def _amount(line: Line, *, extra: bool) -> str:
    if line.kind is LineKind.OPEN:
        return _("we can say it when we know more")
    if line.kind is LineKind.NONE:
        return _("nothing")
    if line.kind is LineKind.BY_APPROVAL:
        return _("only if Fedasil agrees")
    if line.kind is LineKind.ENDED:
        return _("perhaps no longer")
    if line.kind in (LineKind.NOT_KNOWN, LineKind.EXPECTED) or line.low is None or line.high is None:
        return _("Fedasil decides") if extra else _("not known yet")
    if line.kind is LineKind.UP_TO:
        return _("at most {amount}").format(amount=formats.format_money(line.high, short=True))
    if line.kind is LineKind.RANGE:
        return formats.format_range(line.low, line.high)
    return formats.format_money(line.low, short=True)


def _each(amount: str, lines: Sequence[Line]) -> str:
    several = len(lines) > 1 and lines[0].kind not in (*WITHOUT_AMOUNT, LineKind.NONE)
    return _("{amount} each").format(amount=amount) if several else amount


def _total(sheet: Sheet, lines: Sequence[Line]) -> Total:
    return sheet.advice.premium_total if lines is sheet.advice.premium else sheet.advice.support_total


def _sum(sums: Total) -> str:
    if sums.low == sums.high:
        words = formats.format_money(sums.low, short=True)
    elif not sums.low.euro:
        words = _("at most {amount}").format(amount=formats.format_money(sums.high, short=True))
    else:
        words = formats.format_range(sums.low, sums.high)
    return _("{amount}, as far as we know").format(amount=words) if sums.without_amount else words


def _note(sheet: Sheet) -> str:
    given = sheet.advice
    day = formats.format_date(given.departure, "long")
    if given.assumed_today:
        counted = _("You have no departure date yet: we counted as if you left today, {date}.")
        if sheet.for_another:
            counted = _("There is no departure date yet: worked out for today, {date}.")
    elif sheet.passed:
        counted = _(
            "Worked out for {date}, the day that you told us. That day has passed: other amounts may count now."
        )
    else:
        counted = _("Worked out for a departure on {date}.")
    estimate = _("This is an estimate: it gives no right to an amount.")
    sentences = (counted.format(date=day), _along(sheet), estimate, _own_figures(sheet), _weak(sheet))
    return " ".join(filter(None, sentences))


def _along(sheet: Sheet) -> str:
    """That more people were counted than those who surely leave."""
    given = sheet.advice
    words = _("We don't know yet whether you all leave: we counted {number} people.")
    if sheet.for_another:
        words = _("We don't know yet who leaves: we counted {number} people.")
    return words.format(number=formats.format_number(len(given.travellers))) if given.counted_along else ""


def _weak(sheet: Sheet) -> str:
    """That an amount is less sure than the others; empty when none is."""
    lines = (*sheet.advice.premium, *sheet.advice.support)
    return _("Not every amount here is sure: ask us before you count on it.") if weak_figures_text(lines) else ""


def _own_figures(sheet: Sheet) -> str:
    """That an amount stands in no public list; empty when all do."""
    desks = desks_of(line.row for line in (*sheet.advice.premium, *sheet.advice.support))
    words = _("Some amounts come from the return desk of {desk} itself, not from a public list.")
    return words.format(desk=desks) if desks else ""
