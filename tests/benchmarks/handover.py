"""A handover package with 20 scans of 2 MB, made and opened, beside bare pyrage on the same bytes. Prints seconds."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import replace

import pyrage

from loket_app.domain.attachment import Attachment, AttachmentKind
from loket_app.domain.handover import Recipient
from loket_app.exchange.handover.envelope import unlock
from loket_app.services import handover
from tests.at_work import NOW, still_clock
from tests.benchmarks.papers import in_turn
from tests.handover_cases import full_case
from tests.scans import noise_jpeg

SCANS, SIZE, ROUNDS = 20, 2_000_000, 5


def main() -> dict[str, list[float]]:
    """Seconds of each."""
    scans = {f"scan-{number}": noise_jpeg(SIZE) for number in range(SCANS)}
    case = replace(full_case(), attachments=tuple(_scan(name, content) for name, content in scans.items()))
    identity = pyrage.x25519.Identity.generate()
    public, secret = handover.public_key(str(identity.to_public())), handover.secret_key(str(identity))

    def make() -> bytes:
        options = {"by": "AV", "lang": "nl", "scans": scans, "clock": still_clock()}
        return handover.make(case, Recipient.IOM, public, **options).package  # type: ignore[arg-type]  # as named

    package = make()
    plain = unlock(package, secret)
    return in_turn(
        ROUNDS,
        made=make,
        encrypted=lambda: pyrage.encrypt(plain, [identity.to_public()]),
        opened=lambda: handover.read_package(package, secret),
        decrypted=lambda: pyrage.decrypt(package, [identity]),
    )


def _scan(name: str, content: bytes) -> Attachment:
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(name, AttachmentKind.DOCUMENT, "image/jpeg", len(content), digest, NOW, "AV")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main()))
