"""The open questions as one asks them: plain words, second person. A closed table by the place of the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from loket_app.documents.explanation.sheet import Sheet
from loket_app.domain.shape import pattern_of
from loket_app.i18n import N_, _

_MOST: Final = 6

QUESTIONS: Final = {
    "household": N_("Who would like to return?"),
    "household/nationalities": N_("Which nationality does everybody have who travels?"),
    "household/birth_date": N_("When was everybody born who travels? The year alone also helps."),
    "household/travels": N_("Who of your family travels with you?"),
    "household/vulnerabilities": N_(
        "Is somebody who travels pregnant or ill, or does somebody need extra help? We ask to help you better."
    ),
    "household/stay_category": N_("Which papers does each of you have now to stay in Belgium?"),
    "stay/category": N_("Which papers do you have now to stay in Belgium?"),
    "stay/dublin_transfer": N_("Has another European country to look at your asylum request? Bring the letter."),
    "stay/closed_centre": N_("Where are you staying now?"),
    "stay/earlier_return_support": N_("Did you ever get help to return before?"),
    "stay/earlier_return_on": N_("When did you return that time? The year alone also helps."),
    "stay/arrived_in_belgium": N_("When did you come to Belgium?"),
    "wish/destination": N_("Which country would you like to go to?"),
    "wish/destination_right": N_("May you stay in that country for ever? Bring a paper that says so."),
    "wish/free_choice": N_("What would you like to do yourself? Take the time to think about it."),
    "wish/informed": N_("Which questions do you still have for us?"),
}
"""What only the person can tell."""

ALONE: Final = {
    "household/nationalities": N_("Which nationality do you have?"),
    "household/birth_date": N_("When were you born? The year alone also helps."),
    "household/vulnerabilities": N_("Are you pregnant or ill, or do you need extra help? We ask to help you better."),
}
"""The same to somebody who travels alone."""

ANOTHER: Final = {
    "household/nationalities": N_("Which nationality does the person have who travels?"),
    "household/birth_date": N_("When was the person born who travels? The year alone also helps."),
    "stay/category": N_("Which papers does the person have now who travels, to stay in Belgium?"),
    "household/stay_category": N_("Which papers does the person have now who travels, to stay in Belgium?"),
    "stay/closed_centre": N_("Where is the person staying now who travels?"),
    "stay/earlier_return_support": N_("Did the person who travels ever get help to return before?"),
    "stay/earlier_return_on": N_("When was that earlier return? The year alone also helps."),
    "stay/arrived_in_belgium": N_("When did the person who travels come to Belgium?"),
    "wish/destination": N_("Which country is the journey to?"),
    "wish/destination_right": N_("Is staying in that country for ever allowed? Bring a paper that says so."),
    "stay/dublin_transfer": N_("Has another European country to look at the asylum request? Bring the letter."),
    "wish/free_choice": N_("What would the person who travels like? Take the time to think about it together."),
}
"""The same to somebody who stays, about the one who travels."""

_THEIR_PAPERS: Final = N_("Which papers do those who travel have now, to stay in Belgium?")

OTHERS: Final = ANOTHER | {
    "household/nationalities": QUESTIONS["household/nationalities"],
    "household/birth_date": QUESTIONS["household/birth_date"],
    "household/travels": N_("Who of your family travels?"),
    "stay/category": _THEIR_PAPERS,
    "household/stay_category": _THEIR_PAPERS,
    "stay/closed_centre": N_("Where are those who travel staying now?"),
    "stay/earlier_return_support": N_("Did somebody who travels ever get help to return before?"),
    "stay/arrived_in_belgium": N_("When did those who travel come to Belgium?"),
    "wish/free_choice": N_("What would those who travel like? Take the time to think about it together."),
}
"""The same to somebody who stays, about several who travel."""

NOT_THEIRS: Final = frozenset(("stay/public_order_concern",))
"""What the desk finds out itself."""


def asked(sheet: Sheet) -> Iterator[str]:
    """The questions to think of, what settles most first; each once, however many people it is about."""
    patterns = dict.fromkeys(pattern_of(question.path) for question in sheet.advice.questions)
    theirs = [pattern for pattern in patterns if pattern not in NOT_THEIRS][:_MOST]
    words = _words(sheet)
    yield from dict.fromkeys(_(words[pattern]) for pattern in theirs)
    if sheet.closed:
        return
    if sheet.passed and sheet.for_another:
        yield _("The day of the journey has passed. Which day should it be now?")
    elif sheet.passed:
        yield _("The day on which you wished to leave has passed. Which day would you like now?")
    if not _every_paper_known(sheet):
        yield _bring_papers(sheet)
    yield _keep_receipts(sheet)


def _words(sheet: Sheet) -> Mapping[str, str]:
    if sheet.others:
        return QUESTIONS | OTHERS
    if sheet.for_another:
        return QUESTIONS | ANOTHER
    return QUESTIONS if sheet.together else QUESTIONS | ALONE


def _bring_papers(sheet: Sheet) -> str:
    if sheet.for_another:
        return _("Bring every passport and identity card for this journey, also old ones, or a copy.")
    return _("Bring every passport and identity card you have, also old ones, or a copy.")


def _keep_receipts(sheet: Sheet) -> str:
    if sheet.for_another:
        return _("Keep the receipts for papers and journeys that are paid before the departure, and bring them.")
    return _("Keep the receipts for papers and journeys that you pay before you leave, and bring them.")


def _every_paper_known(sheet: Sheet) -> bool:
    travellers = {person.id for person in sheet.travellers}
    return bool(travellers) and travellers <= {document.person for document in sheet.case.documents}
