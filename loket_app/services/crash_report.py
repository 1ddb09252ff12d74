"""A report of our own fault that says where it happened and nothing of anybody's case."""

from __future__ import annotations

import platform
import secrets
import sys
import tempfile
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from loket_app.services.about import version


def write_report(error: BaseException, doing: str) -> Path:
    """Keep a report in the user's own folder and give its path. `doing` is a neutral word: `check`, `window`.

    It names types, files of the program and lines. The words of an error may hold an answer, so they stay out.
    """
    from platformdirs import user_state_path

    text = "\n".join(_lines(error, doing)) + "\n"
    name = f"report-{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}.txt"
    try:
        folder = user_state_path("Loket", appauthor=False) / "reports"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _written(folder / name, text)
    except OSError:
        return _written(Path(tempfile.mkdtemp(prefix="loket-")) / name, text)


def _written(target: Path, text: str) -> Path:
    target.touch(mode=0o600)
    target.write_text(text, encoding="utf-8")
    return target


def _lines(error: BaseException, doing: str) -> Iterator[str]:
    yield f"Loket {version()}, {doing}"
    yield f"Python {platform.python_version()} on {sys.platform} {platform.release()}"
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield f"{type(cause).__module__}.{type(cause).__qualname__}"
        yield from (
            f"  {_module(frame)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(cause.__traceback__)
        )
        cause = cause.__cause__ or cause.__context__


def _module(frame: traceback.FrameSummary) -> str:
    """The file as the program knows it: no folder of this machine's users."""
    parts = Path(frame.filename).parts
    return "/".join(parts[parts.index("loket_app") :]) if "loket_app" in parts else "/".join(parts[-2:])
