"""The tree itself: its top level, and nothing in it that belongs to one machine."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.source import tracked

TOP_LEVEL = {
    "loket_app", "resources", "translations", "tests", "pyproject.toml", "README.md",
    "Makefile", ".ci", ".gitignore", ".gitattributes", ".editorconfig", "LICENSE", "CHANGELOG.md",
}  # fmt: skip

# Written so that no pattern finds itself.
FOREIGN = {
    "a path of one machine": r"(?<![\w./-])[/](work|root|home/\w+|opt/\w+|Users/\w+)/",
    "a neighbour of this checkout": r"\.\./[s]hared",
    "a file address": r"file:[/]//",
    "a package index": r"pypi\.org|[p]ythonhosted|--(extra-)?index-[u]rl|--find-[l]inks",
    "a note to oneself": r"#.*\b([T]ODO|[F]IXME|[X]XX)\b",
}


def strangers(root: Path) -> list[str]:
    """Names at the top level that aren't agreed."""
    return sorted({path.parts[0] for path in tracked(root)} - TOP_LEVEL)


def foreign(root: Path) -> list[str]:
    """Lines of tracked text that only make sense on somebody's machine."""
    return [
        f"{path}:{number} {what}"
        for path in tracked(root)
        for number, line in enumerate(_lines(root / path), 1)
        for what, pattern in FOREIGN.items()
        if re.search(pattern, line)
    ]


def _lines(path: Path) -> list[str]:
    """The lines of a text; none for a font or a picture."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []
