"""How large a scan is, as it is written in each language."""

from __future__ import annotations

import pytest

from loket_app.i18n import using
from loket_app.i18n.phrases_scan_facts import size_text


@pytest.mark.parametrize(
    ("lang", "small", "large"),
    [("nl", "240 kB", "1,4 MB"), ("fr", "240 ko", "1,4 Mo"), ("de", "240 kB", "1,4 MB"), ("en", "240 kB", "1,4 MB")],
)
def test_a_size_has_the_units_of_the_language(lang: str, small: str, large: str) -> None:
    with using(lang):
        assert size_text(240_300) == small.replace(" ", "\N{NO-BREAK SPACE}")
        assert size_text(1_430_000) == large.replace(" ", "\N{NO-BREAK SPACE}")
        assert size_text(1) == small.replace("240 ", "1\N{NO-BREAK SPACE}")
