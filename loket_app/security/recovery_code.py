"""The code on the recovery sheet: made to be read aloud, copied by hand and typed back.

Eight groups of five. The alphabet has 31 signs (no 0 O 1 I L), a prime, so that one check sign a group, a weighted sum,
catches every single slip and every two swapped signs (as in ISO 7064). It also counts the place of the group: two groups
swapped are a slip too. 32 free signs carry 158 bits.
"""

from __future__ import annotations

import secrets

from loket_app.security.errors import MistypedRecoveryCode

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUPS = 8
GROUP_SIGNS = 5
_BASE = len(ALPHABET)


def new_recovery_code() -> str:
    """Give a fresh code, as it is printed: `7KQ2M-…`."""
    return "-".join(_new_group(place) for place in range(1, GROUPS + 1))


def read_recovery_code(typed: str) -> str:
    """The code as it was printed, from what somebody typed: any case, spaces and dashes wherever they like.

    Raises MistypedRecoveryCode with the first group that cannot be right.
    """
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    groups = [signs[start : start + GROUP_SIGNS] for start in range(0, len(signs), GROUP_SIGNS)]
    for place, group in enumerate(groups[:GROUPS], start=1):
        if len(group) == GROUP_SIGNS and not _is_right(group, place):
            raise MistypedRecoveryCode(place)
    if len(signs) != GROUPS * GROUP_SIGNS:
        raise MistypedRecoveryCode(None)
    return "-".join(groups)


def _new_group(place: int) -> str:
    free = "".join(secrets.choice(ALPHABET) for _ in range(GROUP_SIGNS - 1))
    return free + _check_sign(free, place)


def _check_sign(free: str, place: int) -> str:
    total = place + sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(free, start=2))
    return ALPHABET[-total % _BASE]


def _is_right(group: str, place: int) -> bool:
    known = all(sign in ALPHABET for sign in group)
    return known and group[-1] == _check_sign(group[:-1], place)
