"""What the actions on a handover answer: as lines for a person, and as one JSON document."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from loket_app.cli import output
from loket_app.domain.case import Case, Desk
from loket_app.domain.completeness import gaps_for
from loket_app.domain.handover import Handover, Recipient
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_corrections import difference_text
from loket_app.i18n.phrases_gaps import gap_line
from loket_app.i18n.phrases_leaves import has_answer, leaving_lines, please_read
from loket_app.i18n.phrases_scans import drawn_text, sealed_text
from loket_app.services.corrections import plain_changes
from loket_app.services.handover import Made, Package


@dataclass(frozen=True)
class Answer:
    """The same answer twice; each line with its indent."""

    lines: tuple[tuple[int, str], ...]
    document: dict[str, Any]


def tell(chosen: Namespace, answer: Answer) -> int:
    """Print it in the form that was asked for."""
    if chosen.json:
        output.document(answer.document)
    else:
        for indent, text in answer.lines:
            output.line(text, indent)
    return 0


def made(made: Made, target: Path, case: Case) -> Answer:
    """A package that was made, with the gaps that it names."""
    record = made.record
    recipient = Recipient(record.recipient)
    gaps = gaps_for(case, recipient)
    lines = (
        (0, _("Written: {path}").format(path=target)),
        (0, _("For {recipient}, version {number}").format(recipient=label(recipient), number=record.version)),
        (0, f"SHA-256: {record.checksum}"),
        (0, _("The case file does not remember it: make the next one with {option}.").format(option=_after(record))),
        (0, _("A correction of it is made with {option}.").format(option=f"--corrects {target}")),
        *((0, sealed_text(scan)) for scan in made.sealed),
        *((0, drawn_text(scan)) for scan in made.drawn),
        *_differences(made, case),
        *_to_read(case, made.texts),
        *_missing([f"{gap_line(case, gap.path)} – {label(gap.why)}" for gap in gaps]),
    )
    facts = {"recipient": recipient.value, "version": record.version, "sha256": record.checksum}
    told = {
        "sealed": list(made.sealed),
        "drawn": list(made.drawn),
        "texts": list(made.texts),
        "gaps": [gap.path for gap in gaps],
    }
    return Answer(lines, {"written": str(target), **facts, **told, **_correction(made)})


def _differences(made: Made, case: Case) -> Iterator[tuple[int, str]]:
    """What a correction says otherwise than the package that it replaces."""
    if made.corrects:
        yield 0, _("What changed since version {number}").format(number=made.corrects)
        texts = [difference_text(case, each) for each in made.changes]
        yield from ((2, text) for text in texts or [_("Nothing differs from that version.")])


def _to_read(case: Case, texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The free texts of a package that may name somebody whose data stay."""
    written = [path for path in texts if has_answer(case, path)]
    if written:
        yield 0, please_read()
        for title, text in leaving_lines(case, written):
            yield 2, title
            yield from ((4, line) for line in text.splitlines())


def _correction(made: Made) -> dict[str, Any]:
    """The same as data, in the form of handover.json."""
    return {"corrects": made.corrects, "changes": plain_changes(made.changes)} if made.corrects else {}


def _after(record: Handover) -> str:
    return f"--version-after {record.version}"


def opened(package: Package, written: Sequence[Path]) -> Answer:
    """What a package is and holds, and where its files were written."""
    lines = (*_about(package), *_files(package), *_missing(_gaps(package)))
    paths = ((0, _("Written: {path}").format(path=path)) for path in written)
    document = {"manifest": package.manifest, "written": [str(path) for path in written]}
    return Answer((*lines, *paths), document)


def checked(found: Mapping[Path, Package]) -> Answer:
    """Packages that are whole and unchanged."""
    lines = [
        line
        for file, package in found.items()
        for line in ((0, _("{file}: whole and unchanged").format(file=file)), *_missing(_gaps(package), 2))
    ]
    facts = [{"file": str(file), "manifest": package.manifest} for file, package in found.items()]
    return Answer(tuple(lines), {"packages": facts})


def _about(package: Package) -> Iterator[tuple[int, str]]:
    told = package.manifest
    desk, recipient = _known_desk(told["desk"]), label(Recipient(told["recipient"]))
    yield 0, f"{told['number']} · {desk} → {recipient} · " + _("version {number}").format(number=told["version"])
    made_at = formats.format_datetime(datetime.fromisoformat(told["made_at"]))
    yield 0, _("Made on {date} with {program}").format(date=made_at, program=told["made_with"])
    yield 0, _("Rates and rules: version {version}").format(version=told["tables_version"])
    if "corrects" in told:
        yield 0, _("Replaces version {number}").format(number=told["corrects"]["version"])


def _known_desk(code: str) -> str:
    codes = {desk.value: capital(label(desk)) for desk in Desk}
    return codes.get(code, code)


def _files(package: Package) -> Iterator[tuple[int, str]]:
    count = len(package.manifest["files"])
    yield 0, ngettext("{count} file:", "{count} files:", count).format(count=count)
    for entry in package.manifest["files"]:
        yield 2, f"{entry['name']} · {formats.format_number(entry['size'])} bytes · {entry['sha256']}"


def _gaps(package: Package) -> list[str]:
    """In words where the place is one that this Loket knows."""
    return [_place(package, path) for path in package.manifest["gaps"]]


def _place(package: Package, path: str) -> str:
    try:
        return gap_line(package.content.case, path)
    except KeyError:
        return path


def _missing(gaps: Sequence[str], indent: int = 0) -> Iterator[tuple[int, str]]:
    if not gaps:
        yield indent, _("Nothing is missing.")
        return
    words = ngettext("{count} answer is missing:", "{count} answers are missing:", len(gaps))
    yield indent, words.format(count=len(gaps))
    yield from ((indent + 2, gap) for gap in gaps)
