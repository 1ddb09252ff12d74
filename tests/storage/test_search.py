"""Finding a case as one types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.answers import UNKNOWN
from loket_app.domain.person import Identifier, IdentifierKind
from loket_app.domain.travel import TravelDocument
from loket_app.domain.wish import Contact, Wish
from loket_app.storage.store import Store
from tests.storage.samples import case, edit, keep, make, person

FILED = (
    Identifier("i1", IdentifierKind.NATIONAL, "85.07.30-033.28"),
    Identifier("i2", IdentifierKind.DVZ, "OV 8.123.456"),
)
CELAJ = person("p1", "Çelaj", "Đorđe Ângelo", original_script_name="მიქაბერიძე", aliases="O'Brien", identifiers=FILED)


@pytest.fixture
def found(store: Store) -> Store:
    """One case that has everything, and two beside it."""
    everything = case(
        household=(CELAJ, person("p2", "El-Amrani", "عبد المعين", birth_name="Nguyễn Thị")),
        contact=Contact(phone="+32 470 12 34 56"),
        wish=Wish(destination="XK", destination_place="Gjakovë"),
        documents=(TravelDocument("t1", "p1", number="P0123456"),),
    )
    beside = {"contact": Contact(), "wish": Wish(destination="IQ")}
    keep(
        store,
        everything,
        case("c2", "ANT-2025-0170", household=(person("p1", "Angelov", "Petar", identifiers=()),), **beside),
        case("c3", "GNT-2026-0171", household=(person("p1", "Petrov", "Angel Tamriko", identifiers=()),), **beside),
    )
    return store


def search(store: Store, text: str, limit: int = 20) -> str:
    with store.reading() as work:
        return " ".join(row.id for row in work.cases.search(text, limit))


@pytest.mark.parametrize(
    "text",
    [
        "Çelaj", "celaj", "CELAJ", "çelaj, đorđe", "đor", "Dorde celaj", "  celaj  ", "elaj", "ela",
        "O'Brien", "o’brien", "obrien", "brien", "El-Amrani", "amrani", "nguyen thi", "Nguyễn",
        "მიქაბერიძე", "ქაბერ", "მი", "عبد", "المعين", "ع",
        "85073003328", "85.07.30-033.28", "85.07.30", "850730", "8123456", "8.123.456", "ov 8.123",
        "+32 470 12 34 56", "0470/12.34.56", "0470 12", "0032 470 12", "32470", "123456",
        "P0123456", "p0123", "xk", "Gjakove", "gjak",
        "GNT-2026-0001", "gnt-2026-0001", "2026-0001", "0001",
    ],
)  # fmt: skip
def test_it_is_found_by(found: Store, text: str) -> None:
    assert "c1" in search(found, text).split()


@pytest.mark.parametrize(
    "text", ["", "   ", "-", '"', "''", "zzz", "celajx", "celaj petrov", "0470 99", "2027", "GNT-2027"]
)
def test_it_is_not_found_by(found: Store, text: str) -> None:
    assert search(found, text) == ""


def test_the_best_come_first(found: Store) -> None:
    assert search(found, "ange") == "c2 c3 c1"  # the name begins so; then words that begin so, the newest first
    assert search(found, "pet") == "c3 c2"
    assert search(found, "2026-01") == "c3"
    assert search(found, "017") == "c3 c2"
    assert search(found, "amr") == "c1 c3"  # a word of the older one begins so, a newer one only holds it
    assert search(found, "ange", 1) == "c2"


def test_a_short_text_finds_beginnings_only(found: Store) -> None:
    assert search(found, "an") == "c2 c3 c1"
    assert search(found, "ng") == "c1"  # Nguyễn begins so, Angelov only holds it
    assert search(found, "ngel") == "c3 c2 c1"


def test_what_was_said_before_is_not_found(found: Store) -> None:
    with found.reading() as work:
        now = work.cases.load("c1")
    now = make(found, edit(now, "household/p1/family_name", "Krasniqi"))
    assert (search(found, "celaj"), search(found, "krasniqi")) == ("", "c1")
    now = make(found, edit(now, "household/p2", None))
    assert search(found, "amrani") == ""
    make(found, edit(now, "contact/phone", UNKNOWN))
    assert search(found, "0470 12") == ""


@given(text=st.text(max_size=30))
def test_any_text_may_be_typed(shared_store: Store, text: str) -> None:
    assert search(shared_store, text) == ""


@given(text=st.text(st.sampled_from("ab \"*()^:-+'AND OR NOT NEAR{}"), max_size=12))
def test_the_words_of_the_index_are_no_commands(shared_store: Store, text: str) -> None:
    assert search(shared_store, text) == ""
