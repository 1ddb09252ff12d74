"""How a package is made up, and how large anything in it may be: a reader trusts no sender."""

from __future__ import annotations

import re

VERSION = 1
"""The version of the package that this Loket writes; it reads this one and those before it."""

VERSION_KEY = "loket_handover"

ENDING = ".loket.age"

MANIFEST, DATA, PRINT = "manifest.json", "handover.json", "application.pdf"

NAME = re.compile(r"manifest\.json|handover\.json|application\.pdf|attachments/[0-9]{2,4}\.(jpg|png|pdf)", re.ASCII)
"""The names of files in a package, and no other: none of them can lead out of a folder."""

MOST_FILES = 1_000
"""Files of a package; a case with fifty scans is a large one."""

LARGEST_PACKAGE = 300_000_000
"""Bytes: it is read in memory, so that nothing of it lies on a disk in clear."""

LARGEST_JSON = 5_000_000
LARGEST_PRINT = 50_000_000

LONGEST_HEADER = 65_536
"""Bytes of the head of an age file; one with twenty recipients takes four thousand."""

MOST_WORK = 22
"""The exponent of the work that a passphrase costs: what age's own tool takes at most from a stranger, 4 GiB of memory.
`pyrage` picks it by the machine that locks, 18 to 20 on those of 2026; one more doubles time and memory."""
