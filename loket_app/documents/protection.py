"""A password on a saved PDF. It is a courtesy: whoever has the file may guess for ever, without anybody noticing."""

from __future__ import annotations

import io


def protect(pdf: bytes, password: str) -> bytes:
    """The same PDF behind a password, in AES-256 (revision 6). Raises ValueError for an empty one: it would protect nothing."""
    import pikepdf  # noqa: PLC0415  late: most documents are printed, few are saved with a password

    if not password:
        raise ValueError("an empty password")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        # one password for everything: with it the reader may print and copy, since nothing could enforce less
        document.save(out, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
    return out.getvalue()
