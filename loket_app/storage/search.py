"""Finding a case as one types. The text index is SQLite's own (FTS5, trigrams); the rest of the store is portable.

Each word of the index is preceded by two blanks, so that a trigram also stands for the first letter, or the first two,
of a word. Found in this order: the case number, the applicant's name, words that begin so, words that hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sqlalchemy as sa

from loket_app.domain.answers import Missing, known
from loket_app.domain.case import Case, Desk
from loket_app.domain.person import Person
from loket_app.domain.spelling import fold
from loket_app.storage.folding import digits, phone_numbers
from loket_app.storage.tables import CASE, CASE_TEXT

_BEFORE_WORD = "  "
_TRIGRAM = 3
_ABROAD = "00"
_HIGHEST = "\U0010ffff"
_YEAR_AND_SERIAL = re.compile(r"\d{4}-\d+")


def words_of(case: Case) -> str:
    """The words by which a case is found. Whoever alters them adds a migration that writes those of all cases anew."""
    serial = case.number.rpartition("-")[2]
    texts = [serial, serial.lstrip("0"), *_of_wish(case)]
    for person in case.household:
        texts.extend(_of_person(person))
    texts.extend(document.number for document in case.documents if known(document.number))
    words = dict.fromkeys(word for text in texts for word in (*fold(text).split(), digits(text)) if word)
    if known(case.contact.phone):
        words |= dict.fromkeys(phone_numbers(case.contact.phone))
    return "".join(_BEFORE_WORD + word for word in words)


def _of_wish(case: Case) -> Iterator[str]:
    yield from (text for text in (case.wish.destination, case.wish.destination_place) if not isinstance(text, Missing))


def _of_person(person: Person) -> Iterator[str]:
    names = (
        person.family_name,
        person.given_names,
        person.original_script_name,
        person.birth_name,
        person.aliases,
        *(identifier.number for identifier in person.identifiers),
    )
    yield from (name for name in names if not isinstance(name, Missing))


def write_words(connection: sa.Connection, old: Case | None, new: Case) -> None:
    """Keep the words of a case, when they changed."""
    words = words_of(new)
    if old is None:
        connection.execute(sa.insert(CASE_TEXT), {"case_id": new.id, "words": words})
    elif words_of(old) != words:
        connection.execute(sa.update(CASE_TEXT).where(CASE_TEXT.c.case_id == new.id).values(words=words))


_INDEX = sa.table("case_words", sa.column("rowid"), sa.column("words"))


_FEW = 1_000
"""So many finds are looked up one by one; of more, each case that is passed in the order of the list asks whether it is
among them, for which indexes suffice: ten times as fast for a single letter."""


def is_found(connection: sa.Connection, text: str) -> sa.ColumnElement[bool]:
    """Whether the words of a case hold each word of the text, or its number begins so."""
    numbers = (sa.and_(*_begins(CASE.c.number, number)) for number in _numbers(connection, text))
    if _are_many(connection, text):
        own = sa.select(CASE_TEXT.c.id).where(CASE_TEXT.c.case_id == CASE.c.id).scalar_subquery()
        return sa.or_(own.in_(sa.select(_INDEX.c.rowid).where(_matches(text, at_start=False))), *numbers)
    return sa.or_(CASE.c.id.in_(_matching(text, at_start=False)), *numbers)


def only_words(connection: sa.Connection, text: str) -> bool:
    """Whether a text is looked for among the words alone: it is something, and no number of a case begins so."""
    return bool(text.strip()) and not _numbers(connection, text)


def _are_many(connection: sa.Connection, text: str) -> bool:
    """Whether more than a few are found; the others aren't looked for."""
    some = sa.select(_INDEX.c.rowid).where(_matches(text, at_start=False)).limit(_FEW + 1).subquery()
    return connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one() > _FEW


def count_words(connection: sa.Connection, text: str) -> int:
    """In how many cases the words hold each word of the text; the index knows that by itself."""
    query = sa.select(sa.func.count()).select_from(_INDEX).where(_matches(text, at_start=False))
    return connection.execute(query).scalar_one()


def search_ids(connection: sa.Connection, text: str, limit: int) -> tuple[str, ...]:
    """The ids of the best `limit` cases, the best first."""
    found: dict[str, None] = {}
    for query in _tiers(connection, text):
        if len(found) >= limit:
            break
        found |= dict.fromkeys(connection.execute(query.limit(limit + len(found))).scalars())
    return tuple(found)[:limit]


def _tiers(connection: sa.Connection, text: str) -> Iterator[sa.Select[str]]:
    """Better finds before lesser ones; among equals the newest case first."""
    folded = fold(text)
    if not folded:
        return
    for number in _numbers(connection, text):
        yield sa.select(CASE.c.id).where(*_begins(CASE.c.number, number)).order_by(CASE.c.number)
    yield sa.select(CASE.c.id).where(*_begins(CASE.c.sort_name, folded)).order_by(CASE.c.sort_name)
    for at_start in (True, False):
        yield _matching(text, at_start=at_start).order_by(_INDEX.c.rowid.desc())


def _numbers(connection: sa.Connection, text: str) -> tuple[str, ...]:
    """How numbers of cases begin that may be meant, of cases that are there: a telephone number begins none."""
    typed = _typed_numbers(text.strip().upper())
    asked = (sa.select(CASE.c.id).where(*_begins(CASE.c.number, number)).limit(1) for number in typed)
    return tuple(number for number, one in zip(typed, asked, strict=True) if connection.execute(one).first())


def _typed_numbers(text: str) -> tuple[str, ...]:
    """How a case number may begin that was typed so: with its desk, or from the year on."""
    if _YEAR_AND_SERIAL.fullmatch(text):
        return tuple(f"{desk.value}-{text}" for desk in Desk)
    return (text,) if any(c.isdecimal() for c in text) else ()


def _begins(column: sa.Column[str], start: str) -> tuple[sa.ColumnElement[bool], ...]:
    return column >= start, column < start + _HIGHEST


def _matching(text: str, *, at_start: bool) -> sa.Select[str]:
    query = sa.select(CASE_TEXT.c.case_id).join_from(_INDEX, CASE_TEXT, CASE_TEXT.c.id == _INDEX.c.rowid)
    return query.where(_matches(text, at_start=at_start))


def _matches(text: str, *, at_start: bool) -> sa.ColumnElement[bool]:
    asked = [_either(word, at_start=at_start) for word in _asked(text)]
    if not asked:
        return sa.false()
    return sa.literal_column("case_words").op("MATCH", is_comparison=True)(" AND ".join(asked))


def _asked(text: str) -> list[tuple[str, ...]]:
    """What must all be found, each in one of its spellings: the words, or one number with its blanks and dots gone."""
    number = digits(text)
    if not number:
        return [(word,) for word in fold(text).split()]
    dialled = number.removeprefix(_ABROAD)
    return [(number, dialled) if len(dialled) >= _TRIGRAM else (number,)]


def _either(spellings: tuple[str, ...], *, at_start: bool) -> str:
    return "(" + " OR ".join(f'"{_phrase(word, at_start=at_start)}"' for word in spellings) + ")"


def _phrase(word: str, *, at_start: bool) -> str:
    """A word as the trigrams know it: short ones only from their start."""
    blanks = max(int(at_start), _TRIGRAM - len(word))
    return " " * blanks + word
