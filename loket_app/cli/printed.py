"""Lines of an answer with their indent, as `loket check` prints them."""

from __future__ import annotations

from collections.abc import Iterator

from loket_app.domain.tables import Row, Rule
from loket_app.i18n import phrases
from loket_app.i18n.phrases_advice import other_sources_lines

Printed = Iterator[tuple[int, str]]
"""Lines with their indent."""


def titled(title: str, lines: Printed) -> Printed:
    """Lines under a title with room above it; nothing at all when there are none."""
    empty = True
    for printed in lines:
        if empty:
            yield 0, ""
            yield 0, title
        empty = False
        yield printed


def sources(record: Rule | Row) -> Printed:
    """Where a rule or an amount comes from, with what other sources say."""
    yield 4, phrases.source_text(record.source)
    yield from ((4, line) for line in other_sources_lines(record))
