"""Which papers may be asked of whom, as dated, sourced data (resources/rules/papers), and what is known of getting them."""

from __future__ import annotations

from dataclasses import dataclass

from loket_app.domain.money import Money
from loket_app.domain.tables import LocalText, Period, Source
from loket_app.domain.travel import DocumentKind


@dataclass(frozen=True)
class PaperRule:
    """One need. `documents` are the papers of which one is enough; `id` names its condition in `papers.CONDITIONS`.

    `firm`: nobody travels without it; else it is asked for, never demanded. `dated`: it must be valid on the journey.
    """

    id: str
    order: int
    title: LocalText
    why: LocalText
    documents: tuple[DocumentKind, ...]
    firm: bool
    dated: bool
    period: Period
    source: Source


@dataclass(frozen=True)
class Issuing:
    """What is known of getting a paper from a country: `fee` is None when it is not known, zero when it is free.

    What stands nowhere (the embassy that issues it, steps, how long it is valid) is not known: ask the embassy.
    """

    id: str
    country: str
    document: DocumentKind
    title: LocalText
    fee: Money | None
    period: Period
    source: Source


@dataclass(frozen=True)
class Remark:
    """What nationality or destination means for somebody's papers; `id` names its condition in `paper_remarks.CONDITIONS`."""

    id: str
    title: LocalText
    period: Period
    source: Source


@dataclass(frozen=True)
class Request:
    """Where identity papers that the Immigration Office keeps are asked back, and on what proof."""

    mail: str
    period: Period
    proof: LocalText
    source: Source


@dataclass(frozen=True)
class PaperRules:
    """All of it. `version` changes with every change of a file."""

    version: str
    rules: tuple[PaperRule, ...]
    issuing: tuple[Issuing, ...]
    request: Request
    remarks: tuple[Remark, ...]
