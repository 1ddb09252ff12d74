"""Profiles with many cases, made once and kept under build/."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from loket_app.services.demo import demo_cases
from loket_app.storage.migrating import HEAD
from tests.at_work import make_profile, unlock
from tests.benchmarks import population

FOLDER = Path(__file__).resolve().parents[2] / "build" / "benchmarks"


def profile_with(count: int) -> Path:
    """A profile with that many invented cases and the sample stories; the one of an earlier run when it still fits."""
    place = FOLDER / f"{count}-{_fingerprint()}"
    if not place.is_dir():
        for old in FOLDER.glob(f"{count}-*"):
            shutil.rmtree(old)
        unfinished = FOLDER / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        opened = unlock(make_profile(unfinished, demo_cases()))
        opened.database.submit(lambda store: population.fill(store, count)).result()
        opened.close()
        unfinished.rename(place)
    return place / "profile"


def _fingerprint() -> str:
    """Of what decides what is in the store."""
    written = Path(population.__file__).read_bytes() + HEAD.encode()
    return hashlib.sha256(written).hexdigest()[:12]
