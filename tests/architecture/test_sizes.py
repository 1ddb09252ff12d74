"""Files, functions and screens stay small."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.sizes import FILE_LINES, FUNCTION_LINES, crowded, too_long
from tests.architecture.source import ROOT


def test_files_and_functions_stay_short() -> None:
    assert too_long(ROOT, "loket_app", "tests", ".ci") == []


def test_a_screen_file_holds_one_public_class() -> None:
    assert crowded(ROOT) == []


def test_a_long_file_is_seen(tmp_path: Path) -> None:
    _write(tmp_path, "long.py", "x = 1\n" * (FILE_LINES + 1))
    assert too_long(tmp_path, "loket_app") == [f"loket_app.ui.long: {FILE_LINES + 1} lines, at most {FILE_LINES}"]


def test_a_long_function_is_seen(tmp_path: Path) -> None:
    _write(tmp_path, "long.py", "class A:\n    async def f(self):\n" + "        x = 1\n" * FUNCTION_LINES)
    assert too_long(tmp_path, "loket_app") == ["loket_app.ui.long:2 f: 61 lines, at most 60"]


def test_the_limit_itself_is_allowed(tmp_path: Path) -> None:
    _write(tmp_path, "fits.py", "def f():\n" + "    x = 1\n" * (FUNCTION_LINES - 1) + "y = 1\n" * 340)
    assert too_long(tmp_path, "loket_app") == []


def test_a_second_public_class_is_seen(tmp_path: Path) -> None:
    _write(tmp_path, "two.py", "class Page: ...\nclass _Part: ...\nclass Other: ...\n")
    _write(tmp_path, "one.py", "class Page:\n    class Inner: ...\nclass _Part: ...\n")
    _write(tmp_path, "row.py", "@dataclass(frozen=True)\nclass Row: ...\nclass Kind(enum.Enum): ...\n")
    _write(tmp_path, "page.py", "class Wrong(ValueError): ...\nclass Page: ...")
    assert crowded(tmp_path) == ["loket_app.ui.two: Page, Other; one public class per file"]


def _write(root: Path, name: str, text: str) -> None:
    folder = root / "loket_app" / "ui"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
