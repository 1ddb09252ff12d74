"""A handover package: what is made is read back whole, and nothing that was tampered with is read at all."""

from __future__ import annotations

import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import jsonschema
import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case, Consent, ConsentPurpose, ConsentState
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_changes import differences
from loket_app.domain.handover_content import content, leaving
from loket_app.domain.person import Person, Relation
from loket_app.domain.wish import Partner
from loket_app.exchange.errors import Refused
from loket_app.exchange.handover import data, envelope, reader, writer
from loket_app.exchange.handover.archive import pack
from loket_app.exchange.handover.keys import Passphrase, SecretKey, passphrase, public_key, secret_key
from loket_app.exchange.handover.limits import MOST_FILES, MOST_WORK
from loket_app.exchange.handover.schema import handover_schema, manifest_schema
from loket_app.i18n import using
from tests.exchange.cases import CASES
from tests.handover_cases import full_case, scan_bytes, with_consents
from tests.handover_packages import PRINT, Parts, manifest_of, new_pair, written, zipped

PAIR = new_pair()
_GIVEN = tuple(Consent(f"given-{n}", purpose, ConsentState.GIVEN) for n, purpose in enumerate(ConsentPurpose))


def may_leave(case: Case) -> Case:
    """The case with all that a handover needs said yes to."""
    wish = replace(case.wish, free_choice=True, informed=True)
    who = tuple(replace(person, travels=True) for person in case.household) or (Person("somebody", Relation.APPLICANT),)
    plan = replace(case.plan, partner=Partner.CARITAS)
    stay = replace(case.stay, guardian="An Maes")
    return replace(case, wish=wish, consents=_GIVEN, plan=plan, household=who, stay=stay)


def refused(package: bytes, key: SecretKey | Passphrase | None = None) -> str:
    """The one line of a package that is not read, in English."""
    with using("en"), pytest.raises(Refused) as caught:
        reader.read(package, key or PAIR.secret)
    line = f"{caught.value.place}: {caught.value.why} {caught.value.remedy}"
    assert "\n" not in line
    assert len(line) < 300
    return line


@pytest.mark.parametrize("recipient", Recipient)
@given(case=CASES)
@settings(max_examples=40, deadline=None)
def test_any_case_comes_back_as_it_left(case: Case, recipient: Recipient) -> None:
    told = content(may_leave(case), recipient)
    opened = reader.read(written(told, PAIR.public), PAIR.secret)
    assert opened.content == told
    assert opened.files["application.pdf"] == PRINT
    assert data.from_text(data.as_text(told)) == told


def test_scans_come_back_byte_by_byte() -> None:
    told = content(full_case(), Recipient.IOM, scan_bytes())
    opened = reader.read(written(told, PAIR.public, scan_bytes()), PAIR.secret)
    assert {scan.id: opened.files[scan.file] for scan in told.enclosed} == scan_bytes()


@pytest.mark.slow
def test_a_passphrase_opens_what_it_locked_and_no_other_does() -> None:
    told = content(full_case(), Recipient.CARITAS)
    package = writer.write(told, manifest_of(told), Passphrase("zeven fietsen op zolder"), printed=PRINT, scans={})
    assert reader.read(package, Passphrase("zeven fietsen op zolder")).content == told
    assert "does not open" in refused(package, Passphrase("acht fietsen op zolder"))
    assert "locked with a passphrase" in refused(package)


def test_what_is_in_a_package_follows_the_published_schemas() -> None:
    files = Parts().files
    jsonschema.Draft202012Validator(handover_schema()).validate(json.loads(files["handover.json"]))
    jsonschema.Draft202012Validator(manifest_schema()).validate(json.loads(files["manifest.json"]))
    for schema in (handover_schema(), manifest_schema()):
        jsonschema.Draft202012Validator.check_schema(schema)


def test_the_schema_knows_no_field_that_nobody_gets() -> None:
    text = json.dumps(handover_schema())
    assert all(name not in text for name in ("public_order_concern", "remarks", "conversations", "approval_reasons"))


def test_equal_files_make_equal_archives() -> None:
    assert pack({"handover.json": b"{}"}) == pack({"handover.json": b"{}"})


def _without(name: str) -> Callable[[Parts], bytes]:
    return lambda parts: parts.lock(pack({n: body for n, body in parts.files.items() if n != name}))


def _named(name: str) -> Callable[[Parts], bytes]:
    return lambda parts: parts.lock(zipped({**parts.files, name: b"x"}))


def _nought(parts: Parts) -> bytes:
    return parts.lock(zipped({**parts.files, "attachments/07.jpg?.exe": b"x"}).replace(b"jpg?.exe", b"jpg\0.exe"))


def _json(name: str, body: bytes) -> Callable[[Parts], bytes]:
    def tamper(parts: Parts) -> bytes:
        parts.put(name, body)
        return parts.locked()

    return tamper


def _values(name: str, **values: object) -> Callable[[Parts], bytes]:
    def tamper(parts: Parts) -> bytes:
        parts.change(name, **values)
        return parts.locked()

    return tamper


def _swap(parts: Parts) -> bytes:
    parts.files["attachments/01.jpg"] = parts.files["attachments/01.jpg"][::-1]
    return parts.locked()


def _extra(parts: Parts) -> bytes:
    parts.files["attachments/99.jpg"] = b"x"
    return parts.locked()


def _listed_extra(parts: Parts) -> bytes:
    parts.put("attachments/99.jpg", b"x")
    return parts.locked()


def _twice(parts: Parts) -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return parts.lock(_doubled(parts))


def _doubled(parts: Parts) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in (*parts.files.items(), ("handover.json", b"{}")):
            archive.writestr(name, body)
    return out.getvalue()


def _end(archive: bytes, **fields: int) -> bytes:
    """The archive with another last record."""
    names = ("sign", "disk", "first", "here", "count", "size", "start", "comment")
    values = dict(zip(names, struct.unpack("<4s4H2LH", archive[-22:]), strict=True)) | fields
    return archive[:-22] + struct.pack("<4s4H2LH", *values.values())


def _lying_size(parts: Parts) -> bytes:
    """An entry that says it is small, and swells."""
    archive = zipped({**parts.files, "handover.json": b"0" * 3_000_000})
    true, false = struct.pack("<L", 3_000_000), struct.pack("<L", 20)
    return parts.lock(archive.replace(true, false))


BAD: dict[str, tuple[Callable[[Parts], bytes], str]] = {
    "no manifest": (_without("manifest.json"), "manifest.json is missing"),
    "no handover": (_without("handover.json"), "handover.json is missing"),
    "no print": (_without("application.pdf"), "application.pdf is missing"),
    "no scan": (_without("attachments/01.jpg"), "attachments/01.jpg is missing"),
    "a changed scan": (_swap, "attachments/01.jpg is not as it was sent"),
    "a file too many": (_extra, "attachments/99.jpg is not in the manifest"),
    "a scan that the handover does not name": (_listed_extra, "not those that the handover names"),
    "up": (_named("../../x"), "does not belong in a package: ../../x. Do not use it"),
    "up from a folder": (_named("attachments/../../x.jpg"), "does not belong"),
    "absolute": (_named("/etc/passwd"), "does not belong"),
    "a drive": (_named("C:/x.jpg"), "does not belong"),
    "a backslash": (_named("attachments\\01.jpg"), "does not belong"),
    "another case": (_named("Manifest.json"), "does not belong"),
    "a name of a person": (_named("attachments/Miftari.jpg"), "does not belong"),
    "a control sign": (_named("attachments/01.jpg\x1b[2J"), "does not belong"),
    "a nought": (_nought, "does not belong"),
    "a folder": (_named("attachments/"), "does not belong"),
    "twice": (_twice, "handover.json twice"),
    "a link": (
        lambda p: p.lock(zipped(p.files, create_system=3, external_attr=(stat.S_IFLNK | 0o777) << 16)),
        "ordinary",
    ),
    "a device": (lambda p: p.lock(zipped(p.files, create_system=3, external_attr=stat.S_IFCHR << 16)), "ordinary"),
    "too many": (
        lambda p: p.lock(zipped({f"attachments/{n:04}.jpg": b"" for n in range(10_000)})),
        f"more than {MOST_FILES} files",
    ),
    "a bomb": (_json("handover.json", b" " * 40_000_000), "handover.json is too large"),
    "a lie about its size": (_lying_size, "damaged"),
    "a count that lies": (lambda p: p.lock(_end(zipped(p.files), count=1)), "damaged"),
    "something before it": (lambda p: p.lock(b"PK" + zipped(p.files)), "damaged"),
    "something behind it": (lambda p: p.lock(zipped(p.files) + b"x"), "damaged"),
    "cut inside": (lambda p: p.lock(zipped(p.files)[:-30]), "damaged"),
    "a picture": (lambda p: p.lock(b"\x89PNG" + bytes(99)), "no package of Loket"),
    "nothing": (lambda p: p.lock(b""), "no package of Loket"),
    "deep JSON": (_json("handover.json", b"[" * 100_000 + b"]" * 100_000), "nested too deeply"),
    "a long number": (_json("handover.json", b'{"loket_handover": ' + b"9" * 99_999 + b"}"), "number of 99"),
    "a key twice": (_json("handover.json", b'{"recipient": "iom", "recipient": "caritas"}'), "twice"),
    "no JSON": (_json("handover.json", b"<html>"), "not JSON"),
    "another manifest": (_values("manifest.json", number="GNT-2026-9999"), "another handover"),
    "a newer manifest": (_values("manifest.json", loket_handover_manifest=2), "newer Loket"),
    "an unknown field": (_values("handover.json", remarks="x"), "no field remarks"),
    "a version of another time": (_values("handover.json", loket_handover=0), "loket_handover"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_was_tampered_with_is_refused_in_one_line(name: str) -> None:
    parts = Parts()
    tamper, words = BAD[name]
    assert words in refused(tamper(parts), parts.pair.secret)


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
@settings(max_examples=150, deadline=None)
def test_one_changed_bit_anywhere_is_noticed(at: int, bit: int) -> None:
    package = bytearray(_PACKAGE)
    package[at % len(package)] ^= 1 << bit
    assert refused(bytes(package))


@given(at=st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_a_cut_file_is_noticed_wherever_it_ends(at: int) -> None:
    assert refused(_PACKAGE[: at % len(_PACKAGE)])


_PACKAGE = written(content(full_case(), Recipient.CARITAS), PAIR.public)


@given(junk=st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_anything_may_stand_in_the_archive(junk: bytes) -> None:
    assert refused(envelope.lock(b"PK\x03\x04" + junk, PAIR.public))


def test_another_key_does_not_open_it() -> None:
    assert "This key does not open it" in refused(_PACKAGE, new_pair().secret)
    assert "locked to a key" in refused(_PACKAGE, Passphrase("zeven fietsen op zolder"))


@pytest.mark.parametrize("work", [MOST_WORK + 1, 30, 64, 999])
def test_a_passphrase_that_asks_for_hours_is_refused_at_once(work: int) -> None:
    head = f"age-encryption.org/v1\n-> scrypt {'A' * 22} {work}\n{'A' * 43}\n--- {'A' * 43}\n".encode()
    assert f"({work}; at most {MOST_WORK})" in refused(head + bytes(99), Passphrase("zeven fietsen op zolder"))


def test_a_busy_computer_tries_again(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Excessive work parameter for passphrase.", "Decryption failed"])
    monkeypatch.setattr(envelope, "_opened", lambda *_asked: _fail(next(answers)))
    head = f"age-encryption.org/v1\n-> scrypt {'A' * 22} 20\n{'A' * 43}\n--- {'A' * 43}\n".encode()
    assert "does not open" in refused(head + bytes(99), Passphrase("zeven fietsen op zolder"))
    monkeypatch.setattr(envelope, "_opened", lambda *_asked: _fail("Excessive work parameter for passphrase."))
    assert "less busy" in refused(head + bytes(99), Passphrase("zeven fietsen op zolder"))


def _fail(said: str) -> bytes:
    raise pyrage.DecryptError(said)


@pytest.mark.parametrize(
    "stanza", ["scrypt AAAA", "scrypt AAAA 018", "scrypt AAAA -1", "scrypt AAAA 9 9", "scrypt AAAA 1e9", "scrypt"]
)
def test_a_head_that_is_not_one_of_age_is_refused(stanza: str) -> None:
    head = f"age-encryption.org/v1\n-> {stanza}\n{'A' * 43}\n--- {'A' * 43}\n".encode()
    assert "Its head" in refused(head + bytes(99), Passphrase("zeven fietsen op zolder"))


@pytest.mark.parametrize(
    ("package", "words"),
    [
        (b"", "not encrypted with age"),
        (b"hello", "not encrypted with age"),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\n", "text form"),
        (b"age-encryption.org/v1\n" + b"-> a\n\n" * 99_999, "Its head"),
    ],
)
def test_what_is_no_package_is_called_so(package: bytes, words: str) -> None:
    assert words in refused(package)


def test_a_standard_age_opens_it() -> None:
    identity = pyrage.x25519.Identity.from_str(PAIR.secret.text)
    assert pyrage.decrypt(_PACKAGE, [identity]).startswith(b"PK")


def test_a_scan_that_is_not_what_the_case_says_is_not_sent() -> None:
    told = content(full_case(), Recipient.IOM, ["scan-passport"])
    for scans in ({}, {"scan-passport": b"another"}):
        with pytest.raises(Refused) as caught:
            written(told, PAIR.public, scans)
        assert caught.value.place == "attachments/scan-passport"


def test_what_no_receiver_could_read_is_not_sent() -> None:
    case = full_case()
    case = replace(case, contact=replace(case.contact, town="Gent\x00"))
    with pytest.raises(Refused) as caught:
        written(content(case, Recipient.IOM), PAIR.public)
    assert caught.value.place == "contact/town"


def test_a_file_name_tells_nothing_of_a_person() -> None:
    assert writer.file_name(content(full_case(), Recipient.IOM), 2) == "GNT-2026-0042-iom-2.loket.age"


def test_keys_are_looked_at() -> None:
    assert public_key(f" {PAIR.public.text}\n") == PAIR.public
    assert secret_key(f"# created: today\n\n{PAIR.secret.text}\n") == PAIR.secret
    assert passphrase("zeven fietsen") == Passphrase("zeven fietsen")
    for read, text in (
        (public_key, "age1zzz"),
        (public_key, ""),
        (public_key, PAIR.secret.text),
        (secret_key, PAIR.public.text),
        (secret_key, "# nothing"),
        (passphrase, "kort"),
    ):
        with pytest.raises(Refused):
            read(text)


def test_no_secret_shows_itself() -> None:
    assert PAIR.secret.text not in repr(PAIR.secret)
    assert "fietsen" not in repr(Passphrase("zeven fietsen op zolder"))


def test_a_correction_tells_its_changes_without_what_no_longer_leaves() -> None:
    case = full_case()
    old = content(case, Recipient.IOM, ["scan-photo"])
    withdrawn = with_consents(case, {ConsentPurpose.MESSAGE: ConsentState.WITHDRAWN})
    withdrawn = replace(withdrawn, wish=replace(withdrawn.wish, destination_place="elsewhere", timing=NOT_ASKED))
    new = content(withdrawn, Recipient.IOM)  # the photo goes on the consent to IOM: it stays when it is not chosen
    stays = leaving(withdrawn, Recipient.IOM).stays
    changes = data.as_plain(new, differences(old, new, stays))["changes"]
    assert changes == [
        {"path": "contact/message_allowed"},
        {"path": "wish/destination_place", "before": "a town", "after": "elsewhere"},
        {"path": "wish/timing", "before": "from_a_date"},
        {"path": "attachments/scan-photo"},
    ]


def test_a_record_that_came_is_told_and_one_that_went_is_not() -> None:
    case = full_case()
    alone = replace(case, household=case.household[:1])
    one, two = content(alone, Recipient.IOM, ["scan-passport"]), content(case, Recipient.IOM)
    went = data.as_plain(one, differences(two, one))["changes"]
    assert {"path": "household/person-2"} in went
    assert {"path": "attachments/scan-passport", "after": one.enclosed[0].sha256} in went
    assert "Given 2" not in json.dumps(went)
    came = data.as_plain(two, differences(one, two))["changes"]
    (person,) = (each for each in came if each["path"] == "household/person-2")
    assert person["after"]["given_names"] == "Given 2"
    written(two, PAIR.public)


def test_deflate_is_looked_at_too() -> None:
    parts = Parts()
    archive = bytearray(zipped(parts.files))
    packed = zlib.compress(parts.files["handover.json"])[2:20]
    at = archive.find(packed[:8])
    archive[at : at + 4] = b"\xff\xff\xff\xff"
    assert "damaged" in refused(parts.lock(bytes(archive)), parts.pair.secret)


def test_a_package_that_no_loket_would_open_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    told = content(full_case(), Recipient.IOM)
    whole = len(written(told, PAIR.public))
    for limit in (1_000, whole - 1):
        monkeypatch.setattr(writer, "LARGEST_PACKAGE", limit)
        with using("en"), pytest.raises(Refused) as caught:
            written(told, PAIR.public)
        assert "larger than" in caught.value.why


def test_what_can_not_leave_is_named_by_its_place_in_the_case() -> None:
    case = full_case()
    first, second = case.household
    case = replace(case, household=(replace(first, travels=False), replace(second, birth_place="a\x02town")))
    with pytest.raises(Refused) as caught:
        written(content(case, Recipient.IOM), PAIR.public)
    assert caught.value.place == "household/person-2/birth_place"
