"""What the actions on a store answer: as lines for a person, and as one JSON document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from loket_app.domain.case import Case
from loket_app.domain.codec import plain
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.services.entrance import SetUp
from loket_app.services.store import CaseRow, Counts, Scans, Verification


@dataclass(frozen=True)
class Answer:
    """The same answer twice."""

    lines: tuple[str, ...]
    document: dict[str, Any]


def saved_days(file: Path | None, first: date, last: date, count: int) -> Answer:
    """A calendar file, or none where there is nothing on those days."""
    days = formats.format_range(first, last)
    if file is None:
        words = _("There is nothing on these days, so no file was made.")
    else:
        words = ngettext("Saved {count} day, without names.", "Saved {count} days, without names.", count)
    lines = (said(days, words.format(count=count)), *((str(file),) if file else ()))
    facts = {"file": str(file) if file else None, "from": plain(first), "to": plain(last), "days": count}
    return Answer(lines, facts)


def made(profile: Path, setup: SetUp) -> Answer:
    """A new store. The recovery code is shown here and never again."""
    code = setup.recovery_code
    lines = (
        _("A new store for the desk {desk}: {path}").format(desk=label(setup.desk), path=profile),
        _("Login: {login}").format(login=setup.login),
        _("Recovery code: {code}").format(code=code),
        _(
            "Write the code down and keep it apart from this computer: without it, who forgets the passphrase loses all."
        ),
    )
    facts = {"profile": str(profile), "desk": setup.desk.value, "login": setup.login, "recovery_code": code}
    return Answer(lines, facts)


def brought(cases: Sequence[Case]) -> Answer:
    """Cases that were put in."""
    count = ngettext("{count} case put in.", "{count} cases put in.", len(cases)).format(count=len(cases))
    numbers = [case.number for case in cases]
    return Answer((*numbers, count), {"imported": numbers})


def written(targets: Sequence[Path]) -> Answer:
    """Files that were written."""
    count = ngettext("{count} case written.", "{count} cases written.", len(targets)).format(count=len(targets))
    return Answer((*map(str, targets), count), {"exported": [str(target) for target in targets]})


def listed(rows: Sequence[CaseRow]) -> Answer:
    """The cases of a store, a line each."""
    count = ngettext("{count} case.", "{count} cases.", len(rows)).format(count=len(rows))
    facts = [{name: plain(value) for name, value in asdict(row).items()} for row in rows]
    return Answer((*map(_row, rows), count), {"cases": facts})


def _row(row: CaseRow) -> str:
    people = ngettext("{count} person", "{count} persons", row.household_size).format(count=row.household_size)
    where = formats.country_name(row.destination) if row.destination else "–"
    return " · ".join((row.number, label(row.status), row.name or "–", where, people))


def verified(found: Verification) -> Answer:
    """What a look at the whole store found."""
    count = ngettext("{count} case looked at.", "{count} cases looked at.", found.cases).format(count=found.cases)
    facts = [{"fault": finding.fault.value, "where": finding.where} for finding in found.findings]
    lines = [f"{finding.fault.value}: {finding.where}" for finding in found.findings]
    verdict = _("Everything is whole.") if found.sound else _("Damaged.")
    return Answer((*lines, count, verdict), {"sound": found.sound, "cases": found.cases, "findings": facts})


def counted(counts: Counts, scans: Scans) -> Answer:
    """Numbers in breakdowns that each add up to the total, and what the scans take."""
    named: dict[str, list[tuple[str | None, str, int]]] = {
        "status": [(status.value, capital(label(status)), number) for status, number in counts.by_status],
        "desk": [(desk.value, capital(label(desk)), number) for desk, number in counts.by_desk],
        "destination": [(code, _country(code), number) for code, number in counts.by_destination],
    }
    titles = {"status": _("By status"), "desk": _("By desk"), "destination": _("By destination")}
    words = ngettext("{total} case, of which open: {open}", "{total} cases, of which open: {open}", counts.total)
    total = words.format(total=counts.total, open=counts.open)
    lines = [
        total,
        _scans(scans),
        *(line for key, rows in named.items() for line in _breakdown(titles[key], rows)),
    ]
    breakdowns = {
        f"by_{key}": [{key: code, "count": number} for code, _n, number in rows] for key, rows in named.items()
    }
    facts = {"total": counts.total, "open": counts.open, "scans": {"count": scans.number, "bytes": scans.size}}
    return Answer(tuple(lines), {**facts, **breakdowns})


def _scans(scans: Scans) -> str:
    words = ngettext("{count} scan, {size} bytes", "{count} scans, {size} bytes", scans.number)
    return words.format(count=formats.format_number(scans.number), size=formats.format_number(scans.size))


def _breakdown(title: str, rows: Iterable[tuple[str | None, str, int]]) -> Iterator[str]:
    yield ""
    yield title
    for _code, name, number in rows:
        yield f"{number:>6}  {name}"


def _country(code: str | None) -> str:
    return formats.country_name(code) if code else _("not known")
