"""What every test lives with: no screen, no network, a home of its own, and no warning that goes unseen."""

from __future__ import annotations

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when Qt starts, so set before anything imports it

# A busy machine is no failure: how fast something goes is measured by `make bench`.
_ANY_SPEED: dict[str, Any] = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("desk", max_examples=50, **_ANY_SPEED)
hypothesis.settings.register_profile("ci", parent=hypothesis.settings.get_profile("desk"), derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")

_OWN_FOLDERS = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_RUNTIME_DIR": "home/.run",
    "TMPDIR": "tmp",
}
_OWN_FOLDERS_WINDOWS = {
    "USERPROFILE": "home",
    "APPDATA": "home/AppData/Roaming",
    "LOCALAPPDATA": "home/AppData/Local",
    "TEMP": "tmp",
    "TMP": "tmp",
}


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking through it again and again for rubbish takes a twentieth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder for each test, beside its tmp_path, so that no test reads or marks the developer's own."""
    place = tmp_path_factory.mktemp("desk")
    for name, folder in (_OWN_FOLDERS_WINDOWS if sys.platform == "win32" else _OWN_FOLDERS).items():
        (place / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(place / folder))
    monkeypatch.setattr(tempfile, "tempdir", None)  # else it keeps the folder of the first test that asked
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    return place / "home"


@pytest.fixture(scope="session", autouse=True)
def light_keys() -> Iterator[None]:
    """Keys made by a test take the least work that a key file may ask for; those of other processes take the usual."""
    from loket_app.security import kdf, keyfile  # noqa: PLC0415 - after pytest is ready to rewrite what it imports

    light = kdf.KdfParameters(kdf.MEMORY_LIMITS_KIB[0], kdf.PASSES_LIMITS[0], kdf.LANES_LIMITS[0])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyfile, "KdfParameters", lambda: light)
        yield


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log that the test didn't announce with ``expects_log`` fails it; so does one that never came."""
    yield
    warnings = [
        record.getMessage()
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    marker = request.node.get_closest_marker("expects_log")
    if marker is None:
        unexpected = warnings
    else:
        unexpected = [text for text in warnings if marker.args and not any(word in text for word in marker.args)]
        if not warnings:
            pytest.fail("expects_log, but nothing was logged", pytrace=False)
    if unexpected:
        pytest.fail("unexpected in the log: " + "; ".join(unexpected), pytrace=False)
