"""Speed and memory, held against what was promised: one table. Pairs are taken in turn, each in processes of their own.

The store with 100,000 cases takes some minutes to make and is kept under build/ for the next time.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks import advice
from tests.benchmarks.figures import Figure, percentile, ratio, table
from tests.benchmarks.stores import profile_with

HERE = Path(__file__).resolve().parent
FEW, MANY = 1_000, 100_000
STARTS, UNLOCKS = 9, 3
ADVISED = 10_000
MS = 1000


def main() -> None:
    """Measure and print."""
    _say("The stores are made where they are not there yet …")
    few, many = profile_with(FEW), profile_with(MANY)
    figures: list[Figure] = []
    for measure in (starts(few), unlocks(few, many), searches(many), edits(many), today(many), papers(), handovers()):
        for figure in measure:
            figures.append(figure)
            _say(f"  {figure.what}")
    sys.stdout.write(table(figures) + "\n\nAdvice beside other ways to compute it\n")
    for line in advice.lines(ADVISED):
        sys.stdout.write(f"  {line}\n")


def starts(profile: Path) -> Iterator[Figure]:
    """From the start of the process to the painted window."""
    bare: list[dict[str, float]] = []
    ours: list[dict[str, float]] = []
    for _round in range(STARTS + 1):
        bare.append(_started("bare_window"))
        ours.append(_started("unlock_window", profile))
    painted = [[one["seconds"] for one in some[1:]] for some in (ours, bare)]
    yield Figure("cold start to the painted unlock window", ratio(*painted), "×", 2, _beside(painted, "a bare window"))
    peaks = [[one["peak_mib"] for one in some[1:]] for some in (ours, bare)]
    yield Figure("memory at the unlock window", ratio(*peaks), "×", None, _mib(peaks, "a bare window"))


def unlocks(few: Path, many: Path) -> Iterator[Figure]:
    """From Enter behind the passphrase to the first page, the list of cases, and memory."""
    taken: dict[int, list[dict[str, float]]] = {FEW: [], MANY: []}
    for _round in range(UNLOCKS):
        taken[FEW].append(_told("many_cases", few))
        taken[MANY].append(_told("many_cases", many))
    for count, runs in taken.items():
        beyond = median(run["unlocked"] - run["derived"] for run in runs)
        derived = median(run["derived"] for run in runs)
        yield Figure(
            f"unlocked, first page painted, {count:,} cases", beyond, "s", 0.3, f"beyond {derived:.2f} s for the key"
        )
        whole = median(run["whole"] - run["derived"] for run in runs)
        yield Figure(f"the open cases below it, {count:,} cases", whole, "s")
        yield Figure(f"list of cases painted, {count:,} cases", median(run["listed"] for run in runs), "s", 0.3)
    bare = [_started("bare_window")["peak_mib"] for _round in range(UNLOCKS)]
    for name, what in (("peak_mib", "peak of memory"), ("now_mib", "memory in use")):
        ours = [run[name] for run in taken[MANY]]
        target = 2 if name == "peak_mib" else None
        yield Figure(f"{what}, {MANY:,} cases", ratio(ours, bare), "×", target, _mib([ours, bare], "a bare window"))


def searches(profile: Path) -> Iterator[Figure]:
    """Each keystroke, answered."""
    taken = _told("searching", profile)
    for name, what in (("finder", "search as one types"), ("list", "the list as one types")):
        half = f"half of them within {MS * median(taken[name]):.1f} ms"
        yield Figure(f"{what}, 95 of 100, {MANY:,} cases", MS * percentile(taken[name], 0.95), "ms", 16, half)


def edits(profile: Path) -> Iterator[Figure]:
    """An answer given in the window of a case."""
    with tempfile.TemporaryDirectory(prefix="loket-bench-") as place:
        copy = shutil.copytree(profile, Path(place) / "profile")
        taken = _told("editing", copy)
    busy, answer = taken["busy"], taken["answer"]
    yield Figure("an answer: the screen computes, 95 of 100", MS * percentile(busy, 0.95), "ms", 4, _most(busy))
    yield Figure(
        "an answer: until the screen is free, 95 of 100", MS * percentile(answer, 0.95), "ms", 4, _most(answer)
    )
    after = taken["advice"]
    yield Figure("the advice that follows, 95 of 100", MS * percentile(after, 0.95), "ms", 4, _most(after))
    stored = taken["stored"]
    yield Figure("an answer in the store, 95 of 100", MS * percentile(stored, 0.95), "ms", None, _most(stored))


def today(profile: Path) -> Iterator[Figure]:
    """What the page of today asks, and how the days come into the store the first time."""
    with tempfile.TemporaryDirectory(prefix="loket-bench-") as place:
        copy = shutil.copytree(profile, Path(place) / "profile")
        taken = _told("agenda", copy)
    page, bare, cases = taken["today"], taken["bare"], taken["cases"]
    of = f"{MANY:,} cases, {cases:,} open"
    yield Figure(f"today, {of}", ratio(page, bare), "×", None, _beside([page, bare], "the bare SQL"))
    goes = f"{taken['items']:,} days; the longest go {MS * taken['longest_go']:.0f} ms"
    yield Figure(f"the days of {cases:,} cases, the first time", taken["healing"], "s", None, goes)


def papers() -> Iterator[Figure]:
    """Advice and the summary."""
    taken = _told("papers")
    whole, loop, summary, bare = (taken[name] for name in ("advice", "loop", "summary", "bare"))
    times = f"{ratio(whole, loop):.0f} × a plain loop over the premiums alone"
    yield Figure("advice on a case", MS * median(whole), "ms", 1, times)
    yield Figure("the summary as a PDF", ratio(summary, bare), "×", 1.5, _beside([summary, bare], "a bare document"))


def handovers() -> Iterator[Figure]:
    """A handover package with 20 scans of 2 MB."""
    taken = _told("handover")
    for what, ours, bare in (("made", "made", "encrypted"), ("opened", "opened", "decrypted")):
        pair = [taken[ours], taken[bare]]
        yield Figure(f"a handover of 20 scans {what}", ratio(*pair), "×", None, _beside(pair, "bare pyrage"))


def _started(program: str, *arguments: Path) -> dict[str, float]:
    """What a program said of itself, with the seconds from its start to its paint."""
    start = time.monotonic()
    told = _told(program, *arguments)
    return {**told, "seconds": told["painted"] - start}


def _told(program: str, *arguments: Path) -> dict[str, Any]:
    command = [sys.executable, str(HERE / f"{program}.py"), *map(str, arguments)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE.parents[1])}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise RuntimeError(f"{program}: {done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _beside(pair: list[list[float]], other: str) -> str:
    ours, theirs = (MS * median(times) for times in pair)
    return f"{ours:.0f} ms, {other} {theirs:.0f} ms"


def _mib(pair: list[list[float]], other: str) -> str:
    ours, theirs = (median(sizes) for sizes in pair)
    return f"{ours:.0f} MiB, {other} {theirs:.0f} MiB"


def _most(times: list[float]) -> str:
    return f"at most {MS * max(times):.1f} ms"


def _say(words: str) -> None:
    sys.stderr.write(words + "\n")


if __name__ == "__main__":
    main()
