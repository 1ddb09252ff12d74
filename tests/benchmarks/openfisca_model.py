"""The premium as a variable of OpenFisca-Core. Runs in the environment that openfisca.py makes, and knows nothing of Loket."""

# OpenFisca is not there when types are checked, so what comes from it has none.
# mypy: disable-error-code="misc,import-not-found,no-any-unimported"

from __future__ import annotations

import json
import sys
import time
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERSON = build_entity(key="person", plural="people", label="Somebody who returns", is_person=True)
ADULT = 18
ONE_BY_ONE = 200
NAMES: list[str] = []
"""The figures, in the order of the parameters' vector; the empty name has no amount."""


class Birth(Variable):
    """When somebody was born, as 20100601."""

    value_type = int
    entity = PERSON
    definition_period = DateUnit.ETERNITY


class AdultFigure(Variable):
    """Which figure an adult from that country has."""

    value_type = int
    entity = PERSON
    definition_period = DateUnit.DAY


class ChildFigure(Variable):
    """Which figure a child from that country has."""

    value_type = int
    entity = PERSON
    definition_period = DateUnit.DAY


class Premium(Variable):
    """The departure premium on a day."""

    value_type = float
    entity = PERSON
    definition_period = DateUnit.DAY

    def formula(person: Any, period: Any, parameters: Any) -> Any:  # noqa: N805  OpenFisca calls it so
        """By age on the day of departure and the figure of the country."""
        day = period.start
        today = day.year * 10_000 + day.month * 100 + day.day
        adult = (today - person("Birth", period)) // 10_000 >= ADULT
        amounts = parameters(period)
        vector = np.array([getattr(amounts, name) if name else 0.0 for name in NAMES])
        return vector[np.where(adult, person("AdultFigure", period), person("ChildFigure", period))]


def _system(figures: dict[str, dict[str, float]]) -> TaxBenefitSystem:
    system = TaxBenefitSystem([PERSON])
    early = {"0001-01-01": {"value": 0.0}}
    data = {
        name: {"values": early | {day: {"value": value} for day, value in values.items()}}
        for name, values in figures.items()
    }
    system.parameters = ParameterNode("", data=data)
    system.add_variables(Birth, AdultFigure, ChildFigure, Premium)
    return system


def _premium(system: TaxBenefitSystem, departure: str, people: list[tuple[int, int, int]]) -> float:
    simulation = SimulationBuilder().build_default_simulation(system, count=len(people))
    columns = np.array(people).T
    for name, column in zip(("AdultFigure", "ChildFigure", "Birth"), columns, strict=True):
        simulation.set_input(name, "ETERNITY" if name == "Birth" else departure, column)
    return float(simulation.calculate("Premium", departure).sum())


def main() -> None:
    """Read people and figures, write how long it took."""
    question = json.load(sys.stdin)
    figures = {name.replace("-", "_"): values for name, values in question["figures"].items()}
    NAMES.extend(("", *figures))
    place = {name: number for number, name in enumerate(NAMES)}
    groups = {
        departure: [
            (place[adult.replace("-", "_")], place[child.replace("-", "_")], int(born.replace("-", "")))
            for adult, child, born in people
        ]
        for departure, people in question["departures"].items()
    }
    system = _system(figures)
    departure, people = next(iter(groups.items()))
    _premium(system, departure, people[:1])
    start = time.perf_counter()
    total = sum(_premium(system, day, members) for day, members in groups.items())
    vectors = time.perf_counter() - start
    start = time.perf_counter()
    for someone in people[:ONE_BY_ONE]:
        _premium(system, departure, [someone])
    each = (time.perf_counter() - start) / len(people[:ONE_BY_ONE])
    json.dump({"total": f"{total:.2f}", "vectors": vectors, "each": each}, sys.stdout)


if __name__ == "__main__":
    main()
