"""What the return track lacks, by name: the fact that a term hangs on, and whether a conversation was held."""

from __future__ import annotations

from collections.abc import Iterable

from loket_app.domain.answers import or_none
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.conversation import Conversation, KeyMoment
from loket_app.domain.stay import Decision, Procedure
from loket_app.domain.track_parts import HELD, Deadline, Moment, MomentState
from loket_app.i18n import _, formats
from loket_app.i18n.joining import quoted
from loket_app.i18n.labels import label
from loket_app.i18n.phrases import place_text


def needs_text(case: Case, needs: Iterable[str]) -> str:
    """What is missing for a deadline; empty when nothing is."""
    named = needed_text(case, needs)
    return _("cannot be computed: needs {what}").format(what=named) if named else ""


def missing_text(case: Case, deadline: Deadline) -> str:
    """What is missing for a deadline, or, where its last day is known, to know whether it was met; empty when nothing is."""
    if deadline.on is None or not deadline.needs:
        return needs_text(case, deadline.needs)
    named = needed_text(case, deadline.needs)
    return _("{unsaid}: needs {what}").format(unsaid=_("not said whether it was held"), what=named)


def needed_text(case: Case, paths: Iterable[str]) -> str:
    """What is missing, within a sentence: the name of a field stands in quotation marks, as it does on its page."""
    return ", ".join(dict.fromkeys(_needed(case, path) for path in paths))


def _needed(case: Case, path: str) -> str:
    if path.startswith(HELD) or talk_text(case, path):
        return fact_text(case, path)  # it has its own
    whose = whose_text(case, path)
    return f"{quoted(place_text(case, path))} – {whose}" if whose else quoted(place_text(case, path))


def state_text(moment: Moment) -> str:
    """The word for how a moment stands; one whose last day is known is not what cannot be computed."""
    unsaid = moment.state is MomentState.NOT_COMPUTABLE and moment.deadline.on is not None
    return _("not said whether it was held") if unsaid else label(moment.state)


def planned_text(moment: Moment) -> str:
    """The day for which its conversation is planned; empty where none is, or no day."""
    return _("planned for {date}").format(date=formats.format_date(moment.planned_on)) if moment.planned_on else ""


def fact_text(case: Case, path: str) -> str:
    """The name of a fact that a deadline hangs on, a conversation that was not held among them."""
    if path.startswith(HELD):
        return _("the day of “{moment}”").format(moment=label(KeyMoment(path.removeprefix(HELD))))
    talk = talk_text(case, path)
    if talk and path.endswith("/state"):
        return _("whether “{moment}” took place").format(moment=talk)
    if talk:
        return _("the day of “{moment}”").format(moment=talk)
    whose = whose_text(case, path)
    return f"{place_text(case, path)} – {whose}" if whose else place_text(case, path)


def talk_text(case: Case, path: str) -> str:
    """Which key moment the conversation of a path is about; empty for anything else."""
    if not path.startswith("conversations/"):
        return ""
    conversation = value_at(case, path.rpartition("/")[0])
    about = conversation.moment if isinstance(conversation, Conversation) else None
    return label(about) if isinstance(about, KeyMoment) else ""


def whose_text(case: Case, path: str) -> str:
    """Which decision or request a path is about, where there are several; empty for anything else."""
    if path.startswith("stay/decisions/"):
        return _decision_text(case, path)
    return _request_text(case, path) if path.startswith("stay/procedures/") else ""


def _request_text(case: Case, path: str) -> str:
    """Which request, where there are several: its kind, and its number where two are of one kind."""
    told = case.stay.procedures
    procedure = value_at(case, path.rpartition("/")[0])
    if not isinstance(procedure, Procedure) or len(told) == 1:
        return ""
    kind = or_none(procedure.kind)
    alone = sum(each.kind is kind for each in told) == 1
    numbered = _("procedure {number}").format(number=told.index(procedure) + 1)
    return label(kind) if kind and alone else f"{label(kind)}, {numbered}" if kind else numbered


def _decision_text(case: Case, path: str) -> str:
    """Which decision, where there are several: who decided and on which day, as far as that is known."""
    decision = value_at(case, path.rpartition("/")[0])
    if not isinstance(decision, Decision) or len(case.stay.decisions) == 1:
        return ""
    said = or_none(decision.authority)
    on = or_none(decision.notified_on) or or_none(decision.decided_on)
    parts = (label(said) if said else "", formats.format_date(on) if on else "")
    number = case.stay.decisions.index(decision) + 1
    return ", ".join(filter(None, parts)) or _("decision {number}").format(number=number)
