"""A store of every version ever released opens in this one, and says the same."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from loket_app.domain.answers import NOT_ASKED
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
    cases = [brought_up(read(Case, data), kept.stem) for data in held["cases"]]
    store = Store.open(kept, KEY)
    with store.reading() as work:
        assert [work.cases.load(case.id) for case in cases] == cases
        assert [change.path for change in work.cases.log("bare")] == held["log"]
        assert [row.id for row in work.cases.search("GNT-2026-0002")] == ["missing"]
    assert store.setting("desk") == {"name": "Gent"}
    assert store.verify().findings == ()
    store.close()


def brought_up(case: Case, version: str) -> Case:
    """The case as the migrations leave it: since 0007 it is the one person's why the journey has no answer."""
    if case.id != "missing" or version >= "v0007":
        return case
    (person,), journey = case.household, case.journey
    told = (journey.wheelchair, journey.medical_form, journey.pregnancy_due_on)
    changed = 2 * sum(answer is not NOT_ASKED for answer in told)
    assert changed
    one = replace(person, wheelchair=told[0], medical_form=told[1], due_on=told[2])
    return replace(
        case,
        revision=case.revision + changed,
        household=(one,),
        journey=replace(journey, wheelchair=NOT_ASKED, medical_form=NOT_ASKED, pregnancy_due_on=NOT_ASKED),
    )


def test_an_older_one_is_kept_beside_it(kept: Path) -> None:
    version = kept.stem.removeprefix("v")
    Store.open(kept, KEY).close()
    assert kept.with_name(f"{kept.name}.v{version}").exists() == (version != HEAD)


def test_this_version_has_one() -> None:
    assert (FOLDER / f"v{HEAD}.loket").is_file()
