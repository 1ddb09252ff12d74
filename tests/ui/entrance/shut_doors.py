"""Everything that can keep the door shut: each has a window of its own."""

from __future__ import annotations

from loket_app.services import entrance_problems as problems

PROBLEMS = (
    problems.SecondInstance,
    problems.DamagedKeys,
    problems.MissingKeys,
    problems.MissingStore,
    problems.DamagedStore,
    problems.DamagedInside,
    problems.NewerLoket,
    problems.ReadOnlyFolder,
    problems.DiskFull,
    problems.UpdateFailed,
    problems.HeldByAnother,
    problems.DiskTrouble,
    problems.OurFault,
)
