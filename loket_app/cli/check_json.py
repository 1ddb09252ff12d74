"""Advice as one JSON document. Codes stay what they are in every language; texts are in the language asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from loket_app.domain.advice import Advice, Question, Reason
from loket_app.domain.case import Case
from loket_app.domain.codec import plain
from loket_app.domain.estimate import Line, Total
from loket_app.domain.tables import Nature, Source
from loket_app.i18n import language, phrases
from loket_app.i18n.labels import label

VERSION = 1


def as_json(case: Case, advice: Advice) -> dict[str, Any]:
    """Everything that the advice says. Amounts are euro as text, dates ISO."""
    return {
        "loket_check": VERSION,
        "language": language(),
        "case": case.number,
        "departure": plain(advice.departure),
        "departure_is_assumed": advice.assumed_today,
        "verdict": advice.verdict.value,
        "verdict_text": label(advice.verdict),
        "may_hand_over": advice.may_hand_over,
        "reasons": [_reason(case, reason) for reason in advice.reasons],
        "premium": _money(case, Nature.CASH, advice.premium, advice.premium_total),
        "support": _money(case, Nature.KIND, advice.support, advice.support_total),
        "questions": [_question(case, question) for question in advice.questions],
        "tables": {"version": advice.tables_version, "dated": plain(advice.tables_dated)},
        "note": phrases.estimate_note(advice.tables_version, advice.tables_dated),
    }


def _reason(case: Case, reason: Reason) -> dict[str, Any]:
    return {
        "rule": reason.rule.id,
        "holds": reason.holds,
        "verdict": reason.rule.verdict.value,
        "text": phrases.local(reason.rule.title),
        "what_would_change_it": phrases.local(reason.rule.change),
        "used": [_answer(case, path, value) for path, value in reason.used],
        "needs": list(reason.needs),
        "source": _source(reason.rule.source),
    }


def _answer(case: Case, path: str, value: Any) -> dict[str, Any]:
    words = {"question": phrases.place_text(case, path), "text": phrases.answer_text(case, path, value)}
    return {"path": path, "value": plain(value), **words}


def _source(source: Source) -> dict[str, Any]:
    return {
        "title": source.title,
        "published": plain(source.published),
        "checked_on": plain(source.checked_on),
        "confidence": source.confidence.value,
        "confidence_text": phrases.confidence_text(source.confidence),
        "link": source.link,
    }


def _money(case: Case, nature: Nature, lines: Iterable[Line], total: Total) -> dict[str, Any]:
    return {
        "nature": nature.value,
        "lines": [_line(case, line) for line in lines],
        "total": {"low": plain(total.low), "high": plain(total.high), "lines_without_amount": total.without_amount},
        "total_text": phrases.total_text(total),
    }


def _line(case: Case, line: Line) -> dict[str, Any]:
    return {
        "topic": line.topic.value,
        "person": line.person or None,
        "kind": line.kind.value,
        "low": plain(line.low),
        "high": plain(line.high),
        "text": phrases.amount_text(case, line),
        "figure": line.figure.id if line.figure else None,
        "note": phrases.local(line.row.note) if line.row and line.row.note else None,
        "source": _source(line.row.source) if line.row else None,
        "needs": list(line.needs),
    }


def _question(case: Case, question: Question) -> dict[str, Any]:
    return {
        "path": question.path,
        "text": phrases.place_text(case, question.path),
        "settles": [settles.value for settles in question.settles],
        "reason": phrases.question_reason(question),
        "weight": question.weight,
    }
