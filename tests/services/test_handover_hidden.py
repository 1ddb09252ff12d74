"""What nobody sees on a page of a scan is not in the package either, and who sends it is told that the page is a picture."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace

import pikepdf
import pytest

from loket_app.domain.handover import Recipient
from loket_app.i18n import using
from loket_app.services import handover
from loket_app.services.handover import Made, Refused
from tests import hiding_pdf
from tests.at_work import still_clock
from tests.handover_cases import full_case
from tests.handover_packages import new_pair

PAIR = new_pair()


def made(content: bytes) -> Made:
    """A package for IOM with this as a birth certificate."""
    case, digest = full_case(), hashlib.sha256(content).hexdigest()
    scans = [replace(scan, sha256=digest) for scan in case.attachments if scan.id == "scan-birth"]
    case = replace(case, attachments=tuple(scans))
    given = {"scan-birth": content}
    return handover.make(case, Recipient.IOM, PAIR.public, by="AV", lang="en", scans=given, clock=still_clock())


def everything(content: bytes) -> bytes:
    """All that a PDF holds, its pictures as they are and the rest unpacked."""
    with pikepdf.open(io.BytesIO(content)) as document:
        found = [record for record in document.objects if isinstance(record, (pikepdf.Dictionary, pikepdf.Stream))]
        streams = [record for record in found if isinstance(record, pikepdf.Stream)]
        pictures = [record.read_raw_bytes() for record in streams if record.get("/Filter") == "/DCTDecode"]
        others = [record.read_bytes() for record in streams if record.get("/Filter") != "/DCTDecode"]
        return b"".join((*pictures, *others, *(record.unparse(resolved=True) for record in found)))


@pytest.mark.parametrize(("turn", "width"), [(0, 595), (90, 842)])
def test_a_name_below_a_black_bar_does_not_leave_and_its_page_is_said_to_be_a_picture(turn: int, width: int) -> None:
    given = hiding_pdf.page(hiding_pdf.SECRET + hiding_pdf.BAR, turn=turn)
    result = made(given)
    assert b"SECRET" in everything(given)
    assert result.drawn == ("Birth certificate – FAMILY, Given 2",)
    scan = handover.read_package(result.package, PAIR.secret).files["attachments/01.pdf"]
    assert b"SECRET" not in everything(scan)
    with pikepdf.open(io.BytesIO(scan)) as document:
        (page,) = document.pages
        assert round(float(page.mediabox[2])) == width
        assert page.obj.Resources.XObject.Page.Width > 2000


def test_a_page_that_hides_nothing_leaves_as_it_is() -> None:
    result = made(hiding_pdf.page(hiding_pdf.PICTURE))
    scan = handover.read_package(result.package, PAIR.secret).files["attachments/01.pdf"]
    assert result.drawn == ()
    assert bytes(range(256)) in everything(scan)


def test_a_signed_one_that_hides_something_is_refused() -> None:
    signed = hiding_pdf.page(hiding_pdf.SECRET + hiding_pdf.BAR, sealed=True)
    with using("en"), pytest.raises(Refused, match="signed PDF holds words or pictures that can't be seen") as caught:
        made(signed)
    assert caught.value.remedy == "Print it and scan the print, or leave it out."
