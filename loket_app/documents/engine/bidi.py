"""The order of mixed left-to-right and right-to-left text: the Unicode Bidirectional Algorithm (UAX #9).

Explicit embeddings, overrides and isolates are not here: the text is cleaned of those signs first, since a typed one
can make a number read backwards. What stays is one isolating run sequence, the whole paragraph. Rule names are UAX #9's.
python-bidi gives an order but no levels, and without levels a bracket cannot be mirrored; it is the oracle of the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final
from unicodedata import bidirectional

_PAIRS: Final = "()[]{}⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈〈〉《》「」『』【】〔〕〖〗〘〙〚〛（）［］｛｝｟｠｢｣"
_CLOSES: Final = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSING: Final = frozenset(_PAIRS[1::2])
_LEFT: Final = _PAIRS[::2] + "<«‹≤"
_RIGHT: Final = _PAIRS[1::2] + ">»›≥"
_MIRRORED: Final = dict(zip(_LEFT + _RIGHT, _RIGHT + _LEFT, strict=True))
_PAIR_DEPTH: Final = 63  # BD16

_REMOVED: Final = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_NEUTRAL: Final = frozenset(("B", "S", "WS", "ON"))
_STRONG: Final = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # N0, N1: numbers count as R

_RTL_CHARACTERS: Final = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def has_rtl(text: str) -> bool:
    """Whether some character may run from right to left; most text has none, and needs nothing else from here."""
    return _RTL_CHARACTERS.search(text) is not None


def base_level(text: str) -> int:
    """1 where the first strong character runs from right to left (P2, P3), else 0."""
    strong = (bidirectional(char) for char in text)
    return int(next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L")


def mirrored(char: str) -> str:
    """The character that looks like this one does in right-to-left text."""
    return _MIRRORED.get(char, char)


def levels(text: str, base: int) -> list[int]:
    """The level of each character of one paragraph: odd ones run from right to left."""
    kinds = [bidirectional(char) or "L" for char in text]
    kept = [at for at, kind in enumerate(kinds) if kind not in _REMOVED]  # X9
    found = dict(zip(kept, _resolved([text[at] for at in kept], [kinds[at] for at in kept], base), strict=True))
    result, level = [], base
    for at in range(len(text)):
        level = found.get(at, level)
        result.append(level)
    return result


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """The indexes of runs from left to right (L2)."""
    order = list(range(len(run_levels)))
    lowest_odd = min((level for level in run_levels if level % 2), default=0)
    for threshold in range(max(run_levels, default=0), max(lowest_odd, 1) - 1, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and run_levels[order[end]] >= threshold:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = max(end, at + 1)
    return order


def _resolved(chars: Sequence[str], kinds: list[str], base: int) -> list[int]:
    edge = "R" if base else "L"
    marks = [kind == "NSM" for kind in kinds]
    _weak(kinds, edge)
    _brackets(chars, kinds, marks, edge)
    _neutral(kinds, edge)
    risen = {"L": 2 if base else 0, "R": 1, "EN": 2, "AN": 2}
    return [risen[kind] for kind in kinds]  # I1, I2


def _weak(kinds: list[str], edge: str) -> None:
    _marks_and_numbers(kinds, edge)
    _separators(kinds)
    _terminators(kinds)
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind in ("ES", "ET", "CS"):
            kinds[at] = "ON"  # W6
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"  # W7


def _marks_and_numbers(kinds: list[str], edge: str) -> None:
    before = strong = edge
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = before  # W1
        before = kinds[at]
    for at, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"  # W2
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3


def _separators(kinds: list[str]) -> None:
    for at in range(1, len(kinds) - 1):  # W4
        around = kinds[at - 1]
        if (
            around == kinds[at + 1]
            and ((kinds[at] == "ES" and around == "EN") or kinds[at] == "CS")
            and around in ("EN", "AN")
        ):
            kinds[at] = around


def _terminators(kinds: list[str]) -> None:
    for first, end in _stretches(kinds, {"ET"}):  # W5
        if (first and kinds[first - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN"):
            kinds[first:end] = ["EN"] * (end - first)


def _brackets(chars: Sequence[str], kinds: list[str], marks: Sequence[bool], edge: str) -> None:
    for opened, closed in sorted(_pairs(chars, kinds)):  # N0
        inside = {_STRONG[kind] for kind in kinds[opened + 1 : closed] if kind in _STRONG}
        if not inside:
            continue
        before = next((_STRONG[kind] for kind in reversed(kinds[:opened]) if kind in _STRONG), edge)
        direction = edge if edge in inside or before == edge else before
        for at in (opened, closed):
            kinds[at] = direction
            after = at + 1
            while after < len(kinds) and marks[after]:
                kinds[after] = direction
                after += 1


def _pairs(chars: Sequence[str], kinds: Sequence[str]) -> Iterable[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for at, char in enumerate(chars):
        if kinds[at] != "ON":
            continue
        if char in _CLOSES:
            if len(waiting) == _PAIR_DEPTH:
                return
            waiting.append((_CLOSES[char], at))
        elif char in _CLOSING:
            match = next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n][0] == char), None)
            if match is not None:
                yield waiting[match][1], at
                del waiting[match:]


def _neutral(kinds: list[str], edge: str) -> None:
    for first, end in _stretches(kinds, _NEUTRAL):
        before = _STRONG[kinds[first - 1]] if first else edge
        after = _STRONG[kinds[end]] if end < len(kinds) else edge
        kinds[first:end] = [before if before == after else edge] * (end - first)  # N1, N2


def _stretches(kinds: Sequence[str], wanted: Any) -> Iterable[tuple[int, int]]:
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in wanted:
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)
