"""The return track in words: every deadline with its rule and its dates, what is missing, for whom it is."""

from __future__ import annotations

from typing import Final

from loket_app.domain.case import Case
from loket_app.domain.changes import NoSuchPlace, value_at
from loket_app.domain.track_parts import (
    Applies,
    Deadline,
    FromFact,
    Moment,
    MomentState,
    OddKind,
    Phase,
    Question,
    Settled,
    Track,
    Unit,
)
from loket_app.domain.track_rules import TermRow, TrackRules
from loket_app.i18n import _, formats, ngettext, pgettext
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import answer_text, place_text, source_text
from loket_app.i18n.phrases_days import FreeDays, free_term_text
from loket_app.i18n.phrases_extension import AT, extension_text, recorded_text
from loket_app.i18n.phrases_track_needs import (
    fact_text,
    missing_text,
    needed_text,
    needs_text,
    planned_text,
    state_text,
    talk_text,
    whose_text,
)

STATE_SIGNS: Final = {
    MomentState.DONE: "✓",
    MomentState.LATE: "▲",
    MomentState.DUE: "●",
    MomentState.COMING: "○",
    MomentState.NOT_COMPUTABLE: "?",
    MomentState.NOT_HELD: "∅",
    MomentState.NOT_NEEDED: "–",
}
"""A sign for each state, so that colour never speaks alone."""

NAMED: Final = (OddKind.IN_THE_FUTURE, OddKind.LONG_AGO)
"""Questions whose words name the date itself."""

_AHEAD: Final = frozenset({MomentState.DUE, MomentState.COMING})


def phase_text(found: Track) -> str:
    """Where somebody is on the track; with no phase while the track may be for them, that nobody knows yet."""
    if found.phase is Phase.NONE and found.applies in (Applies.YES, Applies.UNKNOWN):
        return pgettext("track phase", "not known yet")
    return label(found.phase)


def deadline_text(deadline: Deadline) -> str:
    """The rule of a deadline with the day it is counted from: `4 working days after the arrival … on Mon 23 Nov 2026`."""
    if not deadline.rule:
        return _unruled(deadline) if deadline.from_fact else ""
    if deadline.counted_from in (None, FromFact.REQUEST):
        return _("no term")
    if deadline.count is None:
        return _("{after}, no term of its own").format(after=_after(deadline))
    term = _counted(deadline).format(count=abs(deadline.count), what=_what(deadline))
    if deadline.too_soon is None:
        return term
    before = _("that last day, {date}, was before the arrival").format(date=formats.format_date(deadline.too_soon))
    return f"{term} · {before}"


def term_of_rule(row: TermRow) -> str:
    """The term of a rule, from which fact and without a day: `4 working days after the arrival …`."""
    return deadline_text(Deadline(count=row.count, unit=row.unit, rule=row.id, counted_from=row.from_fact))


def last_day_text(deadline: Deadline) -> str:
    """`by Fri 27 Nov 2026`; empty when there is no last day."""
    return _("by {date}").format(date=formats.format_date(deadline.on)) if deadline.on else ""


def moment_text(case: Case, moment: Moment, days: FreeDays | None = None) -> str:
    """How a key moment stands: the state, the last day and its rule, or what is missing.

    With `days` a last day that is still to come and on which offices are closed is pointed out.
    """
    deadline = moment.deadline
    if moment.state is MomentState.DONE and moment.done_on:
        return _("{state} on {date}").format(state=label(moment.state), date=formats.format_date(moment.done_on))
    if moment.state is MomentState.NOT_NEEDED:
        return label(moment.state)
    if moment.state is MomentState.NOT_HELD:
        return " · ".join(part for part in (label(moment.state), last_day_text(deadline)) if part)
    here = (state_text(moment), planned_text(moment), last_day_text(deadline))
    parts = [*here, free_moment_text(moment, days), deadline_text(deadline)]
    if moment.state is MomentState.NOT_COMPUTABLE:
        parts = [
            last_day_text(deadline),
            missing_text(case, deadline),
            deadline_text(deadline) if deadline.count else "",
        ]
    return " · ".join(part for part in parts if part)


def free_moment_text(moment: Moment, days: FreeDays | None) -> str:
    """That offices are closed on the last day of a moment that is still to be held; empty otherwise."""
    return free_term_text(moment.deadline, days) if moment.state in _AHEAD else ""


def applies_text(case: Case, found: Track) -> str:
    """Whether the track applies, and what does when it does not; empty when it simply applies."""
    if found.applies is Applies.UNKNOWN:
        named = needed_text(case, found.applies_needs)
        return _("It is not known yet whether the return track applies: needs {what}.").format(what=named)
    return {
        Applies.YES: "",
        Applies.NO_MINOR: _(
            "The return track does not apply to an unaccompanied minor. The guardian decides along, the best interest of "
            "the child comes first, and IOM looks at the family before a return. Ask the voluntary-return cell."
        ),
        Applies.NO_NOT_IN_RECEPTION: _(
            "The return track is for people who live in the reception network. What concerns this person, such as the last "
            "day of an order, stays below."
        ),
        Applies.NO_REQUEST: _("The return track is for people who asked for international protection."),
    }[found.applies]


def aid_text(case: Case, found: Track, days: FreeDays | None = None) -> str:
    """Until when there is material aid, and what would change it; empty when the question does not arise.

    With `days` a last day on which offices are closed is pointed out.
    """
    ends = found.aid_ends
    if ends == Deadline():
        return _later_text(case, found)
    if ends.on is None:
        parts = [needs_text(case, ends.needs) or deadline_text(ends)]
    else:
        parts = [formats.format_date(ends.on), free_term_text(ends, days), deadline_text(ends)]
    return " · ".join(part for part in (*parts, _later_text(case, found), extension_text(found)) if part)


def _later_text(case: Case, found: Track) -> str:
    """The later end that an agreement gives or would give; empty where there is none."""
    ends, may_end = found.aid_ends, found.aid_may_end
    if may_end is None or (may_end.on and ends.on and may_end.on <= ends.on):
        return ""
    if may_end.on:
        return _("with agreement to the return track: {date}").format(date=formats.format_date(may_end.on))
    named = needed_text(case, (path for path in may_end.needs if path not in ends.needs))
    return _("may become later: needs {what}").format(what=named) if named else ""


def asked_text(case: Case, question: Question) -> str:
    """The question where it stands alone: with the decision, the request or the conversation that it is about."""
    asked = question_text(case, question)
    which = "" if question.kind in NAMED else talk_text(case, question.path) or whose_text(case, question.path)
    return said(capital(which), asked) if which else asked


def question_text(case: Case, question: Question) -> str:
    """What looks odd, with the other fact that it does not fit with. A date says which one it is."""
    if question.kind is OddKind.IN_THE_FUTURE:
        what = talk_text(case, question.path) or fact_text(case, question.path)
        return _("“{what}” is in the future. Is that right?").format(what=what)
    if question.kind is OddKind.LONG_AGO:
        what = talk_text(case, question.path) or fact_text(case, question.path)
        return _("“{what}” is very long ago. Is the year right?").format(what=what)
    if not question.other:
        return label(question.kind)
    try:
        value = value_at(case, question.other)
    except NoSuchPlace:
        return label(question.kind)
    named = place_text if question.other.startswith("stay/decisions/") else fact_text
    return f"{label(question.kind)} ({said(named(case, question.other), answer_text(case, question.other, value))})"


def settled_text(case: Case, settled: Settled) -> str:
    """A question that rests, and since when."""
    on = formats.format_date(settled.said.on)
    return _("{question} · said to be right on {date}").format(question=asked_text(case, settled.question), date=on)


def rule_source(rules: TrackRules, deadline: Deadline) -> str:
    """Where the rule of a deadline comes from; empty when it has none."""
    row = rules.term(deadline.rule)
    return source_text(row.source) if row else ""


def source_lines(found: Track, rules: TrackRules) -> list[str]:
    """Where the terms of the moments and the end of the material aid come from, each source once."""
    deadlines = (*(moment.deadline for moment in found.moments), found.aid_ends)
    told = (rule_source(rules, deadline) for deadline in deadlines)
    return [_("Source: {source}").format(source=source) for source in dict.fromkeys(told) if source]


def _unruled(deadline: Deadline) -> str:
    if deadline.from_fact.startswith(AT):
        return recorded_text(deadline)
    if deadline.from_fact.startswith("stay/procedures/"):
        return _("no source says until when there is material aid after a later request")
    return _("no rule is known for that day")


def _what(deadline: Deadline) -> str:
    words = label(deadline.counted_from) if deadline.counted_from else ""
    if deadline.from_on is None:
        return words
    return _("{event} on {date}").format(event=words, date=formats.format_date(deadline.from_on))


def _after(deadline: Deadline) -> str:
    return _("after {what}").format(what=_what(deadline))


def _counted(deadline: Deadline) -> str:
    count = abs(deadline.count or 0)
    if (deadline.count or 0) < 0:
        if deadline.unit is Unit.WORKING_DAYS:
            return ngettext("{count} working day before {what}", "{count} working days before {what}", count)
        return ngettext("{count} day before {what}", "{count} days before {what}", count)
    if deadline.unit is Unit.WORKING_DAYS:
        return ngettext("{count} working day after {what}", "{count} working days after {what}", count)
    return ngettext("{count} day after {what}", "{count} days after {what}", count)
