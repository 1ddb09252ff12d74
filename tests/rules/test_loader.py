"""The folder of rules is read whole or refused, with file, key and date."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from loket_app.domain.advice import advise
from loket_app.domain.eligibility import CONDITIONS, GROUPS
from loket_app.domain.money import Money
from loket_app.domain.tables import RuleTables
from loket_app.paths import resources
from loket_app.rules import RulesError, load_tables
from loket_app.rules.loader import MAX_BYTES, MAX_FILES
from tests.rules.worked_cases import worked_cases

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.toml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped tables, to be broken."""
    return Path(shutil.copytree(resources() / "rules", tmp_path / "rules"))


def _head(path: Path) -> Mapping[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line[2:].split(":", 1) for line in lines if line.startswith("# "))


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.stem)
def test_a_mistake_is_refused_and_named(broken: Path, folder: Path) -> None:
    head = {key: value.strip() for key, value in _head(broken).items()}
    place = folder / head["put"]
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(broken, place)
    with pytest.raises(RulesError) as raised:
        load_tables(folder)
    error = raised.value
    assert (error.file, error.key) == (head["put"], head["key"])
    assert head["says"] in error.why
    assert error.day == (date.fromisoformat(head["from"]) if "from" in head else None)
    assert all(part in str(error) for part in (error.file, error.key, error.why, head.get("from", "")))
    assert "\n" not in str(error)


@pytest.mark.parametrize("rule", sorted(CONDITIONS))
def test_a_condition_without_its_rule_is_refused(rule: str, folder: Path) -> None:
    (folder / "eligibility" / f"{rule}.toml").unlink()
    with pytest.raises(RulesError, match=rule) as raised:
        load_tables(folder)
    assert raised.value.file == f"eligibility/{rule}.toml"


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_a_group_that_a_condition_asks_for_is_there(group: str, folder: Path) -> None:
    (folder / "groups" / f"{group}.toml").unlink()
    with pytest.raises(RulesError, match=group):
        load_tables(folder)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match=r"tables\.toml: is missing"):
        load_tables(tmp_path)


def test_a_huge_file_is_refused_before_it_is_read(folder: Path) -> None:
    (folder / "figures" / "huge.toml").write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(RulesError, match=r"figures/huge\.toml: is larger than 1 MB"):
        load_tables(folder)


def test_too_many_files_are_refused(folder: Path) -> None:
    for number in range(MAX_FILES):
        (folder / f"x{number}.toml").touch()
    with pytest.raises(RulesError, match="more than 1000 files"):
        load_tables(folder)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_another_encoding_is_refused(encoding: str, folder: Path) -> None:
    path = folder / "eligibility" / "dublin.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Dublin", "Dublín"), encoding=encoding)
    with pytest.raises(RulesError, match=r"eligibility/dublin\.toml: is not UTF-8 at byte"):
        load_tables(folder)


def test_the_version_is_stable_whatever_the_line_endings_and_the_byte_order_mark(
    folder: Path, shipped: RuleTables
) -> None:
    for path in folder.rglob("*.toml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_tables(folder) == shipped


def test_the_version_tells_changed_tables_apart(folder: Path, shipped: RuleTables) -> None:
    path = folder / "figures" / "premium-visa-required-adult.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("amount = 350", "amount = 360"), encoding="utf-8")
    changed = load_tables(folder)
    assert changed.version != shipped.version
    assert changed.version.split("+")[0] == shipped.version.split("+")[0]


def test_a_moved_file_changes_the_version(folder: Path, shipped: RuleTables) -> None:
    (folder / "figures" / "kosovo").mkdir()
    (folder / "figures" / "budget-kosovo.toml").rename(folder / "figures" / "kosovo" / "budget-kosovo.toml")
    moved = load_tables(folder)
    assert moved.version != shipped.version
    assert {figure.id for figure in moved.figures} == {figure.id for figure in shipped.figures}


def test_cents_are_written_as_text(folder: Path) -> None:
    path = folder / "figures" / "premium-visa-required-adult.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("amount = 350", 'amount = "350.50"'), encoding="utf-8")
    figure = next(f for f in load_tables(folder).figures if f.id == "premium-visa-required-adult")
    assert figure.rows[-1].low == figure.rows[-1].high == Money.of("350.50")


def test_a_gap_that_says_so_is_allowed_and_means_not_known(folder: Path) -> None:
    path = folder / "figures" / "premium-visa-required-adult.toml"
    text = path.read_text(encoding="utf-8").replace("from = 2022-01-01", "from = 2022-02-01\nafter_gap = true")
    path.write_text(text, encoding="utf-8")
    figure = next(f for f in load_tables(folder).figures if f.id == "premium-visa-required-adult")
    assert [figure.row(day) is None for day in (date(2021, 12, 31), date(2022, 1, 1), date(2022, 1, 31))] == [
        False,
        True,
        True,
    ]
    assert figure.row(date(2022, 2, 1)) is figure.rows[-1]


def test_loading_does_not_touch_other_files(folder: Path, shipped: RuleTables) -> None:
    (folder / "README.md").write_text("words", encoding="utf-8")
    assert load_tables(folder).version == shipped.version


def test_a_rule_outside_its_period_does_not_speak(folder: Path) -> None:
    path = folder / "eligibility" / "legal-stay.toml"
    path.write_text("from = 2030-01-01\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    case = next(worked.case for worked in worked_cases() if worked.name.startswith("Legal stay"))
    tables = load_tables(folder)
    spoken = [
        {reason.rule.id for reason in advise(case, tables, today=day).speaking}
        for day in (date(2029, 12, 31), date(2030, 1, 1))
    ]
    assert spoken == [set(), {"legal-stay"}]
