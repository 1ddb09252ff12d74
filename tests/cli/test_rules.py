"""`loket rules`: a pack is looked at without a store, taken over as one act, and refused in one line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from loket_app.exchange.rules_pack import write_pack
from tests.cli.conftest import Loket
from tests.domain.layers import BUDGET, confirmed, proposal


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The figures of another desk."""
    file = tmp_path / "pack.json"
    file.write_bytes(write_pack("BRU", date(2026, 4, 14), "2026.11", [confirmed(proposal(), "b1", "BRU")]))
    return file


@pytest.fixture
def store(loket: Loket, tmp_path: Path, secret: Path) -> list[object]:
    """An empty store, as the options that name it."""
    where: list[object] = ["--profile", tmp_path / "store", "--passphrase-file", secret]
    assert loket("store", "init", *where, "--desk", "GNT", "--login", "AV").code == 0
    return where


def test_a_pack_is_looked_at_without_a_store(loket: Loket, pack: Path) -> None:
    said = loket("rules", "check", pack)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"new · {BUDGET} · ")
    found = json.loads(loket("rules", "check", pack, "--json").out)
    (line,) = found["figures"]
    assert (line["figure"], line["id"], line["standing"]) == (BUDGET, "b1", "new")
    assert (line["now"]["kind"], line["now"]["from"], line["now"]["desk"]) == ("not_public", "2022-01-01", None)
    assert (line["proposed_by"], line["confirmed_by"], line["reason"]) == ("AV", "BD", "By mail.")


def test_the_text_says_what_counts_now_and_who_stands_for_the_new_value(loket: Loket, pack: Path) -> None:
    _new, *more = loket("rules", "check", pack).out.splitlines()
    assert more[0] == "  now: amount not known (Loket, from 01/01/2022 on)"
    assert more[1].startswith("  Mail of the voluntary-return cell · 13/04/2026")
    assert more[2:] == ["  Why: By mail.", "  Proposed by AV on 14/04/2026, confirmed by BD on 14/04/2026."]


def test_a_pack_without_a_figure_says_so(loket: Loket, pack: Path) -> None:
    pack.write_bytes(write_pack("BRU", date(2026, 4, 14), "2026.11", []))
    assert loket("rules", "check", pack).out == "This pack holds no figure.\n"


def test_a_pack_is_taken_over_once_and_is_not_this_desks_own(
    loket: Loket, pack: Path, store: list[object], tmp_path: Path, secret: Path
) -> None:
    secret.chmod(0o644)
    first = loket("rules", "import", pack, *store)
    assert first.code == 0
    assert f"chmod 600 {secret}" in first.err
    again = loket("rules", "import", pack, *store)
    assert (again.code, again.err.count("\n")) == (2, 1)
    assert "There is nothing new in this pack." in again.err
    given = loket("rules", "export", "-o", tmp_path / "own.json", *store)
    assert given.code == 2
    assert "No figure of this desk counts." in given.err
    assert not (tmp_path / "own.json").exists()


@pytest.mark.parametrize("action", ["check", "import"])
def test_a_bad_pack_is_refused_in_one_line_that_names_the_place(
    loket: Loket, pack: Path, store: list[object], action: str
) -> None:
    pack.write_text(pack.read_text("utf-8").replace('"1500.00"', "1500.5"), "utf-8")
    said = loket("rules", action, pack, *(store if action == "import" else []))
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert f"{pack}: entries/1/amount: An amount is never a number with a point" in said.err
