"""Packages that hold somebody's data who has said no since: whoever has one must hear of it (GDPR art. 7 §3, art. 19)."""

from __future__ import annotations

from collections.abc import Sequence

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.domain.gone import gone_of
from loket_app.domain.handover import Handover, HandoverState
from loket_app.domain.handover_consents import silent
from loket_app.exchange.errors import Refused
from loket_app.i18n.phrases import names_in
from loket_app.services.corrections import kept


def names_to_recall(case: Case, record: Handover, log: Sequence[Change] = ()) -> tuple[str, ...]:
    """What those are called whose data a package holds and who refuse by now, by the whole log of the case.

    Empty for one that was corrected: its correction tells the recipient. Nobody can tell where what left was not kept.
    """
    if not known(record.recipient) or not known(record.content) or record.state is HandoverState.CORRECTED:
        return ()
    refusing = {person.id for person in silent(case, gone_of(log), record.recipient)}
    if not refusing:
        return ()
    try:
        told = kept(record).case
    except Refused:
        return ()
    names = {**names_in(told), **names_in(case)}
    return tuple(names[person.id] for person in told.household if person.id in refusing)
