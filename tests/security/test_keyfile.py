"""Who gets in, and who doesn't."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loket_app.security.errors import BadLogin, LoginTaken, UnknownLogin, WrongPassphrase, WrongRecoveryCode
from loket_app.security.kdf import KdfParameters
from loket_app.security.keyfile import (
    KeyFile,
    add_user,
    change_passphrase,
    create_slots,
    remove_user,
    unlock,
    unlock_with_recovery,
)
from loket_app.security.recovery_code import new_recovery_code
from tests.security.conftest import CHEAP, PASSPHRASE, Made


def test_passphrase_and_recovery_code_open_the_same_key(made: Made) -> None:
    assert len(made.key) == 32
    assert unlock(made.keys, "AV", PASSPHRASE) == made.key
    assert unlock(made.keys, " av ", PASSPHRASE) == made.key
    assert unlock_with_recovery(made.keys, made.code.lower().replace("-", " ")) == made.key


@pytest.mark.parametrize("typed", ["", PASSPHRASE.upper(), PASSPHRASE + " ", "iets heel anders"])
def test_another_passphrase_opens_nothing(made: Made, typed: str) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(made.keys, "AV", typed)


def test_the_code_of_another_store_is_told_from_a_slip(made: Made) -> None:
    with pytest.raises(WrongRecoveryCode):
        unlock_with_recovery(made.keys, new_recovery_code())


def test_accents_typed_in_two_ways_are_one_passphrase() -> None:
    keys, key, _code = create_slots("AV", "cafe\u0301 au coin", kdf=CHEAP)
    assert unlock(keys, "AV", "caf\u00e9 au coin") == key


def test_two_stores_share_nothing() -> None:
    one, first, code = create_slots("AV", PASSPHRASE, kdf=CHEAP)
    other, second, other_code = create_slots("AV", PASSPHRASE, kdf=CHEAP)
    assert first != second
    assert code != other_code
    assert {slot.salt for slot in one.slots}.isdisjoint(slot.salt for slot in other.slots)


def test_a_sheet_printed_earlier_stays_valid() -> None:
    code = new_recovery_code()
    keys, key, given = create_slots("AV", PASSPHRASE, recovery_code=code, kdf=CHEAP)
    assert given == code
    assert unlock_with_recovery(keys, code) == key


def test_everybody_has_a_slot(made: Made) -> None:
    keys = add_user(made.keys, made.key, "bert", "acht paarden in de gang", CHEAP)
    assert keys.logins == ("AV", "bert")
    assert unlock(keys, "bert", "acht paarden in de gang") == made.key
    with pytest.raises(WrongPassphrase):
        unlock(keys, "AV", "acht paarden in de gang")
    with pytest.raises(LoginTaken):
        add_user(keys, made.key, "BERT", PASSPHRASE, CHEAP)


def test_who_was_let_in_can_be_kept_out_again(made: Made) -> None:
    keys = remove_user(add_user(made.keys, made.key, "bert", PASSPHRASE, CHEAP), "BERT")
    assert keys == made.keys
    with pytest.raises(UnknownLogin):
        remove_user(keys, "bert")


def test_a_new_passphrase_ends_the_old_one(made: Made) -> None:
    keys = change_passphrase(made.keys, made.key, "av", "acht paarden in de gang", CHEAP)
    assert unlock(keys, "AV", "acht paarden in de gang") == made.key
    assert unlock_with_recovery(keys, made.code) == made.key
    with pytest.raises(WrongPassphrase):
        unlock(keys, "AV", PASSPHRASE)


def test_a_stranger_is_named_as_such(made: Made) -> None:
    with pytest.raises(UnknownLogin):
        unlock(made.keys, "", PASSPHRASE)
    with pytest.raises(UnknownLogin):
        change_passphrase(made.keys, made.key, "bert", PASSPHRASE, CHEAP)


@pytest.mark.parametrize("login", ["", " ", "a b", "-av", "a/b", "a" * 25, "a\nb", "../x"])
def test_what_is_no_login(login: str) -> None:
    with pytest.raises(BadLogin):
        create_slots(login, PASSPHRASE, kdf=CHEAP)


@pytest.mark.parametrize("login", ["AV", "an.v", "élise", "ан", "m-3", "a" * 24])
def test_what_is_a_login(login: str) -> None:
    assert create_slots(login, PASSPHRASE, kdf=CHEAP)[0].logins == (login,)


@pytest.mark.parametrize(
    "altered",
    [{"login": "bert"}, {"kdf": replace(CHEAP, passes=2)}, {"salt": b"\0" * 16}, {"nonce": b"\0" * 12}],
)
def test_an_altered_slot_opens_nothing(made: Made, altered: dict[str, object]) -> None:
    slot = replace(made.keys.slots[0], **altered)  # type: ignore[arg-type]  # one field of each type
    with pytest.raises(WrongPassphrase):
        unlock(KeyFile((slot, made.keys.slots[1])), slot.login, PASSPHRASE)


def test_slots_are_not_interchangeable(made: Made) -> None:
    """The seal of one person put in the slot of another opens for nobody."""
    keys = add_user(made.keys, made.key, "bert", PASSPHRASE, CHEAP)
    swapped = replace(keys.slots[0], sealed=keys.slots[2].sealed, nonce=keys.slots[2].nonce, salt=keys.slots[2].salt)
    with pytest.raises(WrongPassphrase):
        unlock(KeyFile((swapped, keys.slots[1])), "AV", PASSPHRASE)


def test_the_work_factor_is_the_one_we_promise() -> None:
    assert KdfParameters() == KdfParameters(memory_kib=65536, passes=3, lanes=4)
