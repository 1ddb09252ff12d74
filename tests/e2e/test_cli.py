"""The command line as another program meets it: exit codes, one line on stderr, one document on stdout, signals."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from loket_app import paths

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals and signals of Unix")

PASSPHRASE = "veldsla-kachel-omweg-zeven"
DEMO = paths.resources() / "demo"
ROOT = Path(__file__).resolve().parents[2]


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    return {**bare, "PYTHONPATH": str(ROOT), "LANGUAGE": "en", **more}


def _loket(*typed: object, at: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "loket_app", *map(str, typed)]
    return subprocess.run(
        command,
        cwd=at,
        env=_environment(more),
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file with the passphrase, for its owner alone."""
    file = tmp_path / "passphrase"
    file.touch(mode=0o600)
    file.write_text(PASSPHRASE, encoding="utf-8")
    return file


def test_from_an_empty_folder_to_a_case_file_again(tmp_path: Path, secret: Path) -> None:
    store = ["--profile", tmp_path / "profile", "--passphrase-file", secret, "--json"]
    documents = []
    for typed in (
        ["store", "init", "--desk", "BRU", *store],
        ["store", "import", DEMO / "miftari.json", *store],
        ["store", "list", *store],
        ["store", "stats", *store],
        ["store", "verify", *store],
        ["store", "export", "-o", tmp_path / "out", *store],
    ):
        done = _loket(*typed)
        assert (done.returncode, done.stderr) == (0, "")
        documents.append(json.loads(done.stdout))
    assert documents[2]["cases"][0]["number"] == "BRU-0000-0002"
    assert (tmp_path / "out" / "BRU-0000-0002.json").read_bytes() == (DEMO / "miftari.json").read_bytes()


@pytest.mark.parametrize("typed", [("check", "--json"), ("summary", "-o", "out.pdf")])
def test_a_bad_file_gives_two_and_one_line(tmp_path: Path, typed: tuple[str, ...]) -> None:
    (tmp_path / "case.json").write_text((DEMO / "agnes.json").read_text("utf-8").replace('"sex"', '"seks"'), "utf-8")
    done = _loket(typed[0], "case.json", *typed[1:], at=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "loket: case.json: household/1/seks: Loket knows no field seks here. Did you mean sex?"
    ]
    assert [file.name for file in tmp_path.iterdir()] == ["case.json"]


def test_a_200_mb_file_is_told_at_once(tmp_path: Path) -> None:
    with (tmp_path / "case.json").open("wb") as hole:
        hole.truncate(200_000_000)
    done = _loket("check", "case.json", at=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_a_wrong_passphrase_gives_three(tmp_path: Path, secret: Path) -> None:
    store = ["--profile", tmp_path / "profile", "--passphrase-file", secret]
    assert _loket("store", "init", "--desk", "BRU", *store).returncode == 0
    secret.write_text("een andere wachtzin dan die", encoding="utf-8")
    done = _loket("store", "list", *store)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (3, "", 1)


def test_without_a_terminal_nobody_is_asked(tmp_path: Path) -> None:
    done = _loket("store", "init", "--desk", "BRU", "--profile", tmp_path / "profile")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "--passphrase-file" in done.stderr


def test_the_demo_without_a_screen_works_twice(tmp_path: Path) -> None:
    for _time in range(2):
        done = _loket("demo", at=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        # case file, summaries, explanations; two packages and their key
        assert len(list((tmp_path / "loket-demo").iterdir())) == 4 * (1 + 4 + 4) + 2 + 1
    assert [file.name for file in tmp_path.iterdir()] == ["loket-demo"]


def test_the_application_without_a_screen_says_so(tmp_path: Path) -> None:
    done = _loket(at=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("tag", ["nl_BE.UTF-8", "fr_BE.ISO-8859-1", "de_BE", "es_ES.UTF-8"])
def test_it_speaks_the_language_of_the_computer(tag: str) -> None:
    done = _loket("check", DEMO / "agnes.json", "--json", LANGUAGE="", LC_ALL=tag)
    assert json.loads(done.stdout)["language"] == {"es": "nl"}.get(tag[:2], tag[:2])


def test_an_answer_is_utf_8_whatever_the_computer_speaks() -> None:
    done = _loket("check", DEMO / "agnes.json", LC_ALL="POSIX", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert "Agnès" in done.stdout


def test_help_and_version_load_nothing_heavy() -> None:
    program = """if True:
        import sys
        from loket_app.__main__ import main
        assert main(["--version"]) == main(["store", "init", "--help"]) == 0
        heavy = {"PySide6", "sqlalchemy", "sqlcipher3", "reportlab", "jsonschema", "cryptography", "platformdirs"}
        sys.exit(", ".join(heavy & {name.split(".")[0] for name in sys.modules}) or None)
    """
    done = subprocess.run(
        [sys.executable, "-c", program], env=_environment({}), capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert re.match(r"Loket \d", done.stdout)


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    command = f"{sys.executable} -m loket_app schema | head -c 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, env=_environment({}), capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("{0\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_an_answer_that_finds_no_room_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "loket_app", "schema"]
        done = subprocess.run(
            command, env=_environment({}), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


CTRL_C = b"\x03"

TERMINAL_PROGRAM = """if True:
    import fcntl, signal, sys, termios
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from loket_app.__main__ import main
    sys.exit(main())
"""
"""Takes its own terminal before it starts: passphrases are asked there, not on stdin.

Whoever starts the tests in the background has Ctrl+C ignored, and a process hands that on: here it counts again.
"""


def _at_a_terminal(profile: Path, *answers: bytes) -> tuple[int, str]:
    """`loket store init` at a terminal of its own: give each answer when it asks; the exit code and what was seen."""
    terminal, inside = pty.openpty()
    command = [sys.executable, "-c", TERMINAL_PROGRAM, "store", "init", "--desk", "BRU", "--profile", str(profile)]
    with subprocess.Popen(
        command, env=_environment({}), stdin=inside, stdout=inside, stderr=inside, start_new_session=True
    ) as running:
        os.close(inside)
        seen = b""
        for answer in answers:
            seen += _until(terminal, b": ")
            os.write(terminal, answer)
        seen += _until(terminal, None, again=answers[-1] if answers[-1] == CTRL_C else b"")
        os.close(terminal)
    return running.returncode, seen.decode()


def _until(terminal: int, mark: bytes | None, again: bytes = b"") -> bytes:
    """Read up to a mark, or to the end. `again` is typed once more after each second of silence, as a person would.

    A signal that comes just before Python begins to read waits for the next key.
    """
    seen = b""
    while mark is None or not seen.endswith(mark):
        if again and not select.select([terminal], [], [], 1)[0]:
            os.write(terminal, again)
        try:
            part = os.read(terminal, 1024)
        except OSError:  # how Linux tells the end of a terminal
            break
        if not part:
            break
        seen += part
    return seen


def test_a_passphrase_is_asked_for_twice_and_never_shown(tmp_path: Path) -> None:
    line = PASSPHRASE.encode() + b"\n"
    code, seen = _at_a_terminal(tmp_path / "profile", line, line)
    assert code == 0, seen
    assert "Passphrase: " in seen
    assert PASSPHRASE not in seen
    assert (tmp_path / "profile" / "loket.db").exists()


def test_two_passphrases_that_differ_make_nothing(tmp_path: Path) -> None:
    code, seen = _at_a_terminal(tmp_path / "profile", PASSPHRASE.encode() + b"\n", b"other\n")
    assert code == 2
    assert "not the same" in seen
    assert not (tmp_path / "profile").exists()


def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    code, seen = _at_a_terminal(tmp_path / "profile", CTRL_C)
    assert code == 128 + signal.SIGINT
    assert "Traceback" not in seen
    assert not (tmp_path / "profile").exists()
