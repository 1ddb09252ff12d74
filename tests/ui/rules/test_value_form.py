"""The form for a value: whatever it hands over can be kept and is read again as it was; the rest it says under the line."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from loket_app.domain.layer import VALUES, Proposal, add_up
from loket_app.domain.money import Money
from loket_app.domain.tables import Per, Share, ValueKind
from loket_app.i18n import set_language
from loket_app.rules import load_tables
from loket_app.services.rules_acts import layer_of, written
from loket_app.ui.fields.typed import TypedField
from loket_app.ui.rules.value_form import ValueForm
from tests.domain.layers import BUDGET, propose
from tests.ui.rules.support import TODAY

FIGURE = next(figure for figure in load_tables().figures if figure.id == BUDGET)
SIGNS = st.one_of(
    st.text(max_size=40), st.sampled_from(["x" * 2001, "\u00a0", "a\u202eb", "a\x00b", "Mail of the cell"])
)
AMOUNTS = st.one_of(
    st.decimals(0, 10**11, places=2).map(str), st.sampled_from(["1234567890", "999999999,99", "1.500", "0", "-1"])
)
DAYS = st.one_of(st.dates().map(lambda day: f"{day.day}/{day.month}/{day.year:04}"), st.sampled_from(["", "1/1/2026"]))
LINKS = st.one_of(SIGNS, st.sampled_from(["", "https://example.org/a", "ftp://example.org/a", "javascript:1"]))

TYPED = st.fixed_dictionaries(
    {"low": AMOUNTS, "high": AMOUNTS, "start": DAYS, "end": DAYS, "title": SIGNS, "reason": SIGNS, "link": LINKS}
)


@pytest.fixture
def form(qtbot: QtBot) -> ValueForm:
    set_language("en")
    made = ValueForm(FIGURE, TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def _type(field: TypedField, text: str) -> None:
    field._line.setText(text)
    field._typed()


def fill(form: ValueForm, **typed: str) -> list[Proposal]:
    """Type all lines and press the button: what it handed over."""
    whole = {"high": "1500", "start": "1/1/2026", "title": "Mail", "reason": "So they wrote.", **typed}
    form.sure.setCurrentIndex(0)
    for name, text in whole.items():
        field = getattr(form, name)
        if hasattr(field, "_line"):
            _type(field, text)
        else:
            field.setText(text)
    told: list[Proposal] = []
    form.proposed.connect(told.append)
    form.propose.click()
    form.proposed.disconnect(told.append)
    return told


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.sampled_from(VALUES), st.sampled_from(VALUES), st.integers(0, 2), TYPED)
def test_whatever_the_form_hands_over_is_read_again_as_it_was(
    form: ValueForm, kind: ValueKind, for_child: ValueKind, whom: int, typed: dict[str, str]
) -> None:
    form.whom.setCurrentIndex(whom)
    form.kind.setCurrentIndex(VALUES.index(kind))
    form.parts[1].kind.setCurrentIndex(VALUES.index(for_child))
    _type(form.parts[1].high, "800")
    for said in fill(form, **typed):
        act = propose(said)
        assert layer_of([written(act)]) == (add_up([act]), ())


@pytest.mark.parametrize(
    ("line", "text", "words"),
    [
        ("title", "x" * 2001, "It is longer than 2"),
        ("reason", "a\u202eb", "It holds a sign that is not text."),
        ("reason", "\u00a0", "An answer is needed here."),
        ("published", "1/1/2031", "This day is still to come."),
        ("published", "1/1/1900", "This day lies too far back: it must be 01/01/1999 or later."),
        ("start", "1/1/1900", "No value can count on that day: it must lie from 01/01/1999 to 31/12/"),
        ("end", "31/12/2099", "No value can count on that day: it must lie from 01/01/1999 to 31/12/"),
        ("high", "1234567890", "That is more than any cost or budget: check the figure."),
        ("link", "mailto:an@example.org", "An address begins with https:// or http://."),
    ],
)
def test_what_cant_be_kept_is_said_under_its_line(form: ValueForm, line: str, text: str, words: str) -> None:
    assert fill(form, **{line: text}) == []
    assert any(label.text().startswith(words) for label in form.findChildren(QLabel) if label.isVisible())
    assert len(fill(form, link="", published="", end="")) == 1


def test_a_budget_per_adult_and_per_child_is_one_value_and_an_unknown_part_is_said(form: ValueForm) -> None:
    form.whom.setCurrentIndex(2)
    adult, child = form.parts
    assert [part.rows["high"].isVisibleTo(form) for part in form.parts] == [True, True]
    assert fill(form, high="2000") == []
    assert [each.text() for each in child.findChildren(QLabel) if "needed" in each.text()]
    _type(child.high, "800")
    (said,) = fill(form, high="2000")
    two, eight = Money.of(2000), Money.of(800)
    assert (said.kind, said.low, said.high) == (ValueKind.PER_PERSON, None, None)
    assert said.shares == (
        Share(Per.ADULT, ValueKind.AMOUNT, two, two),
        Share(Per.CHILD, ValueKind.AMOUNT, eight, eight),
    )
    child.kind.setCurrentIndex(VALUES.index(ValueKind.NOT_PUBLIC))
    assert fill(form, high="2000")[0].shares[1] == Share(Per.CHILD, ValueKind.NOT_PUBLIC)
    assert adult.high.isVisibleTo(form)


def test_for_whom_is_asked_for_a_household_alone(qtbot: QtBot, form: ValueForm) -> None:
    assert [form.whom.itemText(place) for place in range(3)] == [
        "Per household",
        "Per person",
        "Per adult and per child",
    ]
    assert not form.parts[1].isVisibleTo(form)
    premium = ValueForm(next(each for each in load_tables().figures if each.per is Per.ADULT), TODAY)
    qtbot.addWidget(premium)
    assert [premium.whom.itemText(place) for place in range(premium.whom.count())] == ["Per adult"]
    assert fill(premium)[0].shares == ()
    why = "Only an amount for a household can be split"
    assert [premium.whom.accessibleDescription()[: len(why)], form.whom.accessibleDescription()] == [why, ""]
