"""`loket check`: what the programme says to a case file, why, and what to ask next."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from loket_app.cli import output
from loket_app.cli.check_json import as_json
from loket_app.domain.advice import Advice, Reason
from loket_app.domain.case import Case
from loket_app.domain.estimate import Line, Total
from loket_app.domain.layer import Pack
from loket_app.domain.next_question import Settling, best_questions
from loket_app.domain.referral import Ask, refer
from loket_app.domain.tables import Figure, Row, Rule
from loket_app.i18n import _, phrases
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases_advice import other_sources_lines, question_sentence
from loket_app.i18n.phrases_layer import counting_text, marked
from loket_app.i18n.phrases_referral import referral_subject, referral_text
from loket_app.services.casefile import advise_case, read_case
from loket_app.services.pack_tables import counting_with


def run(chosen: Namespace) -> int:
    """Read the case and print the advice."""
    case = read_case(chosen.case)
    counting = counting_with(chosen.figures)
    advice = advise_case(case, chosen.departure, tables=counting.tables)
    questions = best_questions(case, counting.tables, advice)
    if chosen.json:
        output.document(as_json(case, advice, questions, counting.pack))
    else:
        for indent, text in _lines(case, advice, questions, counting.pack):
            output.line(text, indent)
    return 0


Printed = Iterator[tuple[int, str]]
"""Lines with their indent."""


def _lines(case: Case, advice: Advice, questions: Sequence[Settling], pack: Pack | None) -> Printed:
    yield 0, f"{case.number} · {phrases.household_name(case)}"
    yield 0, phrases.advice_day_text(advice)
    yield 0, ""
    yield 0, f"{phrases.SIGNS[advice.verdict]} {capital(label(advice.verdict))}"
    if advice.stops:
        yield 2, _("Not to be handed over: the choice must be free and informed.")
    yield from _members(case, advice)
    yield from _reasons(case, advice)
    yield from _money(case, _("Departure premium, in cash"), advice.premium, advice.premium_total)
    yield from _money(case, _("Reintegration support, in kind"), advice.support, advice.support_total)
    yield from _questions(case, questions)
    yield from _referral(case, advice)
    yield 0, ""
    yield 0, phrases.estimate_note(advice.tables_version, advice.tables_dated)
    yield 0, counting_text(pack)


def _members(case: Case, advice: Advice) -> Printed:
    """The verdict of each person, when they differ."""
    names = phrases.names_in(case)
    each = ((2, said(names[who], label(advice.verdict_for(who)))) for who in advice.travellers)
    yield from _titled(_("For each person"), each if advice.members_differ else iter(()))


def _reasons(case: Case, advice: Advice) -> Printed:
    holding = (lines for r in advice.reasons if r.holds for lines in _reason(case, advice, r))
    yield from _titled(_("Why"), holding)
    waiting = (lines for r in advice.reasons if r.holds is None for lines in _reason(case, advice, r))
    yield from _titled(_("Still open"), waiting)
    others = ((2, f"{phrases.local(r.rule.title)} ({r.rule.id})") for r in advice.reasons if r.holds is False)
    yield from _titled(_("Does not apply here"), others)


def _reason(case: Case, advice: Advice, reason: Reason) -> Printed:
    yield 2, said(capital(label(reason.rule.verdict)), f"{phrases.local(reason.rule.title)} ({reason.rule.id})")
    whom = reason.people or reason.perhaps
    if set(whom) != set(advice.travellers):
        yield 4, said(_("for"), _joined([phrases.name_in(case, who) for who in whom]))
    for question, answer, names in _alike(case, reason):
        yield 4, said(f"{question} – {_joined(names)}" if names else question, answer)
    for path in reason.needs:
        yield 4, said(_("to ask"), phrases.place_text(case, path))
    if reason.holds:
        yield 4, phrases.local(reason.rule.change)
    yield from _sources(reason.rule)


def _sources(record: Rule | Row) -> Printed:
    yield 4, phrases.source_text(record.source)
    yield from ((4, line) for line in other_sources_lines(record))


def _alike(case: Case, reason: Reason) -> Iterator[tuple[str, str, list[str]]]:
    """The answers that a rule used, those of several people that are the same told once: question, answer, whose."""
    names = phrases.names_in(case) if len(case.household) > 1 else {}
    groups: dict[tuple[str, str], list[str]] = {}
    for path, value in reason.used:
        group = groups.setdefault((field_label(path), phrases.answer_text(case, path, value)), [])
        group += [names[step] for step in path.split("/")[1:2] if path.startswith("household/") and step in names]
    for (question, answer), whose in groups.items():
        yield capital(question), answer, whose


def _money(case: Case, title: str, lines: tuple[Line, ...], total: Total) -> Printed:
    """The lines, those that say the same of several people told once."""
    groups: dict[tuple[str, Figure | None, Row | None], list[str]] = {}
    for line in lines:
        whose = groups.setdefault((phrases.amount_text(case, line), line.figure, line.row), [])
        whose.append(phrases.name_in(case, line.person) or _("Household") + phrases.for_whom(case, line))
    yield from _titled(title, (printed for line, whose in groups.items() for printed in _line(*line, whose)))
    yield 2, said(_("Total"), phrases.total_text(total))


def _line(amount: str, figure: Figure | None, row: Row | None, whose: list[str]) -> Printed:
    has_amount = row is not None and row.high is not None and len(whose) > 1
    told = _("{amount} each").format(amount=amount) if has_amount else amount
    yield 2, said(_joined(whose), marked(told, row))
    if figure is not None:
        yield 4, f"{phrases.local(figure.title)} ({figure.id})"
    if row is not None:
        if row.note is not None:
            yield 4, phrases.local(row.note)
        yield from _sources(row)


def _questions(case: Case, questions: Sequence[Settling]) -> Printed:
    asked = (
        (2, said(f"{number}. {phrases.place_text(case, settling.question.path)}", question_sentence(case, settling)))
        for number, settling in enumerate(questions, 1)
    )
    yield from _titled(_("To ask, what settles most first"), asked)


def _referral(case: Case, advice: Advice) -> Printed:
    """The message to the cell, when it must decide: on the programme, or on a budget for which there are reasons."""
    referral = refer(case, advice)
    if referral and (Ask.MAY_TAKE_PART in referral.asks or referral.own_reasons):
        lines = [said(_("To"), referral.to), referral_subject(referral), "", *referral_text(referral).splitlines()]
        yield from _titled(_("Message for the voluntary-return cell"), ((2 if line else 0, line) for line in lines))


def _titled(title: str, lines: Printed) -> Printed:
    """Lines under a title with room above it; nothing at all when there are none."""
    empty = True
    for printed in lines:
        if empty:
            yield 0, ""
            yield 0, title
        empty = False
        yield printed


def _joined(names: list[str]) -> str:
    return ", ".join(names)
