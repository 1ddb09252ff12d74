"""What is written is read again, to the last answer; what is broken gives one line and never a crash."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loket_app import paths
from loket_app.domain.case import Case
from loket_app.domain.money import CENT, DESK_LIMIT
from loket_app.exchange.casefile import read_case, write_case
from loket_app.exchange.errors import CaseFileError
from loket_app.exchange.plain_json import LARGEST
from tests.exchange.cases import CASES

MIFTARI = paths.resources() / "demo" / "miftari.json"
AGNES = paths.resources() / "demo" / "agnes.json"

in_one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@in_one_folder
@given(case=CASES)
def test_a_case_comes_back_as_it_was(tmp_path: Path, case: Case) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(write_case(case))
    assert read_case(file) == case


def test_a_file_is_written_the_same_way_twice() -> None:
    case = read_case(MIFTARI)
    assert write_case(case) == write_case(case) == MIFTARI.read_bytes()
    assert write_case(case).endswith(b"}\n")


def test_a_text_that_looks_like_a_missing_answer_stays_a_text(tmp_path: Path) -> None:
    data = json.loads(AGNES.read_text(encoding="utf-8")) | {"remarks": '{\n  "missing": "unknown"\n}'}
    file = _file(tmp_path, data)
    file.write_bytes(write_case(read_case(file)))
    assert read_case(file).remarks == data["remarks"]


def test_an_editor_may_leave_its_mark(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(b"\xef\xbb\xbf" + MIFTARI.read_bytes().replace(b"\n", b"\r\n"))
    assert read_case(file) == read_case(MIFTARI)


def _set(data: Any, place: str, value: Any) -> None:
    *steps, last = [int(step) - 1 if step.isdecimal() else step for step in place.split("/")]
    for step in steps:
        data = data[step]
    if isinstance(data, list) and last == len(data):
        data.append(value)
    else:
        data[last] = value


def _file(folder: Path, data: Any) -> Path:
    file = folder / "case.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def _refusal(file: Path) -> CaseFileError:
    with pytest.raises(CaseFileError) as caught:
        read_case(file)
    error = caught.value
    assert error.why
    assert error.remedy
    assert str(error).splitlines() == [error.one_line]
    assert error.one_line.startswith(str(file))
    return error


CONSENT = {"id": "n1", "purpose": "data_to_iom", "state": "declined", "person": "person-9"}
DOCUMENT = {"id": "d1", "person": "person-9", "kind": "passport"}


def test_a_consent_may_be_that_of_everybody(tmp_path: Path) -> None:
    data = json.loads(MIFTARI.read_text(encoding="utf-8"))
    _set(data, "consents", [{**CONSENT, "person": "everybody"}])
    assert read_case(_file(tmp_path, data)).consents[0].person == "everybody"


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        ("loket_case", 2, "newer Loket"),
        ("loket_case", 0, "It must be: 1."),
        ("loket_case", True, "It must be: 1."),
        ("household/2/birth_dat", "1987", "Did you mean birth_date?"),
        ("stay/orders", [{"id": "1", "zzz": 1}], "Known here: id, notified_on, leave_by."),
        ("favourite_colour", "blue", "loket schema"),
        ("household/2/birth_date", "1987-02-30", "a date that exists"),
        ("household/2/birth_date", "0000", "a date that exists"),
        ("household/2/birth_date", "1987\n", "a date that exists"),
        ("household/2/birth_date", 1987, "a date that exists"),
        ("opened_on", "2026-02-29", "a date that exists"),
        ("opened_on", "20260401", "a date that exists"),
        ("opened_on", "2026-W01-1", "a date that exists"),
        ("household/2/relation", "uncle", "applicant, partner, child"),
        ("household/2/relation", ["child"], "applicant, partner, child"),
        ("household/2/sex", {"missing": "not_asked"}, "unknown, declined"),
        ("household/2/sex", {"missing": "unknown", "why": "?"}, "Known here: missing."),
        ("household/2/sex", {}, "unknown, declined"),
        ("household/2/sex", None, "It is null"),
        ("household/2/family_name", 7, "must be a text"),
        ("household/2/family_name", "a\u0007b", "control signs"),
        ("household/2/family_name", "x" * 100_001, "longer than 100000"),
        ("household/2/travels", "yes", "true or false"),
        ("household/2/travels", 1, "true or false"),
        ("household/2/nationalities", "XK", "a list"),
        ("household/2/nationalities", ["XK", "XK"], "something twice"),
        ("household/2/nationalities/1", "ZZ", "ISO 3166"),
        ("household/2/nationalities/1", "KOS", "ISO 3166"),
        ("household/2/languages", ["Albanian!"], "BCP 47"),
        ("household/2/id", "person-1", "same id"),
        ("household/2/id", "a/b", "letters"),
        ("household/2/id", "birth_date", "not the name of a field"),
        ("household/2", {"id": "p2"}, "applicant, partner"),
        ("household/2", [], "must be an object"),
        ("household", {}, "must be a list"),
        ("wish/destination", "Kosovo", "ISO 3166"),
        ("number", "17", "GNT-2026-0017"),
        ("revision", -1, "whole number"),
        ("revision", 1.0, "whole number"),
        ("revision", 10**12, "whole number"),
        ("plan/budget", [{"id": "b1", "amount": 12.5}], "12.50"),
        ("plan/budget", [{"id": "b1", "amount": "12.505"}], "12.50"),
        ("plan/budget", [{"id": "b1", "amount": "9999999999"}], f'"{DESK_LIMIT - CENT}" at most'),
        ("plan/budget", [{"id": "b1", "amount": "-12.50"}], "without a minus"),
        ("costs", [{"id": "c1", "amount": "-12.50"}], "without a minus"),
        ("costs", [{"id": "c1", "foreign_amount": "-60"}], "without a minus"),
        ("costs", [{"id": "c1", "rate": "-0.94"}], "without a minus"),
        ("departure", {"premium_paid": "-0.01"}, "without a minus"),
        ("documents", [DOCUMENT], "Nobody in the household"),
        ("costs", [{"id": "c1", "person": "person-9"}], "Nobody in the household"),
        ("consents", [CONSENT], "Nobody in the household"),
        ("history", [{"id": "h1", "status": "intake", "at": "2026-04-14", "by": "x"}], "date and time"),
        ("history", [{"id": "h1", "status": "intake", "at": "0001-01-01T00:00:00+14:00", "by": "x"}], "date and time"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, place: str, value: Any, words: str) -> None:
    data = json.loads(MIFTARI.read_text(encoding="utf-8"))
    _set(data, place, value)
    error = _refusal(_file(tmp_path, data))
    # what is wrong inside a value is named there, or with the list that holds it
    assert error.place
    assert error.place.startswith(place) or place.startswith(error.place)
    assert words in error.one_line


def test_the_value_itself_is_never_told(tmp_path: Path) -> None:
    data = json.loads(MIFTARI.read_text(encoding="utf-8"))
    _set(data, "household/2/birth_date", "Geheim")
    assert "Geheim" not in _refusal(_file(tmp_path, data)).one_line


@pytest.mark.parametrize("key", ["number", "desk", "opened_on", "counsellor", "id"])
def test_a_field_that_must_be_there_is_named(tmp_path: Path, key: str) -> None:
    data = json.loads(MIFTARI.read_text(encoding="utf-8"))
    del data[key]
    error = _refusal(_file(tmp_path, data))
    assert (error.place, error.why) == (key, "It is missing.")


BOMB = b'{"loket_case": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"
QUOTES = b'{"loket_case": "' + b'\\"' * 1_000_000


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b"", "", "empty"),
        (b" \n", "", "empty"),
        (MIFTARI.read_text(encoding="utf-8").encode("utf-16"), "", "UTF-8"),
        (MIFTARI.read_text(encoding="utf-8").encode("utf-16-be"), "", "UTF-8"),
        (b"\xff" + MIFTARI.read_bytes(), "line 1", "UTF-8"),
        (AGNES.read_text(encoding="utf-8").encode("latin-1", "replace"), "line 10", "UTF-8"),
        (b'{\n  "loket_case": 1,\n}', "line 3, column 1", "not JSON"),
        (b"%PDF-1.7", "line 1, column 1", "not JSON"),
        (b"{} {}", "line 1, column 4", "not JSON"),
        (BOMB, "", "nested too deeply"),
        (QUOTES, "line 1, column 16", "not JSON"),
        (b'{"loket_case": 1, "id": "a", "id": "b"}', "id", "twice"),
        (b'{"loket_case": 1, "household": [{"sex": 1, "sex": 2}]}', "household/1/sex", "twice"),
        (b'{"loket_case": 1, "revision": NaN}', "revision", "not a number"),
        (b'{"loket_case": 1, "revision": -Infinity}', "revision", "not a number"),
        (b'{"loket_case": 1, "revision": ' + b"9" * 5000 + b"}", "revision", "5000 figures"),
        (b'{"loket_case": 1, "remarks": "\\ud800"}', "remarks", "not text"),
        (b'{"loket_case": 1, "\\ud800": 1}', "�", "not text"),
        (b'{"loket_case": 1, "a\\nb\\u001b[31m": 1}', "a�b�[31m", "no field"),
        (b'{"loket_case": 1, "' + b"k" * 9000 + b'": 1}', "k" * 39 + "…", "no field"),
        (b"[]", "", "not a case file"),
        (b"null", "", "not a case file"),
        (b"{}", "", "not a case file"),
        (b'{"loket_case": 1e400}', "loket_case", "It must be: 1."),
    ],
)
def test_what_is_no_case_file_is_refused(tmp_path: Path, content: bytes, place: str, words: str) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(content)
    error = _refusal(file)
    assert error.place == place
    assert words in error.one_line


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    with file.open("wb") as hole:
        hole.truncate(40 * LARGEST)
    assert "larger than 5 MB" in _refusal(file).one_line


def test_a_file_without_a_size_is_read_no_further_than_the_limit() -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("no such device here")
    assert "larger than 5 MB" in _refusal(endless).one_line


def test_a_place_without_a_file_is_named(tmp_path: Path) -> None:
    assert "no such file" in _refusal(tmp_path / "none.json").one_line
    assert "folder" in _refusal(tmp_path).one_line


def _outcome(file: Path) -> str:
    try:
        return read_case(file).number
    except CaseFileError as error:
        return error.one_line


def _mutated(seed: int) -> bytes:
    """The Miftari file with some of its signs swapped for others that mean something to JSON."""
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    content = bytearray(MIFTARI.read_bytes())
    for _time in range(chance.randint(1, 4)):
        start = chance.randrange(len(content))
        end = start + chance.choice([0, 1, 1, 1, 9])
        content[start:end] = chance.choice([b"", b'"', b"[", b"}", b"null", b"1e9", b"\\u0000", b"\xff", b",", b"\n"])
    return bytes(content)


@in_one_folder
@given(seed=st.integers(0, 2**32))
def test_a_scratched_file_is_a_case_or_one_line(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(_mutated(seed))
    assert len(_outcome(file).splitlines()) == 1


_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just({"missing": "unknown"})
_ANYTHING = st.recursive(_LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=9)
_PLACES = re.findall(r'"(\w+)":', MIFTARI.read_text(encoding="utf-8"))


@in_one_folder
@given(place=st.sampled_from(sorted(set(_PLACES))), value=_ANYTHING)
def test_anything_at_any_place_is_a_case_or_one_line(tmp_path: Path, place: str, value: Any) -> None:
    file = _file(tmp_path, _replaced(json.loads(MIFTARI.read_text(encoding="utf-8")), place, value))
    assert len(_outcome(file).splitlines()) == 1


def _replaced(data: Any, key: str, value: Any) -> Any:
    if isinstance(data, dict):
        return {name: value if name == key else _replaced(item, key, value) for name, item in data.items()}
    return [_replaced(item, key, value) for item in data] if isinstance(data, list) else data
