"""`loket costs`: the cost statement of a case file, the list for IOM, or a workbook: the ending of the file decides."""

from __future__ import annotations

from argparse import Namespace

from loket_app.cli import output
from loket_app.domain.case import Case
from loket_app.i18n import _, language
from loket_app.services.casefile import read_case
from loket_app.services.complaints import Complaint
from loket_app.services.costs import cost_statement, costs_workbook, iom_list
from loket_app.services.documents import demand_free, save

_ENDINGS = (".pdf", ".xlsx")


def run(chosen: Namespace) -> int:
    """Read the case, then write the file that was named."""
    ending = chosen.out.suffix.lower()
    if ending not in _ENDINGS or (chosen.iom and ending == ".xlsx"):
        raise Complaint(chosen.out, _("Loket can't tell what to write."), _ending_wanted(iom=chosen.iom))
    if not chosen.force:
        demand_free(chosen.out)
    save(chosen.out, _made(read_case(chosen.case), ending, iom=chosen.iom), force=chosen.force)
    output.line(_("Written: {path}").format(path=chosen.out))
    return 0


def _ending_wanted(*, iom: bool) -> str:
    return _("End its name in .pdf.") if iom else _("End its name in .pdf or .xlsx.")


def _made(case: Case, ending: str, *, iom: bool) -> bytes:
    if ending == ".xlsx":
        return costs_workbook(case, language())
    return iom_list(case, language()) if iom else cost_statement(case, language())
