"""Nothing that was answered of somebody's situation is lost on the way to the summary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

import pytest

from loket_app.documents.summary import summary_pdf
from loket_app.domain.advice import advise
from loket_app.domain.case import Case
from loket_app.domain.conversation import Conversation
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.shape import FieldShape, shape_of
from loket_app.domain.stay import EarlierPlace
from loket_app.i18n.labels import capital, field_label
from tests.documents.cases import BUDGET_TERM, EMPTY, PRINTED_ON
from tests.documents.reading import words
from tests.documents.tables import tables

PARTS = ("contact", "stay", "wish", "plan", "journey")
DAY = date(2026, 3, 2)
ANSWERS = {str: "XK", bool: True, int: 1, date: DAY, PartialDate: PartialDate.of(DAY)}
NOT_FOR_OTHERS = {"visible_to_next", "place", "language", "interpreter"}
"""What the page of a conversation tells and its place in the file does not need."""


def _answer(shape: FieldShape) -> Any:
    value = next(iter(shape.kind)) if issubclass(shape.kind, Enum) else ANSWERS[shape.kind]
    return (value,) if shape.many else value


def _answered(record: Any) -> Any:
    """The record with an answer to each of its own questions."""
    asked = {name: shape for name, shape in shape_of(type(record)).items() if shape.may_miss and not shape.is_record}
    return replace(record, **{name: _answer(shape) for name, shape in asked.items()})


def _whole() -> Case:
    parts = {name: _answered(getattr(EMPTY, name)) for name in PARTS}
    stay = replace(parts["stay"], earlier_places=(_answered(EarlierPlace("p")),))
    talk = _answered(Conversation("t"))
    whole: Case = replace(_answered(EMPTY), **{**parts, "stay": stay}, conversations=(talk,))
    return whole


@pytest.fixture(scope="module")
def text() -> str:
    case = _whole()
    advice = advise(case, tables(), today=PRINTED_ON)
    return words(summary_pdf(case, advice, "en", budget_term=BUDGET_TERM, printed_on=PRINTED_ON))


@pytest.mark.parametrize("part", PARTS)
def test_every_answer_of_a_part_stands_on_it(part: str, text: str) -> None:
    shapes = shape_of(type(getattr(EMPTY, part)))
    labels = [capital(field_label(f"{part}/{name}")) for name, shape in shapes.items() if not shape.is_record]
    assert [label for label in labels if " ".join(label.split()) not in text] == []


@pytest.mark.parametrize(
    ("place", "left_out"), [("stay/earlier_places", {"id"}), ("conversations", {"id", "covered", *NOT_FOR_OTHERS})]
)
def test_every_answer_of_an_item_stands_on_it(place: str, left_out: set[str], text: str) -> None:
    kind = {"stay/earlier_places": EarlierPlace, "conversations": Conversation}[place]
    labels = [capital(field_label(f"{place}/{name}")) for name in shape_of(kind) if name not in left_out]
    assert [label for label in labels if label not in text] == []


def test_how_somebody_came_here_stands_on_it(text: str) -> None:
    assert capital(field_label("referral")) in text
