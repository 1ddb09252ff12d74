"""What each consent means, in the words in which it is asked aloud; the sheet to sign says the same.

Plain words (B1), said to the person. What happens after a no stands beside each question: a no is an answer like a yes.
"""

from __future__ import annotations

from datetime import date

from loket_app.domain.answers import known
from loket_app.domain.case import Consent, ConsentPurpose, ConsentState
from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, label


def question(purpose: ConsentPurpose) -> str:
    """What is asked."""
    return {
        ConsentPurpose.PROGRAMME: _("Shall we prepare your return with you?"),
        ConsentPurpose.DATA_TO_IOM: _("May we give your file to IOM?"),
        ConsentPurpose.DATA_TO_CARITAS: _("May we give your plan to Caritas?"),
        ConsentPurpose.MESSAGE: _("May we leave a message for you?"),
        ConsentPurpose.PHOTOS: _("May we use your photos and your story?"),
    }[purpose]


def meaning(purpose: ConsentPurpose) -> str:
    """What a yes means."""
    return {
        ConsentPurpose.PROGRAMME: _(
            "We keep a file about you and look at what the programme can do for you. We ask the Immigration Office to "
            "give back papers that it keeps. For the tickets Fedasil's booking cell gets who travels (name, birth date, "
            "sex, nationality), file numbers, travel papers, a phone number, where and when you go, and the help that "
            "you need on the way, also for a pregnancy. You can stop at any moment."
        ),
        ConsentPurpose.DATA_TO_IOM: _(
            "IOM gets what it needs for your journey, your costs and the support after your return: who travels, your "
            "stay and your procedures here, your papers and passport photos, your health and vulnerability, how to "
            "reach you here and there, your costs with receipts and, if IOM follows it, your plan. What you tell us in "
            "talks stays with us."
        ),
        ConsentPurpose.DATA_TO_CARITAS: _(
            "To help you with your plan after your return, Caritas gets the names, birth dates and languages of who "
            "travels, your address and contact there, the day of departure and your plan with its budget. Of health it "
            "gets nothing, unless the plan pays for care: then what we noted about who needs that care."
        ),
        ConsentPurpose.MESSAGE: _("By voicemail, text message or letter. Others may hear or see it."),
        ConsentPurpose.PHOTOS: _(
            "To show others what voluntary return can be. This isn't about passport photos: they go to IOM with your papers."
        ),
    }[purpose]


def everybody(adults: int) -> str:
    """How a household answers; empty where one adult does."""
    return _("Each adult answers for themselves; for a child, each parent.") if adults > 1 else ""


def after_no(purpose: ConsentPurpose) -> str:
    """What a no means."""
    return {
        ConsentPurpose.PROGRAMME: _("If not: we prepare nothing. You can always come back to talk."),
        ConsentPurpose.DATA_TO_IOM: _(
            "If not: nothing goes to IOM, and IOM can't organise your journey. We can still inform you."
        ),
        ConsentPurpose.DATA_TO_CARITAS: _(
            "If not: nothing goes to Caritas, and Caritas can't help with your plan. Nothing else changes."
        ),
        ConsentPurpose.MESSAGE: _("If not: we leave no message, and agree on another way."),
        ConsentPurpose.PHOTOS: _("If not: nothing of you is shown or told. Nothing else changes."),
    }[purpose]


def details(consent: Consent) -> str:
    """When, in which language, with whose help and signed or not: what is known of it, on one line."""
    parts = []
    if known(consent.on):
        day = formats.format_date(consent.on)
        withdrawn = consent.state is ConsentState.WITHDRAWN
        parts.append(_("given on {date}").format(date=day) if withdrawn else day)
    if known(consent.language):
        parts.append(formats.language_name(consent.language))
    if known(consent.interpreter):
        parts.append(_("with an interpreter") if consent.interpreter else _("without an interpreter"))
    if known(consent.signed):
        parts.append(_("signed") if consent.signed else _("not signed"))
    return " · ".join(parts)


def day_to_come(consent: Consent, today: date) -> str:
    """The question that a day after today raises; empty when there is none."""
    days = [day for day in (consent.on, consent.withdrawn_on) if known(day) and day > today]
    if not days:
        return ""
    words = _("{date} is still to come. Check the day: a consent is noted when it was given.")
    return words.format(date=formats.format_date(days[0], "long"))


def withdrawal(consent: Consent) -> str:
    """That a consent was withdrawn, and when; the empty string when it was not."""
    if consent.state is not ConsentState.WITHDRAWN:
        return ""
    word = capital(label(ConsentState.WITHDRAWN))
    return f"{word} {formats.format_date(consent.withdrawn_on)}" if known(consent.withdrawn_on) else word
