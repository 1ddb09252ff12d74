"""How many questions each step of a case still has, for the bar: a tick stands where there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from loket_app.domain.case import Case
from loket_app.domain.completeness import gaps
from loket_app.domain.shape import pattern_of
from loket_app.services.papers import open_papers
from loket_app.ui.case.plan import PAPERS, STEPS, step_of

_PAPERS = "documents"


def open_questions(case: Case, asked: Iterable[str], today: date) -> dict[str, int]:
    """The questions of the advice (`asked`), the gaps for IOM, and the needed papers of which nobody knows anything."""
    paths = dict.fromkeys((*asked, *gaps(case)))
    found = Counter(step_name(path) for path in paths)
    told = sum(pattern_of(path).split("/")[0] == _PAPERS for path in paths)
    found[PAPERS.name] += max(open_papers(case, today) - told, 0)
    return {step.name: found[step.name] for step in STEPS[:-1]}


def step_name(path: str) -> str | None:
    """The step on which a question stands; None when no page asks it."""
    step = step_of(pattern_of(path))
    return step.name if step is not None else None
