"""How strong a passphrase is, and what would help: a closed set of hints, so that each has its own sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

SHORTEST = 12
SUFFICIENT = 3
"""Of zxcvbn's 0 to 4: safe against an attacker who has the file (10^8 guesses and more, each at Argon2id's price)."""

_MEASURED = 72  # zxcvbn's own limit; what follows can only help
_SHORTEST_WORD = 3
_LEAST_OWN_SIGNS = 8
_OUR_WORDS = (
    "loket",
    "fedasil",
    "caritas",
    "terugkeer",
    "retour",
    "return",
    "rueckkehr",
    "welkom",
    "welcome",
    "bienvenue",
    "willkommen",
    "wachtwoord",
    "motdepasse",
    "passwort",
)
_OUR_TOWNS = (
    "brussel",
    "bruxelles",
    "bruessel",
    "antwerpen",
    "anvers",
    "antwerp",
    "gent",
    "gand",
    "ghent",
    "luik",
    "liege",
    "luettich",
    "charleroi",
)


class Hint(Enum):
    """What is weak about it. The words stand in the services."""

    TOO_SHORT = "too_short"
    COMMON_PASSWORD = "common_password"  # noqa: S105 - the name of a hint
    ABOUT_YOU = "about_you"
    NAME = "name"
    COMMON_WORD = "common_word"
    KEYBOARD_ROW = "keyboard_row"
    REPEAT = "repeat"
    SEQUENCE = "sequence"
    DATE = "date"
    MORE_WORDS = "more_words"


@dataclass(frozen=True)
class Strength:
    """`score` 0 (at once) to 4 (very strong); `hint` is the thing that helps most, None when it suffices."""

    score: int
    hint: Hint | None

    @property
    def suffices(self) -> bool:
        """Whether it may protect a store."""
        return self.hint is None


def passphrase_strength(passphrase: str, about: Iterable[str] = ()) -> Strength:
    """Judge a passphrase; `about` are words that others would try first: the login, the name, the town."""
    if not passphrase:
        return Strength(0, Hint.TOO_SHORT)
    from zxcvbn import zxcvbn

    ours = [word for text in (*about, *_OUR_WORDS, *_OUR_TOWNS) for word in text.split()]
    judged = zxcvbn(passphrase[:_MEASURED], user_inputs=ours)
    score = int(judged["score"])
    if len(passphrase) < SHORTEST:
        return Strength(min(score, SUFFICIENT - 1), Hint.TOO_SHORT)
    if _own_signs(passphrase, ours) < _LEAST_OWN_SIGNS:
        return Strength(min(score, SUFFICIENT - 1), Hint.ABOUT_YOU)
    return Strength(score, None if score >= SUFFICIENT else _hint(judged["sequence"]))


def _own_signs(passphrase: str, ours: list[str]) -> int:
    """How many letters and digits are left without the words that others would try first: zxcvbn adds those up."""
    rest = passphrase.casefold()
    for word in sorted(ours, key=len, reverse=True):
        if len(word) >= _SHORTEST_WORD:
            rest = rest.replace(word.casefold(), "")
    return sum(sign.isalnum() for sign in rest)


def _hint(sequence: list[Mapping[str, Any]]) -> Hint:
    """The hint for the longest stretch that has a pattern."""
    patterned = [match for match in sequence if match["pattern"] != "bruteforce"]
    if not patterned:
        return Hint.MORE_WORDS
    return _of_match(max(patterned, key=lambda match: len(match["token"])))


def _of_match(match: Mapping[str, Any]) -> Hint:
    of_pattern = {
        "spatial": Hint.KEYBOARD_ROW,
        "repeat": Hint.REPEAT,
        "sequence": Hint.SEQUENCE,
        "regex": Hint.DATE,
        "date": Hint.DATE,
    }
    of_dictionary = {
        "passwords": Hint.COMMON_PASSWORD,
        "user_inputs": Hint.ABOUT_YOU,
        "surnames": Hint.NAME,
        "male_names": Hint.NAME,
        "female_names": Hint.NAME,
    }
    if match["pattern"] == "dictionary":
        return of_dictionary.get(match["dictionary_name"], Hint.COMMON_WORD)
    return of_pattern.get(match["pattern"], Hint.MORE_WORDS)
