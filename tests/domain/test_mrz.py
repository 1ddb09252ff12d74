"""The lines for machines: ICAO's own specimens, what people paste, and every digit that can be wrong."""

from __future__ import annotations

import contextlib
import string
from datetime import date

import pytest
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.country_codes import ALPHA_2
from loket_app.domain.mrz import MrzCheck, MrzForm, MrzPerson, NotMrz, NotMrzReason, check_digit, parse
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Sex
from loket_app.domain.travel import DocumentKind

TODAY = date(2026, 4, 14)

TD3 = """P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10"""
TD2 = """I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
D231458907UTO7408122F1204159<<<<<<<6"""
TD1 = """I<UTOD231458907<<<<<<<<<<<<<<<
7408122F1204159UTO<<<<<<<<<<<6
ERIKSSON<<ANNA<MARIA<<<<<<<<<<"""
MRV_A = """V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L8988901C4XXX4009078F96121096ZE184226B<<<<<<"""
MRV_B = """V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
L8988901C4XXX4009078F9612109<<<<<<<<"""
TD1_LONG = """I<UTOD23145890<7349<<<<<<<<<<<
3407127M9507122UTO<<<<<<<<<<<2
STEVENSON<<PETER<JOHN<<<<<<<<<"""
TD2_LONG = """I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<
D23145890<UTO3407127M95071227349<<<8"""
SPECIMENS = (TD3, TD2, TD1, MRV_A, MRV_B, TD1_LONG, TD2_LONG)


def td3(*, nationality: str = "UTO", birth: str = "740812", sex: str = "F", expiry: str = "120415") -> str:
    """A passport with other answers, and check digits that fit."""
    number, personal = "L898902C3", "ZE184226B<<<<<"
    start = number + check_digit(number)
    middle = birth + check_digit(birth)
    end = expiry + check_digit(expiry) + personal + check_digit(personal)
    second = start + nationality.ljust(3, "<") + middle + sex + end
    return TD3.splitlines()[0] + "\n" + second + check_digit(start + middle + end)


def read(text: str) -> MrzPerson:
    return parse(text, TODAY)


def test_passport_of_the_specimen() -> None:
    assert read(TD3) == MrzPerson(
        form=MrzForm.TD3,
        document=DocumentKind.PASSPORT,
        issuer="UTO",
        issuing_country=None,
        number="L898902C3",
        family_name="Eriksson",
        given_names="Anna Maria",
        one_name_only=False,
        nationality_code="UTO",
        nationality=None,
        stateless=False,
        birth_date=PartialDate(1974, 8, 12),
        sex=Sex.FEMALE,
        expires_on=date(2012, 4, 15),
        failures=(),
    )


@pytest.mark.parametrize("specimen", SPECIMENS)
def test_no_digit_of_a_specimen_fails(specimen: str) -> None:
    assert read(specimen).failures == ()


@pytest.mark.parametrize(
    ("specimen", "form", "document", "number"),
    [
        (TD2, MrzForm.TD2, DocumentKind.IDENTITY_CARD, "D23145890"),
        (TD1, MrzForm.TD1, DocumentKind.IDENTITY_CARD, "D23145890"),
        (MRV_A, MrzForm.TD3, DocumentKind.OTHER, "L8988901C"),
        (MRV_B, MrzForm.TD2, DocumentKind.OTHER, "L8988901C"),
        (TD1_LONG, MrzForm.TD1, DocumentKind.IDENTITY_CARD, "D23145890734"),
        (TD2_LONG, MrzForm.TD2, DocumentKind.IDENTITY_CARD, "D23145890734"),
    ],
)
def test_forms(specimen: str, form: MrzForm, document: DocumentKind, number: str) -> None:
    person = read(specimen)
    assert (person.form, person.document, person.number) == (form, document, number)


@pytest.mark.parametrize("specimen", SPECIMENS)
def test_the_way_it_was_pasted_does_not_matter(specimen: str) -> None:
    plain = read(specimen)
    assert read(specimen.replace("\n", "")) == plain
    assert read(specimen.lower()) == plain
    assert read("\r\n\r\n  " + specimen.replace("\n", " \r\n\r\n ") + "\n") == plain
    assert read(" ".join(specimen)) == plain


def test_fillers_lost_at_the_end_of_a_line_come_back() -> None:
    first, second = TD3.splitlines()
    assert read(first.rstrip("<") + "\n" + second) == read(TD3)
    top, middle, names = TD1.splitlines()
    assert read("\n".join((top.rstrip("<"), middle, names.rstrip("<")))) == read(TD1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", NotMrzReason.SIGNS),
        ("P<UTOÉRIKSSON", NotMrzReason.SIGNS),
        ("P<UTOERIKSSON<<ANNA<MARIA", NotMrzReason.LENGTH),
        (TD3 + "<", NotMrzReason.LENGTH),
        (TD3 + "\n" + TD3, NotMrzReason.LENGTH),
        ("X" + TD3[1:], NotMrzReason.START),
        ("<" * 88, NotMrzReason.START),
    ],
)
def test_what_cannot_be_read_says_why(text: str, reason: NotMrzReason) -> None:
    with pytest.raises(NotMrz) as caught:
        read(text)
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("place", "checks"),
    [
        (3, {MrzCheck.NUMBER, MrzCheck.WHOLE}),
        (9, {MrzCheck.NUMBER, MrzCheck.WHOLE}),
        (14, {MrzCheck.BIRTH_DATE, MrzCheck.WHOLE}),
        (22, {MrzCheck.EXPIRY, MrzCheck.WHOLE}),
        (30, {MrzCheck.OPTIONAL, MrzCheck.WHOLE}),
        (43, {MrzCheck.WHOLE}),
    ],
)
def test_one_wrong_figure_is_named_with_its_place(place: int, checks: set[MrzCheck]) -> None:
    first, second = TD3.splitlines()
    wrong = str((int(second[place], 36) + 1) % 10)
    failures = read(first + "\n" + second[:place] + wrong + second[place + 1 :]).failures
    assert {failure.check for failure in failures} == checks
    assert all(failure.line == 2 and failure.found != failure.expected for failure in failures)
    places = {MrzCheck.NUMBER: 10, MrzCheck.BIRTH_DATE: 20, MrzCheck.EXPIRY: 28, MrzCheck.OPTIONAL: 43}
    assert all(failure.column == places.get(failure.check, 44) for failure in failures)


@pytest.mark.parametrize("specimen", [TD1_LONG, TD2_LONG])
def test_the_digit_of_a_long_number_is_checked_too(specimen: str) -> None:
    wrong = specimen.replace("7349", "7340")
    assert MrzCheck.NUMBER in {failure.check for failure in read(wrong).failures}


@pytest.mark.parametrize(
    ("code", "country", "stateless"),
    [
        ("XXA", None, True),
        ("XXB", None, False),
        ("XXX", None, False),
        ("RKS", "XK", False),
        ("D", "DE", False),
        ("GBN", "GB", False),
        ("IRQ", "IQ", False),
        ("BFA", "BF", False),
    ],
)
def test_nationalities(code: str, country: str | None, stateless: bool) -> None:
    person = read(td3(nationality=code))
    assert (person.nationality_code, person.nationality, person.stateless) == (code, country, stateless)
    assert person.failures == ()


@pytest.mark.parametrize(
    ("signs", "born"),
    [
        ("260414", PartialDate(2026, 4, 14)),
        ("260415", PartialDate(1926, 4, 15)),
        ("000229", PartialDate(2000, 2, 29)),
        ("87<<<<", PartialDate(1987)),
        ("8704<<", PartialDate(1987, 4)),
        ("870400", PartialDate(1987, 4)),
        ("870000", PartialDate(1987)),
        ("87<<03", PartialDate(1987)),
        ("<<<<<<", None),
        ("871332", None),
    ],
)
def test_birth_dates(signs: str, born: PartialDate | None) -> None:
    person = read(td3(birth=signs))
    assert person.birth_date == born
    assert person.failures == ()


@pytest.mark.parametrize(
    ("signs", "day"),
    [
        ("340415", date(2034, 4, 15)),
        ("991231", date(1999, 12, 31)),
        ("<<<<<<", None),
        ("300230", None),
    ],
)
def test_expiry(signs: str, day: date | None) -> None:
    assert read(td3(expiry=signs)).expires_on == day


@pytest.mark.parametrize(("sign", "sex"), [("M", Sex.MALE), ("X", Sex.OTHER), ("<", None)])
def test_sex(sign: str, sex: Sex | None) -> None:
    assert read(td3(sex=sign)).sex is sex


def test_one_name_stands_where_the_case_keeps_it() -> None:
    person = read(TD3.replace("ERIKSSON<<ANNA<MARIA", "ABDULMUEEN<<<<<<<<<<"))
    assert (person.family_name, person.given_names, person.one_name_only) == ("", "Abdulmueen", True)


def test_an_empty_optional_part_needs_no_digit() -> None:
    first, second = TD3.splitlines()
    bare = second[:28] + "<" * 15
    whole = check_digit(bare[:10] + bare[13:20] + bare[21:43])
    assert read(first + "\n" + bare + whole).failures == ()


def test_every_country_of_iso_has_its_letters() -> None:
    aliases = get_global("territory_aliases")
    theirs = {three: two[0] for three, two in aliases.items() if len(two) == 1}
    ours = {three: two for three, two in ALPHA_2.items() if three in theirs}
    assert ours == {three: theirs[three] for three in ours}
    assert len(set(ALPHA_2.values())) == 250  # the 249 of ISO 3166-1, and Kosovo


@given(st.text(alphabet=string.ascii_uppercase + string.digits + "<", min_size=88, max_size=88))
def test_no_eighty_eight_signs_break_it(signs: str) -> None:
    assert read("P" + signs[1:]).form is MrzForm.TD3


@given(st.text(alphabet=string.ascii_letters + string.digits + "< \r\né", max_size=120))
def test_any_other_text_is_refused_and_nothing_else_happens(text: str) -> None:
    with contextlib.suppress(NotMrz):
        assert read(text).form in MrzForm
