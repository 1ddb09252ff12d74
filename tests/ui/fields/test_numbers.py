"""Amounts, phone numbers and register numbers: read as Belgians type them, doubted in words, never refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app import i18n
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.money import Money
from loket_app.domain.person import IdentifierKind
from loket_app.i18n import formats
from loket_app.ui.fields.figure import FigureField
from loket_app.ui.fields.identifier import IdentifierField, register_note
from loket_app.ui.fields.money import MoneyField, typed_amount
from loket_app.ui.fields.phone import PhoneField, international
from tests.ui.fields.support import Page, Told, type_text

NATIONAL, BIS, DVZ = IdentifierKind.NATIONAL, IdentifierKind.BIS, IdentifierKind.DVZ


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.234,50", "1234.50"),
        ("1 234,5", "1234.50"),
        ("12,5", "12.50"),
        ("12.50", "12.50"),
        ("€ 12", "12"),
        ("2.567", "2567"),
        ("0", "0"),
    ],
)
def test_amounts_as_they_are_typed(page: Page, typed: str, amount: str) -> None:
    field = page.put(MoneyField())
    told = Told(field)
    type_text(typed)
    note = field.note()
    assert note is not None
    assert note.text == formats.format_money(Money.of(amount))
    page.leave()
    assert told == [Money.of(amount)]


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("-5", "less than nothing"),
        ("12,345", "two figures"),
        ("much", "such as 12,50"),
        ("1,2,3", "such as 12,50"),
        ("1000000000", "more than any cost"),
        ("1000000000000000", "more than any cost"),
        ("9" * 40, "more than any cost"),
    ],
)
def test_other_amounts_are_asked_again(page: Page, typed: str, advice: str) -> None:
    field = page.put(MoneyField())
    told = Told(field)
    type_text(typed)
    page.leave()
    assert advice in field.error()
    assert (told, field.answer(), field.text()) == ([], NOT_ASKED, typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("655,957", "655.957"), ("1.0825", "1.0825"), ("0.860", "0.86"), ("25000", "25000"), ("1.745,5", "1745.5")],
)
def test_a_rate_is_read_figure_by_figure(page: Page, typed: str, number: str) -> None:
    field = page.put(FigureField())
    told = Told(field)
    type_text(typed)
    page.leave()
    assert (told, field.error()) == ([Decimal(number)], "")


@pytest.mark.parametrize(
    ("typed", "advice"),
    [("655.957", "Type 655,957 or 655957."), ("1.745", "Type 1,745 or 1745."), ("-1", "less than nothing")],
)
def test_a_point_that_may_mean_thousands_is_asked_about(page: Page, typed: str, advice: str) -> None:
    """Read as thousands, a rate as it is published gives a cost of cents."""
    field = page.put(FigureField())
    told = Told(field)
    type_text(typed)
    page.leave()
    assert advice in field.error()
    assert (told, field.answer(), field.text()) == ([], NOT_ASKED, typed)


@given(cents=st.integers(min_value=0, max_value=10**9), lang=st.sampled_from(i18n.LANGUAGES))
def test_the_written_amount_reads_as_it_was(cents: int, lang: str) -> None:
    with i18n.using(lang):
        written = typed_amount(Money.cents(cents))
        assert Money(formats.parse_decimal(written)) == Money.cents(cents)
        assert "€" not in written


def test_figures_stand_under_one_another(page: Page) -> None:
    field = page.put(MoneyField())
    field.load(Money(Decimal("1234.5")))
    assert field.text() == typed_amount(Money.of("1234.50"))
    page.speak("nl")
    field.load(Money(Decimal("1234.5")))
    assert field.text() == "1.234,50"


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("0470 12 34 56", "+32 470 12 34 56"),
        ("0032470123456", "+32 470 12 34 56"),
        ("+383 44 123 456", "+383 44 123 456"),
        ("09 233 45 67", "+32 9 233 45 67"),
        ("12", None),
        ("at his uncle's", None),
    ],
)
def test_how_a_number_is_dialled(typed: str, dialled: str | None) -> None:
    assert international(typed) == dialled


def test_a_phone_number_is_kept_as_it_was_typed(page: Page) -> None:
    field = page.put(PhoneField())
    told = Told(field)
    type_text("0470 12 34 56")
    note = field.note()
    assert note is not None
    assert (note.tone, note.text) == ("reading", "+32 470 12 34 56")
    page.leave()
    assert told == ["0470 12 34 56"]


def test_an_odd_phone_number_is_doubted_once_it_is_there(page: Page) -> None:
    field = page.put(PhoneField())
    type_text("04")
    assert field.note() is None
    page.leave()
    note = field.note()
    assert note is not None
    assert (note.tone, field.answer(), field.error()) == ("warn", "04", "")


@pytest.mark.parametrize(
    ("number", "kind", "tone", "words"),
    [
        ("85073003328", NATIONAL, "reading", "85.07.30-033.28"),
        ("17.07.30-033.84", NATIONAL, "reading", "17.07.30-033.84"),
        ("98.47.28-997.65", BIS, "reading", "98.47.28-997.65"),
        ("98.47.28-997.65", NATIONAL, "warn", "BIS number"),
        ("85.07.30-033.28", BIS, "warn", "national register number"),
        ("85.07.30-033.29", NATIONAL, "warn", "check digits"),
        ("85.07.30", NATIONAL, "warn", "eleven figures"),
    ],
)
def test_register_numbers(number: str, kind: IdentifierKind, tone: str, words: str) -> None:
    note = register_note(number, kind)
    assert note.tone == tone
    assert words in note.text


def test_a_wrong_register_number_is_kept(page: Page) -> None:
    field = page.put(IdentifierField(lambda: NATIONAL))
    told = Told(field)
    type_text("85.07")
    assert field.note() is None
    type_text(".30-033.29")
    page.leave()
    note = field.note()
    assert note is not None
    assert note.tone == "warn"
    assert (told, field.error()) == (["85.07.30-033.29"], "")


def test_numbers_of_others_are_not_judged_and_the_kind_may_change(page: Page) -> None:
    kinds = [DVZ]
    field = page.put(IdentifierField(lambda: kinds[0]))
    field.load("1.234.567")
    heard: list[bool] = []
    field.noted.connect(lambda: heard.append(True))
    assert field.note() is None
    kinds[0] = NATIONAL
    page.leave()
    heard.clear()
    field.set_answer("1.234.567")
    note = field.note()
    assert heard
    assert note is not None
    assert note.tone == "warn"
