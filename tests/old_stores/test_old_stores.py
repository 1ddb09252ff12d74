"""A store of every version ever released opens in this one, and says the same."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from loket_app.domain.case import Case
from loket_app.domain.codec import read
from loket_app.storage.migrating import HEAD
from loket_app.storage.store import Store
from tests.old_stores.make_store import FOLDER, KEY

STORES = sorted(FOLDER.glob("v*.loket"))


@pytest.fixture(params=STORES, ids=[path.stem for path in STORES])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a kept store, with what it holds beside it."""
    original: Path = request.param
    shutil.copy(original.with_suffix(".json"), tmp_path)
    return Path(shutil.copy(original, tmp_path))


def test_it_opens_and_says_the_same(kept: Path) -> None:
    held = json.loads(kept.with_suffix(".json").read_text(encoding="utf-8"))
    cases = [read(Case, data) for data in held["cases"]]
    store = Store.open(kept, KEY)
    with store.reading() as work:
        assert [work.cases.load(case.id) for case in cases] == cases
        assert [change.path for change in work.cases.log("bare")] == held["log"]
        assert [row.id for row in work.cases.search("GNT-2026-0002")] == ["missing"]
    assert store.setting("desk") == {"name": "Gent"}
    assert store.verify().findings == ()
    store.close()


def test_an_older_one_is_kept_beside_it(kept: Path) -> None:
    version = kept.stem.removeprefix("v")
    Store.open(kept, KEY).close()
    assert kept.with_name(f"{kept.name}.v{version}").exists() == (version != HEAD)


def test_this_version_has_one() -> None:
    assert (FOLDER / f"v{HEAD}.loket").is_file()
