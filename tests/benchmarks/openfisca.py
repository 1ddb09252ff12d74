"""OpenFisca-Core computing the premium for the same people, in an environment of its own under build/.

It wants numpy, numexpr and pendulum, which Loket has no use for: so it is no dependency, and is installed when it is
measured. Without a network that is said, and nothing else fails.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from loket_app.domain.tables import Figure, Per, RuleTables, Topic

VERSION = "46.0.1"
PLACE = Path(__file__).resolve().parents[2] / "build" / f"openfisca-{VERSION}"
MODEL = Path(__file__).with_name("openfisca_model.py")
_PATIENCE = 600

Someone = tuple[date, str, date]
"""Departure, country, birth."""


def lines(people: Sequence[Someone], tables: RuleTables, total: Decimal, ours: float, loop: float) -> Iterator[str]:
    """How long it takes, beside our whole advice and the plain loop."""
    try:
        found = _measure(people, tables)
    except (OSError, subprocess.SubprocessError) as error:
        yield f"OpenFisca-Core {VERSION} was not measured: {type(error).__name__}"
        return
    same = Decimal(found["total"]) == total
    yield f"OpenFisca-Core {VERSION}, premium alone, vectors of everybody: {found['vectors']:.3f} s, same euros: {same}"
    yield f"  whole advice / OpenFisca vectors: {ours / found['vectors']:.1f}; plain loop / OpenFisca: {loop / found['vectors']:.1f}"
    each, mine = found["each"], ours / len(people)
    yield f"OpenFisca-Core one person at a time, as at a counter: {each * 1000:.2f} ms; whole advice of a person / OpenFisca: {mine / each:.1f}"


def _measure(people: Sequence[Someone], tables: RuleTables) -> Any:
    python = PLACE / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(PLACE, with_pip=True)
        _run([python, "-m", "pip", "install", "--quiet", f"openfisca-core=={VERSION}"], "")
    return json.loads(_run([python, MODEL], json.dumps(_question(people, tables))))


def _run(command: Sequence[str | Path], text: str) -> str:
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=_PATIENCE)
    return done.stdout


def _question(people: Sequence[Someone], tables: RuleTables) -> dict[str, Any]:
    """The figures by name, and for each departure the people with the figure of their country."""
    figures = [figure for figure in tables.ranked(Topic.PREMIUM) if not figure.categories]
    departures: dict[str, list[tuple[str, str, str]]] = {}
    for departure, country, born in people:
        names = [_name(tables, figures, per, country, departure) for per in (Per.ADULT, Per.CHILD)]
        departures.setdefault(departure.isoformat(), []).append((names[0], names[1], born.isoformat()))
    values = {figure.id: _values(figure) for figure in figures}
    return {"figures": values, "departures": departures}


def _name(tables: RuleTables, figures: Sequence[Figure], per: Per, country: str, day: date) -> str:
    """Which figure it is; the choice of the country is not what is measured."""
    for figure in figures:
        if figure.per not in (per, Per.PERSON) or figure.row(day) is None:
            continue
        if figure.countries and country not in figure.countries:
            continue
        if not figure.group or tables.in_group(country, figure.group, day):
            return figure.id
    return ""


def _values(figure: Figure) -> dict[str, float]:
    """OpenFisca keeps floats; the premiums are whole euros."""
    return {str(row.period.start): float(row.low.euro) if row.low else 0.0 for row in figure.rows}
