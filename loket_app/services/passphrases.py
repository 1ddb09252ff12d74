"""How strong a passphrase is, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from loket_app.i18n import N_, _
from loket_app.security.strength import SHORTEST, Hint, passphrase_strength

_WORDS = (N_("far too weak"), N_("weak"), N_("fair"), N_("strong"), N_("very strong"))

_ADVICE = {
    Hint.TOO_SHORT: N_("Take at least {n} signs. Four or five words that do not belong together are easy to remember."),
    Hint.COMMON_PASSWORD: N_("This is like a password that many people use. Take words that do not belong together."),
    Hint.ABOUT_YOU: N_("Leave out your name, your desk and words of this work: others would try them first."),
    Hint.NAME: N_("Names are guessed quickly. Add words that do not belong together."),
    Hint.COMMON_WORD: N_("One common word is guessed quickly. Add words that do not belong together."),
    Hint.KEYBOARD_ROW: N_("Rows of the keyboard are guessed quickly. Take words that do not belong together."),
    Hint.REPEAT: N_("Repeating adds nothing. Take words that do not belong together."),
    Hint.SEQUENCE: N_("Sequences such as abc or 1234 add nothing. Take words that do not belong together."),
    Hint.DATE: N_("Dates and years are guessed quickly. Take words that do not belong together."),
    Hint.MORE_WORDS: N_("Add one or two words that do not belong together."),
}


@dataclass(frozen=True)
class Judgement:
    """`score` from 0 to 4 with its `word`; `advice` is empty when the passphrase suffices."""

    score: int
    word: str
    advice: str

    @property
    def suffices(self) -> bool:
        """Whether it may protect a store."""
        return not self.advice


def judge_passphrase(passphrase: str, about: Iterable[str] = ()) -> Judgement:
    """Judge a passphrase for somebody; `about` are their login, their name, their desk."""
    strength = passphrase_strength(passphrase, about)
    advice = _(_ADVICE[strength.hint]).format(n=SHORTEST) if strength.hint else ""
    return Judgement(strength.score, _(_WORDS[strength.score]), advice)
