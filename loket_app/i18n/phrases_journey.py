"""What Loket says of the journey and of what comes after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from loket_app.domain.advice import Advice
from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.departing import PremiumOut, PremiumPaid, departure_day, premium_out, premium_paid
from loket_app.domain.journey import Follows, open_questions, travel_day
from loket_app.domain.money import ZERO, Money
from loket_app.domain.pregnancy import Expecting, Pregnancy, expecting
from loket_app.domain.reintegration import Budget, BudgetFit, Term
from loket_app.domain.shape import pattern_of
from loket_app.domain.tables import Source
from loket_app.domain.wish import FollowUpReport
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.joining import in_a_row, quoted, said
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import name_in, place_text, total_text


def pregnancies_text(case: Case) -> str:
    """How far each pregnancy is on the day of the journey, or what is missing to say so; empty when nobody expects."""
    return "\n".join(_with_name(case, each) for each in expecting(case))


def _with_name(case: Case, each: Expecting) -> str:
    """Whose it is, where there are several people; that nobody is noted for it, where that is so."""
    words = _pregnancy(each, travel_day(case), case)
    if len(case.household) <= 1:
        return words
    return said(name_in(case, each.person) if each.person else _("Not noted of whom"), words)


def _pregnancy(each: Expecting, travel: tuple[date, str] | None, case: Case) -> str:
    if travel is None:
        return _("How far the pregnancy will be cannot be computed: needs {question}.").format(
            question=quoted(place_text(case, "wish/departure_on"))
        )
    if each.state is None:
        return _("The expected date of birth does not fit a journey on {date}: check both.").format(
            date=formats.format_date(travel[0], "long")
        )
    return _weeks(each.state)


def _weeks(state: Pregnancy) -> str:
    weeks = ngettext("{count} week", "{count} weeks", state.weeks).format(count=state.weeks)
    days = ngettext("{count} day", "{count} days", state.days).format(count=state.days)
    words = _("On {date} {weeks} and {days} pregnant (40 weeks counted back from the expected date).")
    return words.format(date=formats.format_date(state.on, "long"), weeks=weeks, days=days)


def open_text(case: Case, found: Sequence[Follows]) -> str:
    """The questions that would settle the rest; empty when nothing is open."""
    by_question: dict[str, list[str]] = {}
    for path in open_questions(found):
        by_question.setdefault(pattern_of(path), []).append(path)
    places = in_a_row(_open_place(case, pattern, paths) for pattern, paths in by_question.items())
    return _("Not known yet: {questions}").format(questions=places) if places else ""


def _open_place(case: Case, pattern: str, paths: Sequence[str]) -> str:
    """One question of one person by name; the same of several with their number."""
    if len(paths) == 1:
        return place_text(case, paths[0])
    words = ngettext("{question} ({count} person)", "{question} ({count} people)", len(paths))
    return words.format(question=capital(field_label(pattern)), count=len(paths))


def old_text(source: Source) -> str:
    """That a source is too old, or too alone, to rest on."""
    if source.published is None:
        return _("Source without a date. Ask the airline whether it still holds.")
    words = _("Old: from {date}. Ask the airline whether it still holds.")
    return words.format(date=formats.format_date(source.published, "long"))


def budget_text(planned: Budget, fits: BudgetFit, estimate: str) -> str:
    """`Planned together: € 1.500,50, within the estimate (€ 2.000,00)`; empty without lines."""
    if not planned.lines:
        return ""
    if fits is BudgetFit.EMPTY:
        return capital(label(fits)) + "."
    words = _("Planned together: {sum}, {fit} ({estimate}).")
    told = words.format(sum=formats.format_money(planned.planned), fit=label(fits), estimate=estimate)
    if not planned.without_amount:
        return told
    rest = ngettext(
        "{count} line has no amount and is not counted.",
        "{count} lines have no amount and are not counted.",
        planned.without_amount,
    )
    return f"{told} {rest.format(count=planned.without_amount)}"


def term_text(case: Case, term: Term | None) -> str:
    """Until when the budget can be used, or what is missing to say so. The term and its source stand beside it."""
    if term is None:
        question = quoted(place_text(case, "departure/departed_on"))
        return _("Until when the budget can be used cannot be computed: needs {question}.").format(question=question)
    words = ngettext(
        "To be used until {end}: {count} month, counted from {what} {start}.",
        "To be used until {end}: {count} months, counted from {what} {start}.",
        term.months,
    )
    since = {"departure/arrived_on": _("the arrival on"), "departure/departed_on": _("the departure on")}[term.since]
    end, start = (formats.format_date(day, "long") for day in (term.end, term.start))
    return words.format(end=end, count=term.months, what=since, start=start)


def spent_text(report: FollowUpReport | None) -> str:
    """What the partner says was spent so far; empty without a report."""
    if report is None or not known(report.spent):
        return ""
    spent = formats.format_money(report.spent)
    if not known(report.on):
        return _("Spent so far: {amount}.").format(amount=spent)
    day = formats.format_date(report.on, "long")
    return _("Spent until {date}: {amount}.").format(amount=spent, date=day)


def premium_said(case: Case, on_leaving: Advice) -> str:
    """The premium beside the estimate for the day of the departure; without a journey what is still out. Empty without one.

    An advice for another day than that of the departure has no estimate to hold it against.
    """
    out = premium_out(case)
    if out is not None:
        return premium_out_text(out)
    found = premium_paid(case, on_leaving.premium, dated=not on_leaving.assumed_today)
    if found is None or departure_day(case) not in (None, on_leaving.departure):
        return ""
    return premium_text(found, formats.format_date(on_leaving.departure, "long"))


def premium_text(found: PremiumPaid, day: str) -> str:
    """The premium that was paid beside the estimate for that departure, or what is missing to say so."""
    if not found.dated:
        question = quoted(capital(field_label("departure/departed_on")))
        return _("What was to be expected cannot be computed: needs {question}.").format(question=question)
    if found.least is None or found.most is None:
        words = _("The estimate for {date} has no whole amount to compare with: {estimate}.")
        return words.format(date=day, estimate=total_text(found.expected))
    if found.as_expected:
        return _("As estimated for {date}: {estimate}.").format(date=day, estimate=total_text(found.expected))
    more = found.least > ZERO
    words = (
        _("{difference} more than estimated for {date} ({estimate}).")
        if more
        else _("{difference} less than estimated for {date} ({estimate}).")
    )
    ends = (found.least, found.most) if more else (ZERO - found.most, ZERO - found.least)
    return words.format(difference=_range(*ends), date=day, estimate=total_text(found.expected))


def premium_out_text(out: PremiumOut) -> str:
    """What came back of a premium that was paid for a journey that was not made."""
    paid = formats.format_money(out.paid)
    if out.still is None:
        return _("{paid} was paid for a journey that was not made; what came back of it is not known yet.").format(
            paid=paid
        )
    if out.still == ZERO:
        return _("The journey was not made; the {paid} came back.").format(paid=paid)
    if out.still > ZERO:
        words = _("The journey was not made; of the {paid} paid, {still} did not come back.")
        return words.format(paid=paid, still=formats.format_money(out.still))
    words = _("{more} more came back than the {paid} that was paid: one of the two amounts may be wrong.")
    return words.format(more=formats.format_money(ZERO - out.still), paid=paid)


def _range(low: Money, high: Money) -> str:
    return formats.format_money(low) if low == high else formats.format_range(low, high)
