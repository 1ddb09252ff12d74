"""What a PDF that leaves is looked at with: that which draws it for the screen too."""

from __future__ import annotations

from loket_app.documents.as_seen import pages_as_seen
from loket_app.documents.beyond import draws_beyond
from loket_app.exchange.handover.enclosing import Eyes


def eyes() -> Eyes:
    """Those of Loket."""
    return Eyes(draws_beyond, pages_as_seen)
