"""Money is Decimal: where amounts are worked out, no float is written or named."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

_WITH_MONEY = (
    *(f"domain/{name}.py" for name in ("money", "costs", "estimate", "reintegration", "departing")),
    *("documents/costs/document.py", "exchange/costs_xlsx.py", "services/costs.py"),
    *("i18n/phrases_costs.py", "i18n/phrases_journey.py", "rules/section.py"),
)


def floats(text: str) -> Iterator[str]:
    """Where a float is written or named."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield f"line {node.lineno}: {node.value}"
        if isinstance(node, ast.Name) and node.id == "float":
            yield f"line {node.lineno}: float"


@pytest.mark.parametrize("name", _WITH_MONEY)
def test_no_float_where_money_is(name: str) -> None:
    text = (ROOT / "loket_app" / Path(name)).read_text(encoding="utf-8")
    assert list(floats(text)) == []


@pytest.mark.parametrize("code", ["x = 0.5", "x = float(y)", "def f(x: float) -> None: ..."])
def test_a_float_is_seen(code: str) -> None:
    assert len(list(floats(code))) == 1
