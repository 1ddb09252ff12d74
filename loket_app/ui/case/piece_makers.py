"""The parts of a step that are no questions, by the names that the plan calls them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from loket_app.services.desk import Desk
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.pieces.advice_given import AdviceGivenPiece
from loket_app.ui.case.pieces.after import AfterPiece
from loket_app.ui.case.pieces.consents import ConsentsPiece
from loket_app.ui.case.pieces.cost_papers import CostPapersPiece
from loket_app.ui.case.pieces.cost_totals import CostTotalsPiece
from loket_app.ui.case.pieces.estimate import EstimatePiece
from loket_app.ui.case.pieces.explanation import ExplanationPiece
from loket_app.ui.case.pieces.family_counts import FamilyCountsPiece
from loket_app.ui.case.pieces.for_whom import ForWhomPiece
from loket_app.ui.case.pieces.gaps import GapsPiece
from loket_app.ui.case.pieces.handover import HandoverPiece
from loket_app.ui.case.pieces.journey import JourneyPiece
from loket_app.ui.case.pieces.loose_scans import LooseScansPiece
from loket_app.ui.case.pieces.papers import PapersPiece
from loket_app.ui.case.pieces.plan_check import PlanCheckPiece
from loket_app.ui.case.pieces.premium import PremiumPiece
from loket_app.ui.case.pieces.reasons import ReasonsPiece
from loket_app.ui.case.pieces.referral import ReferralPiece
from loket_app.ui.case.pieces.stay_apart import StayApartPiece
from loket_app.ui.case.pieces.what_if import WhatIfPiece
from loket_app.ui.case.track.track_piece import TrackPiece
from loket_app.ui.summary.summary_piece import SummaryPiece


def make_piece(name: str, editor: CaseEditor, desk: Desk) -> QWidget:
    """The piece of that name. Raises KeyError for a name that no piece has."""
    makers: Mapping[str, Callable[[], QWidget]] = {
        "reasons": ReasonsPiece,
        "referral": ReferralPiece,
        "advice_given": lambda: AdviceGivenPiece(editor, desk),
        "what_if": lambda: WhatIfPiece(desk),
        "explanation": lambda: ExplanationPiece(desk),
        "estimate": EstimatePiece,
        "stay_apart": lambda: StayApartPiece(editor),
        "family_counts": lambda: FamilyCountsPiece(desk),
        "papers": lambda: PapersPiece(editor),
        "loose_scans": lambda: LooseScansPiece(editor),
        "cost_totals": CostTotalsPiece,
        "consents": lambda: ConsentsPiece(editor, desk),
        "cost_papers": lambda: CostPapersPiece(desk),
        "plan_check": PlanCheckPiece,
        "for_whom": lambda: ForWhomPiece(editor),
        "journey_follows": lambda: JourneyPiece(desk),
        "premium": lambda: PremiumPiece(editor, desk),
        "after": lambda: AfterPiece(editor, desk),
        "gaps": lambda: GapsPiece(editor),
        "handover": lambda: HandoverPiece(editor, desk),
        "summary": lambda: SummaryPiece(desk),
        "track": lambda: TrackPiece(desk, lambda: editor.case),
    }
    return makers[name]()
