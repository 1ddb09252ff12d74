"""Why a scan can't be sent."""

from __future__ import annotations


class NotBare(ValueError):
    """A scan that can't be read to its end: nobody knows what it would tell."""
