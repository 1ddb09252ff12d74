"""The code and the tracked files as the checkers of this folder read them."""

from __future__ import annotations

import ast
import fnmatch
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """A Python file: its dotted name, seen from the folder that holds the package, and its parsed text."""

    path: Path
    name: str
    text: str
    tree: ast.Module


def modules(root: Path, *packages: str) -> Iterator[Module]:
    """Every module below the named folders of root."""
    for package in packages:
        for path in sorted((root / package).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            parts = path.relative_to(root).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            yield Module(path, name, text, ast.parse(text, str(path)))


def tracked(root: Path) -> list[Path]:
    """The files that git keeps, relative to root; in an unpacked archive, those that .gitignore doesn't name."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=root,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        return [Path(name) for name in listed.stdout.decode().split("\0") if name and (root / name).is_file()]
    ignored = [line.strip("/") for line in (root / ".gitignore").read_text(encoding="utf-8").splitlines()]
    found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return sorted(p for p in found if not any(fnmatch.fnmatch(part, bad) for part in p.parts for bad in ignored))
