"""What Loket says beside figures and rules of eligibility, each sentence with its source, as one reads it.

The programme, the journey and the airlines, the terms of the return track, the papers, the free number: every table that
is no figure, no rule and no country group. Words stand in the language of the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.contacts import FreeNumber
from loket_app.domain.conversation import KeyMoment
from loket_app.domain.paper_rules import Issuing, PaperRule, PaperRules
from loket_app.domain.programme import Programme
from loket_app.domain.tables import Carrier, LocalText, OtherSource, Period, RuleTables, Source
from loket_app.domain.track_parts import Unit
from loket_app.domain.track_rules import AidRule, MomentRule, TermKind, TermRow, TrackRules
from loket_app.i18n import _, formats, language, ngettext
from loket_app.i18n.joining import listed
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import local, source_title
from loket_app.i18n.phrases_track import term_of_rule
from loket_app.services.free_number import free_number
from loket_app.services.papers import paper_rules
from loket_app.services.programme import programme
from loket_app.services.staleness import is_stale
from loket_app.services.track import track_rules

ALWAYS = Period()


class SaidAbout(Enum):
    """What it is about, in the order of the list."""

    PROGRAMME = "programme"
    TRACK = "track"
    JOURNEY = "journey"
    CARRIERS = "carriers"
    PAPERS = "papers"
    NUMBER = "number"


@dataclass(frozen=True)
class SaidRow:
    """What was said in a period, and where that comes from. `facts` are captions with words, `says` sentences."""

    source: Source
    says: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    period: Period = ALWAYS
    current: bool = True
    other_sources: tuple[OtherSource, ...] = ()
    decision: LocalText | None = None


@dataclass(frozen=True)
class SaidView:
    """One thing that is said, with its rows, the latest first."""

    id: str
    about: SaidAbout
    title: str
    rows: tuple[SaidRow, ...]
    value: str = ""
    stale_since: date | None = None

    @property
    def current(self) -> bool:
        """Whether it says something on the date."""
        return any(row.current for row in self.rows)


@dataclass(frozen=True)
class SaidSection:
    """What is said of one thing."""

    about: SaidAbout
    views: tuple[SaidView, ...]


def sayings(tables: RuleTables, day: date, today: date) -> tuple[SaidView, ...]:
    """All of them as they count on a day; who looked when is judged by today."""
    book = _Sayings(day, today)
    return (
        *book.programme(programme()),
        *book.track(track_rules()),
        *book.journey(tables),
        *book.papers(paper_rules()),
        book.number(free_number()),
    )


def words_of(view: SaidView) -> Iterator[str]:
    """What one may find it by."""
    yield view.title
    yield view.value
    for row in view.rows:
        yield from row.says
        yield from (text for _caption, text in row.facts)
        yield from (source_title(source) for source in _sources(row))
        yield from (local(other.says) for other in row.other_sources)


def in_sections(views: Iterable[SaidView], fits: Callable[[Iterable[str]], bool]) -> tuple[SaidSection, ...]:
    """Those that fit what was typed, by what they are about."""
    found = [view for view in views if fits(words_of(view))]
    by_about = ((about, tuple(view for view in found if view.about is about)) for about in SaidAbout)
    return tuple(SaidSection(about, held) for about, held in by_about if held)


def _sources(row: SaidRow) -> list[Source]:
    return [row.source, *(other.source for other in row.other_sources)]


class _Sayings:
    """The tables opened at a day."""

    def __init__(self, day: date, today: date) -> None:
        self._day, self._today = day, today

    def programme(self, told: Programme) -> Iterator[SaidView]:
        """What the programme says."""
        for about, saying in told.sayings.items():
            yield self._view(f"programme/{about}", SaidAbout.PROGRAMME, local(saying.title), SaidRow(saying.source))

    def track(self, told: TrackRules) -> Iterator[SaidView]:
        """Each key moment and term, the latest row first."""
        for rule in told.moments:
            yield self._terms(told, rule, rule.moment)
        for term in told.aid:
            yield self._terms(told, term, term.kind)
        for kept in told.registrations:
            title = _("Kept in Match-IT: {phase}").format(phase=label(kept.phase))
            row = SaidRow(kept.source, (local(kept.how),))
            yield self._view(f"track/kept/{kept.phase.value}", SaidAbout.TRACK, title, row)

    def journey(self, tables: RuleTables) -> Iterator[SaidView]:
        """What follows from an answer about the journey, and what is known of airlines."""
        for rule in tables.journey:
            yield self._view(
                f"journey/{rule.id}", SaidAbout.JOURNEY, local(rule.title), self._row(rule.source, rule.period)
            )
        for carrier in tables.carriers:
            yield self._view(f"carrier/{carrier.id}", SaidAbout.CARRIERS, local(carrier.title), _airline(carrier))

    def papers(self, told: PaperRules) -> Iterator[SaidView]:
        """What papers are needed for, what is known of getting them, what else is to be asked, and where kept ones are asked back."""
        for rule in told.rules:
            yield self._view(f"paper/{rule.id}", SaidAbout.PAPERS, local(rule.title), self._need(rule))
        for issuing in told.issuing:
            fee = _fee(issuing)
            row = self._row(issuing.source, issuing.period, facts=((_("Cost"), fee),))
            yield self._view(f"issuing/{issuing.id}", SaidAbout.PAPERS, local(issuing.title), row, value=fee)
        for remark in told.remarks:
            row = self._row(remark.source, remark.period)
            yield self._view(f"remark/{remark.id}", SaidAbout.PAPERS, local(remark.title), row)
        asked = told.request
        row = self._row(asked.source, asked.period, (local(asked.proof),), ((_("E-mail"), asked.mail),))
        title = _("Papers that the Immigration Office keeps are asked back")
        yield self._view("paper-request", SaidAbout.PAPERS, title, row)

    def number(self, told: FreeNumber) -> SaidView:
        """When the free number is answered."""
        row = SaidRow(
            told.source,
            (told.hours.text(language()),),
            other_sources=told.other_sources,
            decision=told.decision,
        )
        return self._view("free-number", SaidAbout.NUMBER, _("When the free number is answered"), row)

    def _terms(self, told: TrackRules, rule: MomentRule | AidRule, named: KeyMoment | TermKind) -> SaidView:
        talk = isinstance(rule, MomentRule)
        rows = [self._term(told, row, talk=talk) for row in reversed(rule.rows)]
        title, now = capital(label(named)), _now(rule, self._day)
        return self._view(f"track/{named.value}", SaidAbout.TRACK, title, *rows, value=now)

    def _term(self, told: TrackRules, row: TermRow, *, talk: bool) -> SaidRow:
        """A row of a conversation, or of material aid that nobody holds."""
        points = [point for point in map(told.point, row.points) if point]
        facts = [(_("Term"), term_of_rule(row))]
        if talk:
            facts.append((_("Held by"), label(row.holder)))
        if row.agreement_needed:
            facts.append((_("For whom"), _("whoever agrees with the track")))
        if points:
            facts.append((_("About"), " · ".join(local(point.title) for point in points)))
        says = (local(row.note),) if row.note else ()
        return self._row(row.source, row.period, says, tuple(facts))

    def _need(self, rule: PaperRule) -> SaidRow:
        papers = listed(label(kind) for kind in rule.documents)
        facts = ((_("One of these"), papers),) if papers else ()
        return self._row(rule.source, rule.period, (local(rule.why),), facts)

    def _row(
        self, source: Source, period: Period, says: tuple[str, ...] = (), facts: tuple[tuple[str, str], ...] = ()
    ) -> SaidRow:
        return SaidRow(source, says, facts, period, current=period.holds(self._day))

    def _view(self, view_id: str, about: SaidAbout, title: str, *rows: SaidRow, value: str = "") -> SaidView:
        return SaidView(view_id, about, title, rows, value, self._stale(rows))

    def _stale(self, rows: Sequence[SaidRow]) -> date | None:
        lasting = [row for row in rows if row.period.end is None or row.period.end >= self._today]
        old = (source.checked_on for row in lasting for source in _sources(row) if is_stale(source, self._today))
        return min(old, default=None)


def _now(rule: MomentRule | AidRule, day: date) -> str:
    """How long the term is; the sheet says from which fact."""
    row = rule.row(day)
    if row is None or row.count is None:
        return ""
    count = abs(row.count)
    if row.unit is Unit.WORKING_DAYS:
        return ngettext("{count} working day", "{count} working days", count).format(count=count)
    return ngettext("{count} day", "{count} days", count).format(count=count)


def _airline(carrier: Carrier) -> SaidRow:
    return SaidRow(carrier.source, facts=((_("Names"), " · ".join(carrier.names)),))


def _fee(issuing: Issuing) -> str:
    if issuing.fee is None:
        return _("not known")
    return formats.format_money(issuing.fee) if issuing.fee.euro else _("free")
