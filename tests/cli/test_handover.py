"""`loket handover`: made, opened and checked as somebody types it; what can't be done is one line and changes nothing."""

from __future__ import annotations

import json
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from loket_app.domain.case import ConsentPurpose, ConsentState
from loket_app.exchange.casefile import write_case
from tests import hiding_pdf, telling_scans
from tests.cli.conftest import Loket, tree
from tests.handover_cases import full_case, with_consents
from tests.handover_packages import Pair, Parts, new_pair

PAIR = new_pair()


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    """A case that lacks nothing."""
    file = tmp_path / "case.json"
    file.write_bytes(write_case(full_case()))
    return file


@pytest.fixture
def identity(tmp_path: Path) -> Path:
    """A file with the secret key, as age-keygen writes it."""
    file = tmp_path / "key.txt"
    file.write_text(f"# public key: {PAIR.public.text}\n{PAIR.secret.text}\n", encoding="utf-8")
    return file


@pytest.fixture
def package(tmp_path: Path, case_file: Path, loket: Loket) -> Path:
    """A package for IOM."""
    target = tmp_path / "out.loket.age"
    said = loket("handover", "make", case_file, "--to", "iom", "--recipient", PAIR.public.text, "-o", target)
    assert said.code == 0, said.err
    return target


def test_made_opened_and_written(tmp_path: Path, package: Path, identity: Path, loket: Loket) -> None:
    folder = tmp_path / "files"
    said = loket("handover", "open", package, "--identity", identity, "-o", folder)
    assert said.code == 0, said.err
    assert "GNT-2026-0042" in said.out
    assert set(tree(folder)) == {"manifest.json", "handover.json", "application.pdf"}
    assert json.loads((folder / "handover.json").read_text(encoding="utf-8"))["recipient"] == "iom"
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_without_a_folder_nothing_is_written(tmp_path: Path, package: Path, identity: Path, loket: Loket) -> None:
    before = tree(tmp_path)
    said = loket("handover", "open", package, "--identity", identity)
    assert said.code == 0
    assert "handover.json" in said.out
    assert "Family" not in said.out
    assert tree(tmp_path) == before


def test_check_tells_that_it_is_whole(package: Path, identity: Path, loket: Loket) -> None:
    said = loket("handover", "check", package, "--identity", identity)
    assert said.code == 0
    assert "whole and unchanged Nothing is missing." in " ".join(said.out.split())


def test_check_tells_of_each_file(tmp_path: Path, package: Path, identity: Path, loket: Loket) -> None:
    cut, empty = tmp_path / "cut.loket.age", tmp_path / "empty.loket.age"
    cut.write_bytes(package.read_bytes()[:-50])
    empty.touch()
    said = loket("handover", "check", cut, package, empty, "--identity", identity)
    assert said.code == 2
    assert [name in said.err for name in ("cut.loket.age", "empty.loket.age")] == [True, True]
    assert said.err.count("\n") == 2
    assert "whole and unchanged" in " ".join(said.out.split())


def test_an_application_that_is_no_pdf_is_not_whole(tmp_path: Path, loket: Loket) -> None:
    parts, key, file = Parts(), tmp_path / "parts.txt", tmp_path / "no-pdf.loket.age"
    key.write_text(parts.pair.secret.text, encoding="utf-8")
    file.write_bytes(parts.locked())
    said = loket("handover", "check", file, "--identity", key)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "application.pdf is no PDF" in said.err


def test_the_next_package_of_a_file_says_how_it_gets_the_next_number(
    tmp_path: Path, case_file: Path, loket: Loket
) -> None:
    make = ("handover", "make", case_file, "--to", "iom", "--recipient", PAIR.public.text)
    first = loket(*make, "-o", tmp_path / "one")
    assert "--version-after 1" in first.out
    second = loket(*make, "-o", tmp_path / "two", "--version-after", 1)
    assert "version 2" in second.out
    wrong = loket(*make, "-o", tmp_path / "three", "--version-after", -1)
    assert (wrong.code, wrong.out, wrong.err.count("\n")) == (2, "", 1)


def test_one_json_document(tmp_path: Path, case_file: Path, package: Path, identity: Path, loket: Loket) -> None:
    target = tmp_path / "two.loket.age"
    make = ("handover", "make", case_file, "--to", "fedasil", "--recipient", PAIR.public.text, "-o", target, "--json")
    assert json.loads(loket(*make).out)["recipient"] == "fedasil_booking"
    for words in (("open", package), ("check", package)):
        document = json.loads(loket("handover", *words, "--identity", identity, "--json").out)
        assert "GNT-2026-0042" in json.dumps(document)


@pytest.mark.slow
def test_a_passphrase_does_it_too(tmp_path: Path, case_file: Path, secret: Path, loket: Loket) -> None:
    target = tmp_path / "out.loket.age"
    make = ("handover", "make", case_file, "--to", "caritas", "--passphrase-file", secret, "-o", target)
    assert loket(*make).code == 0
    assert loket("handover", "check", target, "--passphrase-file", secret).code == 0


def test_a_scan_goes_along(tmp_path: Path, case_file: Path, identity: Path, loket: Loket) -> None:
    scan, target = tmp_path / "scan.jpg", tmp_path / "out.loket.age"
    scan.write_bytes(telling_scans.png())
    make = ("handover", "make", case_file, "--recipient", PAIR.public.text, "-o", target, "--attach", scan, "--to")
    said = loket(*make, "caritas")
    assert said.code == 2
    assert "does not go to Caritas: not needed" in said.err
    assert not target.exists()
    assert loket(*make, "iom").code == 0
    assert "attachments/01.png" in loket("handover", "open", target, "--identity", identity).out


def test_each_scan_says_what_it_is_about(tmp_path: Path, case_file: Path, identity: Path, loket: Loket) -> None:
    scan, other, target = tmp_path / "scan=1.jpg", tmp_path / "scan.png", tmp_path / "out.loket.age"
    scan.write_bytes(telling_scans.jpeg(3))
    other.write_bytes(telling_scans.png())
    named = (f"passport={scan}", f"paper-2={other}", f"cost-1={other}", f"paper-3={other}", f"person-1={scan}", scan)
    make = ("handover", "make", case_file, "--to", "iom", "--recipient", PAIR.public.text, "-o", target)
    assert loket(*make, "--attach", *named).code == 0
    folder = tmp_path / "files"
    assert loket("handover", "open", target, "--identity", identity, "-o", folder).code == 0
    scans = json.loads((folder / "handover.json").read_text(encoding="utf-8"))["scans"]
    assert [(each.get("about"), each["kind"], each["title"]) for each in scans] == [
        ("paper-1", "document", "Passport – FAMILY, Given 1"),
        ("paper-2", "document", "Birth certificate – FAMILY, Given 2"),
        ("cost-1", "receipt", "Receipt: passport photos – FAMILY, Given 1"),
        ("paper-3", "medical", "Medical certificate – FAMILY, Given 1"),
        ("person-1", "photo", "Photo – FAMILY, Given 1"),
        (None, "document", "Document"),
    ]
    assert not [file for file, content in tree(folder).items() if b"SECRET" in (content or b"")]


def test_a_sealed_scan_is_said_to_go_as_it_is(tmp_path: Path, case_file: Path, loket: Loket) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(telling_scans.sealed_pdf())
    make = ("handover", "make", case_file, "--to", "iom", "--recipient", PAIR.public.text, "-o", tmp_path / "x")
    said = loket(*make, "--attach", f"paper-2={scan}")
    assert said.code == 0
    assert "it goes along as it is" in " ".join(said.out.split())


def test_a_page_that_hides_something_is_said_to_go_as_a_picture(tmp_path: Path, case_file: Path, loket: Loket) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(hiding_pdf.barred())
    make = ("handover", "make", case_file, "--to", "iom", "--recipient", PAIR.public.text, "-o", tmp_path / "x")
    told = loket(*make, "--attach", f"paper-2={scan}", "--json")
    assert json.loads(told.out)["drawn"] == ["Birth certificate – FAMILY, Given 2"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nobody=scan.jpg", "no such paper, cost or person"),
        ("nobody=scan.jpg", "paper-1, paper-2, paper-3, cost-1, cost-2, person-1, person-2"),
        ("photos=scan.jpg", "cost-1, cost-2"),
        ("paper-1=none.jpg", "none.jpg"),
        ("paper-1=", "can't be read"),
        ("paper-1=large.jpg", "10 MB"),
        ("paper-1=words.txt", "no JPEG, PNG or PDF"),
        ("paper-1=broken.png", "broken.png: This scan can't be freed"),
        ("paper-1=half.jpg", "half.jpg: Part of the picture is missing. Scan it again."),
        ("paper-1=layers.pdf", "layers.pdf: This PDF has layers that are hidden"),
        ("paper-1=cropped.pdf", "cropped.pdf: This PDF holds more than its pages show, beyond their edge"),
        ("./paper-1=scan.jpg", "paper-1=scan.jpg"),
    ],
)
def test_a_scan_that_can_not_go_along_is_one_line(
    name: str, told: str, case_file: Path, loket: Loket, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path = case_file.parent
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scan.jpg").write_bytes(telling_scans.jpeg())
    (tmp_path / "large.jpg").write_bytes(telling_scans.jpeg() + bytes(10_000_000))
    (tmp_path / "words.txt").write_text("words", encoding="utf-8")
    whole, broken = telling_scans.png(), telling_scans.chunk(b"ABCD", b"a part that must be understood")
    at = whole.index(b"IDAT") - 4
    (tmp_path / "broken.png").write_bytes(whole[:at] + broken + whole[at:])
    (tmp_path / "half.jpg").write_bytes(telling_scans.half_jpeg())
    (tmp_path / "layers.pdf").write_bytes(telling_scans.layered_pdf())
    (tmp_path / "cropped.pdf").write_bytes(telling_scans.cropped_pdf())
    before = tree(tmp_path)
    make = ("handover", "make", case_file, "--to", "iom", "--recipient", PAIR.public.text, "-o", tmp_path / "x")
    said = loket(*make, "--attach", name)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert told in said.err
    assert tree(tmp_path) == before


def test_without_consent_it_says_so_and_writes_nothing(tmp_path: Path, loket: Loket) -> None:
    case = with_consents(full_case(), {ConsentPurpose.DATA_TO_IOM: ConsentState.WITHDRAWN})
    file, target = tmp_path / "case.json", tmp_path / "out.loket.age"
    file.write_bytes(write_case(replace(case, wish=replace(case.wish, informed=False))))
    said = loket("handover", "make", file, "--to", "iom", "--recipient", PAIR.public.text, "-o", target)
    assert said.code == 2
    assert "withdrawn" in said.err
    assert "not well informed" in said.err
    assert said.err.count("\n") == 1
    assert not target.exists()


def test_the_sample_stories_are_not_handed_over(stories: dict[str, Path], tmp_path: Path, loket: Loket) -> None:
    for story in stories.values():
        said = loket("handover", "make", story, "--to", "iom", "--recipient", PAIR.public.text, "-o", tmp_path / "x")
        assert said.code == 2
        assert "Nothing may be handed over" in said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--to", "iom", "--recipient", "age1zzz", "-o", "x"), "not a public key"),
        (("--to", "iom", "--recipient", PAIR.secret.text, "-o", "x"), "secret key"),
        (("--to", "nobody", "--recipient", PAIR.public.text, "-o", "x"), "--to"),
        (("--to", "iom", "-o", "x"), "--recipient"),
        (("--to", "iom", "--recipient", PAIR.public.text), "-o"),
        (("--to", "iom", "--recipient", PAIR.public.text, "-o", "x", "--attach", "none.jpg"), "none.jpg"),
    ],
)
def test_what_was_mistyped_is_one_line(words: tuple[str, ...], told: str, case_file: Path, loket: Loket) -> None:
    before = tree(case_file.parent)
    there = (case_file.parent / word if word == "x" else word for word in words)
    said = loket("handover", "make", case_file, *there)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert told in said.err
    assert PAIR.secret.text not in said.err
    assert tree(case_file.parent) == before


def _other_key(tmp_path: Path, pair: Pair) -> Path:
    file = tmp_path / "other.txt"
    file.write_text(pair.secret.text, encoding="utf-8")
    return file


def test_what_can_not_be_opened_is_one_line_and_nothing_is_written(
    tmp_path: Path, package: Path, identity: Path, loket: Loket
) -> None:
    whole = package.read_bytes()
    changed, cut = tmp_path / "changed.loket.age", tmp_path / "cut.loket.age"
    changed.write_bytes(whole[:900] + bytes([whole[900] ^ 1]) + whole[901:])
    cut.write_bytes(whole[:-50])
    other, full = _other_key(tmp_path, new_pair()), tmp_path / "full"
    full.mkdir()
    (full / "file").touch()
    folder = tmp_path / "files"
    before = tree(tmp_path)
    for words, told in (
        ((changed, "--identity", identity, "-o", folder), "changed.loket.age"),
        ((cut, "--identity", identity, "-o", folder), "cut off"),
        ((package, "--identity", other, "-o", folder), "This key does not open it"),
        ((package, "--identity", package, "-o", folder), "no secret key"),
        ((package, "--identity", identity, "-o", full), "not empty"),
        ((package, "--identity", identity, "-o", package), "no folder"),
        ((package, "--identity", identity, "-o", tmp_path / "no" / "folder"), "can't be written"),
        ((package, "--identity", identity, "-o", tmp_path / ("a" * 300)), "can't be written"),
        ((tmp_path / "none", "--identity", identity), "no such file"),
        ((tmp_path, "--identity", identity), "folder"),
        ((identity, "--identity", identity), "not encrypted with age"),
    ):
        said = loket("handover", "open", *words)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1), said.err
        assert told in said.err
        assert tree(tmp_path) == before


def test_the_schemas_are_published(loket: Loket) -> None:
    titles = [json.loads(loket("schema", *of).out)["title"] for of in ((), ("handover",), ("manifest",))]
    assert titles == ["Loket case file", "Loket handover", "Manifest of a Loket handover"]


def test_the_texts_that_may_name_somebody_taken_out_are_to_be_read(tmp_path: Path, loket: Loket) -> None:
    """A cost names somebody whom the file does not know any more: nobody can tell whether they refused."""
    case = replace(full_case(), attachments=())
    cost = replace(case.costs[0], id="of-nobody", person="taken-out")
    wish = replace(case.wish, destination_contact="the brother of Luan")
    whole, left = tmp_path / "whole.json", tmp_path / "left.json"
    whole.write_bytes(write_case(replace(case, wish=wish)))
    left.write_bytes(write_case(replace(case, wish=wish, costs=(*case.costs, cost))))
    make = ("handover", "make", "--to", "iom", "--recipient", PAIR.public.text, "-o")
    quiet = loket(*make, tmp_path / "one", whole)
    told = loket(*make, tmp_path / "two", left)
    data = loket(*make, tmp_path / "three", left, "--json")
    assert "the brother of Luan" not in quiet.out
    assert "Read these texts before they leave" in told.out
    assert "Contact person there: the brother of Luan" in told.out
    assert "wish/destination_contact" in json.loads(data.out)["texts"]
