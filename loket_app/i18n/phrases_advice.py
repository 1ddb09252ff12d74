"""Whole texts about advice: what goes into the file, what became different, why a question matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loket_app.domain.advice import Advice
from loket_app.domain.answers import or_none
from loket_app.domain.case import Case
from loket_app.domain.comparison import Cause, Comparison, LinePair
from loket_app.domain.estimate import Line, LineKind
from loket_app.domain.next_question import Settling
from loket_app.domain.said import SaidLine
from loket_app.domain.tables import CountryGroup, Row, Rule, RuleTables, Topic
from loket_app.i18n import _, formats
from loket_app.i18n.joining import in_a_row, listed, said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import (
    advice_day_text,
    amount_text,
    answer_text,
    counted_along_text,
    estimate_note,
    for_whom,
    local,
    name_in,
    place_text,
    question_reason,
    source_text,
    total_text,
)


def advice_text(case: Case, advice: Advice) -> str:
    """Advice in words for the file: verdict, reasons, amounts line by line, and which tables they come from."""
    return "\n".join(
        (
            advice_day_text(advice),
            capital(label(advice.verdict)),
            *(f"– {local(reason.rule.title)}" for reason in advice.speaking),
            *_money(case, _("Departure premium, in cash"), advice.premium, total_text(advice.premium_total)),
            *_money(case, _("Reintegration support, in kind"), advice.support, total_text(advice.support_total)),
            *filter(None, (counted_along_text(case, advice),)),
            estimate_note(advice.tables_version, advice.tables_dated),
        )
    )


def _money(case: Case, title: str, lines: Iterable[Line], total: str) -> Iterator[str]:
    yield said(title, total)
    for line in lines:
        yield f"– {said(name_in(case, line.person) or _('Household') + for_whom(case, line), amount_text(case, line))}"


def difference_lines(case: Case, tables: RuleTables, found: Comparison) -> list[str]:
    """What became different, a sentence each: the verdict, the rules that came and went, the amounts."""
    titles = {rule.id: local(rule.title) for rule in tables.rules}
    lines = [said(_("No longer"), titles.get(rule, rule)) for rule in found.went]
    lines += [said(_("New"), titles.get(rule, rule)) for rule in found.came]
    lines += [said(_("For other people than before"), titles.get(rule, rule)) for rule in found.moved]
    return [*_verdicts(found), *lines, *amount_lines(case, found)]


def amount_lines(case: Case, found: Comparison) -> list[str]:
    """The amounts that differ; that a verdict closes the programme is said once, however many lines it empties.

    What is said now stands first, and the lines that fell away last.
    """
    closed = [pair for pair in found.changed_lines if pair.after and pair.after.kind is LineKind.CLOSED]
    changed = sorted(found.changed_lines, key=lambda pair: pair.after is None)
    lines = [pair_text(case, pair) for pair in changed if pair not in closed]
    return [*lines, said(_("Amounts"), label(LineKind.CLOSED))] if closed else lines


def _verdicts(found: Comparison) -> Iterator[str]:
    if found.verdict_differs:
        words = _("First “{before}”, now “{after}”.")
        yield words.format(before=label(found.before.verdict), after=label(found.after.verdict))


def pair_text(case: Case, pair: LinePair) -> str:
    """A line of both sides: `Departure premium – MIFTARI: € 50,00 → € 350,00`; a line that fell away says so."""
    if pair.after is None:
        return said(
            pair_title(case, pair), _("this line fell away ({amount})").format(amount=said_amount(case, pair.before))
        )
    before = None if pair.before and pair.before.kind is LineKind.CLOSED else pair.before
    values = f"{said_amount(case, before)} → {said_amount(case, pair.after)}"
    return said(pair_title(case, pair), values)


def pair_title(case: Case, pair: LinePair) -> str:
    """What a line is about, and for whom: `Reintegration support – Household (Kosovo)` where several countries count."""
    sides = [line for line in (pair.before, pair.after) if line]
    topic = sides[-1].topic if sides else Topic.PREMIUM
    whose = next((name_in(case, line.person) for line in sides if line.person), "") or _("Household")
    countries = dict.fromkeys(line.country for line in sides if line.country and not line.person)
    named = " → ".join(map(formats.country_name, countries)) if _from_several(case) or len(countries) > 1 else ""
    members = dict.fromkeys(in_a_row(name_in(case, who) for who in line.members) for line in sides if line.members)
    named = " → ".join(members) or named
    return f"{capital(label(topic))} – {whose} ({named})" if named else f"{capital(label(topic))} – {whose}"


def _from_several(case: Case) -> bool:
    return len({code for person in case.household for code in or_none(person.nationalities) or ()}) > 1


def said_amount(case: Case, line: SaidLine | None) -> str:
    """What a line said, in the words of an estimate; a dash where there was none."""
    if line is None:
        return "–"
    if line.kind is LineKind.OPEN:
        return label(line.kind)
    amount = line.topic, line.nature, line.kind, line.person, line.low, line.high
    return amount_text(case, Line(*amount, belgian=line.belgian))


def causes_text(case: Case, causes: Iterable[Cause], answers: Iterable[str]) -> str:
    """Why it became different, with the questions that were answered otherwise."""
    there = [path for path in answers if not path.startswith("household/") or name_in(case, path.split("/")[1])]
    words = []
    for cause in causes:
        named = in_a_row(place_text(case, path) for path in there) if cause is Cause.ANSWERS else ""
        words.append(f"{label(cause)} ({named})" if named else label(cause))
    return listed(words)


def question_sentence(case: Case, settling: Settling) -> str:
    """Why a question matters: what it decides, and the answer that makes the strongest rule speak."""
    decides = capital(question_reason(settling.question)) + "."
    tried = settling.deciding
    if tried is None or tried.speaks is None:
        return decides
    answer = answer_text(case, settling.question.path, tried.answer)
    return f"{decides} " + _("With the answer “{answer}”: {verdict}.").format(
        answer=answer, verdict=label(tried.speaks)
    )


def other_sources_lines(record: Rule | Row | CountryGroup) -> list[str]:
    """What other sources say, a line each, and last which of them counts and why; empty when none differs."""
    lines = [said(source_text(other.source), local(other.says)) for other in record.other_sources]
    return [*lines, local(record.decision)] if record.decision else lines
