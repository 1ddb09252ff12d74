"""`loket store`: real stores, made, filled, read and damaged."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from loket_app.cli.typed import DESKS
from loket_app.domain.case import Case, Consent, ConsentPurpose, ConsentState, Desk
from loket_app.domain.changes import Change
from loket_app.domain.travel import Cost, TravelDocument
from loket_app.exchange.casefile import read_case
from loket_app.services import entrance
from loket_app.storage.store import Store
from tests.at_work import NOW
from tests.cli.conftest import PASSPHRASE, Loket, Said, tree
from tests.scans import picture


@pytest.fixture
def full(loket: Loket, store: Path, secret: Path, stories: dict[str, Path]) -> Path:
    """A store with the three stories."""
    assert loket("store", "import", *stories.values(), "--profile", store, "--passphrase-file", secret).code == 0
    return store


def _ask(loket: Loket, action: str, store: Path, secret: Path, *more: object) -> Said:
    return loket("store", action, "--profile", store, "--passphrase-file", secret, *more)


def test_a_new_store_tells_its_recovery_code_once(loket: Loket, tmp_path: Path, secret: Path) -> None:
    profile = tmp_path / "new"
    said = loket("store", "init", "--profile", profile, "--passphrase-file", secret, "--login", "anna", "--desk", "gnt")
    assert (said.code, said.err) == (0, "")
    (code,) = re.findall(r"(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}", said.out)
    assert "Ghent" in said.out
    opened = entrance.open_with_recovery(profile, "anna", code, PASSPHRASE + "-nieuw")
    opened.close()


def test_init_knows_every_desk() -> None:
    assert DESKS.split("|") == [desk.value for desk in Desk]


def test_init_answers_in_json(loket: Loket, tmp_path: Path, secret: Path) -> None:
    answer = json.loads(_ask(loket, "init", tmp_path / "new", secret, "--desk", "LIE", "--json").out)
    assert answer["desk"] == "LIE"
    assert entrance.profile_state(tmp_path / "new") == entrance.Ready((answer["login"],))


def test_a_store_without_a_desk_is_not_made(loket: Loket, tmp_path: Path, secret: Path) -> None:
    said = _ask(loket, "init", tmp_path / "new", secret)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "--desk" in said.err
    assert not (tmp_path / "new").exists()


def test_a_store_is_not_made_twice(loket: Loket, full: Path, secret: Path) -> None:
    before = tree(full)
    said = _ask(loket, "init", full, secret, "--desk", "BRU")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert str(full) in said.err
    assert tree(full) == before


def test_a_weak_passphrase_makes_nothing(loket: Loket, tmp_path: Path, secret: Path) -> None:
    secret.write_text("welkom\n", encoding="utf-8")
    said = _ask(loket, "init", tmp_path / "new", secret, "--desk", "BRU")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "new").exists()


def test_cases_come_out_as_they_went_in(
    loket: Loket, full: Path, secret: Path, stories: dict[str, Path], tmp_path: Path
) -> None:
    said = _ask(loket, "export", full, secret, "-o", tmp_path / "out")
    assert said.code == 0
    written = {file.read_bytes() for file in (tmp_path / "out").iterdir()}
    assert written == {file.read_bytes() for file in stories.values()}
    assert {file.name for file in (tmp_path / "out").iterdir()} == {f"BRU-0000-000{n}.json" for n in (1, 2, 3)}
    assert all(file.stat().st_mode & 0o077 == 0 for file in (tmp_path / "out").iterdir())


def test_what_earlier_loket_left_of_somebody_taken_out_comes_out_and_goes_in_again(
    loket: Loket, full: Path, secret: Path, tmp_path: Path
) -> None:
    """A store of before papers and consents went along holds them still: its own files are read, and nothing of it is lost."""
    left = _taken_out_as_before(full)
    assert _ask(loket, "export", full, secret, left.number, "-o", tmp_path / "out").code == 0
    file = tmp_path / "out" / f"{left.number}.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    gone = {record["person"] for name in ("documents", "costs", "consents") for record in data[name]}
    assert set(data["taken_out"]) == gone - {person.id for person in left.household}
    assert read_case(file) == left
    assert loket("schema", "case").out.count('"taken_out"') == 1
    del data["taken_out"]  # an id with a slip of the pen, in a file that somebody made
    file.write_text(json.dumps(data), encoding="utf-8")
    refused = loket("check", file)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "Nobody in the household has this id." in refused.err


def test_one_case_comes_out_by_its_number(loket: Loket, full: Path, secret: Path, tmp_path: Path) -> None:
    said = _ask(loket, "export", full, secret, "BRU-0000-0002", "-o", tmp_path / "out", "--json")
    target = tmp_path / "out" / "BRU-0000-0002.json"
    assert json.loads(said.out) == {"exported": [str(target)]}
    assert [*target.parent.iterdir()] == [target]


def test_a_file_that_is_there_stops_the_whole_export(loket: Loket, full: Path, secret: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "BRU-0000-0003.json"
    target.parent.mkdir()
    target.write_bytes(b"mine")
    said = _ask(loket, "export", full, secret, "-o", target.parent)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert str(target) in said.err
    assert tree(target.parent) == {target.name: b"mine"}
    assert _ask(loket, "export", full, secret, "-o", target.parent, "--force").code == 0
    assert target.read_bytes() != b"mine"


def test_a_number_that_no_case_has(loket: Loket, full: Path, secret: Path, tmp_path: Path) -> None:
    said = _ask(loket, "export", full, secret, "BRU-0000-0009", "-o", tmp_path / "out")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "BRU-0000-0009" in said.err
    assert not (tmp_path / "out").exists()


def test_a_case_goes_in_once(loket: Loket, full: Path, secret: Path, stories: dict[str, Path], tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text(stories["agnes"].read_text(encoding="utf-8").replace("demo-3", "demo-4"), encoding="utf-8")
    again = _ask(loket, "import", full, secret, stories["agnes"])
    taken = _ask(loket, "import", full, secret, other)
    assert (again.code, taken.code) == (2, 2)
    assert f"{stories['agnes']}: id:" in again.err
    assert f"{other}: number:" in taken.err
    assert json.loads(_ask(loket, "stats", full, secret, "--json").out)["total"] == 3


def test_the_list_and_the_numbers(loket: Loket, full: Path, secret: Path) -> None:
    rows = json.loads(_ask(loket, "list", full, secret, "--json").out)["cases"]
    assert [(row["number"], row["name"], row["destination"]) for row in rows] == [
        ("BRU-0000-0001", "Abdulmueen", "IQ"),
        ("BRU-0000-0002", "MIFTARI", "XK"),
        ("BRU-0000-0003", "Agnès", "BF"),
    ]
    assert "BRU-0000-0002 · enquiry · MIFTARI · Kosovo · 5 persons" in _ask(loket, "list", full, secret).out
    stats = json.loads(_ask(loket, "stats", full, secret, "--json").out)
    for breakdown in ("by_status", "by_desk", "by_destination"):
        assert sum(row["count"] for row in stats[breakdown]) == stats["total"] == 3
    assert "3 cases, of which open: 3" in _ask(loket, "stats", full, secret).out


def test_scans_are_counted_beside_the_cases(loket: Loket, full: Path, secret: Path) -> None:
    (login,) = _logins(full)
    opened = entrance.open_store(full, login, PASSPHRASE.strip())
    scan = picture()
    try:
        opened.database.submit(lambda store: _put(store, scan)).result()
    finally:
        opened.close()
    assert json.loads(_ask(loket, "stats", full, secret, "--json").out)["scans"] == {"count": 1, "bytes": len(scan)}
    assert f"1 scan, {len(scan)} bytes" in _ask(loket, "stats", full, secret).out


def _put(store: Store, scan: bytes) -> None:
    with store.work() as unit:
        unit.attachments.put("demo-2", "scan-1", scan)
        unit.commit()


def _logins(profile: Path) -> list[str]:
    return [slot["login"] for slot in json.loads((profile / "keys.json").read_text(encoding="utf-8"))["slots"][:1]]


def test_a_whole_store_is_found_whole(loket: Loket, full: Path, secret: Path) -> None:
    assert "Everything is whole." in _ask(loket, "verify", full, secret).out
    assert json.loads(_ask(loket, "verify", full, secret, "--json").out) == {"sound": True, "cases": 3, "findings": []}


def test_a_damaged_page_is_found(loket: Loket, full: Path, secret: Path) -> None:
    database = full / entrance.DATABASE_NAME
    content = bytearray(database.read_bytes())
    content[-100] ^= 0xFF
    database.write_bytes(content)
    said = _ask(loket, "verify", full, secret, "--json")
    assert (said.code, said.err.count("\n")) == (3, 1)
    assert json.loads(said.out)["sound"] is False
    assert "opens, but not everything in it is whole" in said.err
    assert "cannot be opened" not in said.err


@pytest.mark.parametrize("action", ["list", "stats", "verify"])
def test_a_store_that_stays_closed(loket: Loket, full: Path, secret: Path, action: str) -> None:
    secret.write_text("een andere wachtzin dan die\n", encoding="utf-8")
    wrong = _ask(loket, action, full, secret)
    secret.write_text(PASSPHRASE, encoding="utf-8")
    (full / entrance.DATABASE_NAME).write_bytes(b"\0" * 8192)
    damaged = _ask(loket, action, full, secret)
    none = _ask(loket, action, full.parent / "none", secret)
    for said in (wrong, damaged, none):
        assert (said.code, said.out, said.err.count("\n")) == (3, "", 1)


def test_nothing_was_put_into_a_store_that_stayed_closed(
    loket: Loket, store: Path, secret: Path, stories: dict[str, Path]
) -> None:
    secret.write_text("een andere wachtzin dan die\n", encoding="utf-8")
    before = tree(store)
    assert _ask(loket, "import", store, secret, stories["agnes"]).code == 3
    assert tree(store) == before


def test_who_unlocks_can_be_named(loket: Loket, store: Path, secret: Path) -> None:
    (login,) = json.loads((store / "keys.json").read_text(encoding="utf-8"))["slots"][0]["login"].split()
    assert _ask(loket, "list", store, secret, "--login", login).code == 0
    said = _ask(loket, "list", store, secret, "--login", "nobody")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "nobody" in said.err


def test_a_passphrase_that_others_can_read_is_warned_about(loket: Loket, store: Path, secret: Path) -> None:
    assert _ask(loket, "list", store, secret).err == ""
    secret.chmod(0o644)
    said = _ask(loket, "list", store, secret)
    assert said.code == 0
    assert said.err.count("\n") == 1
    assert f"chmod 600 {secret}" in said.err


@pytest.mark.parametrize("content", [b"", b"\nlater\n", b"\xff\xfe"])
def test_a_passphrase_file_without_one(loket: Loket, store: Path, secret: Path, content: bytes) -> None:
    secret.write_bytes(content)
    said = _ask(loket, "list", store, secret)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert str(secret) in said.err


def test_a_passphrase_file_that_is_not_there(loket: Loket, store: Path, tmp_path: Path) -> None:
    said = _ask(loket, "list", store, tmp_path / "none")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "none" in said.err


def test_the_users_own_folder_is_the_default(loket: Loket, store: Path, secret: Path) -> None:
    shutil.copytree(store, entrance.default_profile())
    assert loket("store", "list", "--passphrase-file", secret).code == 0


def test_names_stay_inside_the_store(full: Path) -> None:
    for file in full.iterdir():
        assert not re.search("Miftari|MIFTARI|Abdulmueen|Agnès".encode(), file.read_bytes()), file.name


def _taken_out_as_before(profile: Path) -> Case:
    """A family of which somebody was taken out alone, with a paper, a cost and a no of theirs left."""
    (login,) = _logins(profile)
    opened = entrance.open_store(profile, login, PASSPHRASE.strip())
    try:
        return opened.database.submit(_take_out).result()
    finally:
        opened.close()


def _take_out(store: Store) -> Case:
    with store.work() as work:
        case = next(found for row in work.cases.page() if len((found := work.cases.load(row.id)).household) > 1)
        somebody = case.household[-1]
        theirs = (
            ("documents", TravelDocument("left-paper", somebody.id)),
            ("costs", Cost("left-cost", person=somebody.id)),
            ("consents", Consent("left-no", ConsentPurpose.DATA_TO_IOM, ConsentState.DECLINED, person=somebody.id)),
        )
        acts = [Change(case.id, f"{name}/{one.id}", None, one, "an", NOW, one.id) for name, one in theirs]
        gone = Change(case.id, f"household/{somebody.id}", somebody, None, "an", NOW, "gone")
        after = work.cases.record([*acts, gone])
        work.commit()
    return after
