"""The published schema says what a case file holds, and any reader of JSON Schema comes to the same answer."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from loket_app import paths
from loket_app.domain.case import Case
from loket_app.domain.codec import plain
from loket_app.domain.shape import patterns
from loket_app.exchange.forms import FORMS
from loket_app.exchange.schema import VERSION_KEY, case_schema
from tests.exchange.cases import CASES


def test_it_is_a_schema_of_the_draft_that_it_names() -> None:
    Draft202012Validator.check_schema(case_schema())
    assert json.loads(json.dumps(case_schema())) == case_schema()


def test_it_has_every_field_of_a_case_with_a_title() -> None:
    schema = case_schema()
    for pattern, _shape in patterns():
        assert _at(schema, pattern)["title"], pattern


def _at(schema: Any, pattern: str) -> Any:
    here = schema
    for step in pattern.split("/"):
        here = here.get("items", here)
        if "$ref" in here:
            here = schema["$defs"][here["$ref"].rpartition("/")[2]]
        here = here["properties"][step]
    return here


def test_every_object_is_closed() -> None:
    def objects(part: Any) -> Any:
        if isinstance(part, dict):
            if part.get("type") == "object":
                yield part
            for inner in part.values():
                yield from objects(inner)

    found = list(objects(case_schema()))
    assert len(found) > 10
    assert all(part["additionalProperties"] is False for part in found)


@given(case=CASES)
def test_every_case_keeps_to_it(case: Case) -> None:
    assert not list(_PLAIN_READER.iter_errors({VERSION_KEY: 1, **plain(case)}))


@pytest.mark.parametrize("story", ["abdulmueen", "miftari", "agnes", "narine"])
def test_the_stories_keep_to_it(story: str) -> None:
    written = json.loads((paths.resources() / "demo" / f"{story}.json").read_text(encoding="utf-8"))
    assert not list(_PLAIN_READER.iter_errors(written))


_PLAIN_READER = Draft202012Validator(case_schema())


def test_every_form_stands_in_the_schema() -> None:
    text = json.dumps(case_schema())
    assert all(json.dumps(form.pattern) in text for form in FORMS.values())


def test_it_names_no_address() -> None:
    assert case_schema()["$id"].startswith("urn:")
