"""Why a scan can't be sent."""

from __future__ import annotations

from loket_app.domain.attachment import ScanHindrance


class NotBare(ValueError):
    """A scan that can't be read to its end, or holds what nobody saw: who would know what it tells."""

    def __init__(self, what: str, hindrance: ScanHindrance = ScanHindrance.UNREADABLE) -> None:
        super().__init__(what)
        self.hindrance = hindrance
