"""What Loket says of a case and its advice, in one wording for the screen, the command line and the printed page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from loket_app.domain.advice import Advice, Question, Settles
from loket_app.domain.answers import Missing, known, or_none
from loket_app.domain.case import EVERYBODY, Case, display_name
from loket_app.domain.estimate import Line, LineKind, Total, total
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person
from loket_app.domain.shape import pattern_of
from loket_app.domain.stay_of import FAMILY
from loket_app.domain.tables import LocalText, Source, Verdict
from loket_app.domain.travel import TravelDocument
from loket_app.i18n import _, formats, language, ngettext
from loket_app.i18n.joining import in_a_row
from loket_app.i18n.labels import capital, field_label, label, yes_no
from loket_app.i18n.phrases_layer import desk_parts
from loket_app.i18n.phrases_sources import confidence_text

COUNTRY_FIELDS = frozenset(
    {
        "household/birth_country",
        "household/nationalities",
        "stay/dublin_state",
        "wish/destination",
        "journey/transit_country",
    }
)
LANGUAGE_FIELDS = frozenset({"household/languages", "consents/language", "conversations/language"})
CURRENCY_FIELDS = frozenset({"costs/currency"})
PERSON_FIELDS = frozenset({"documents/person", "costs/person"})

SIGNS = {
    Verdict.ELIGIBLE: "◆",
    Verdict.REFER: "▲",
    Verdict.OTHER_ROUTE: "▶",
    Verdict.NOT_ELIGIBLE: "■",
    Verdict.INCOMPLETE: "◇",
}
"""A sign for each verdict, so that colour never speaks alone."""


def person_name(person: Person, number: int) -> str:
    """How somebody is called on screen: the name, or `Person 2 (child)` as long as there is none."""
    return display_name(person) or _("Person {number} ({relation})").format(
        number=number, relation=label(person.relation)
    )


def names_in(case: Case) -> dict[str, str]:
    """What each member of the household is called, by id. Who shares a name also gets relation and number."""
    numbered = list(enumerate(case.household, 1))
    plain = {person.id: person_name(person, number) for number, person in numbered}
    often = Counter(plain.values())
    return {
        person.id: plain[person.id]
        if often[plain[person.id]] == 1
        else f"{plain[person.id]} ({label(person.relation)}, {number})"
        for number, person in numbered
    }


def name_in(case: Case, person_id: str) -> str:
    """The name of a member of the household by id; the empty string when nobody has it."""
    return names_in(case).get(person_id, "")


def whose_answer(case: Case, person: str) -> str:
    """Whose answer a consent is: a member's name, or one answer for all adults, as it was noted before each had their own."""
    return _("all adults, in one answer") if person == EVERYBODY else name_in(case, person)


def for_whom(case: Case, line: Line) -> str:
    """` (MIFTARI, …)` behind a line for these members, ` (Kosovo)` when people come from several countries; else nothing."""
    if line.members:
        return f" ({in_a_row(name_in(case, who) for who in line.members)})"
    countries = {code for person in case.household for code in or_none(person.nationalities) or ()}
    return f" ({formats.country_name(line.country)})" if not line.person and line.country and len(countries) > 1 else ""


def household_name(case: Case) -> str:
    """The applicant's name, for the head of a page; a sentence when nobody was named yet."""
    applicant = case.applicant or (case.household[0] if case.household else None)
    return person_name(applicant, case.household.index(applicant) + 1) if applicant else _("Nobody named yet")


def answer_text(case: Case, path: str, value: Any) -> str:
    """Any answer in words: dates, amounts, countries and choices as the reader writes them."""
    if isinstance(value, tuple):
        return in_a_row(answer_text(case, path, item) for item in value) or "–"
    pattern = pattern_of(path)
    if isinstance(value, str) and not isinstance(value, Enum):
        if pattern in COUNTRY_FIELDS:
            return formats.country_name(value)
        if pattern in LANGUAGE_FIELDS:
            return formats.language_name(value)
        if pattern in CURRENCY_FIELDS:
            return formats.currency_name(value)
        if pattern == "consents/person":
            return whose_answer(case, value)
        return name_in(case, value) if pattern in PERSON_FIELDS else value
    return _plain_text(value)


def _plain_text(value: Any) -> str:
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, (Missing, Enum)):
        return label(value)
    if isinstance(value, datetime):
        return formats.format_datetime(value)
    if isinstance(value, date):
        return formats.format_date(value)
    if isinstance(value, PartialDate):
        return formats.format_partial_date(value)
    if isinstance(value, Decimal):
        return formats.format_number(value)
    return formats.format_money(value) if isinstance(value, Money) else str(value)


def place_text(case: Case, path: str) -> str:
    """The name of a question, with whose it is: `Birth date – MIFTARI, …`, `Valid until – Passport, MIFTARI, …`."""
    if path == "household":
        return _("Who returns?")
    if path == FAMILY and len(case.household) > 1:
        return capital(_("residence situation of the family"))
    words, whose = capital(field_label(pattern_of(path))), _whose(case, *path.split("/"))
    return f"{words} – {whose}" if whose else words


def _whose(case: Case, of: str, at: str = "", *_rest: str) -> str:
    if of == "household":
        return name_in(case, at) if len(case.household) > 1 else ""
    papers = case.documents if of == "documents" else ()
    return next((paper_text(case, paper) for paper in papers if paper.id == at), "")


def paper_text(case: Case, paper: TravelDocument) -> str:
    """`Passport, MIFTARI, …`: which paper, and whose where several people travel."""
    kind = capital(label(paper.kind) if known(paper.kind) else field_label("documents/kind"))
    whose = name_in(case, paper.person) if len(case.household) > 1 else ""
    return ", ".join(part for part in (kind, whose) if part)


def question_reason(question: Question) -> str:
    """What an open question decides, in a few words."""
    words = {
        Settles.VERDICT: _("decides whether the programme can help"),
        Settles.PREMIUM: _("decides the departure premium"),
        Settles.SUPPORT: _("decides reintegration support"),
    }
    return ", ".join(words[settles] for settles in question.settles)


def amount_text(case: Case, line: Line) -> str:
    """What a line of the estimate says; never 0 for an amount that is not known."""
    if line.kind is LineKind.OPEN:
        return _("open: {questions}").format(questions=in_a_row(place_text(case, path) for path in line.needs))
    if line.kind is LineKind.CLOSED:
        return label(line.kind)
    if line.kind is LineKind.NONE:
        return _("none")
    if line.kind is LineKind.BY_APPROVAL:
        return _("only with Fedasil's approval; amount not known")
    if line.kind in (LineKind.NOT_KNOWN, LineKind.ENDED) or line.low is None or line.high is None:
        return _unknown_amount(line)
    return _known_amount(line.kind, line.low, line.high)


def _unknown_amount(line: Line) -> str:
    if line.belgian:
        return _("not known, as no source speaks of a Belgian who goes along: ask the voluntary-return cell")
    if line.kind is LineKind.ENDED:
        return _("ended; since when and for whom is not public: ask the voluntary-return cell")
    if line.known_from is None:
        return _("amount not known: ask the voluntary-return cell")
    words = _("no figure known for that date, the first is for {date}: ask the voluntary-return cell")
    return words.format(date=formats.format_date(line.known_from, "short"))


def _known_amount(kind: LineKind, low: Money, high: Money) -> str:
    most = formats.format_money(high)
    if kind is LineKind.EXPECTED:
        up_to = _("announced: up to {amount}; from which departure is not public: ask the voluntary-return cell")
        exact = _("announced: {amount}; from which departure is not public: ask the voluntary-return cell")
        return (exact if low == high else up_to).format(amount=most)
    if kind is LineKind.UP_TO:
        return _("up to {amount}").format(amount=most)
    return formats.format_range(low, high) if kind is LineKind.RANGE else formats.format_money(low)


def total_text(sums: Total) -> str:
    """The sum of the lines that have an amount, and how many have none."""
    if sums.closed:
        return label(LineKind.CLOSED)
    if sums.nothing:
        return _("none")
    same = sums.low == sums.high
    words = formats.format_money(sums.low) if same else formats.format_range(sums.low, sums.high)
    if not sums.without_amount:
        return words
    rest = ngettext("{count} amount not known", "{count} amounts not known", sums.without_amount)
    rest = rest.format(count=sums.without_amount)
    return rest if not sums.high.euro else _("{total} and {rest}").format(total=words, rest=rest)


def formula_text(lines: Iterable[Line]) -> str:
    """How the sum came about: `2 × € 50 + 3 × € 25 = € 175`, and what is not in it."""
    lines = list(lines)
    if not lines:
        return "–"
    amounts = Counter(line.low for line in lines if line.kind is LineKind.AMOUNT and line.low)
    words = total_text(total(lines))
    if sum(amounts.values()) < max(len(lines), 2):
        return words
    parts = (f"{count}\u00a0×\u00a0{formats.format_money(amount, short=True)}" for amount, count in amounts.items())
    return f"{' + '.join(parts)} = {words}"


def source_title(source: Source) -> str:
    """A publication by its own title; in words of Loket that there is none."""
    return local(source.told) if source.told else source.title


def source_text(source: Source) -> str:
    """Where something comes from: title, date, how sure, when it was last checked; first of all that a desk entered it."""
    parts = [*desk_parts(source), source_title(source)]
    if source.published is not None:
        parts.append(formats.format_date(source.published, "short"))
    parts.append(confidence_text(source))
    parts.append(_("checked on {date}").format(date=formats.format_date(source.checked_on, "short")))
    return " · ".join(parts)


def estimate_note(tables_version: str, tables_dated: date) -> str:
    """The sentence that stands under every estimate."""
    words = _("Estimate, not an entitlement. Tables {version} of {date}.")
    return words.format(version=tables_version, date=formats.format_date(tables_dated, "short"))


def departure_text(departure: date, *, assumed_today: bool, passed: bool = False) -> str:
    """For which departure date the advice counts; `passed`: the wished one, which has gone by."""
    day = formats.format_date(departure)
    if passed:
        return _("For a departure on {date}. That day has passed: ask for a new one.").format(date=day)
    if assumed_today:
        return _("No departure date yet: worked out as if it were today, {date}.").format(date=day)
    return _("For a departure on {date}.").format(date=day)


def counted_along_text(case: Case, advice: Advice) -> str:
    """Whom the amounts count though nobody said that they come along; empty without any."""
    names = names_in(case)
    who = in_a_row(names[person] for person in advice.counted_along)
    words = _("Not known yet whether they come along: {names}. The amounts count them.")
    return words.format(names=who) if who else ""


def advice_day_text(advice: Advice) -> str:
    """The same of an advice."""
    return departure_text(advice.departure, assumed_today=advice.assumed_today, passed=advice.passed)


def departure_passed_text() -> str:
    """That the wished day lies behind us."""
    return _("That day has passed. Which day now? Until then the amounts are those of that day.")


def local(text: LocalText) -> str:
    """A sentence of the rule tables in the current language."""
    return text.text(language())
