"""Rules packs with one mistake each, and the words in which it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.domain.layers import BUDGET


def entry_of(data: dict[str, Any]) -> dict[str, Any]:
    """The first figure in a pack."""
    found: dict[str, Any] = data["entries"][0]
    return found


def _twice(data: dict[str, Any]) -> None:
    data["entries"].append({**entry_of(data), "id": "another", "from": "2026-06-01"})


def _per_person(data: dict[str, Any], figure: str = BUDGET, **each: dict[str, str]) -> None:
    del entry_of(data)["amount"]
    entry_of(data).update(figure=figure, kind="per_person", for_each=each)


def _look(data: dict[str, Any], **said: object) -> None:
    whole = {"figure": BUDGET, "value": "0" * 16, "looked_by": "AV", "looked_on": "2026-04-14", "title": "Mail"}
    data["looks"].append({**whole, **said})


def _look_twice(data: dict[str, Any]) -> None:
    _look(data)
    _look(data)


def _without_source(data: dict[str, Any]) -> None:
    del entry_of(data)["source"]


BROKEN: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "a negative amount": (lambda data: entry_of(data).update(amount="-5"), "entries/1/amount: The amount is negative"),
    "a float": (lambda data: entry_of(data).update(amount=12.5), "entries/1/amount: An amount is never a number"),
    "two values for one date": (_twice, "entries/2/from: Two values for one date: budget-visa-required, 2026-06-01"),
    "a gap": (
        lambda data: entry_of(data).update(figure="premium-iraq-2016-adult"),
        "entries/1: .* would have no value from .* Ask the other desk to correct it",
    ),
    "a country outside the group": (
        lambda data: entry_of(data).update(countries=["GE"]),
        "entries/1: On 01/01/2026 Georgia is in another group: .* Ask the other desk to correct it",
    ),
    "an unknown country": (
        lambda data: entry_of(data).update(countries=["QQ"]),
        "entries/1/countries: QQ is no country",
    ),
    "an unknown figure": (lambda data: entry_of(data).update(figure="x"), "entries/1/figure: Loket knows no figure"),
    "no source": (_without_source, "entries/1/source: It is missing"),
    "no reason": (lambda data: entry_of(data).update(reason=" "), "entries/1/reason: It is missing"),
    "a day that does not exist": (
        lambda data: entry_of(data).update({"from": "2026-02-30"}),
        "entries/1/from: It must be",
    ),
    "confirmed by oneself": (lambda data: entry_of(data).update(confirmed_by="av"), "entries/1/confirmed_by: Nobody"),
    "confirmed by oneself, with a space": (
        lambda data: entry_of(data).update(confirmed_by="AV "),
        "entries/1/confirmed_by: Nobody",
    ),
    "confirmed before it was proposed": (
        lambda data: entry_of(data).update(confirmed_at="2026-04-13T12:00:00+00:00"),
        "entries/1/confirmed_at: It was confirmed before it was proposed",
    ),
    "confirmed tomorrow": (
        lambda data: entry_of(data).update(confirmed_at="2026-04-15T12:00:00+00:00"),
        "entries/1/confirmed_at: This day is still to come",
    ),
    "given on a day to come": (
        lambda data: data.update(exported_on="2026-04-15"),
        "exported_on: This day is still to come",
    ),
    "a source looked at before it was there": (
        lambda data: entry_of(data)["source"].update(published="2026-04-14", checked_on="2026-04-13"),
        "entries/1/source/published: This day lies after the day on which somebody looked",
    ),
    "a value from the first day of all": (
        lambda data: entry_of(data).update({"from": "0001-01-01"}),
        "entries/1/from: No value can count on that day: it must lie from 01/01/1999 to 31/12/2036",
    ),
    "a value from the last day of all": (
        lambda data: entry_of(data).update({"from": "2037-01-01"}),
        "entries/1/from: No value can count on that day",
    ),
    "a value until a day that nobody plans": (
        lambda data: entry_of(data).update(until="9999-12-31"),
        "entries/1/until: No value can count on that day",
    ),
    "a source of before the euro": (
        lambda data: entry_of(data)["source"].update(published="0001-01-01"),
        "entries/1/source/published: This day lies too far back: it must be 01/01/1999 or later",
    ),
    "proposed in the first hour of time": (
        lambda data: entry_of(data).update(proposed_at="0001-01-01T00:00:00+02:00"),
        "entries/1/proposed_at: It must be a date and time",
    ),
    "confirmed in the last hour of time": (
        lambda data: entry_of(data).update(confirmed_at="9999-12-31T23:00:00-02:00"),
        "entries/1/confirmed_at: It must be a date and time",
    ),
    "proposed in the first year": (
        lambda data: entry_of(data).update(proposed_at="0001-01-01T12:00:00+00:00"),
        "entries/1/proposed_at: This day lies too far back",
    ),
    "looked at again tomorrow": (
        lambda data: _look(data, looked_on="2026-04-15"),
        "looks/1/looked_on: This day is still to come",
    ),
    "looked at again before the source was there": (
        lambda data: _look(data, looked_on="2026-04-13", published="2026-04-14"),
        "looks/1/published: This day lies after the day on which somebody looked",
    ),
    "looked at again by nobody": (lambda data: _look(data, looked_by=" "), "looks/1/looked_by: It is missing"),
    "looked at a value without its mark": (
        lambda data: _look(data, value="x"),
        "looks/1/value: This is not the mark of a value",
    ),
    "looked at a figure of nobody": (lambda data: _look(data, figure="x@BR"), "looks/1/figure: Loket knows no figure"),
    "looked at again on a page of this computer": (
        lambda data: _look(data, link="file:" + "//x"),
        "looks/1/link: An address begins with https://",
    ),
    "the same look twice": (_look_twice, "looks/2: It stands there twice"),
    "a pack of now without its looks": (lambda data: data.pop("looks"), "looks: It must be a list"),
    "another desk": (lambda data: data.update(desk="XXX"), "desk: It must be one of"),
    "a newer format": (lambda data: data.update(loket_rules_pack=4), "loket_rules_pack: It comes from a newer Loket"),
    "not a pack": (lambda data: data.pop("loket_rules_pack"), "This is not a rules pack"),
    "an entry of a desk that nobody knows": (
        lambda data: entry_of(data).update(desk="XYZ"),
        "entries/1/desk: It must be",
    ),
    "another desk's figure": (
        lambda data: data.update(desk="ANT"),
        "entries/1/desk: A desk gives its own figures alone",
    ),
    "an address on a computer": (
        lambda data: entry_of(data)["source"].update(link="file:" + "//x/y"),
        "entries/1/source/link: An address begins with https://",
    ),
    "a sign that turns words round": (
        lambda data: entry_of(data).update(reason="a\u202eb"),
        "entries/1/reason: It holds a sign that is not text",
    ),
    "a sign of nothing": (lambda data: entry_of(data).update(proposed_by="a\x00"), "entries/1/proposed_by: It holds"),
    "checked on a day to come": (
        lambda data: entry_of(data)["source"].update(checked_on="2031-01-01"),
        "entries/1/source/checked_on: This day is still to come",
    ),
    "a source of a day to come": (
        lambda data: entry_of(data)["source"].update(published="2026-04-15"),
        "entries/1/source/published: This day is still to come",
    ),
    "a part for nobody": (
        lambda data: _per_person(data, adult={"kind": "amount", "amount": "2000"}),
        "entries/1/for_each: It is said for each “person”, or for each “adult” and each “child”",
    ),
    "parts that overlap": (
        lambda data: _per_person(data, adult={"kind": "none"}, child={"kind": "none"}, person={"kind": "none"}),
        "entries/1/for_each: It is said for each",
    ),
    "a part of nothing": (
        lambda data: _per_person(data, person={"kind": "amount", "amount": "0"}),
        "entries/1/for_each/person/amount: An amount of 0 is written as the kind",
    ),
    "a part without an amount": (
        lambda data: _per_person(data, person={"kind": "amount"}),
        "entries/1/for_each/person/amount: It must be an amount in euro",
    ),
    "parts beside an amount": (
        lambda data: entry_of(data).update(for_each={"person": {"kind": "none"}}),
        "entries/1/for_each: It does not go with the kind “amount”",
    ),
    "parts of what is for adults already": (
        lambda data: _per_person(data, person={"kind": "none"}, figure="premium-visa-free-adult"),
        "entries/1: This figure is per adult already",
    ),
    "a key of nobody": (lambda data: data.update(odd=1), "odd: Loket knows no field"),
    "too many": (lambda data: data.update(entries=[entry_of(data)] * 1001), "entries: It holds more than"),
}
"""What somebody did to a pack, and what is said of it."""
