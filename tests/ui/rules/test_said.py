"""The other rules on screen: under their headings, each on a sheet with its terms, dates and sources."""

from __future__ import annotations

from loket_app.ui.rules.parts import Part
from tests.ui.rules.support import Opener, choose, entries, headings, lines


def test_a_term_of_the_track_stands_with_its_dates_and_sources(opener: Opener) -> None:
    page = opener()
    opener.go(page, Part.SAID)
    assert headings(page) == [
        *("The programme", "The return track", "The journey", "Airlines", "Papers", "The free number"),
    ]
    assert entries(page)["track/otp_intake"].value == "4 working days"
    choose(page, "track/otp_intake")
    told = lines(page)
    assert "4 working days after the arrival in the open return place" in told
    assert told.index("From 27/06/2024 on") < told.index("Until 26/06/2024")
    assert sum("checked on 21/11/2026" in line for line in told) == 2


def test_the_sentence_of_the_programme_names_its_source(opener: Opener) -> None:
    page = opener()
    opener.go(page, Part.SAID)
    choose(page, "programme/budget-term")
    told = lines(page)
    assert told[0] == "The reintegration budget is used within twelve months after return."
    assert any(line.startswith("Fedasil, brochure Vrijwillige terugkeer vanuit België") for line in told)
