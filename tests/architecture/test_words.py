"""Every word on a screen can be translated, at any moment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.architecture.words import frozen, put_together


def test_no_text_is_put_together_before_its_look_up() -> None:
    assert put_together(ROOT) == []


def test_no_text_names_the_source_of_a_rule_by_itself() -> None:
    """A source stands in the tables, with its date and how sure it is; words of Loket that name one go stale."""
    texts = (ROOT / "translations" / "loket.pot").read_text(encoding="utf-8")
    assert re.findall(r"(?i)fedasil, (?:brochure|fact|instr)[^\n]*|regulation \(eu\)[^\n]*|agii\.be[^\n]*", texts) == []


def test_no_text_is_looked_up_at_import() -> None:
    assert frozen(ROOT) == []


@pytest.mark.parametrize(
    "code",
    [
        '_(f"{name} is here")',
        '_("Hello " + name)',
        '_("Hello %s" % name)',
        '_("Hello {}".format(name))',
        'ngettext("one", f"{n} more", n)',
        'i18n.pgettext("verb", f"{x}")',
        'N_(f"{x}")',
    ],
)
def test_a_text_put_together_is_seen(tmp_path: Path, code: str) -> None:
    _write(tmp_path, f"def show(name, n, x):\n    return {code}\n")
    assert len(put_together(tmp_path)) == 1


@pytest.mark.parametrize(
    "code",
    [
        'TITLE = _("Cases")',
        'class Page:\n    title = _("Cases")',
        'def show(title=_("Cases")): ...',
        'def show(*, title=_("Cases")): ...',
        'class Page:\n    def show(self, title=_("Cases")): ...',
        'NAMES = {n: i18n.ngettext("person", "persons", n) for n in range(9)}',
        "VERDICTS = [label(v) for v in Verdict]",
        'if True:\n    with x:\n        y = pgettext("verb", "Open")',
        '@named(_("Cases"))\ndef show(): ...',
    ],
)
def test_a_look_up_at_import_is_seen(tmp_path: Path, code: str) -> None:
    _write(tmp_path, code)
    assert len(frozen(tmp_path)) == 1


@pytest.mark.parametrize(
    "code",
    [
        'TITLE = N_("Cases")',
        'def show():\n    return _("Cases").format(n=1)',
        'class Page:\n    def show(self):\n        return _("{n} cases").format(n=f"{self.n}")',
        'TITLE = lambda: _("Cases")',
    ],
)
def test_a_text_in_its_time_passes(tmp_path: Path, code: str) -> None:
    _write(tmp_path, code)
    assert frozen(tmp_path) + put_together(tmp_path) == []


def _write(root: Path, code: str) -> None:
    (root / "loket_app").mkdir()
    (root / "loket_app" / "page.py").write_text(code, encoding="utf-8")
