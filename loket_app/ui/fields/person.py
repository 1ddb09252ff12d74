"""One of the household."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from loket_app.domain.case import display_name
from loket_app.domain.person import Person
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.ui.fields.choice_list import ChoiceListField
from loket_app.ui.words import Words


class PersonChoice(ChoiceListField):
    """A member of the household, by id. `people` is asked each time, for households grow while one types."""

    def __init__(self, people: Callable[[], Sequence[Person]], parent: QWidget | None = None) -> None:
        self._people = people
        super().__init__([], parent)
        self._look_again()

    def set_answer(self, value: object) -> None:
        """Show the person with this id, with the names of now."""
        self._look_again(value)
        super().set_answer(value)

    def load(self, value: object) -> None:
        """Show the person with this id in another case."""
        self._look_again(value)
        super().load(value)

    def _entered(self) -> None:
        self._look_again()

    def _look_again(self, value: object = None) -> None:
        """`value` is about to be shown; without one what is shown now."""
        options: list[tuple[object, Words]] = [(person.id, _named(person)) for person in self._people()]
        shown = self._answer if value is None else value
        if isinstance(shown, str) and shown not in [person for person, _words in options]:
            options.append((shown, somebody_gone))
        names = [(value, words()) for value, words in options]
        if names != [(value, words()) for value, words in self._model.options]:
            self._model.replace(options)
            self._combo.setCurrentIndex(self._model.row_of(self._answer))


def somebody_gone() -> str:
    """What somebody is called whom the household no longer has."""
    return _("Somebody who is no longer in the file")


def _named(person: Person) -> Words:
    """The name, or what somebody is to the applicant as long as there is no name."""

    def words() -> str:
        name = display_name(person)
        return name or _("{relation}, no name yet").format(relation=capital(label(person.relation)))

    return words
