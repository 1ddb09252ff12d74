"""The shipped tables, read once."""

from __future__ import annotations

import pytest

from loket_app.domain.tables import RuleTables
from loket_app.rules import load_tables


@pytest.fixture(scope="session")
def shipped() -> RuleTables:
    return load_tables()
