"""What is wrong with what was typed is said in the language of the moment, whole and in one line."""

from __future__ import annotations

import pytest

from loket_app.cli.mistyped import in_our_words
from tests.cli.conftest import Loket


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["check"], "Ontbreekt: CASE.json."),
        (["check", "a.json", "--jso"], "Niet gekend: --jso."),
        (["check", "a.json", "--departure"], "--departure: de waarde ontbreekt."),
        (["check", "a.json", "--json=yes"], "--json krijgt geen waarde: yes."),
        (["nonsense"], "‘nonsense’ is geen van deze: demo, check"),
        (["handover", "make", "a.json", "--to", "mars"], "--to: ‘mars’ is geen van deze: iom, fedasil, caritas."),
        (["handover", "open", "a.age"], "Ontbreekt, een van deze: --identity --passphrase-file."),
        (
            ["handover", "open", "a.age", "--identity", "k", "--passphrase-file", "p"],
            "Niet samen: --passphrase-file en --identity.",
        ),
        (["check", "a.json", "--departure", "31/2/2026"], "--departure: "),
    ],
)
def test_it_is_said_in_dutch(loket: Loket, typed: list[str], words: str) -> None:
    said = loket("--lang", "nl", *typed)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert words in said.err
    assert "argument" not in said.err
    assert ".." not in said.err


def test_what_has_another_form_stays_as_it_is() -> None:
    assert in_our_words("something new") == "something new."
