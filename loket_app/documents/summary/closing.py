"""The end of the summary: whom to ask, and who signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from loket_app.documents.engine.blocks import heading, introduction, signatures
from loket_app.documents.engine.strips import Strip, kept_together
from loket_app.documents.engine.tables import facts
from loket_app.documents.summary.file import File
from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.facts import ADULT_AGE
from loket_app.domain.partial_date import age_range
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.i18n import _
from loket_app.i18n.labels import capital, field_label, label

FREE_NUMBER: Final = "0800 32 745"
FROM_ABROAD: Final = "+32 800 32 745"
MAIL: Final = "vrijwilligeterugkeer@fedasil.be"
SITES: Final = {"nl": "vrijwilligeterugkeer.be", "fr": "retourvolontaire.be"}
SITE: Final = "voluntaryreturn.be"

_ONE_PAGE: Final = 450.0


def contacts(file: File, lang: str) -> Iterator[Strip]:
    """Whom to ask."""
    yield from heading(_("Questions"), file.width)
    pairs = [
        (_("Free number"), _("{number}, from abroad {abroad}").format(number=FREE_NUMBER, abroad=FROM_ABROAD)),
        (_("E-mail"), MAIL),
        (_("Website"), SITES.get(lang, SITE)),
    ]
    if file.desk is not None:
        pairs += [(_("Address of the desk"), file.desk.address), (_("Open"), file.desk.hours)]
    yield from facts([(name, value) for name, value in pairs if value], file.width)


def signing(file: File) -> Iterator[Strip]:
    """Who signs: every adult, the guardian of a minor who came alone, the interpreter, the counsellor."""
    words = _(
        "Who signs says that this summary was explained in a language that they understand. Signing obliges nobody to "
        "leave: a decision to return can be taken back at any moment."
    )
    strips = (
        *heading(_("Signatures"), file.width),
        *introduction(words, file.width),
        Strip(6, glued=True),
        *signatures(list(_signers(file)), _("Date and signature"), file.width),
    )
    yield from kept_together(strips, _ONE_PAGE)


def _signers(file: File) -> Iterator[tuple[str, str]]:
    case = file.case
    for person in case.household:
        if not _is_minor(person, file):
            yield capital(label(person.relation)), file.names[person.id]
    if case.household and _alone(case):
        guardian = case.stay.guardian
        yield capital(field_label("stay/guardian")), guardian if known(guardian) else ""
    if _interpreted(case):
        yield _("Interpreter"), ""
    yield capital(field_label("counsellor")), case.counsellor


def _is_minor(person: Person, file: File) -> bool:
    """Only who is surely under 18 does not sign: with an uncertain birth date there is room."""
    if not known(person.birth_date):
        return person.relation is Relation.CHILD
    return age_range(person.birth_date, file.printed_on)[1] < ADULT_AGE


def _alone(case: Case) -> bool:
    kind = Vulnerability.UNACCOMPANIED_MINOR
    return any(known(person.vulnerabilities) and kind in person.vulnerabilities for person in case.household)


def _interpreted(case: Case) -> bool:
    return any(person.interpreter is True for person in case.household) or any(
        consent.interpreter is True for consent in case.consents
    )
