"""`loket handover make --corrects`: the next version with its differences; what can't be corrected is one line."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from loket_app.domain.case import Case
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.domain.handover_content import content
from loket_app.exchange.casefile import write_case
from loket_app.exchange.handover import envelope
from loket_app.exchange.handover.archive import pack
from loket_app.exchange.handover.data import as_text
from loket_app.services.handover import read_package
from tests import hiding_pdf, telling_scans
from tests.cli.conftest import Loket, tree
from tests.handover_cases import full_case
from tests.handover_packages import Parts, new_pair

PAIR = new_pair()


def _bare_case() -> Case:
    """A case of which the store holds no scans yet."""
    return replace(full_case(), attachments=(), handovers=())


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    return _written(tmp_path, "case.json", _bare_case())


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """The same case after a move."""
    case = _bare_case()
    return _written(tmp_path, "moved.json", replace(case, contact=replace(case.contact, town="Aalst")))


@pytest.fixture
def identity(tmp_path: Path) -> Path:
    file = tmp_path / "key.txt"
    file.write_text(PAIR.secret.text, encoding="utf-8")
    return file


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "scan.jpg"
    file.write_bytes(telling_scans.jpeg())
    return file


def _written(folder: Path, name: str, case: Case) -> Path:
    file = folder / name
    file.write_bytes(write_case(case))
    return file


def _make(case: Path, target: Path, to: str = "iom") -> tuple[object, ...]:
    return ("handover", "make", case, "--to", to, "--recipient", PAIR.public.text, "-o", target)


def _first(loket: Loket, case: Path, *more: object, to: str = "iom") -> Path:
    target = case.parent / "one.loket.age"
    said = loket(*_make(case, target, to), *more)
    assert said.code == 0, said.err
    return target


def _held(loket: Loket, package: Path, identity: Path) -> tuple[dict[str, object], dict[str, object]]:
    """The manifest and the handover of a package."""
    folder = package.with_suffix(".files")
    assert loket("handover", "open", package, "--identity", identity, "-o", folder).code == 0
    manifest, told = (json.loads((folder / name).read_bytes()) for name in ("manifest.json", "handover.json"))
    return manifest, told


def test_a_correction_tells_what_it_replaces_and_what_it_says_otherwise(
    case_file: Path, moved: Path, identity: Path, loket: Loket
) -> None:
    one, two = _first(loket, case_file), case_file.parent / "two.loket.age"
    said = loket(*_make(moved, two), "--corrects", one, "--identity", identity)
    assert said.code == 0, said.err
    words = " ".join(said.out.split())
    assert "For IOM, version 2" in words
    assert "What changed since version 1 Town: Gent → Aalst" in words
    manifest, told = _held(loket, two, identity)
    assert manifest["corrects"] == {"version": 1, "sha256": hashlib.sha256(one.read_bytes()).hexdigest()}
    assert told["changes"] == [{"path": "contact/town", "before": "Gent", "after": "Aalst"}]


def test_it_tells_the_same_as_data(case_file: Path, moved: Path, identity: Path, loket: Loket) -> None:
    one, two = _first(loket, case_file), case_file.parent / "two.loket.age"
    said = loket(*_make(moved, two), "--corrects", one, "--identity", identity, "--json")
    told = json.loads(said.out)
    assert (told["version"], told["corrects"]) == (2, 1)
    assert told["changes"] == [{"path": "contact/town", "before": "Gent", "after": "Aalst"}]


def test_nothing_that_differs_is_said_too(case_file: Path, identity: Path, scan: Path, loket: Loket) -> None:
    one, two = _first(loket, case_file, "--attach", f"passport={scan}"), case_file.parent / "two.loket.age"
    said = loket(*_make(case_file, two), "--corrects", one, "--identity", identity)
    assert "Nothing differs from that version." in said.out


def test_scans_leave_again_unless_they_are_left_out(case_file: Path, identity: Path, scan: Path, loket: Loket) -> None:
    folder = case_file.parent
    one = _first(loket, case_file, "--attach", f"passport={scan}")
    corrects = ("--corrects", one, "--identity", identity)
    assert loket(*_make(case_file, folder / "two"), *corrects).code == 0
    first, again = (_held(loket, package, identity)[1]["scans"] for package in (one, folder / "two"))
    assert again == first
    same = loket(*_make(case_file, folder / "same"), *corrects, "--attach", f"passport={scan}")
    assert "Nothing differs from that version." in same.out
    gone = loket(*_make(case_file, folder / "three"), *corrects, "--leave-out", "attachments/01.jpg")
    assert "Passport – FAMILY, Given 1: no longer handed over" in " ".join(gone.out.split())
    assert _held(loket, folder / "three", identity)[1]["scans"] == []


def test_a_scan_of_which_a_page_leaves_as_a_picture_is_the_same_when_it_is_attached_again(
    case_file: Path, identity: Path, loket: Loket
) -> None:
    scan = case_file.parent / "scan.pdf"
    scan.write_bytes(hiding_pdf.barred())
    one, two = _first(loket, case_file, "--attach", f"passport={scan}"), case_file.parent / "two.loket.age"
    corrects = ("--corrects", one, "--identity", identity, "--attach", f"passport={scan}")
    said = loket(*_make(case_file, two), *corrects)
    assert "Nothing differs from that version." in said.out, said.err


def test_a_case_that_notes_the_package_needs_no_key(tmp_path: Path, case_file: Path, loket: Loket) -> None:
    one, case = _first(loket, case_file), _bare_case()
    left = as_text(content(replace(case, contact=replace(case.contact, town="Brugge")), Recipient.IOM))
    checksum = hashlib.sha256(one.read_bytes()).hexdigest()
    noted = Handover("h1", Recipient.IOM, state=HandoverState.SENT, version=4, checksum=checksum, content=left)
    file = _written(tmp_path, "noted.json", replace(case, handovers=(noted,)))
    said = loket(*_make(file, tmp_path / "two"), "--corrects", one)
    assert said.code == 0, said.err
    assert "version 5" in said.out
    assert "Town: Brugge → Gent" in said.out


def test_with_the_key_the_scans_of_a_package_that_the_case_notes_leave_again(
    tmp_path: Path, case_file: Path, identity: Path, scan: Path, loket: Loket
) -> None:
    one = _first(loket, case_file, "--attach", f"passport={scan}")
    package = read_package(one.read_bytes(), PAIR.secret)
    checksum = hashlib.sha256(one.read_bytes()).hexdigest()
    noted = Handover("h1", Recipient.IOM, version=4, checksum=checksum, content=as_text(package.content))
    file = _written(tmp_path, "noted.json", replace(_bare_case(), handovers=(noted,)))
    said = loket(*_make(file, tmp_path / "two"), "--corrects", one, "--identity", identity)
    assert "version 5" in said.out, said.err
    assert "Nothing differs from that version." in said.out
    assert _held(loket, tmp_path / "two", identity)[1]["scans"] == _held(loket, one, identity)[1]["scans"]


@pytest.mark.slow
def test_the_same_passphrase_opens_the_earlier_one(case_file: Path, moved: Path, secret: Path, loket: Loket) -> None:
    folder = case_file.parent
    lock = ("--to", "iom", "--passphrase-file", secret, "-o")
    secret.chmod(0o644)
    first = loket("handover", "make", case_file, *lock, folder / "one")
    assert first.code == 0
    assert f"chmod 600 {secret}" in first.err
    said = loket("handover", "make", moved, *lock, folder / "two", "--corrects", folder / "one")
    assert "Town: Gent → Aalst" in said.out


def test_what_can_not_be_corrected_is_one_line_and_nothing_is_written(
    tmp_path: Path, case_file: Path, identity: Path, loket: Loket
) -> None:
    one = _first(loket, case_file)
    other = tmp_path / "other.loket.age"
    assert loket(*_make(_written(tmp_path, "b.json", replace(_bare_case(), number="GNT-2026-0043")), other)).code == 0
    to_fedasil = tmp_path / "fedasil.loket.age"
    assert loket(*_make(case_file, to_fedasil, "fedasil")).code == 0
    cut, newer = tmp_path / "cut.loket.age", tmp_path / "newer.loket.age"
    cut.write_bytes(one.read_bytes()[:-40])
    newer.write_bytes(_of_a_newer_loket())
    key = ("--identity", identity)
    before = tree(tmp_path)
    for more, told in (
        (("--corrects", tmp_path / "none", *key), "no such file"),
        (("--corrects", case_file, *key), "case.json: It is not encrypted with age"),
        (("--corrects", cut, *key), "cut.loket.age: It was cut off"),
        (("--corrects", newer, *key), "A newer Loket wrote this package"),
        (("--corrects", other, *key), "It is a package of another case: GNT-2026-0043"),
        (("--corrects", to_fedasil, *key), "It was made for another receiver: Fedasil, booking cell"),
        (("--corrects", one, *key, "--version-after", 3), "It is version 1, and a later one was made: version 3"),
        (("--corrects", one), "opens with the receiver's key alone. Take the case file from the store"),
        (("--corrects", one), "--version-after NUMBER instead of --corrects"),
        (("--corrects", one, "--identity", case_file), "no secret key"),
        (("--corrects", one, *key, "--leave-out", "attachments/07.jpg"), "has no such scan"),
        (key, "Name it with --corrects"),
        (("--leave-out", "attachments/01.jpg"), "Name it with --corrects"),
    ):
        said = loket(*_make(case_file, tmp_path / "x"), *more)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1), (more, said.err)
        assert told in said.err
        assert tree(tmp_path) == before


def test_the_way_that_it_names_for_a_package_that_only_the_receiver_opens_is_one(
    tmp_path: Path, case_file: Path, loket: Loket
) -> None:
    _first(loket, case_file)
    said = loket(*_make(case_file, tmp_path / "two"), "--version-after", 1, "--json")
    assert json.loads(said.out)["version"] == 2


def _of_a_newer_loket() -> bytes:
    parts = Parts(PAIR)
    parts.change("manifest.json", loket_handover_manifest=99)
    return envelope.lock(pack(parts.files), PAIR.public)
