"""PDF (ISO 32000-2): its pages, without what tells about them, and without what no page shows.

It is written anew, so earlier versions of it that lie in the same file fall away. Pictures in it keep their bits.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from loket_app.domain.attachment import LARGEST_SCAN, ScanHindrance
from loket_app.exchange.bare.fault import NotBare
from loket_app.exchange.bare.jpeg import bare_jpeg
from loket_app.exchange.bare.jpx import bare_jpx
from loket_app.exchange.bare.layers import hides_layers

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

_TELLING = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/OPI", "/Measure", "/PtData", "/Alternates"),
    *("/CreatorInfo", "/Creator"),
)
_UNSEEN = ("/EmbeddedFiles", "/EF", "/AF", "/JavaScript", "/JS", "/OpenAction", "/AA")
"""Files and programs inside it: who chose the scan saw its pages alone."""

_JPEG, _JPEG_2000 = "/DCTDecode", "/JPXDecode"
_BARING: dict[str, Callable[[bytes], bytes]] = {_JPEG: bare_jpeg, _JPEG_2000: bare_jpx}
_AS_TEXT = ("/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx")
_PACKED = ("/FlateDecode", "/Fl")


def demand_seen(content: bytes) -> None:
    """Raise NotBare for a PDF with hidden layers, also for a sealed one: who chose it didn't see what would leave."""
    import pikepdf  # noqa: PLC0415  late: few sessions hand over a scan

    with _opened(content) as document:
        try:
            hides = hides_layers(document.Root, _records(document))
        except (pikepdf.PdfError, AttributeError, ValueError, TypeError, RuntimeError):
            raise NotBare("layers") from None
    if hides:
        raise NotBare("hidden layers", ScanHindrance.HIDDEN_LAYERS)


def is_sealed(content: bytes) -> bool:
    """Whether it is digitally signed, as a register's own extract is: any change would break that. Raises NotBare."""
    with _opened(content) as document:
        form = "/AcroForm" in document.Root
        return form and any("/ByteRange" in record for record in _records(document))


def bare_pdf(content: bytes) -> bytes:
    """Its pages alone; equal bytes for equal content. Raises NotBare."""
    import pikepdf  # noqa: PLC0415  late, as above

    with _opened(content) as document:
        try:
            return _bare(document)
        except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, zlib.error):
            raise NotBare("PDF") from None


def _opened(content: bytes) -> pikepdf.Pdf:
    import pikepdf  # noqa: PLC0415  late, as above

    try:
        return pikepdf.open(io.BytesIO(content))
    except (pikepdf.PdfError, ValueError):
        raise NotBare("PDF") from None


def _bare(document: pikepdf.Pdf) -> bytes:
    _draw_notes(document)
    _keep(document.Root, _ROOT)
    for page in document.pages:
        _keep(page.obj, _PAGE)
    for record in _records(document):
        for name in (*_TELLING, *_UNSEEN):
            if name in record:
                del record[name]
        if record.get("/Subtype") == "/Image":
            _strip_picture(document, record)
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
    import pikepdf  # noqa: PLC0415  late, as above

    waiting: list[Any] = list(document.objects)
    while waiting:
        here = waiting.pop()
        if isinstance(here, (pikepdf.Dictionary, pikepdf.Stream)):
            yield here
            inside = [value for _name, value in here.items()]
        else:
            inside = list(here) if isinstance(here, pikepdf.Array) else []
        waiting += [value for value in inside if isinstance(value, pikepdf.Object) and not value.is_indirect]


def _strip_picture(document: pikepdf.Pdf, picture: Any) -> None:
    """A photograph in a PDF is a whole JPEG or JPEG 2000, with all that the camera wrote in it."""
    import pikepdf  # noqa: PLC0415  late, as above

    filters = [str(name) for name in _listed(picture.get("/Filter"))]
    if not filters or filters[-1] not in _BARING:
        return
    content = picture.read_raw_bytes()
    for name in filters[:-1]:
        content = _unwrapped(document, content, name)
    kept = _BARING[filters[-1]](content)
    picture.write(kept, filter=pikepdf.Name(filters[-1]), decode_parms=_of_jpeg(picture))


def _of_jpeg(picture: Any) -> Any:
    """What the picture says of its own decoding, without that of the wrappings around it."""
    parms = _listed(picture.get("/DecodeParms"))
    return parms[-1] if parms else None


def _unwrapped(document: pikepdf.Pdf, content: bytes, name: str) -> bytes:
    """Without one wrapping; no larger than a scan may be. Raises NotBare."""
    import pikepdf  # noqa: PLC0415  late, as above

    if name in _AS_TEXT:
        return pikepdf.Stream(document, content, Filter=pikepdf.Name(name)).read_bytes()
    if name not in _PACKED:
        raise NotBare(name)
    unpacking = zlib.decompressobj()
    found = unpacking.decompress(content, LARGEST_SCAN)
    if unpacking.unconsumed_tail:
        raise NotBare("too large")
    return found


def _listed(value: Any) -> list[Any]:
    import pikepdf  # noqa: PLC0415  late, as above

    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
