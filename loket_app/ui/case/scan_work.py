"""The thread on which scans are read, looked at and drawn: the screen waits for none of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

WORK = ThreadPoolExecutor(1, thread_name_prefix="scans")
"""One at a time: a page at 600 dots an inch takes 140 MB while it is unpacked. The thread starts with the first scan."""
