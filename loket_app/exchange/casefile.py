"""The case file: one case as JSON, for other programs and other desks. Its schema is in `schema.py`.

Reading trusts nothing: whatever the file holds, the answer is a case or one line that says what is wrong where.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from loket_app.domain.answers import known
from loket_app.domain.case import EVERYBODY, Case
from loket_app.domain.codec import NotReadable, plain, read
from loket_app.domain.removing import taken_out
from loket_app.exchange.errors import CaseFileError, Refused
from loket_app.exchange.plain_json import load
from loket_app.exchange.schema import TAKEN_OUT, VERSION, VERSION_KEY
from loket_app.i18n import N_, _

ENDING = ".json"

_MISSING = re.compile(r'\{\n +"missing": "(\w+)"\n +\}')
"""An answer that is missing, on one line. Texts have no line breaks of their own in JSON."""

_SAME_ID = N_("has two items with the same id")


def read_case(path: Path) -> Case:
    """The case in a file. Raises CaseFileError, and nothing else."""
    try:
        return _case(path)
    except Refused as refused:
        raise CaseFileError(path, refused) from None


def write_case(case: Case) -> bytes:
    """The same case as a file: UTF-8, keys in the order of the schema, so that two versions compare line by line."""
    content = {VERSION_KEY: VERSION, **plain(case)}
    if gone := taken_out(case):
        content[TAKEN_OUT] = list(gone)
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return _MISSING.sub(r'{"missing": "\1"}', text).encode()


def _case(path: Path) -> Case:
    from loket_app.exchange.validation import validate  # noqa: PLC0415  late: writing needs no schema

    data = load(path)
    validate(data)
    del data[VERSION_KEY]
    gone = frozenset(data.pop(TAKEN_OUT, ()))
    try:
        case = read(Case, data)
    except NotReadable as error:
        raise Refused(error.place, _("It {why}.").format(why=_(error.why)), _("Correct it, then try again.")) from None
    for refused in contradictions(case, gone):
        raise refused
    return case


def contradictions(case: Case, gone: Collection[str] = ()) -> Iterator[Refused]:
    """What each value by itself can't show; `gone` are the ids of those who were taken out and are named still.

    A second applicant is none: until 2026-11 Loket let a case have two, and what it kept it must read. The page says so
    under the question (`ui/case/doubts.py`).
    """
    members = {person.id for person in case.household}.union(gone)
    remedy = _("Name the id of somebody in household.")
    for number, document in enumerate(case.documents, 1):
        if document.person not in members:
            yield Refused(f"documents/{number}/person", _("Nobody in the household has this id."), remedy)
    for number, cost in enumerate(case.costs, 1):
        if known(cost.person) and cost.person not in members:
            yield Refused(f"costs/{number}/person", _("Nobody in the household has this id."), remedy)
    for number, consent in enumerate(case.consents, 1):  # a no of nobody would hold nothing back
        if consent.person != EVERYBODY and consent.person not in members:
            yield Refused(f"consents/{number}/person", _("Nobody in the household has this id."), remedy)
