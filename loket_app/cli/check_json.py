"""Advice as one JSON document. Codes stay what they are in every language; texts are in the language asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from loket_app.cli.check_paid import paid_json
from loket_app.domain.advice import Advice, Reason
from loket_app.domain.case import Case
from loket_app.domain.codec import plain
from loket_app.domain.estimate import WITHOUT_AMOUNT, Line, Total
from loket_app.domain.layer import Pack
from loket_app.domain.next_question import Settling, Tried
from loket_app.domain.referral import Referral, refer
from loket_app.domain.stay_of import FAMILY, stay_of, stay_place
from loket_app.domain.tables import Nature, Row, Rule, Source
from loket_app.i18n import language, phrases
from loket_app.i18n.labels import label
from loket_app.i18n.phrases_advice import question_sentence
from loket_app.i18n.phrases_referral import referral_subject, referral_text

VERSION = 1


def as_json(
    case: Case,
    advice: Advice,
    questions: Iterable[Settling],
    pack: Pack | None = None,
    *,
    on_leaving: Advice | None = None,
) -> dict[str, Any]:
    """Everything that the advice says. Amounts are euro as text, dates ISO. `pack` are the figures laid on the tables.

    `on_leaving` is the advice for the day of the departure, where that is another one: against it a premium that was paid
    is held.
    """
    return {
        "loket_check": VERSION,
        "language": language(),
        "case": case.number,
        "departure": plain(advice.departure),
        "departure_is_assumed": advice.assumed_today,
        "departure_has_passed": advice.passed,
        "verdict": advice.verdict.value,
        "verdict_text": label(advice.verdict),
        "may_hand_over": advice.may_hand_over,
        "counted_along": list(advice.counted_along),
        "members": [_member(case, advice, person_id) for person_id in advice.travellers],
        "reasons": [_reason(case, reason) for reason in advice.reasons],
        "premium": _money(case, Nature.CASH, advice.premium, advice.premium_total),
        "premium_paid": paid_json(case, on_leaving or advice),
        "support": _money(case, Nature.KIND, advice.support, advice.support_total),
        "questions": [_question(case, settling) for settling in questions],
        "referral": _referral(refer(case, advice)),
        "tables": {
            "version": advice.tables_version,
            "dated": plain(advice.tables_dated),
            "desk_figures": pack is not None,
            "pack": {"desk": pack.desk, "exported_on": plain(pack.exported_on)} if pack else None,
        },
        "note": phrases.estimate_note(advice.tables_version, advice.tables_dated),
    }


def _member(case: Case, advice: Advice, person_id: str) -> dict[str, Any]:
    return {
        "person": person_id,
        "name": phrases.name_in(case, person_id),
        "verdict": advice.verdict_for(person_id).value,
        "stay": _stay(case, person_id),
    }


def _stay(case: Case, person_id: str) -> dict[str, Any] | None:
    """The residence situation that counts for somebody, and whether it is the family's."""
    person = case.person(person_id)
    if person is None:
        return None
    path = stay_place(case, person)
    return {**_answer(case, path, stay_of(case, person)), "of_the_family": path == FAMILY}


def _referral(referral: Referral | None) -> dict[str, Any] | None:
    if referral is None:
        return None
    return {
        "to": referral.to,
        "asks": [ask.value for ask in referral.asks],
        "subject": referral_subject(referral),
        "text": referral_text(referral),
    }


def _reason(case: Case, reason: Reason) -> dict[str, Any]:
    return {
        "rule": reason.rule.id,
        "holds": reason.holds,
        "verdict": reason.rule.verdict.value,
        "text": phrases.local(reason.rule.title),
        "what_would_change_it": phrases.local(reason.rule.change),
        "people": list(reason.people),
        "perhaps": list(reason.perhaps),
        "used": [_answer(case, path, value) for path, value in reason.used],
        "needs": list(reason.needs),
        **_sources(reason.rule),
    }


def _answer(case: Case, path: str, value: Any) -> dict[str, Any]:
    words = {"question": phrases.place_text(case, path), "text": phrases.answer_text(case, path, value)}
    return {"path": path, "value": plain(value), **words}


def _sources(record: Rule | Row) -> dict[str, Any]:
    others = [{**_source(other.source), "says": phrases.local(other.says)} for other in record.other_sources]
    decision = phrases.local(record.decision) if record.decision else None
    return {"source": _source(record.source), "other_sources": others, "decision": decision}


def _source(source: Source) -> dict[str, Any]:
    return {
        "title": source.title,
        "published": plain(source.published),
        "checked_on": plain(source.checked_on),
        "confidence": source.confidence.value,
        "confidence_text": label(source.confidence),
        "link": source.link,
    }


def _money(case: Case, nature: Nature, lines: Sequence[Line], total: Total) -> dict[str, Any]:
    return {
        "nature": nature.value,
        "lines": [_line(case, line) for line in lines],
        "total": _total(lines, total),
        "total_text": phrases.total_text(total),
    }


def _total(lines: Sequence[Line], total: Total) -> dict[str, Any]:
    """What was added up; null where nothing was, for what is not known is never 0."""
    added = total.nothing or any(line.low is not None and line.kind not in WITHOUT_AMOUNT for line in lines)
    low, high = (plain(total.low), plain(total.high)) if added else (None, None)
    return {"low": low, "high": high, "lines_without_amount": total.without_amount}


def _line(case: Case, line: Line) -> dict[str, Any]:
    return {
        "topic": line.topic.value,
        "person": line.person or None,
        "members": list(line.members),
        "kind": line.kind.value,
        "low": plain(line.low),
        "high": plain(line.high),
        "text": phrases.amount_text(case, line),
        "figure": line.figure.id if line.figure else None,
        "note": phrases.local(line.row.note) if line.row and line.row.note else None,
        "known_from": plain(line.known_from),
        "desk_figures": _desk_figures(line.row),
        **(_sources(line.row) if line.row else {"source": None}),
        "needs": list(line.needs),
    }


def _desk_figures(row: Row | None) -> dict[str, Any] | None:
    """Whose own figure it is, and since when it counts there; None for one of the tables that come with Loket."""
    if row is None or not row.source.desk:
        return None
    return {"desk": row.source.desk, "confirmed_on": plain(row.source.confirmed_on)}


def _question(case: Case, settling: Settling) -> dict[str, Any]:
    question = settling.question
    return {
        "path": question.path,
        "text": phrases.place_text(case, question.path),
        "settles": [settles.value for settles in question.settles],
        "reason": phrases.question_reason(question),
        "why": question_sentence(case, settling),
        "weight": round(settling.weight, 2),
        "waiting": question.weight,
        "answers": [_tried(case, question.path, tried) for tried in settling.tried],
    }


def _tried(case: Case, path: str, tried: Tried) -> dict[str, Any]:
    return {
        "value": plain(tried.answer),
        "text": phrases.answer_text(case, path, tried.answer),
        "verdict": tried.verdict.value,
        "changes": tried.changes,
    }
