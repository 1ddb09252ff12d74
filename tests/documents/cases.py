"""A household whose every corner is filled, for the pages: many scripts, hostile texts, all kinds of answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loket_app.domain import programme
from loket_app.domain.answers import DECLINED, UNKNOWN
from loket_app.domain.case import Case, Consent, ConsentPurpose, ConsentState, Desk, Referral
from loket_app.domain.conversation import Conversation
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import (
    CivilStatus,
    Fitness,
    Identifier,
    IdentifierKind,
    Literacy,
    Person,
    Relation,
    Sex,
    Vulnerability,
)
from loket_app.domain.stay import Authority, Decision, LeaveOrder, Outcome, Procedure, ProcedureKind, Stay, StayCategory
from loket_app.domain.travel import (
    Cost,
    CostKind,
    CostState,
    DocumentKind,
    DocumentState,
    Escort,
    Journey,
    Transport,
    TravelDocument,
)
from loket_app.domain.wish import (
    BudgetLine,
    Contact,
    DestinationRight,
    Partner,
    Plan,
    PlanPurpose,
    Timing,
    Wish,
)
from loket_app.rules.programme import load_programme

PRINTED_ON = date(2026, 4, 14)
BUDGET_TERM = load_programme().says(programme.BUDGET_TERM)

_FATHER = Person(
    id="p1",
    relation=Relation.APPLICANT,
    family_name="Al-Salami",
    given_names="Mohammed Abd al-Muin",
    original_script_name="محمد عبد المعين السلامي",
    sex=Sex.MALE,
    birth_date=PartialDate(1984, 4, 3),
    birth_place="Bagdad",
    birth_country="IQ",
    nationalities=("IQ",),
    civil_status=CivilStatus.MARRIED,
    entry_date=PartialDate(2022, 9),
    languages=("ar", "ckb"),
    interpreter=True,
    literacy=Literacy.READS_SOME,
    vulnerabilities=(Vulnerability.HEALTH,),
    vulnerability_notes="Hartoperatie in 2024; controle vóór de reis.",
    fitness=Fitness.WITH_HELP,
    fitness_notes="Rolstoel tot aan het vliegtuig.",
    travels=True,
    identifiers=(
        Identifier("i1", IdentifierKind.NATIONAL, "85.07.30-033.28"),
        Identifier("i2", IdentifierKind.DVZ, "BE-2024/017"),
    ),
)
_MOTHER = Person(
    id="p2",
    relation=Relation.PARTNER,
    given_names="Nino",
    one_name_only=True,
    original_script_name="ნინო",
    sex=Sex.FEMALE,
    birth_date=PartialDate(1987, estimated=True),
    birth_country="IQ",
    nationalities=("IQ", "GE"),
    languages=("ka",),
    interpreter=False,
    vulnerabilities=(Vulnerability.PREGNANT,),
    fitness=Fitness.DOCTOR_DECIDES,
    wheelchair=True,
    birth_name=UNKNOWN,
    aliases=DECLINED,
)
_CHILD = Person(
    id="p3",
    relation=Relation.CHILD,
    family_name="Al-Salami",
    given_names="Layla",
    original_script_name="ليلى",
    sex=Sex.FEMALE,
    birth_date=PartialDate(2015, 6),
    nationalities=("IQ",),
    vulnerabilities=(Vulnerability.NONE,),
    fitness=Fitness.FIT,
)

FAMILY = Case(
    id="c1",
    number="GNT-2026-0017",
    desk=Desk.GHENT,
    opened_on=date(2026, 3, 30),
    counsellor="An De Smet",
    referral=Referral.CONEX,
    remarks="De vader belde vanuit het station.\nO & M <Trading> betaalde zijn laatste loon niet: € 1.234,50.",
    household=(_FATHER, _MOTHER, _CHILD),
    stay=Stay(
        category=StayCategory.REJECTED,
        in_reception=True,
        reception_place="Opvangcentrum, kamer 12",
        arrived_in_belgium=PartialDate(2022, 9),
        dublin_transfer=False,
        closed_centre=False,
        earlier_return_support=False,
        public_order_concern=UNKNOWN,
        procedures=(
            Procedure("s1", ProcedureKind.PROTECTION, PartialDate(2022, 10), Outcome.NEGATIVE),
            Procedure("s2", ProcedureKind.MEDICAL, PartialDate(2024), Outcome.PENDING),
        ),
        decisions=(
            Decision(
                "d1", Authority.CGVS, Outcome.NEGATIVE, decided_on=date(2025, 1, 9), notified_on=date(2025, 1, 20)
            ),
        ),
        orders=(LeaveOrder("o1", date(2026, 3, 1), date(2026, 3, 31)),),
    ),
    contact=Contact(
        street="Coupure Links 1", postcode="9000", town="Gent", phone="+32 470 12 34 56", message_allowed=False
    ),
    wish=Wish(
        destination="IQ",
        destination_right=DestinationRight.COUNTRY_OF_ORIGIN,
        destination_place="Bagdad",
        destination_address="شارع الرشيد ١٢، بغداد",
        free_choice=True,
        informed=True,
        timing=Timing.FROM_A_DATE,
        departure_on=date(2026, 6, 15),
        reasons="Zijn moeder is ziek; hij wil bij haar zijn.",
    ),
    plan=Plan(
        purposes=(PlanPurpose.BUSINESS, PlanPurpose.MEDICAL),
        description="De bakkerij van de familie overnemen.",
        partner=Partner.IOM,
        budget=(
            BudgetLine("b1", what="Oven", amount=Money.of("1200.50")),
            BudgetLine("b2", what="Meel en suiker voor drie maanden", amount=Money.of(300)),
            BudgetLine("b3", what="Gevelbord"),
        ),
    ),
    documents=(
        TravelDocument(
            "t1", "p1", DocumentKind.PASSPORT, DocumentState.HELD_BY_DVZ, "A12345678", "Irak", date(2027, 1, 31)
        ),
        TravelDocument("t2", "p2", DocumentKind.LAISSEZ_PASSER, DocumentState.REQUESTED),
    ),
    costs=(
        Cost(
            "k1",
            CostKind.PHOTOS,
            "p1",
            "Pasfoto's",
            Money.of("12.50"),
            date(2026, 4, 2),
            CostState.REIMBURSED,
            receipt=True,
        ),
        Cost(
            "k2", CostKind.TRAVEL_TO_EMBASSY, "p2", "Trein naar Brussel", Money.of("1023.40"), state=CostState.PLANNED
        ),
        Cost("k3", CostKind.DOCUMENT_FEE, amount=UNKNOWN),
    ),
    journey=Journey(transport=Transport.PLANE, departure_point="Brussels Airport", escort=Escort.MEDICAL),
    consents=(
        Consent(
            "n1", ConsentPurpose.PROGRAMME, ConsentState.GIVEN, date(2026, 4, 14), "ar", interpreter=True, signed=True
        ),
        Consent("n2", ConsentPurpose.DATA_TO_CARITAS, ConsentState.DECLINED, date(2026, 4, 14), "ar"),
    ),
    conversations=(
        Conversation(
            "v1", date(2026, 4, 2), place="beide ouders", notes="Willen samen vertrekken.", visible_to_next=True
        ),
        Conversation("v2", date(2026, 4, 9), notes="Vertrouwelijk: niet delen.", visible_to_next=False),
    ),
)

EMPTY = Case(id="c0", number="BRU-2026-0001", desk=Desk.BRUSSELS, opened_on=PRINTED_ON, counsellor="An De Smet")


def with_remarks(text: str) -> Case:
    """The family with another remark."""
    return replace(FAMILY, remarks=text)
