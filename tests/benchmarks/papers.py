"""Advice beside a plain loop over the same tables, and the summary beside a bare ReportLab document. Prints seconds.

Both pairs are taken in turn, so that whatever else the machine does strikes both.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable, Sequence

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from loket_app import paths
from loket_app.services.casefile import rule_tables
from loket_app.services.demo import demo_cases
from loket_app.services.documents import summary
from tests.at_work import still_clock
from tests.benchmarks import advice as caseload

CASES, ROUNDS, PAPERS = 200, 9, 15


def bare_document(pages: Sequence[Sequence[str]]) -> bytes:
    """The same lines on the same number of pages, in one column, without a thought."""
    style = ParagraphStyle("plain", fontName="Bare", fontSize=8, leading=10)
    story: list[Flowable] = []
    for lines in pages:
        story += [Paragraph(line.replace("&", "&amp;").replace("<", "&lt;"), style) for line in lines]
        story.append(PageBreak())
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story[:-1])
    return out.getvalue()


def lines_of(pdf: bytes) -> list[list[str]]:
    """The lines of each page."""
    document = pypdfium2.PdfDocument(pdf)
    return [document[number].get_textpage().get_text_range().splitlines() for number in range(len(document))]


def in_turn(rounds: int, **works: Callable[[], object]) -> dict[str, list[float]]:
    """Seconds of each work, each done once a round; the first round does not count."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(rounds + 1):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            taken[name].append(time.perf_counter() - start)
    return {name: times[1:] for name, times in taken.items()}


def main() -> dict[str, list[float]]:
    """Take the times."""
    tables, some = rule_tables(), list(caseload._caseload(CASES))
    plain = caseload._plain(some)
    both = in_turn(
        ROUNDS, advice=lambda: caseload._premium(some, tables), loop=lambda: caseload._plain_loop(plain, tables)
    )
    pdfmetrics.registerFont(TTFont("Bare", str(next((paths.resources() / "fonts").rglob("NotoSans-Regular.ttf")))))
    family = next(case for case in demo_cases() if len(case.household) > 1)
    made = summary(family, "nl", clock=still_clock())
    pages = lines_of(made)
    assert len(lines_of(bare_document(pages))) == len(pages)
    papers = in_turn(
        PAPERS, summary=lambda: summary(family, "nl", clock=still_clock()), bare=lambda: bare_document(pages)
    )
    return {**{name: [one / CASES for one in times] for name, times in both.items()}, **papers}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main()) + "\n")
