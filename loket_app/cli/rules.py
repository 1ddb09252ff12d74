"""`loket rules`: rules packs, the figures that desks entered and confirmed themselves."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from loket_app.cli.store import opened_store, tell
from loket_app.cli.store_answers import Answer
from loket_app.domain.pack_preview import PackLine
from loket_app.i18n import formats, ngettext
from loket_app.i18n.labels import label
from loket_app.services.desk import Desk
from loket_app.services.entrance import default_profile
from loket_app.services.own_figures import look_at_pack


def run(chosen: Namespace) -> int:
    """Do one of the actions."""
    chosen.profile = getattr(chosen, "profile", None) or default_profile()
    return _ACTIONS[chosen.action](chosen)


def _check(chosen: Namespace) -> int:
    _pack, lines = look_at_pack(chosen.pack)
    return tell(chosen, _listed(lines))


def _export(chosen: Namespace) -> int:
    with _desk(chosen) as desk:
        count = desk.figures.export(chosen.out, force=chosen.force)
    words = ngettext("{count} figure written to {file}.", "{count} figures written to {file}.", count)
    return tell(chosen, Answer((words.format(count=count, file=chosen.out),), {"written": count}))


def _import(chosen: Namespace) -> int:
    look_at_pack(chosen.pack)  # a mistake is told before a passphrase is typed
    with _desk(chosen) as desk:
        pack, lines = desk.figures.look_at(chosen.pack)
        desk.figures.take_over(pack, theirs=chosen.theirs).result()
    return tell(chosen, _listed(lines))


_ACTIONS: dict[str, Callable[[Namespace], int]] = {"check": _check, "export": _export, "import": _import}


@contextmanager
def _desk(chosen: Namespace) -> Iterator[Desk]:
    with opened_store(chosen) as opened:
        yield Desk(opened)


def _listed(lines: tuple[PackLine, ...]) -> Answer:
    """How each figure of a pack stands to what is here."""
    facts = [
        {"figure": line.entry.proposal.figure, "id": line.entry.origin, "standing": line.standing.value}
        for line in lines
    ]
    return Answer(tuple(map(_line, lines)), {"figures": facts})


def _line(line: PackLine) -> str:
    said = line.entry.proposal
    amount = label(said.kind)
    if said.low is not None and said.high is not None:
        same = said.low == said.high
        amount = formats.format_money(said.high) if same else formats.format_range(said.low, said.high)
    day = formats.format_date(said.period.start, "short") if said.period.start else "–"
    return " · ".join((label(line.standing), said.figure, *said.countries, day, amount))
