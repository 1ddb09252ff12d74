"""A slip of the finger is told from a wrong code."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from loket_app.security.errors import MistypedRecoveryCode
from loket_app.security.recovery_code import ALPHABET, GROUPS, new_recovery_code, read_recovery_code

codes = st.builds(new_recovery_code)


def slip(typed: str) -> int | None:
    with pytest.raises(MistypedRecoveryCode) as caught:
        read_recovery_code(typed)
    return caught.value.group


def test_how_it_looks() -> None:
    assert re.fullmatch(r"([2-9A-HJKMNP-Z]{5}-){7}[2-9A-HJKMNP-Z]{5}", new_recovery_code())
    assert len(ALPHABET) == 31
    assert not set("01ILO") & set(ALPHABET)
    assert len({new_recovery_code() for _ in range(100)}) == 100


@given(code=codes, blank=st.sampled_from(["", " ", "  ", " - ", "\n", "–"]))
def test_it_is_read_however_it_is_typed(code: str, blank: str) -> None:
    assert read_recovery_code(code.lower().replace("-", blank)) == code


@given(code=codes, place=st.integers(0, 39), sign=st.sampled_from(ALPHABET + "01OIL"))
def test_every_single_slip_is_found_in_its_group(code: str, place: int, sign: str) -> None:
    signs = list(code.replace("-", ""))
    assume(signs[place] != sign)
    signs[place] = sign
    assert slip("".join(signs)) == place // 5 + 1


@given(code=codes, group=st.integers(0, GROUPS - 1), one=st.integers(0, 4), other=st.integers(0, 4))
def test_every_two_signs_swapped_in_a_group_are_found(code: str, group: int, one: int, other: int) -> None:
    signs = list(code.replace("-", ""))
    place, other = group * 5 + one, group * 5 + other
    assume(signs[place] != signs[other])
    signs[place], signs[other] = signs[other], signs[place]
    assert slip("".join(signs)) == place // 5 + 1


@given(code=codes, swap=st.sampled_from(list(combinations(range(GROUPS), 2))))
def test_swapped_groups_are_found(code: str, swap: tuple[int, int]) -> None:
    groups = code.split("-")
    first, second = swap
    groups[first], groups[second] = groups[second], groups[first]
    assert slip("-".join(groups)) == first + 1


@pytest.mark.parametrize("typed", ["", "   ", "ABC"])
def test_too_little_is_a_matter_of_length(typed: str) -> None:
    assert slip(typed) is None


@given(code=codes)
def test_a_group_left_out_or_typed_twice(code: str) -> None:
    groups = code.split("-")
    assert slip("-".join(groups[:-1])) is None
    assert slip(code + groups[-1]) is None
    assert slip("-".join([groups[0], *groups])) == 2


def test_letters_of_other_scripts_are_a_slip() -> None:
    groups = new_recovery_code().split("-")
    assert slip("-".join(["ÀВСЁК", *groups[1:]])) == 1
