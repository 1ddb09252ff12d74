"""Advice that was given: kept as it was said, and held against what would be said today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import or_none
from loket_app.domain.case import AdviceGiven, Case
from loket_app.domain.comparison import Cause, Comparison
from loket_app.domain.comparison import compare as hold_against
from loket_app.domain.said import Kept, gist, marks, read, write
from loket_app.domain.tables import RuleTables
from loket_app.i18n import using
from loket_app.i18n.phrases_advice import advice_text
from loket_app.services.editing import CaseEditor


@dataclass(frozen=True)
class Difference:
    """What would be said otherwise now, and why. `answers` are the paths of the answers that changed since."""

    given: AdviceGiven
    now: Advice
    comparison: Comparison
    causes: tuple[Cause, ...]
    answers: tuple[str, ...]


def record(editor: CaseEditor, advice: Advice, lang: str) -> None:
    """Keep advice as it was given in a language: the words for the file, and the gist for later."""
    given_id = editor.new_id()
    with using(lang):
        text = advice_text(editor.case, advice)
    kept = Kept(gist(advice), lang, marks(editor.case, given_id))
    given = AdviceGiven(
        id=given_id,
        at=editor.now(),
        by=editor.by,
        verdict=advice.verdict.value,
        departure_on=advice.departure,
        tables_version=advice.tables_version,
        text=text,
        outcome=write(kept),
    )
    editor.add("advice", given)


def last_given(case: Case) -> AdviceGiven | None:
    """The advice that was given last; None when none was."""
    return max(case.advice, key=lambda given: given.at, default=None)


def compare(case: Case, tables: RuleTables, today: date) -> Difference | None:
    """What would be advised otherwise now than was last; None when nothing would, or nothing can be compared."""
    given = last_given(case)
    kept = read(or_none(given.outcome) or "") if given else None
    if given is None or kept is None:
        return None
    now = advise(case, tables, today=today)
    found = hold_against(kept.said, gist(now))
    if found.empty:
        return None
    answers = _changed(kept, case, given.id)
    return Difference(given, now, found, tuple(_causes(found, case, tables, answers)), answers)


def _changed(kept: Kept, case: Case, key: str) -> tuple[str, ...]:
    now = marks(case, key)
    return tuple(path for path in dict.fromkeys((*now, *kept.answers)) if now.get(path) != kept.answers.get(path))


def _causes(found: Comparison, case: Case, tables: RuleTables, answers: tuple[str, ...]) -> list[Cause]:
    """What can have made the difference. Another departure is a cause only when it makes one by itself."""
    before, after = found.before, found.after
    causes = []
    if before.tables_version != after.tables_version:
        causes.append(Cause.TABLES)
    if answers:
        causes.append(Cause.ANSWERS)
    if before.departure != after.departure:
        same_day = gist(advise(case, tables, today=before.departure, departure=before.departure))
        if not causes or not hold_against(same_day, after).empty:
            causes.append(Cause.DEPARTURE)
    return causes
