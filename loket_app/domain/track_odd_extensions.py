"""Extensions of the right to material aid that do not fit: a day that nobody granted, an answer before the request."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loket_app.domain.answers import known
from loket_app.domain.stay import AidExtension, ExtensionState
from loket_app.domain.track_parts import OddKind, Question
from loket_app.domain.track_terms import Terms


def of_extensions(terms: Terms) -> Iterator[Question]:
    """What does not fit of each extension of a round."""
    for each in terms.facts.case.stay.extensions:
        yield from _of_itself(each)
        if each.state is ExtensionState.GRANTED:
            yield from _beside_the_right(each, terms)


def _of_itself(told: AidExtension) -> Iterator[Question]:
    at = f"stay/extensions/{told.id}"
    if known(told.until) and not known(told.state):
        yield Question(f"{at}/state", OddKind.EXTENSION_DAY_ALONE, f"{at}/until")
    elif known(told.until) and told.state is not ExtensionState.GRANTED:
        yield Question(f"{at}/until", OddKind.EXTENSION_NOT_GRANTED, f"{at}/state")
    if _before(told.answered_on, told.asked_on):
        yield Question(f"{at}/answered_on", OddKind.EXTENSION_ANSWERED_EARLY, f"{at}/asked_on")


def _beside_the_right(told: AidExtension, terms: Terms) -> Iterator[Question]:
    """An extension goes on from a right that a final refusal gave its last day (S1), and does not cut it short."""
    at, ruled = f"stay/extensions/{told.id}", terms.aid_by_rule
    if terms.facts.final is None and not terms.facts.in_otp:
        yield Question(f"{at}/state", OddKind.EXTENSION_WITHOUT_REFUSAL)
    if _before(told.until, ruled.on):
        yield Question(f"{at}/until", OddKind.EXTENSION_SHORTER, ruled.from_fact)
    if _before(ruled.on, told.answered_on):
        yield Question(f"{at}/answered_on", OddKind.EXTENSION_AFTER_AID, ruled.from_fact)


def _before(one: object, other: object) -> bool:
    return isinstance(one, date) and isinstance(other, date) and one < other
