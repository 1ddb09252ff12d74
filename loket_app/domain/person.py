"""A member of the household, as the documents and the person tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.stay import StayCategory


class Relation(Enum):
    """What somebody is to the applicant. A case has one applicant."""

    APPLICANT = "applicant"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    OTHER = "other"


class Sex(Enum):
    """As the document says it."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class CivilStatus(Enum):
    """Civil status, as IOM asks for it."""

    SINGLE = "single"
    MARRIED = "married"
    COHABITING = "cohabiting"
    DIVORCED = "divorced"
    SEPARATED = "separated"
    WIDOWED = "widowed"


class Literacy(Enum):
    """Which sheet the person can read alone."""

    READS_WELL = "reads_well"
    READS_SOME = "reads_some"
    DOES_NOT_READ = "does_not_read"


class Vulnerability(Enum):
    """The groups that S0 §7 names, and those that decide how somebody travels. Special-category data (GDPR art. 9)."""

    PREGNANT = "pregnant"
    HEALTH = "health"
    UNACCOMPANIED_MINOR = "unaccompanied_minor"
    TRAFFICKING = "trafficking"
    FAMILY_WITH_MINORS = "family_with_minors"
    DISABILITY = "disability"
    ELDERLY = "elderly"
    OTHER = "other"
    NONE = "none"


class Fitness(Enum):
    """Whether somebody can travel."""

    FIT = "fit"
    WITH_HELP = "with_help"
    DOCTOR_DECIDES = "doctor_decides"
    NOT_FIT = "not_fit"


class IdentifierKind(Enum):
    """Whose number it is. Only the two Belgian register numbers have check digits."""

    NATIONAL = "national"
    BIS = "bis"
    DVZ = "dvz"
    CGVS = "cgvs"
    FEDASIL = "fedasil"
    IOM = "iom"
    OTHER = "other"


@dataclass(frozen=True)
class Identifier:
    """A number under which an organisation knows the person."""

    id: str
    kind: IdentifierKind
    number: Answer[str] = NOT_ASKED


@dataclass(frozen=True)
class Person:
    """One member of the household. Country codes are ISO 3166 alpha-2, languages BCP 47, heights of certainty explicit.

    `family_name` stays NOT_ASKED and `one_name_only` is True for somebody who has one name: it stands in `given_names`.
    `nationalities` empty with `stateless` True is a stateless person; empty otherwise means that it was not answered.
    `medical_form` is the airline's (MEDIF), `due_on` the expected date of birth. No `identifiers` is none only where
    `has_number` says so. `stay_category` is where somebody stands who stands elsewhere than the family: not asked, the
    family's holds (`stay/category`); the applicant's is always that one (`stay_of`).
    """

    id: str
    relation: Relation
    family_name: Answer[str] = NOT_ASKED
    given_names: Answer[str] = NOT_ASKED
    one_name_only: bool = False
    original_script_name: Answer[str] = NOT_ASKED
    birth_name: Answer[str] = NOT_ASKED
    aliases: Answer[str] = NOT_ASKED
    sex: Answer[Sex] = NOT_ASKED
    birth_date: Answer[PartialDate] = NOT_ASKED
    birth_place: Answer[str] = NOT_ASKED
    birth_country: Answer[str] = NOT_ASKED
    nationalities: Answer[tuple[str, ...]] = NOT_ASKED
    stateless: Answer[bool] = NOT_ASKED
    civil_status: Answer[CivilStatus] = NOT_ASKED
    entry_date: Answer[PartialDate] = NOT_ASKED
    stay_category: Answer[StayCategory] = NOT_ASKED
    languages: Answer[tuple[str, ...]] = NOT_ASKED
    interpreter: Answer[bool] = NOT_ASKED
    literacy: Answer[Literacy] = NOT_ASKED
    vulnerabilities: Answer[tuple[Vulnerability, ...]] = NOT_ASKED
    vulnerability_notes: Answer[str] = NOT_ASKED
    fitness: Answer[Fitness] = NOT_ASKED
    fitness_notes: Answer[str] = NOT_ASKED
    wheelchair: Answer[bool] = NOT_ASKED
    medical_form: Answer[bool] = NOT_ASKED
    due_on: Answer[date] = NOT_ASKED
    returned_before: Answer[bool] = NOT_ASKED
    travels: Answer[bool] = NOT_ASKED
    has_number: Answer[bool] = NOT_ASKED
    identifiers: tuple[Identifier, ...] = ()
