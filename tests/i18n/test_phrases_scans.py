"""Scans are told from each other by what they show, whose it is, and their number."""

from __future__ import annotations

from dataclasses import replace

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.attachment import AttachmentKind
from loket_app.i18n import using
from loket_app.i18n.phrases_scans import scan_texts
from tests.handover_cases import full_case


def test_each_scan_says_what_it_shows_and_whose_it_is() -> None:
    case = full_case()
    with using("en"):
        assert list(scan_texts(case, case.attachments).values()) == [
            "Passport – FAMILY, Given 1",
            "Birth certificate – FAMILY, Given 2",
            "Receipt: passport photos – FAMILY, Given 1",
            "Photo – FAMILY, Given 1",
            "Medical certificate – FAMILY, Given 1",
        ]


def test_equal_ones_are_counted_and_nothing_is_made_up() -> None:
    passport = full_case().attachments[0]
    loose = replace(passport, id="c", about=NOT_ASKED, kind=AttachmentKind.OTHER)
    named = replace(loose, id="d", title="a letter")
    with using("en"):
        found = scan_texts(full_case(), (passport, replace(passport, id="b"), loose, named))
    assert list(found.values()) == [
        "Passport – FAMILY, Given 1 (1 of 2)",
        "Passport – FAMILY, Given 1 (2 of 2)",
        "Other",
        "Other: a letter",
    ]
