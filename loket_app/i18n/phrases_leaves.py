"""What leaves with a handover and what stays, answer by answer: under whose name, its label, its value, and why it stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loket_app.domain.answers import Missing
from loket_app.domain.attachment import Attachment
from loket_app.domain.case import Case, Consent
from loket_app.domain.changes import value_at
from loket_app.domain.handover_sieve import Held
from loket_app.domain.person import Identifier, Person
from loket_app.domain.shape import pattern_of
from loket_app.domain.travel import Cost, TravelDocument
from loket_app.i18n import _
from loket_app.i18n.joining import in_a_row, said
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import answer_text, name_in, paper_text
from loket_app.i18n.phrases_costs import cost_line
from loket_app.i18n.phrases_gaps import gap_line
from loket_app.i18n.phrases_scan_facts import scan_text

_LONGEST = 60
"""Letters of an answer that stays: enough to know it by."""

_IN_THE_TITLE = ("documents/person", "documents/kind", "costs/person", "costs/kind", "costs/amount", "consents/purpose")
"""What the title of its record says already."""


def has_answer(case: Case, path: str) -> bool:
    """Whether anything is said there: an unknown or declined answer leaves too, and tells nothing."""
    return not isinstance(value_at(case, path), Missing)


def leaving_lines(case: Case, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What leaves: each person, paper, cost or part of the file, with `label: value` on a line of its own."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        if has_answer(case, path):
            lines = groups.setdefault(_group(case, path), [])
            if pattern_of(path) not in _IN_THE_TITLE:
                lines.append(_line(case, path))
    for title, lines in groups.items():
        yield title, "\n".join(lines)


def please_read() -> str:
    """Above the free texts that leave, where somebody may be named in them who is not to be known."""
    return _(
        "Read these texts before they leave: somebody refused or was taken out of the file, and may be named here. Loket "
        "recognises the names and aliases that were noted, but no nickname, no name of one or two letters, and no other "
        "spelling."
    )


def blank_lines(case: Case, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What leaves without an answer: one line for each person or part, `Unknown: birth name, aliases`."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        if not has_answer(case, path):
            groups.setdefault(_group(case, path), []).append(path)
    for title, blank in groups.items():
        yield title, "\n".join(_without_answer(case, blank))


def staying_lines(case: Case, held: Iterable[Held]) -> Iterator[tuple[str, str]]:
    """What stays, in the same way, and why: `MIFTARI, … – not needed there`. What has no answer comes last, on one line."""
    groups: dict[tuple[str, str], list[str]] = {}
    for each in held:
        groups.setdefault((_group(case, each.path), label(each.why)), []).append(each.path)
    for (title, why), paths in groups.items():
        lines = (_line(case, path, longest=_LONGEST) for path in paths if has_answer(case, path))
        yield f"{title} – {why}", "\n".join((*lines, *_without_answer(case, paths)))


def unasked_lines(case: Case, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What nobody asked, so that it can't leave: one line for each person or part."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault(_group(case, path), []).append(_question(case, path))
    for title, questions in groups.items():
        yield title, in_a_row(questions)


def _without_answer(case: Case, paths: Iterable[str]) -> Iterator[str]:
    """`Unknown: birth name, aliases`; `Declined: phone`."""
    kinds: dict[str, list[str]] = {}
    for path in paths:
        value = value_at(case, path)
        if isinstance(value, Missing):
            kinds.setdefault(label(value), []).append(field_label(pattern_of(path)))
    for kind, names in kinds.items():
        yield said(capital(kind), in_a_row(names))


def _question(case: Case, path: str) -> str:
    """A question below the name of its record; what asks for a whole record says so itself."""
    return field_label(pattern_of(path)) if "/" in path and not has_answer(case, path) else gap_line(case, path)


def _group(case: Case, path: str) -> str:
    """Whose answer it is, or of which part of the file."""
    of, *rest = path.split("/")
    if of in ("household", "documents", "costs", "consents") and len(rest) > 1:
        return _record(case, value_at(case, f"{of}/{rest[0]}"))
    nested = value_at(case, f"{of}/{rest[0]}") if len(rest) > 1 else None
    if isinstance(nested, tuple):  # a decision, a budget line: told apart by its number
        number = [item.id for item in nested].index(rest[1]) + 1
        return f"{capital(field_label(f'{of}/{rest[0]}'))} {number}"
    return capital(field_label(of)) if rest else _("The file")


def _line(case: Case, path: str, longest: int = 0) -> str:
    value = value_at(case, path)
    if isinstance(value, Attachment):
        return scan_text(case, value)
    if isinstance(value, (Person, TravelDocument, Cost, Consent, Identifier)):
        return _record(case, value)
    name, text = capital(field_label(pattern_of(path))), _value(case, path, value)
    if longest and len(text) > longest:
        text = f"{' '.join(text[:longest].split())} …"
    return said(name, text)


def _record(case: Case, record: object) -> str:
    match record:
        case Person():
            return name_in(case, record.id)
        case TravelDocument():
            return paper_text(case, record)
        case Cost():
            return cost_line(case, record)
        case Consent():
            words, whose = label(record.purpose), name_in(case, record.person)
            return said(capital(field_label("consents/purpose")), f"{words} – {whose}" if whose else words)
        case Identifier():
            kind = capital(label(record.kind))
            return kind if isinstance(record.number, Missing) else said(kind, record.number)
        case _:
            return str(record)


def _value(case: Case, path: str, value: object) -> str:
    """An answer in words; of a list that stays whole, how many there are."""
    if isinstance(value, Missing):
        return label(value)
    if isinstance(value, tuple) and value and hasattr(value[0], "id"):
        return str(len(value))
    return answer_text(case, path, value)
