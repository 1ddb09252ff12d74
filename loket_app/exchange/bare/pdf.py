"""PDF (ISO 32000-2): its pages, without what tells about them, and without what no page shows.

It is written anew, so earlier versions of it that lie in the same file fall away. Pictures in it keep their bits.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from loket_app.domain.attachment import ScanHindrance
from loket_app.exchange.bare.fault import NotBare
from loket_app.exchange.bare.inside import photograph, strip_picture
from loket_app.exchange.bare.layers import hides_layers
from loket_app.exchange.bare.tucked import tucks_in
from loket_app.exchange.bare.unsaid import strip_unsaid

if TYPE_CHECKING:
    import pikepdf

_ROOT = frozenset(("/Type", "/Pages", "/Version", "/OCProperties"))
"""What of the whole file is needed to draw its pages; its layers are, for they say what is hidden."""
_PAGE = frozenset(
    (
        *("/Type", "/Parent", "/Resources", "/Contents", "/Group", "/Rotate", "/UserUnit"),
        *("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"),
    )
)
"""What of a page draws it: no notes, links, programs, labels, nor what a maker adds under a name of its own."""

_NODE = frozenset(("/Type", "/Kids", "/Count", "/Parent", "/MediaBox", "/CropBox", "/Rotate"))
"""What of the tree that holds the pages is needed: their order and size. What they took from it each has by itself."""

_DRAWN = ("/Image", "/Form")
_DRAWING = frozenset(
    (
        *("/Type", "/Subtype", "/Length", "/Filter", "/DecodeParms", "/OC"),
        *("/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent", "/ImageMask", "/Mask", "/Decode"),
        *("/Interpolate", "/SMask", "/SMaskInData", "/Matte"),
        *("/FormType", "/BBox", "/Matrix", "/Resources", "/Group"),
    )
)
"""What of a picture, or of a part of a page, draws it: not where its maker found it, nor what he called it."""

_TELLING = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/OPI", "/Measure", "/PtData", "/Alternates"),
    *("/CreatorInfo", "/Creator"),
)
_UNSEEN = ("/EmbeddedFiles", "/EF", "/AF", "/JavaScript", "/JS", "/OpenAction", "/AA")
"""Files and programs inside it: who chose the scan saw its pages alone."""


def demand_seen(content: bytes) -> None:
    """Raise NotBare for a PDF with hidden layers, also for a sealed one: who chose it didn't see what would leave."""
    with _opened(content) as document, _read_to_its_end():
        hides = hides_layers(document.Root, _records(document))
    if hides:
        raise NotBare("hidden layers", ScanHindrance.HIDDEN_LAYERS)


def is_sealed(content: bytes) -> bool:
    """Whether it is digitally signed, as a register's own extract is: any change would break that.

    Raises NotBare, also for a signed one with something in it that no page shows and nothing can take away.
    """
    with _opened(content) as document, _read_to_its_end():
        sealed = "/AcroForm" in document.Root and any("/ByteRange" in record for record in _records(document))
        tucked = sealed and tucks_in(_records(document))
    if tucked:
        raise NotBare("files or notes", ScanHindrance.TUCKED_IN)
    return sealed


def demand_whole_inside(content: bytes) -> None:
    """Raise NotBare for a PDF with half a photograph in it, or with one that can't be read."""
    with _opened(content) as document, _read_to_its_end():
        for record in _records(document):
            if record.get("/Subtype") == "/Image":
                photograph(document, record)


def bare_pdf(content: bytes) -> bytes:
    """Its pages alone; equal bytes for equal content. Raises NotBare."""
    with _opened(content) as document, _read_to_its_end():
        return _bare(document)


@contextmanager
def _read_to_its_end() -> Iterator[None]:
    """Has whatever goes wrong in a broken PDF be NotBare: any of its records may be of another kind than it should."""
    import pikepdf

    try:
        yield
    except NotBare:
        raise
    except (pikepdf.PdfError, AttributeError, LookupError, RuntimeError, TypeError, ValueError, zlib.error):
        raise NotBare("PDF") from None


def _opened(content: bytes) -> pikepdf.Pdf:
    import pikepdf

    try:
        return pikepdf.open(io.BytesIO(content))
    except (pikepdf.PdfError, ValueError):
        raise NotBare("PDF") from None


def _bare(document: pikepdf.Pdf) -> bytes:
    _draw_notes(document)
    _keep(document.Root, _ROOT)
    for page in document.pages:
        _keep(page.obj, _PAGE)
    strip_unsaid(document, _records(document))
    for record in _records(document):
        for name in (*_TELLING, *_UNSEEN):
            if name in record:
                del record[name]
        if "/Kids" in record:
            _keep(record, _NODE)
        if record.get("/Subtype") in _DRAWN:
            _keep(record, _DRAWING)
        if record.get("/Subtype") == "/Image":
            strip_picture(document, record)
        if record.get("/Type") == "/OCG":
            record["/Name"] = ""  # a layer must have a name
    del document.docinfo
    out = io.BytesIO()
    document.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


def _draw_notes(document: pikepdf.Pdf) -> None:
    """Have a stamp, a note or a filled field become part of its page as the screen shows it, without who wrote it."""
    if "/AcroForm" in document.Root:
        document.generate_appearance_streams()
    document.flatten_annotations("screen")


def _keep(record: Any, names: frozenset[str]) -> None:
    for name in [name for name in record.keys() if name not in names]:  # noqa: SIM118  a record of pikepdf is no dict
        del record[name]


def _records(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary and stream, also those that lie inside another."""
    import pikepdf

    waiting: list[Any] = list(document.objects)
    while waiting:
        here = waiting.pop()
        if isinstance(here, (pikepdf.Dictionary, pikepdf.Stream)):
            yield here
            inside = [value for _name, value in here.items()]
        else:
            inside = list(here) if isinstance(here, pikepdf.Array) else []
        waiting += [value for value in inside if isinstance(value, pikepdf.Object) and not value.is_indirect]
