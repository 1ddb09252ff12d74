"""The estimate of `loket check`: cash and kind apart, what is the same for several people told once."""

from __future__ import annotations

from collections.abc import Sequence

from loket_app.cli.printed import Printed, sources, titled
from loket_app.domain.case import Case
from loket_app.domain.estimate import Line, LineKind, Total
from loket_app.domain.shape import pattern_of
from loket_app.domain.tables import Figure, Row, Topic
from loket_app.i18n import _, phrases
from loket_app.i18n.joining import in_a_row, said
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases_layer import marked


def money(case: Case, title: str, lines: Sequence[Line], total: Total) -> Printed:
    """The lines under their title, with their sum; one sentence where the verdict closes the programme."""
    if total.closed:
        yield from titled(title, iter([(2, capital(label(LineKind.CLOSED)))]))
        return
    groups: dict[tuple[str, Topic, Figure | None, Row | None, bool], list[Line]] = {}
    for line in lines:
        amount = phrases.amount_text(case, line)
        groups.setdefault((amount, line.topic, line.figure, line.row, bool(line.needs)), []).append(line)
    yield from titled(title, (printed for key, group in groups.items() for printed in _line(case, key[0], group)))
    yield 2, said(_("Total"), phrases.total_text(total))


def _line(case: Case, amount: str, group: Sequence[Line]) -> Printed:
    line, row = group[0], group[0].row
    has_amount = row is not None and row.high is not None and len(group) > 1
    told = _("{amount} each").format(amount=amount) if has_amount else amount
    yield 2, said(in_a_row(_whose(case, each) for each in group), marked(told, row))
    if line.needs and line.kind is not LineKind.OPEN:
        yield 4, said(_("to ask"), ", ".join(_questions(group)))
    elif line.figure is not None:  # while an answer is missing, the figure is only one of those that may count
        yield 4, f"{phrases.local(line.figure.title)} ({line.figure.id})"
    elif line.topic is Topic.SUPPLEMENT:  # else it reads as one more budget
        yield 4, capital(label(line.topic))
    if row is not None:
        if row.note is not None:
            yield 4, phrases.local(row.note)
        yield from sources(row)


def _whose(case: Case, line: Line) -> str:
    return phrases.name_in(case, line.person) or _("Household") + phrases.for_whom(case, line)


def _questions(group: Sequence[Line]) -> list[str]:
    """What the lines wait for, each question once: whose it is stands before the amount."""
    return [
        capital(field_label(pattern)) for pattern in dict.fromkeys(pattern_of(p) for line in group for p in line.needs)
    ]
