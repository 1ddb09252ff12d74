"""The form for a value: whatever it hands over can be kept and is read again as it was; the rest it says under the line."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from loket_app.domain.layer import VALUES, Proposal, add_up
from loket_app.domain.tables import ValueKind
from loket_app.i18n import set_language
from loket_app.rules import load_tables
from loket_app.services.rules_acts import layer_of, written
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


def fill(form: ValueForm, **typed: str) -> list[Proposal]:
    """Type all lines and press the button: what it handed over."""
    whole = {"high": "1500", "start": "1/1/2026", "title": "Mail", "reason": "So they wrote.", **typed}
    form.sure.setCurrentIndex(0)
    for name, text in whole.items():
        field = getattr(form, name)
        if hasattr(field, "_line"):
            field._line.setText(text)
            field._typed()
        else:
            field.setText(text)
    told: list[Proposal] = []
    form.proposed.connect(told.append)
    form.propose.click()
    form.proposed.disconnect(told.append)
    return told


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.sampled_from(VALUES), TYPED)
def test_whatever_the_form_hands_over_is_read_again_as_it_was(
    form: ValueForm, kind: ValueKind, typed: dict[str, str]
) -> None:
    form.kind.setCurrentIndex(VALUES.index(kind))
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
        ("high", "1234567890", "That is more than any cost or budget: check the figure."),
        ("link", "mailto:an@example.org", "An address begins with https:// or http://."),
    ],
)
def test_what_cant_be_kept_is_said_under_its_line(form: ValueForm, line: str, text: str, words: str) -> None:
    assert fill(form, **{line: text}) == []
    assert any(label.text().startswith(words) for label in form.findChildren(QLabel) if label.isVisible())
    assert len(fill(form, link="", published="")) == 1
