"""Papers, costs and consents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loket_app.documents.engine.blocks import heading, paragraph
from loket_app.documents.engine.lines import Align
from loket_app.documents.engine.look import BODY, SMALL, Said
from loket_app.documents.engine.strips import Strip, kept_with_next
from loket_app.documents.engine.tables import Column, Row, table
from loket_app.documents.summary.file import NOT_YET, OnPaper, day, first, lines, small
from loket_app.domain.answering import asked_on, respondents
from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.case import Consent
from loket_app.domain.costs import CostSum, counted, is_to_come, sum_of, sums_by
from loket_app.domain.travel import Cost, CostState, TravelDocument
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import whose_answer
from loket_app.i18n.phrases_costs import rate_mark, rate_text, sum_text, twin_mark, whose_cost


def documents(file: OnPaper) -> Iterator[Strip]:
    """Travel documents and other papers."""
    yield from heading(capital(field_label("documents")), file.width)
    if not file.case.documents:
        yield from paragraph(Said(_("No papers noted yet."), SMALL), file.width)
    columns = (
        Column(26, _("For whom")),
        Column(28, _("Paper")),
        Column(18, _("State")),
        Column(13, _("Valid until")),
        Column(15, _("Original")),
    )
    yield from table(columns, (_paper(file, paper) for paper in file.case.documents), file.width)


def _paper(file: OnPaper, paper: TravelDocument) -> Row:
    at = f"documents/{paper.id}/"
    kind = first(file.answer(at + "kind"))
    return Row(
        (
            file.whose(paper.person),
            lines(
                Said(capital(kind.text), kind.style),
                small(paper.number),
                small(paper.issuer, capital(field_label("documents/issuer"))),
            ),
            file.answer(at + "state"),
            day(paper.valid_until),
            file.answer(at + "original_at"),
        )
    )


def costs(file: OnPaper, title: str = "") -> Iterator[Strip]:
    """Costs made for the return, with their sum, under that title."""
    yield from heading(title or capital(field_label("costs")), file.width)
    if not file.case.costs:
        yield from paragraph(Said(_("No costs noted yet."), SMALL), file.width)
        return
    columns = (
        Column(13, _("Date")),
        Column(24, _("For whom")),
        Column(28, _("What")),
        Column(19, capital(field_label("costs/state"))),
        Column(16, _("Amount"), Align.RIGHT),
    )
    rows = [*(_cost(file, cost) for cost in file.case.costs), *_cost_totals(file.case.costs)]
    *above, last, space = table(columns, rows, file.width)
    told = tuple(_without_amount(file))
    yield from above
    yield from (*kept_with_next((last, space)), *told) if told else (last, space)


def _cost(file: OnPaper, cost: Cost) -> Row:
    at = f"costs/{cost.id}/"
    kind = first(file.answer(at + "kind"))
    receipt = first(file.answer(at + "receipt")).text if known(cost.receipt) else ""
    proof = [small(receipt, capital(field_label("costs/receipt"))), small(cost.receipt_number)]
    return Row(
        (
            NOT_YET if is_to_come(cost) and cost.spent_on is NOT_ASKED else day(cost.spent_on),
            whose_cost(file.case, cost.person) if known(cost.person) else _("the household"),
            lines(
                Said(capital(kind.text), kind.style),
                *(small(words) for words in (cost.description, rate_text(cost), cost.note, twin_mark(file.case, cost))),
            ),
            lines(first(file.answer(at + "state")), small(cost.refused_why), *proof, small(cost.receipt_missing_why)),
            lines(first(file.answer(at + "amount")), small(rate_mark(cost))),
        )
    )


def _cost_totals(found: Sequence[Cost]) -> Iterator[Row]:
    whole = sum_of(counted(found))
    if whole.costs and whole.costs == whole.without_amount:
        return
    yield Row(("", "", _("Together"), "", formats.format_money(whole.amount)), total=True)
    by_state = sums_by(found, lambda cost: cost.state)
    if CostState.REIMBURSED in by_state:
        yield _sum(_("of which {state}").format(state=label(CostState.REIMBURSED)), by_state[CostState.REIMBURSED])
    if CostState.REFUSED in by_state:
        yield _sum(_("Refused, not counted"), by_state[CostState.REFUSED])


def _sum(words: str, part: CostSum) -> Row:
    return Row(("", "", words, "", sum_text(part)))


def _without_amount(file: OnPaper) -> Iterator[Strip]:
    count = sum_of(counted(file.case.costs)).without_amount  # of those outside the sum their own row tells
    if count:
        words = ngettext(
            "{count} cost has no amount yet and is not counted.",
            "{count} costs have no amount yet and are not counted.",
            count,
        )
        yield from paragraph(Said(words.format(count=count), SMALL), file.width)


def consents(file: OnPaper) -> Iterator[Strip]:
    """What each person agreed to, each thing apart; whose answer it is where several answer."""
    yield from heading(capital(field_label("consents")), file.width)
    if not file.case.consents:
        yield from paragraph(Said(_("No consent was asked yet."), SMALL), file.width)
    several = len(respondents(file.case, asked_on(file.case, file.printed_on))) > 1
    whose = (Column(22, capital(field_label("consents/person"))),) if several else ()
    columns = (
        Column(26 if several else 34, _("Consent")),
        *whose,
        Column(14 if several else 16, _("Answer")),
        Column(12 if several else 16, _("Date")),
        Column(14 if several else 20, capital(field_label("consents/language"))),
        Column(12 if several else 14, capital(field_label("consents/signed"))),
    )
    rows = (_consent(file, consent, several=several) for consent in file.case.consents)
    yield from table(columns, rows, file.width)


def _consent(file: OnPaper, consent: Consent, *, several: bool) -> Row:
    at = f"consents/{consent.id}/"
    interpreter = small(capital(field_label(at + "interpreter")) if consent.interpreter is True else "")
    guardian = small(consent.answered_by, capital(field_label(at + "answered_by")))
    withdrawn = formats.format_date(consent.withdrawn_on) if known(consent.withdrawn_on) else ""
    who = lines(Said(whose_answer(file.case, consent.person), BODY), guardian)
    purpose = Said(capital(label(consent.purpose)), BODY)
    return Row(
        (
            purpose.text if several else lines(purpose, guardian),
            *((who,) if several else ()),
            lines(first(file.answer(at + "state")), small(withdrawn, capital(field_label(at + "withdrawn_on")))),
            day(consent.on),
            lines(first(file.answer(at + "language")), interpreter),
            file.answer(at + "signed"),
        )
    )
