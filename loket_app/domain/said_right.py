"""What looked odd and was said to be right: the note that lets a question of the return track rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class SaidRight:
    """Somebody looked at a question and said that what is written is right.

    `path`, `kind` and `other` are those of the question (`track_parts.Question`); `about` is what stood at both places
    then, as text. As soon as one of them holds something else, the note says nothing any more. The kind is text: a note
    about a question that Loket no longer asks does no harm.
    """

    id: str
    path: str
    kind: str
    other: str
    about: str
    on: date
    by: str
