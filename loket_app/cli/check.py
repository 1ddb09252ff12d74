"""`loket check`: what the programme says to a case file, why, and what to ask next."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from loket_app.cli import output
from loket_app.cli.check_json import as_json
from loket_app.cli.check_money import money
from loket_app.cli.check_paid import paid
from loket_app.cli.printed import Printed, sources, titled
from loket_app.domain.advice import Advice, Reason
from loket_app.domain.case import Case
from loket_app.domain.layer import Pack
from loket_app.domain.next_question import Settling, best_questions
from loket_app.domain.referral import Ask, refer
from loket_app.domain.stay_of import FAMILY
from loket_app.i18n import _, phrases
from loket_app.i18n.joining import in_a_row, said
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases_advice import question_sentence
from loket_app.i18n.phrases_layer import counting_text
from loket_app.i18n.phrases_referral import referral_subject, referral_text
from loket_app.i18n.phrases_sources import weak_figures_text
from loket_app.services.casefile import advise_case, advise_leaving, read_case
from loket_app.services.pack_tables import counting_with


def run(chosen: Namespace) -> int:
    """Read the case and print the advice."""
    case = read_case(chosen.case)
    counting = counting_with(chosen.figures)
    advice = advise_case(case, chosen.departure, tables=counting.tables)
    questions = best_questions(case, counting.tables, advice)
    on_leaving = advise_leaving(case, advice, lambda case, day: advise_case(case, day, tables=counting.tables))
    if chosen.json:
        output.document(as_json(case, advice, questions, counting.pack, on_leaving=on_leaving))
    else:
        for indent, text in _lines(case, advice, questions, counting.pack, on_leaving):
            output.line(text, indent)
    return 0


def _lines(case: Case, advice: Advice, questions: Sequence[Settling], pack: Pack | None, on_leaving: Advice) -> Printed:
    yield 0, f"{case.number} · {phrases.household_name(case)}"
    yield 0, phrases.advice_day_text(advice)
    yield 0, ""
    yield 0, f"{phrases.SIGNS[advice.verdict]} {capital(label(advice.verdict))}"
    if advice.stops:
        yield 2, _("Not to be handed over: the choice must be free and informed.")
    yield from _members(case, advice)
    yield from _reasons(case, advice)
    yield from money(case, _("Departure premium, in cash"), advice.premium, advice.premium_total)
    yield from money(case, _("Reintegration support, in kind"), advice.support, advice.support_total)
    yield from paid(case, on_leaving)
    along = phrases.counted_along_text(case, advice)
    if along:
        yield 0, ""
        yield 0, along
    yield from _questions(case, questions)
    yield from _referral(case, advice)
    yield 0, ""
    yield 0, phrases.estimate_note(advice.tables_version, advice.tables_dated)
    weak = weak_figures_text((*advice.premium, *advice.support))
    if weak:
        yield 0, weak
    yield 0, counting_text(pack)


def _members(case: Case, advice: Advice) -> Printed:
    """The verdict of each person, when they differ."""
    names = phrases.names_in(case)
    each = ((2, said(names[who], label(advice.verdict_for(who)))) for who in advice.travellers)
    yield from titled(_("For each person"), each if advice.members_differ else iter(()))


def _reasons(case: Case, advice: Advice) -> Printed:
    holding = (lines for r in advice.reasons if r.holds for lines in _reason(case, advice, r))
    yield from titled(_("Why"), holding)
    waiting = (lines for r in advice.reasons if r.holds is None for lines in _reason(case, advice, r))
    yield from titled(_("Still open"), waiting)
    others = ((2, f"{phrases.local(r.rule.title)} ({r.rule.id})") for r in advice.reasons if r.holds is False)
    yield from titled(_("Does not apply here"), others)


def _reason(case: Case, advice: Advice, reason: Reason) -> Printed:
    yield 2, said(capital(label(reason.rule.verdict)), f"{phrases.local(reason.rule.title)} ({reason.rule.id})")
    whom = reason.people or reason.perhaps
    if set(whom) != set(advice.travellers):
        yield 4, said(_("for"), in_a_row(phrases.name_in(case, who) for who in whom))
    for question, answer, names in _alike(case, reason):
        yield 4, said(f"{question} – {in_a_row(names)}" if names else question, answer)
    for path in reason.needs:
        yield 4, said(_("to ask"), phrases.place_text(case, path))
    if reason.holds:
        yield 4, phrases.local(reason.rule.change)
    yield from sources(reason.rule)


def _alike(case: Case, reason: Reason) -> Iterator[tuple[str, str, list[str]]]:
    """The answers that a rule used, those of several people that are the same told once: question, answer, whose."""
    names = phrases.names_in(case) if len(case.household) > 1 else {}
    groups: dict[tuple[str, str], list[str]] = {}
    for path, value in reason.used:
        question = phrases.place_text(case, path) if path == FAMILY else field_label(path)
        group = groups.setdefault((question, phrases.answer_text(case, path, value)), [])
        group += [names[step] for step in path.split("/")[1:2] if path.startswith("household/") and step in names]
    for (question, answer), whose in groups.items():
        yield capital(question), answer, whose


def _questions(case: Case, questions: Sequence[Settling]) -> Printed:
    asked = (
        (2, said(f"{number}. {phrases.place_text(case, settling.question.path)}", question_sentence(case, settling)))
        for number, settling in enumerate(questions, 1)
    )
    yield from titled(_("To ask, what settles most first"), asked)


def _referral(case: Case, advice: Advice) -> Printed:
    """The message to the cell, when it must decide: on the programme, or on a budget for which there are reasons."""
    referral = refer(case, advice)
    if referral and (Ask.MAY_TAKE_PART in referral.asks or referral.own_reasons):
        lines = [said(_("To"), referral.to), referral_subject(referral), "", *referral_text(referral).splitlines()]
        yield from titled(_("Message for the voluntary-return cell"), ((2 if line else 0, line) for line in lines))
