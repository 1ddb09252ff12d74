"""`loket schema`: what a case file holds, or the two JSON files of a handover package."""

from __future__ import annotations

from argparse import Namespace

from loket_app.cli import output
from loket_app.services.casefile import case_file_schema
from loket_app.services.handover import package_schema


def run(chosen: Namespace) -> int:
    """Print the schema that was named."""
    output.document(case_file_schema() if chosen.of == "case" else package_schema(chosen.of))
    return 0
