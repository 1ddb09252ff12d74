"""Rules packs on screen: giving one, looking at one and taking it over, taking one back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from loket_app.domain.layer import Brought, Pack, State
from loket_app.domain.pack_looks import LookLine
from loket_app.domain.pack_preview import PackLine, Standing
from loket_app.i18n import _, ngettext
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import source_text
from loket_app.i18n.phrases_layer import decided_text, desk_name, row_owner
from loket_app.ui.rules.link_line import LinkLine
from loket_app.ui.rules.own_parts import act_button, add_buttons, add_standing
from loket_app.ui.rules.own_wording import entry_value, title_text
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.pack_looks import add_looks, add_offered
from loket_app.ui.rules.sheet_parts import facts, hairline, note, page, words
from loket_app.ui.rules.wording import period_text, short, value_text


def give_sheet(work: OwnWork) -> QWidget:
    """Writing a rules pack."""
    made, column = page()
    own = work.figures.to_give
    column.addWidget(words(_("Give to the other desks"), "heading"))
    told = _(
        "A rules pack is one file with every figure that this desk entered and confirmed, and every value that it looked "
        "at again, with source and names. It holds nothing of any case."
    )
    column.addWidget(words(told))
    looks = work.figures.looks_to_give
    if not own and not looks:
        column.addWidget(note("info", _("No figure of this desk counts yet: there is nothing to give.")))
    else:
        for entry in own:
            column.addWidget(words(f"{title_text(work.figures.shipped, entry)} · {entry_value(entry)}", "muted"))
        add_looks(column, work, looks)
        add_buttons(column, act_button(_("&Save the rules pack"), "primary", lambda: _save(work, made)))
    column.addStretch(1)
    return made


def take_sheet(work: OwnWork) -> QWidget:
    """Looking at a rules pack, and taking over what is new."""
    made, column = page()
    column.addWidget(words(_("Take over from another desk"), "heading"))
    if work.offered is None:
        told = _("Choose the rules pack of another desk. You see what would change before anything does.")
        column.addWidget(words(told))
        add_buttons(column, act_button(_("&Choose a rules pack"), "primary", lambda: _choose(work, made)))
    else:
        _add_offer(column, work)
    column.addStretch(1)
    return made


def _add_offer(column: QVBoxLayout, work: OwnWork) -> None:
    if work.offered is None:
        return
    _file, pack, lines = work.offered
    told = _("From return desk {desk}, of {date}, made on tables {version}.")
    told = told.format(desk=desk_name(pack.desk), date=short(pack.exported_on), version=pack.tables)
    column.addWidget(words(told, "muted"))
    for standing in Standing:
        of_it = [line for line in lines if line.standing is standing]
        if of_it:
            column.addWidget(hairline())
            column.addWidget(words(f"{capital(label(standing))} ({len(of_it)})", "strong"))
            if standing is Standing.GONE:
                column.addWidget(words(_("It still counts here. Withdraw it if it is not right any more."), "muted"))
            for line in of_it:
                _add_line(column, work, line)
    looks = work.figures.look_lines(pack)
    add_offered(column, work, looks)
    _add_choices(column, work, pack, {line.standing for line in lines}, looks)


def _add_choices(
    column: QVBoxLayout, work: OwnWork, pack: Pack, found: set[Standing], looks: Sequence[LookLine]
) -> None:
    conflict = Standing.CONFLICT in found
    news = bool(found & {Standing.NEW, Standing.CHANGED}) or any(line.is_new for line in looks)
    theirs = QCheckBox(_("Also where this desk says something else"))
    column.addWidget(hairline())
    if conflict:
        column.addWidget(theirs)
    elif not pack.entries and not looks:
        column.addWidget(note("info", _("This pack holds no figure.")))
    elif not news:
        column.addWidget(note("info", _("Everything in it counts here already.")))
    leave = act_button(_("Cancel"), "quiet", work.forget)
    take = act_button(_("&Take over"), "primary", lambda: work.take_over(theirs=theirs.isChecked()))
    add_buttons(column, *([take] if news or conflict else []), leave)


def _add_line(column: QVBoxLayout, work: OwnWork, line: PackLine) -> None:
    """The figure; what the pack says beside what counts here now; where it comes from, why, and who stands for it."""
    entry = line.entry
    said = entry.proposal
    column.addWidget(words(title_text(work.figures.shipped, entry)))
    value = f"{entry_value(entry)} · {period_text(said.period)}"
    if line.standing in (Standing.SAME, Standing.GONE):
        column.addWidget(facts([(_("Value"), value)]))
        return
    column.addWidget(facts([(_("In the pack"), value), (_("Now"), _now_text(line)), (_("Why"), said.reason)]))
    column.addWidget(words(f"{source_text(said.source)}\n{decided_text(entry)}", "muted"))
    add_standing(column, entry, work.name)
    if said.source.link:
        column.addWidget(LinkLine(said.source.link))


def _now_text(line: PackLine) -> str:
    """`€ 350 (Loket, from 1/01/2022 on)`; of a value that this desk withdrew, that it did."""
    now = f"{value_text(line.now)} ({row_owner(line.now)})" if line.now else _("no figure")
    withdrawn = line.here is not None and line.here.state is State.WITHDRAWN
    return f"{now} – {_('withdrawn here')}" if withdrawn else now


def pack_sheet(work: OwnWork, brought: Brought) -> QWidget:
    """A rules pack that was taken over: what came with it, and taking it back."""
    made, column = page()
    pack = brought.pack
    desk = desk_name(pack.desk)
    column.addWidget(words(_("Rules pack of return desk {desk}").format(desk=desk), "heading"))
    told = _("Of {date}; taken over by {name} on {day}.")
    name = work.name(brought.by)
    column.addWidget(words(told.format(date=short(pack.exported_on), name=name, day=short(brought.at.date()))))
    if brought.undone:
        column.addWidget(note("info", _("Taken back: nothing of it counts.")))
    for entry in pack.entries:
        column.addWidget(words(f"{title_text(work.figures.shipped, entry)} · {entry_value(entry)}", "muted"))
    add_looks(column, work, pack.looks)
    if not brought.undone:
        count = len(pack.entries)
        act = ngettext("&Take {count} figure back", "&Take all {count} figures back", count).format(count=count)
        act = _("&Take this pack back") if pack.looks else act
        add_buttons(column, act_button(act, "danger", lambda: work.undo_import(brought.id)))
    column.addStretch(1)
    return made


def _folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _save(work: OwnWork, parent: QWidget) -> None:
    name = f"loket-{work.figures.desk}.json"
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Save the rules pack"), str(_folder() / name), "JSON (*.json)"
    )
    if chosen:
        work.give(Path(chosen))


def _choose(work: OwnWork, parent: QWidget) -> None:
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Choose a rules pack"), str(_folder()), "JSON (*.json)")
    _forget_folder()
    if chosen:
        work.look_at(Path(chosen))


def _forget_folder() -> None:
    """Qt's own dialog remembers folders, and a folder may be named after somebody."""
    QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")
