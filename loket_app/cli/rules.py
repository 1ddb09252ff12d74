"""`loket rules`: rules packs, the figures that desks entered and confirmed themselves."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from loket_app.cli import passphrase
from loket_app.cli.store import opened_store, tell
from loket_app.cli.store_answers import Answer
from loket_app.domain.layer import Proposal
from loket_app.domain.pack_looks import LookLine
from loket_app.domain.pack_preview import PackLine, Standing
from loket_app.domain.tables import Row, Share, ValueKind
from loket_app.i18n import _, formats
from loket_app.i18n.joining import listed
from loket_app.i18n.labels import label
from loket_app.i18n.phrases import source_text
from loket_app.i18n.phrases_accounts import account_lines, related_text
from loket_app.i18n.phrases_layer import decided_text, looked_text, row_owner, written_text
from loket_app.services.desk import Desk
from loket_app.services.entrance import default_profile
from loket_app.services.own_figures import look_at_pack
from loket_app.services.pack_facts import line_facts, look_facts


def run(chosen: Namespace) -> int:
    """Do one of the actions."""
    chosen.profile = getattr(chosen, "profile", None) or default_profile()
    code = _ACTIONS[chosen.action](chosen)
    passphrase.warn_of_readers(chosen)
    return code


def _check(chosen: Namespace) -> int:
    _pack, lines, looks = look_at_pack(chosen.pack)
    return tell(chosen, _listed(lines, looks))


def _export(chosen: Namespace) -> int:
    with _desk(chosen) as desk:
        count = desk.figures.export(chosen.out, force=chosen.force)
        looks = len(desk.figures.looks_to_give)
    return tell(chosen, Answer((written_text(count, looks, chosen.out),), {"written": count, "looked_at_again": looks}))


def _import(chosen: Namespace) -> int:
    look_at_pack(chosen.pack)  # a mistake is told before a passphrase is typed
    with _desk(chosen) as desk:
        pack, lines = desk.figures.look_at(chosen.pack)
        looks = desk.figures.look_lines(pack)
        desk.figures.take_over(pack, theirs=chosen.theirs).result()
    return tell(chosen, _listed(lines, looks))


_ACTIONS: dict[str, Callable[[Namespace], int]] = {"check": _check, "export": _export, "import": _import}


@contextmanager
def _desk(chosen: Namespace) -> Iterator[Desk]:
    with opened_store(chosen) as opened:
        yield Desk(opened)


def _listed(lines: tuple[PackLine, ...], looks: tuple[LookLine, ...]) -> Answer:
    """How each figure of a pack stands to what is here, with what counts now, and who stands for it; what was looked at."""
    told = [text for line in lines for text in _lines(line)]
    if not looks and all(line.standing is Standing.GONE for line in lines):
        told.insert(0, _("This pack holds no figure."))
    told += [text for line in looks for text in _look_lines(line)]
    return Answer(
        tuple(told),
        {"figures": [line_facts(line) for line in lines], "looked_at_again": [look_facts(line) for line in looks]},
    )


def _look_lines(line: LookLine) -> Iterator[str]:
    value = _value(line.row) if line.row is not None else _("no value here says that: it is left out")
    yield f"{line.look.figure} · {value}" + (f" · {_('known here already')}" if line.known else "")
    yield f"  {looked_text(line.look.looked, line.look.looked.by)}"


def _lines(line: PackLine) -> Iterator[str]:
    said = line.entry.proposal
    day = formats.format_date(said.period.start, "short") if said.period.start else "–"
    value = _value(said)
    yield " · ".join((label(line.standing), said.figure, *said.countries, day, value))
    if line.now is not None:
        now = _value(line.now)
        yield "  " + _("now: {value} ({whose})").format(value=now, whose=row_owner(line.now))
    yield f"  {source_text(said.source)}"
    yield f"  {_('Why')}: {said.reason}"
    yield f"  {decided_text(line.entry)}"
    yield from (f"  {text}" for text in account_lines(line.entry, lambda login, _desk: login))
    if line.entry.related:
        yield f"  {related_text(line.entry)}"


def _value(said: Proposal | Row | Share) -> str:
    if not isinstance(said, Share) and said.shares:
        return listed(f"{_value(share)} {label(share.per)}" for share in said.shares)
    if said.low is None or said.high is None:
        return label(said.kind)
    if said.kind is ValueKind.UP_TO:
        return _("up to {amount}").format(amount=formats.format_money(said.high))
    return formats.format_money(said.high) if said.low == said.high else formats.format_range(said.low, said.high)
