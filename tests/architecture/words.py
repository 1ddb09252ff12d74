"""Words that can't be translated: put together before the look-up, or looked up when the module is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import Module, modules

LOOKUPS = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
MARKERS = {"N_", "NP_"}
LABELS = {"label", "field_label"}
_IN_A_MOMENT = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def put_together(root: Path) -> list[str]:
    """Look-ups and markers of a text that isn't plain: the catalogue can't hold it."""
    return [
        f"{module.name}:{call.lineno} {_name(call)}() takes a plain text; fill in with .format() afterwards"
        for module in modules(root, "loket_app")
        if not module.name.startswith("loket_app.i18n")  # defines them
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call) and _name(call) in LOOKUPS | MARKERS and any(map(_is_built, call.args))
    ]


def frozen(root: Path) -> list[str]:
    """Look-ups that run on import: they stay in the language of the start for ever."""
    return [
        f"{module.name}:{call.lineno} {_name(call)}() at import; mark it with N_() and look it up when it is shown"
        for module in modules(root, "loket_app")
        for call in _at_import(module)
        if _name(call) in LOOKUPS | LABELS
    ]


def _at_import(module: Module) -> Iterator[ast.Call]:
    waiting: list[ast.AST] = list(module.tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call):
            yield node
        if isinstance(node, _IN_A_MOMENT):
            waiting += _run_with_the_definition(node)
        else:
            waiting += ast.iter_child_nodes(node)


def _run_with_the_definition(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> list[ast.expr]:
    """Defaults and decorators run at once, the body when it is called."""
    defaults = [default for default in (*node.args.defaults, *node.args.kw_defaults) if default]
    return defaults if isinstance(node, ast.Lambda) else [*defaults, *node.decorator_list]


def _is_built(node: ast.expr) -> bool:
    built = isinstance(node, ast.JoinedStr | ast.BinOp)
    return built or (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format")


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
