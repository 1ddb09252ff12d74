"""Every failure has its words, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from loket_app.i18n import LANGUAGES, using
from loket_app.security import errors as security
from loket_app.security.strength import Hint
from loket_app.services import passphrases
from loket_app.services.entrance_failures import _WORDS, in_words
from loket_app.services.entrance_problems import EntranceProblem
from loket_app.storage import errors as storage

FACTS = {"place": "slots/0", "login": "AV", "logins": "AV, bert", "group": 3, "reason": "so", "advice": "More."}


def problems(kind: type[EntranceProblem] = EntranceProblem) -> list[type[EntranceProblem]]:
    return [each for child in kind.__subclasses__() for each in (child, *problems(child))]


@pytest.mark.parametrize("lang", [*LANGUAGES, "en_XA"])
@pytest.mark.parametrize("kind", problems())
def test_each_says_what_happened_what_is_safe_and_what_to_do(kind: type[EntranceProblem], lang: str) -> None:
    problem = kind(Path("folder/keys.json"), backup="loket.db.v1", **FACTS)
    with using(lang):
        for words in (problem.title, problem.what, problem.safe, problem.remedy):
            assert words
            assert "{" not in words
        assert problem.what in problem.one_line
        assert problem.remedy in problem.one_line


@pytest.mark.parametrize("kind", problems())
def test_a_log_reads_nothing_but_the_kind(kind: type[EntranceProblem]) -> None:
    assert str(kind(Path("folder/keys.json"), backup="x", **FACTS)) == kind.__name__


def test_no_failure_of_a_layer_is_without_words() -> None:
    kinds = {*_raised(security.SecurityError), *_raised(storage.StoreError)}
    assert kinds <= set(_WORDS)


def _raised(root: type[Exception]) -> set[type[Exception]]:
    return {each for child in root.__subclasses__() for each in (child, *_raised(child))}


def test_what_has_no_words_is_our_fault(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), in_words(tmp_path):
        _ = 1 / 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_hint_has_a_sentence(lang: str) -> None:
    with using(lang):
        assert set(passphrases._ADVICE) == set(Hint)
        judged = passphrases.judge_passphrase("kort")
        assert "12" in judged.advice
        assert not judged.suffices
        assert passphrases.judge_passphrase("zeven fietsen op zolder").suffices
