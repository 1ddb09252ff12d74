"""`loket summary`: the confidential summary of a case file as a PDF."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from loket_app.cli import output
from loket_app.i18n import _, language
from loket_app.i18n.phrases_layer import counting_text
from loket_app.services.casefile import advise_case, read_case
from loket_app.services.documents import demand_free, save, summary
from loket_app.services.pack_tables import counting_with


def run(chosen: Namespace) -> int:
    """Read the case, then write the file that was named."""
    if not chosen.force:
        demand_free(chosen.out)
    case = read_case(chosen.case)
    counting = counting_with(chosen.figures)
    on = partial(advise_case, tables=counting.tables)
    save(chosen.out, summary(case, language(), advice=on(case), on=on), force=chosen.force)
    output.line(_("Written: {path}").format(path=chosen.out))
    output.line(counting_text(counting.pack))
    return 0
