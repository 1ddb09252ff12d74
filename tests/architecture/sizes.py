"""Nothing grows into a monster: limits on files, functions and the classes of a screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import Module, modules

FILE_LINES = 400
FUNCTION_LINES = 60

_RECORDS = {"dataclass", "NamedTuple", "TypedDict", "Enum", "StrEnum", "IntEnum", "Flag", "Protocol"}


def too_long(root: Path, *packages: str) -> list[str]:
    """Files and functions over the limits."""
    return [line for module in modules(root, *packages) for line in _too_long(module)]


def crowded(root: Path) -> list[str]:
    """Files of loket_app/ui with more than one public class; its records and errors don't count."""
    found = []
    for module in modules(root, "loket_app/ui"):
        classes = [node for node in module.tree.body if isinstance(node, ast.ClassDef) and not _is_aside(node)]
        public = [node.name for node in classes if not node.name.startswith("_")]
        if len(public) > 1:
            found.append(f"{module.name}: {', '.join(public)}; one public class per file")
    return found


def _is_aside(node: ast.ClassDef) -> bool:
    of = {ast.unparse(expr).split("(")[0].split(".")[-1] for expr in (*node.bases, *node.decorator_list)}
    return bool(of & _RECORDS) or any(name.endswith(("Error", "Exception")) for name in of)


def _too_long(module: Module) -> Iterator[str]:
    lines = len(module.text.splitlines())
    if lines > FILE_LINES:
        yield f"{module.name}: {lines} lines, at most {FILE_LINES}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{module.name}:{node.lineno} {node.name}: {length} lines, at most {FUNCTION_LINES}"
