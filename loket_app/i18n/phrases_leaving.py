"""What is said about a handover: what leaves and what stays, in the words of the fields; where it stands; what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from loket_app.domain.answers import Missing, known
from loket_app.domain.case import Case
from loket_app.domain.handover import Handover
from loket_app.domain.handover_changes import Difference
from loket_app.domain.handover_sieve import Held
from loket_app.domain.shape import pattern_of
from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import answer_text, names_in, place_text


def leaving_lines(case: Case, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What leaves: each person and each part of the file, with the names of its fields."""
    groups: dict[str, dict[str, None]] = {}
    for path in paths:
        title, name = _group(case, path)
        groups.setdefault(title, {})[name] = None
    for title, names in groups.items():
        yield title, ", ".join(names)


def staying_lines(held: Iterable[Held]) -> Iterator[tuple[str, str]]:
    """What stays: each reason, with the names of the fields."""
    groups: dict[str, dict[str, None]] = {}
    for each in held:
        groups.setdefault(capital(label(each.why)), {})[capital(field_label(pattern_of(each.path)))] = None
    for why, names in groups.items():
        yield why, ", ".join(names)


def handover_title(handover: Handover) -> str:
    """`IOM · version 2 · Tue 14 Apr 2026`: to whom, which, and when."""
    parts = [label(handover.recipient) if known(handover.recipient) else ""]
    parts.append(handover.to if known(handover.to) else "")
    if known(handover.version):
        parts.append(_("version {number}").format(number=handover.version))
    day = handover.on if known(handover.on) else (handover.made_at.date() if known(handover.made_at) else None)
    parts.append(formats.format_date(day) if day else "")
    return " · ".join(part for part in parts if part) or _("Handover")


def difference_text(case: Case, difference: Difference) -> str:
    """`Phone: 0470 … → 0471 …`: one answer that a correction says otherwise."""
    before, after = (_side(case, difference.path, value) for value in (difference.before, difference.after))
    place = place_text(case, difference.path)
    return _("{place}: {before} → {after}").format(place=place, before=before, after=after)


def _side(case: Case, path: str, value: Any) -> str:
    if isinstance(value, Missing):
        return label(value)
    return _("a scan") if path.startswith("attachments/") else answer_text(case, path, value)


def _group(case: Case, path: str) -> tuple[str, str]:
    steps = path.split("/")
    name = capital(field_label(pattern_of(path)))
    if len(steps) == 1:
        return _("The file"), name
    if steps[0] == "household":
        return names_in(case).get(steps[1], capital(field_label("household"))), name
    return capital(field_label(steps[0])), name
