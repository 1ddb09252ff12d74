"""Search as one types, on one profile: how long the answer to each keystroke takes. Prints seconds."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from loket_app.domain.answers import known
from loket_app.services.desk import CaseFilter, Desk, Sort
from tests.at_work import unlock
from tests.benchmarks.population import cases

WORDS = 120
LONGEST = 8
ROWS = 100


def keystrokes() -> Iterator[str]:
    """What stands in the search line after each key, for names, telephones and numbers of cases that are there."""
    for number, case in enumerate(cases(WORDS)):
        person = case.household[0]
        words = (person.family_name, person.given_names, case.contact.phone, case.number)
        word = words[number % len(words)]
        if known(word):
            yield from (str(word)[:length] for length in range(1, min(len(str(word)), LONGEST) + 1))


def timed(ask: Callable[[str], Future[Any]]) -> list[float]:
    """Seconds from each key to its answer."""
    taken = []
    for text in keystrokes():
        start = time.perf_counter()
        ask(text).result()
        taken.append(time.perf_counter() - start)
    return taken


def main(profile: Path) -> dict[str, list[float]]:
    """The finder, and the list of cases: how many there are, and the first of them."""
    opened = unlock(profile)
    desk = Desk(opened)

    def listed(text: str) -> Future[Any]:
        chosen = CaseFilter(text=text)
        desk.count(chosen)
        return desk.page(chosen, Sort(), 0, ROWS)

    taken = {"finder": timed(desk.search), "list": timed(listed)}
    opened.close()
    return taken


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
