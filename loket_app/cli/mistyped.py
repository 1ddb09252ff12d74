"""What is wrong with what was typed, in the language of the moment: argparse says it in English alone."""

from __future__ import annotations

import re

from loket_app.i18n import N_, _

_FORMS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<names>.+)", N_("Missing: {names}.")),
    (r"one of the arguments (?P<names>.+) is required", N_("Missing, one of these: {names}.")),
    (r"unrecognized arguments: (?P<names>.+)", N_("Not known: {names}.")),
    (r"argument (?P<name>.+?): expected .*arguments?", N_("{name}: its value is missing.")),
    (r"argument (?P<name>.+?): ignored explicit argument '(?P<value>.*)'", N_("{name} takes no value: {value}.")),
    (r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)", N_("Not both: {name} and {other}.")),
    (
        r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<choices>.+)\)",
        N_("{name}: ‘{value}’ is none of these: {choices}."),
    ),
    (r"argument (?P<name>.+?): (?P<why>.+?)\.?", N_("{name}: {why}.")),
)
"""The forms of argparse's messages, with ours. The last one holds what Loket itself says of a value."""


def in_our_words(message: str) -> str:
    """A sentence for a message of argparse; one of another form stays as it is."""
    for form, words in _FORMS:
        found = re.fullmatch(form, message, re.DOTALL)
        if found:
            return _(words).format(**{name: _bare(value) for name, value in found.groupdict().items()})
    return f"{message}."


def _bare(names: str) -> str:
    """`'iom', 'fedasil'` without the quotes of the language that Loket is written in."""
    return re.sub(r"'([^']*)'(?=, |$)", r"\1", names)
