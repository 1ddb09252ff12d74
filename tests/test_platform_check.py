"""A machine that lacks what Qt needs gets a sentence and a command."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

import pytest

from loket_app import platform_check

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems bring these libraries with Qt")
Lacking = Callable[..., None]


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> Lacking:
    """A machine that lacks the named libraries and has all others."""

    def lack(*names: str) -> None:
        def load(name: str) -> None:
            if name in names:
                raise OSError(f"{name}: cannot open shared object file")

        monkeypatch.setattr(ctypes, "CDLL", load)

    monkeypatch.setattr(sys, "platform", "linux")
    return lack


@pytest.fixture(autouse=True)
def no_session(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)


@linux
def test_the_machine_of_the_tests_lacks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert platform_check.missing_libraries() == []
    assert platform_check.complaint() is None


def test_a_missing_library_is_named_with_its_command(lacking: Lacking) -> None:
    lacking("libEGL.so.1", "libfontconfig.so.1")
    text = platform_check.complaint()
    assert text is not None
    assert "libEGL.so.1, libfontconfig.so.1" in text
    assert text.endswith("    sudo apt-get install libegl1 libfontconfig1")


@pytest.mark.parametrize(
    ("session", "asked"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({"QT_QPA_PLATFORM": "xcb:scale=2;wayland"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "wayland"}, False),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "x11"}, True),
    ],
)
def test_what_x11_needs_is_asked_where_x11_is_used(
    lacking: Lacking, monkeypatch: pytest.MonkeyPatch, session: dict[str, str], *, asked: bool
) -> None:
    lacking("libxcb-cursor.so.0")
    for name, value in session.items():
        monkeypatch.setenv(name, value)
    assert platform_check.missing_libraries() == (["libxcb-cursor.so.0"] if asked else [])


def test_other_systems_are_not_asked(lacking: Lacking, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking("libEGL.so.1")
    monkeypatch.setattr(sys, "platform", "win32")
    assert platform_check.missing_libraries() == []


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_session_or_a_chosen_platform_is_a_display(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert not platform_check.has_display()
    monkeypatch.setenv(name, ":0")
    assert platform_check.has_display()


def test_other_systems_always_have_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert platform_check.has_display()
