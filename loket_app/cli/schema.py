"""`loket schema`: what a case file holds."""

from __future__ import annotations

from argparse import Namespace

from loket_app.cli import output
from loket_app.services.casefile import case_file_schema


def run(_chosen: Namespace) -> int:
    """Print the schema."""
    output.document(case_file_schema())
    return 0
