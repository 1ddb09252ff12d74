"""Who let whom in: kept in the store, told beside a figure that such two stand for, and given on in packs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from loket_app.domain.accounts import Account, AccountActKind
from loket_app.domain.pack_preview import Standing
from loket_app.i18n import set_language
from loket_app.services.desk import Desk
from loket_app.services.entrance import open_store
from loket_app.services.own_figures import look_at_pack
from tests.at_work import LOGIN, NOW, PASSPHRASE, make_profile, still_clock
from tests.domain.layers import proposal

PHRASES = {LOGIN: PASSPHRASE, "BD": "acht paarden in de gang", "CE": "negen wolken boven Aalst"}
AsWho = Callable[[str], Desk]


@pytest.fixture
def as_who(tmp_path: Path) -> Iterator[AsWho]:
    """The desk unlocked by one person at a time. An lets Bo in, and Bo lets Chris in."""
    set_language("en")
    profile, clock, open_desks = make_profile(tmp_path), still_clock(), list[Desk]()

    def unlocked(login: str) -> Desk:
        while open_desks:
            open_desks.pop().close()
        open_desks.append(Desk(open_store(profile, login, PHRASES[login]), clock=clock))
        return open_desks[0]

    unlocked(LOGIN).people.add(PASSPHRASE, "BD", "Bo Dhaene", PHRASES["BD"])
    unlocked("BD").people.add(PHRASES["BD"], "CE", "Chris Est", PHRASES["CE"])
    yield unlocked
    while open_desks:
        open_desks.pop().close()


def test_who_let_whom_in_is_kept_and_so_is_who_kept_whom_out(as_who: AsWho) -> None:
    people = as_who(LOGIN).people
    assert people.account("bd") == Account(LOGIN, NOW)
    assert people.account("CE") == Account("BD", NOW)
    people.remove(PASSPHRASE, "CE")
    assert as_who(LOGIN).people.account("CE") is None
    kept = as_who(LOGIN)._read(lambda unit: unit.account_acts.all()).result()
    assert [(act.by, act.kind, act.login, act.name) for act in kept] == [
        (LOGIN, AccountActKind.ADDED, LOGIN, "An Vos"),
        (LOGIN, AccountActKind.ADDED, "BD", "Bo Dhaene"),
        ("BD", AccountActKind.ADDED, "CE", "Chris Est"),
        (LOGIN, AccountActKind.REMOVED, "CE", "Chris Est"),
    ]


def test_who_makes_a_store_lets_oneself_in(as_who: AsWho) -> None:
    account = as_who(LOGIN).people.account(LOGIN)
    assert account is not None
    assert account.by == LOGIN
    assert datetime.now(UTC) - account.at < timedelta(hours=1)


@pytest.mark.parametrize(
    ("first", "second", "related"), [(LOGIN, "BD", True), ("CE", "BD", True), (LOGIN, "CE", False)]
)
def test_two_of_whom_one_let_the_other_in_may_confirm_and_it_is_told_before_after_and_in_a_pack(
    as_who: AsWho, tmp_path: Path, first: str, second: str, *, related: bool
) -> None:
    as_who(first).figures.propose(proposal()).result()
    desk = as_who(second)
    (waiting,) = desk.figures.layer.waiting
    assert desk.figures.would_relate(waiting) is related
    desk.figures.confirm(waiting.key).result()
    (entry,) = as_who("BD").figures.layer.counting
    assert entry.related is related
    as_who("BD").figures.export(tmp_path / "pack.json")
    _pack, lines, _looks = look_at_pack(tmp_path / "pack.json")
    assert [(line.standing, line.entry.related) for line in lines] == [(Standing.NEW, related)]
    assert (lines[0].entry.proposer, lines[0].entry.confirmer) == (entry.proposer, entry.confirmer)


def test_a_pack_of_format_1_knows_no_accounts_and_is_read_as_ever(as_who: AsWho, tmp_path: Path) -> None:
    as_who(LOGIN).figures.propose(proposal()).result()
    desk = as_who("BD")
    desk.figures.confirm(desk.figures.layer.waiting[0].key).result()
    desk.figures.export(tmp_path / "pack.json")
    content = json.loads((tmp_path / "pack.json").read_text("utf-8"))
    del (
        content["sha256"],
        content["looks"],
        content["entries"][0]["proposer_account"],
        content["entries"][0]["confirmer_account"],
    )
    content["loket_rules_pack"] = 1
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    (tmp_path / "pack.json").write_text(json.dumps({**content, "sha256": sha256(text.encode()).hexdigest()}), "utf-8")
    (line,) = look_at_pack(tmp_path / "pack.json")[1]
    assert (line.entry.proposer, line.entry.confirmer, line.entry.related) == (None, None, False)
