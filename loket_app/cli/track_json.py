"""The track as one JSON document: the same as the text, with the paths and the rules behind it."""

from __future__ import annotations

from typing import Any

from loket_app.domain.case import Case
from loket_app.domain.codec import plain
from loket_app.domain.said_right import SaidRight
from loket_app.domain.track import Deadline, Moment, Track
from loket_app.domain.track_parts import End, Question
from loket_app.domain.track_rules import TrackRules
from loket_app.i18n import language, phrases
from loket_app.i18n import phrases_track as words
from loket_app.i18n.labels import label
from loket_app.i18n.phrases_stay import whose_track_text
from loket_app.i18n.phrases_track_end import end_text
from loket_app.i18n.phrases_track_needs import missing_text
from loket_app.services.holidays import BelgianCalendar

VERSION = 1


def as_json(case: Case, found: Track, rules: TrackRules) -> dict[str, Any]:
    """Everything that `loket track` knows."""
    return {
        "loket_track": VERSION,
        "language": language(),
        "case": case.number,
        "on": plain(found.on),
        "whose_text": whose_track_text(case),
        "applies": found.applies.value,
        "applies_text": words.applies_text(case, found),
        "applies_needs": list(found.applies_needs),
        "phase": found.phase.value,
        "phase_text": words.phase_text(found),
        "end": _end(case, found.end) if found.end else None,
        "aid_ends": _deadline(case, found.aid_ends, rules),
        "extension": plain(found.extension),
        "aid_may_end": _deadline(case, found.aid_may_end, rules) if found.aid_may_end else None,
        "moments": [_moment(case, moment, rules) for moment in found.moments],
        "spans": [
            {"phase": span.phase.value, "starts": plain(span.starts), "ends": plain(span.ends)} for span in found.spans
        ],
        "events": [
            {"kind": event.kind.value, "on": plain(event.on), "path": event.path or None} for event in found.events
        ],
        "stances": [{"on": plain(on), "stance": stance.value} for on, stance in found.stances],
        "questions": [
            *(_question(case, question, None) for question in found.questions),
            *(_question(case, each.question, each.said) for each in found.settled),
        ],
        "rules": found.rules_version,
    }


def _question(case: Case, question: Question, said: SaidRight | None) -> dict[str, Any]:
    """A question; one that rests says since when what stands there is said to be right, and by whom."""
    return {
        "kind": question.kind.value,
        "path": question.path,
        "other": question.other or None,
        "text": words.question_text(case, question),
        "said_right": {"on": plain(said.on), "by": said.by} if said else None,
    }


def _end(case: Case, end: End) -> dict[str, Any]:
    how = end.how.value if end.how else None
    return {"how": how, "on": plain(end.on), "fact": end.path, "text": end_text(case, end)}


def _moment(case: Case, moment: Moment, rules: TrackRules) -> dict[str, Any]:
    points = [point for name in moment.points if (point := rules.point(name))]
    return {
        "moment": moment.moment.value,
        "text": label(moment.moment),
        "phase": moment.phase.value,
        "held_by": moment.held_by.value,
        "state": moment.state.value,
        "state_text": words.moment_text(case, moment, BelgianCalendar()),
        "deadline": _deadline(case, moment.deadline, rules),
        "conversation": moment.conversation,
        "done_on": plain(moment.done_on),
        "planned": moment.planned,
        "planned_on": plain(moment.planned_on),
        "points": [
            {"id": point.id, "text": phrases.local(point.title), "covered": point.id in moment.covered}
            for point in points
        ],
    }


def _deadline(case: Case, deadline: Deadline, rules: TrackRules) -> dict[str, Any]:
    return {
        "on": plain(deadline.on),
        "opens_on": plain(deadline.opens_on),
        "count": deadline.count,
        "unit": deadline.unit.value,
        "from": deadline.counted_from.value if deadline.counted_from else None,
        "from_fact": deadline.from_fact or None,
        "from_on": plain(deadline.from_on),
        "too_soon": plain(deadline.too_soon),
        "needs": list(deadline.needs),
        "rule": deadline.rule or None,
        "text": missing_text(case, deadline) or words.deadline_text(deadline),
        "source": words.rule_source(rules, deadline) or None,
    }
