"""An intake typed in French, by keyboard alone: accents, first letters, dates and amounts as they are written there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Relation, Sex
from loket_app.domain.stay import StayCategory
from loket_app.domain.tables import Verdict
from loket_app.domain.wish import DestinationRight
from loket_app.i18n import set_language
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, until
from tests.e2e.keyboard import Keyboard, where
from tests.e2e.test_miftari_by_keyboard import panel_text, read_back, the_case

NAME, FIRST, LINK, SEX = "Nom de famille", "Prénoms", "Lien avec la personne candidate au retour", "Sexe"
BORN, NATIONALITY = "Date de naissance", "Nationalité"
PEOPLE = (
    ((NAME, "Ngo Bell"), (FIRST, "Hélène"), (SEX, "f"), (BORN, "1/3/1991"), (NATIONALITY, "came")),
    ((NAME, "Ébolo"), (FIRST, "Aimé"), (LINK, "p"), (SEX, "h"), (BORN, "±1988"), (NATIONALITY, "came")),
    ((NAME, "Ébolo"), (FIRST, "Noé"), (LINK, "e"), (SEX, "h"), (BORN, "2019"), (NATIONALITY, "came")),
)
HOME = (
    *(("Rue et numéro", "Rue de l'Église 4"), ("Code postal", "5000"), ("Commune", "Namur")),
    *(("Pays de destination", "came"), ("Date de départ souhaitée", "15/6/2026")),
)
CONDITIONS = (
    *(("Choix libre et personnel", "o"), ("Personne bien informée", "o"), ("Situation de séjour", "dd")),
    *(("Transfert Dublin", "n"), ("En centre fermé", "n"), ("Question d'ordre public ou de sécurité", "n")),
    *(("Aide au retour déjà reçue", "n"), ("Droit de s'y installer", "p")),
)
"""One "d" is who still asks for protection, the second who was refused."""


def test_a_family_typed_in_french(window: MainWindow, profile: Path) -> None:
    set_language("fr")
    settle(window)
    keys = Keyboard(window)
    keys.ctrl(Qt.Key.Key_N)
    for number, answers in enumerate(PEOPLE):
        if number:
            keys.push("Ajouter un membre du ménage")
        until(lambda: where() == NAME)
        for question, typed in answers:
            keys.answer(question, typed)
    for question, typed in HOME:
        keys.answer(question, typed)
    keys.alt(Qt.Key.Key_2)
    for question, typed in CONDITIONS:
        keys.answer(question, typed)

    shown = the_case(window)
    assert "2 × 350 € + 1 × 175 € = 875,00 €" in panel_text(window).replace("\N{NO-BREAK SPACE}", " ")
    assert window._desk.advise(shown).verdict is Verdict.ELIGIBLE
    window.close()
    kept = read_back(profile, shown.id)
    assert [(each.given_names, each.relation, each.sex, each.birth_date) for each in kept.household] == [
        ("Hélène", Relation.APPLICANT, Sex.FEMALE, PartialDate(1991, 3, 1)),
        ("Aimé", Relation.PARTNER, Sex.MALE, PartialDate(1988, estimated=True)),
        ("Noé", Relation.CHILD, Sex.MALE, PartialDate(2019)),
    ]
    assert {each.nationalities for each in kept.household} == {("CM",)}
    assert (kept.contact.street, kept.contact.town) == ("Rue de l'Église 4", "Namur")
    assert (kept.stay.category, kept.wish.destination) == (StayCategory.REJECTED, "CM")
    assert kept.wish.destination_right is DestinationRight.COUNTRY_OF_ORIGIN
