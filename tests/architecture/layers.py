"""Who may import whom. Every import counts, also one inside a function, under TYPE_CHECKING or by name."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import Module, modules

_WORDS = {"domain", "i18n", "paths"}
_SERVICES = _WORDS | {"disk", "storage", "rules", "documents", "handouts", "exchange", "security", "services"}
_SCREEN = _WORDS | {"services", "platform_check"}
ANYTHING = _SERVICES | _SCREEN | {"ui", "cli", "bootstrap", "__main__"}

ALLOWED: dict[str, set[str]] = {
    "__init__": set(),
    "paths": set(),
    "disk": set(),
    "domain": {"domain"},
    "i18n": _WORDS,
    "platform_check": {"i18n"},
    "storage": _WORDS | {"disk", "storage"},
    "rules": _WORDS | {"rules"},
    "documents": _WORDS | {"documents"},
    "handouts": _WORDS | {"handouts"},
    "exchange": _WORDS | {"exchange"},
    "security": _WORDS | {"disk", "security"},
    "services": _SERVICES,
    "ui": _SCREEN | {"ui"},
    "cli": _SCREEN | {"cli"},
    "bootstrap": ANYTHING,
    "__main__": ANYTHING,
}
"""For each part of loket_app, the parts it may import."""

LIBRARIES: dict[str, set[str]] = {
    "PySide6": {"ui", "handouts", "bootstrap", "__main__"},
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
    "sqlcipher3": {"storage"},
    "reportlab": {"documents"},
    "pikepdf": {"documents", "exchange"},
    "cryptography": {"security", "exchange"},
    "zxcvbn": {"security"},
    "jsonschema": {"exchange"},
    "xlsxwriter": {"exchange"},
    "babel": {"i18n"},
}
"""For each library that has its place, the parts that may know it."""


def violations(root: Path) -> list[str]:
    """One line for each import in root/loket_app that goes against the tables."""
    return [line for module in modules(root, "loket_app") for line in _violations_of(module)]


def _violations_of(module: Module) -> Iterator[str]:
    layer = part_of(module.name)
    if layer not in ALLOWED:
        yield f"{module.name}: no layer of this name; say in layers.py what it may import"
        return
    for target, line in imports(module):
        top = target.split(".")[0]
        if top == "loket_app":
            if part_of(target) not in ALLOWED[layer] | {"__init__"}:
                yield f"{module.name}:{line} {layer} may not import {target}"
        elif layer == "domain" and top not in sys.stdlib_module_names:
            yield f"{module.name}:{line} domain may import the standard library only, not {target}"
        elif layer not in LIBRARIES.get(top, {layer}):
            yield f"{module.name}:{line} {layer} may not know {top}"


def part_of(dotted: str) -> str:
    """The layer of a module: `ui` of `loket_app.ui.shell`, `__init__` of the package itself."""
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports(module: Module) -> Iterator[tuple[str, int]]:
    """Every dotted name that the module imports, with its line."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            yield from ((_named(base, alias.name), node.lineno) for alias in node.names)
        elif isinstance(node, ast.Call) and _imports_by_name(node):
            yield from ((name, node.lineno) for name in _texts(node.args[:1]))


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".")
    if module.path.name != "__init__.py":
        package = package[:-1]
    kept = package[: len(package) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])


def _named(base: str, name: str) -> str:
    """`from loket_app import storage` names a part of the package; other names are what the module holds."""
    return f"{base}.{name}" if base == "loket_app" and name in ALLOWED else base


def _imports_by_name(node: ast.Call) -> bool:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in {"import_module", "__import__", "find_spec"}


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
