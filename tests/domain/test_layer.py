"""What acts add up to, and the tables with the result on top."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.accounts import Account
from loket_app.domain.laid_over import lay_over, new_gap
from loket_app.domain.layer import Act, ActKind, Entry, Layer, NotAllowed, Obstacle, Pack, State, add_up, after
from loket_app.domain.money import Money
from loket_app.domain.pack_preview import PackLine, Standing, preview, taken
from loket_app.domain.tables import Figure, Period, RuleTables, ValueKind
from loket_app.rules import load_tables
from tests.domain.layers import AT, BUDGET, confirmed, proposal, propose, settle

TABLES = load_tables()
DAYS = st.dates(date(2010, 1, 1), date(2032, 1, 1))


def figure(tables: RuleTables, name: str = BUDGET) -> Figure:
    return next(figure for figure in tables.figures if figure.id == name)


def test_what_was_entered_counts_nowhere_until_a_second_person_confirms_it() -> None:
    entered = add_up([propose(proposal())])
    assert [entry.state for entry in entered.waiting] == [State.PROPOSED]
    assert lay_over(TABLES, entered.counting) is TABLES
    layer = after(entered, settle(ActKind.CONFIRM))
    assert layer.waiting == ()
    row = figure(lay_over(TABLES, layer.counting)).row(date(2026, 4, 14))
    assert row is not None
    assert (row.kind, row.low, row.source.desk) == (ValueKind.AMOUNT, Money.of(1500), "GNT")


@pytest.mark.parametrize("by", ["AV", "av"])
def test_nobody_confirms_what_is_ones_own(by: str) -> None:
    entered = add_up([propose(proposal())])
    with pytest.raises(NotAllowed) as refused:
        after(entered, settle(ActKind.CONFIRM, by=by))
    assert refused.value.obstacle is Obstacle.SAME_PERSON
    assert add_up([propose(proposal()), settle(ActKind.CONFIRM, by=by)]) == entered


@pytest.mark.parametrize(
    ("acts", "obstacle"),
    [
        ([settle(ActKind.CONFIRM)], Obstacle.GONE),
        ([propose(proposal()), settle(ActKind.WITHDRAW)], Obstacle.SETTLED),
        ([propose(proposal()), settle(ActKind.CONFIRM), settle(ActKind.CONFIRM, by="CE")], Obstacle.SETTLED),
        ([propose(proposal()), settle(ActKind.CONFIRM), settle(ActKind.REJECT)], Obstacle.SETTLED),
        ([settle(ActKind.UNDO_IMPORT)], Obstacle.GONE),
    ],
)
def test_an_act_that_does_not_fit_is_refused(acts: list[Act], obstacle: Obstacle) -> None:
    before = add_up(acts[:-1])
    with pytest.raises(NotAllowed) as refused:
        after(before, acts[-1])
    assert refused.value.obstacle is obstacle


def test_a_withdrawn_figure_leaves_the_tables_as_they_came() -> None:
    acts = [propose(proposal()), settle(ActKind.CONFIRM), settle(ActKind.WITHDRAW, reason="Out of date.")]
    layer = add_up(acts)
    assert [(entry.state, entry.closed_why) for entry in layer.entries] == [(State.WITHDRAWN, "Out of date.")]
    assert lay_over(TABLES, layer.counting) is TABLES


def test_the_version_and_date_of_the_tables_tell_that_a_desk_added_figures() -> None:
    once = lay_over(TABLES, [confirmed(proposal())])
    other = lay_over(TABLES, [confirmed(proposal(euro=1600))])
    assert once.version.startswith(f"{TABLES.version}+GNT.")
    assert once.version != other.version
    assert once.dated == max(TABLES.dated, AT.date())
    assert lay_over(TABLES, [confirmed(proposal())]).version == once.version


@given(DAYS, st.one_of(st.none(), DAYS), DAYS)
def test_on_its_days_the_desks_value_counts_and_on_all_others_what_counted_before(
    start: date, end: date | None, day: date
) -> None:
    period = Period(*sorted((start, end))) if end else Period(start)
    laid = lay_over(TABLES, [confirmed(replace(proposal(), period=period))])
    for shipped in TABLES.figures:
        before, now = shipped.row(day), figure(laid, shipped.id).row(day)
        if shipped.id == BUDGET and period.holds(day):
            assert now is not None
            assert now.low == Money.of(1500)
        elif before is None or now is None:
            assert before is now
        else:
            assert replace(now, period=before.period) == before
    rows = figure(laid).rows
    assert all(a.period.end and b.period.start and a.period.end < b.period.start for a, b in pairwise(rows))


def test_a_later_value_lies_on_top_of_an_earlier_one_and_gives_way_at_its_end() -> None:
    earlier = confirmed(proposal(start=date(2025, 1, 1)))
    later = confirmed(proposal(start=date(2026, 1, 1), end=date(2026, 6, 30), euro=900), "e2")
    rows = figure(lay_over(TABLES, [earlier, later])).row
    said = {day: row.low for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 7, 1)) if (row := rows(day))}
    assert list(said.values()) == [Money.of(1500), Money.of(900), Money.of(1500)]


def test_a_value_for_some_countries_is_a_figure_of_its_own_and_the_others_keep_theirs() -> None:
    laid = lay_over(TABLES, [confirmed(proposal(countries=("CM", "BF")))])
    own = figure(laid, f"{BUDGET}@BF-CM")
    assert (own.narrows, own.countries, own.rank) == (BUDGET, ("BF", "CM"), (False, True, True))
    assert figure(laid) == figure(TABLES)
    assert laid.ranked(own.topic).index(own) < laid.ranked(own.topic).index(figure(laid))


def test_an_entry_for_a_figure_that_the_tables_no_longer_have_counts_nowhere() -> None:
    assert lay_over(TABLES, [confirmed(proposal("gone"))]) is TABLES


def test_days_without_a_value_between_two_others_are_found_unless_they_were_there_before() -> None:
    iraq = "premium-iraq-2016-adult"
    last = figure(TABLES, iraq).rows[-1].period.end
    assert last is not None
    beside = lay_over(TABLES, [confirmed(proposal(iraq, last + timedelta(1)))])
    behind = lay_over(TABLES, [confirmed(proposal(iraq, last + timedelta(31)))])
    assert new_gap(TABLES, beside) is None
    assert new_gap(TABLES, behind) == (figure(behind, iraq), Period(last + timedelta(1), last + timedelta(30)))
    assert new_gap(behind, behind) is None


def a_pack(*entries: Entry) -> Pack:
    return Pack("BRU", AT.date(), TABLES.version, entries, "sum")


def seen(layer: Layer, pack: Pack) -> tuple[PackLine, ...]:
    """What a pack would change on the day of the acts."""
    return preview(layer, pack, lay_over(TABLES, layer.counting), AT.date())


def bring(pack: Pack, key: str = "i1", days: int = 0) -> Act:
    return Act(key, AT + timedelta(days), "CE", ActKind.IMPORT, "GNT", pack=pack)


def test_a_pack_counts_as_one_act_keeps_who_confirmed_there_and_is_taken_back_as_one() -> None:
    pack = a_pack(confirmed(proposal(), "b1", "BRU"), confirmed(proposal("budget-visa-free"), "b2", "BRU"))
    layer = add_up([bring(pack)])
    assert [(e.desk, e.proposed_by, e.confirmed_by, e.brought) for e in layer.counting] == [
        ("BRU", "AV", "BD", "i1")
    ] * 2
    assert after(layer, settle(ActKind.UNDO_IMPORT, "i1")).counting == ()


def test_taking_a_pack_back_brings_what_counted_before_it() -> None:
    first, second = confirmed(proposal(), "b1", "BRU"), confirmed(proposal(euro=1700), "b1", "BRU")
    layer = add_up([bring(a_pack(first)), bring(a_pack(second), "i2", 1)])
    assert [entry.proposal for entry in layer.counting] == [second.proposal]
    assert [e.proposal for e in after(layer, settle(ActKind.UNDO_IMPORT, "i2")).counting] == [first.proposal]


def test_the_preview_says_what_is_new_changed_the_same_and_in_conflict() -> None:
    same, old = confirmed(proposal(), "b1", "BRU"), confirmed(proposal("budget-visa-free"), "b2", "BRU")
    layer = add_up(
        [
            bring(a_pack(same, old)),
            propose(proposal("budget-kosovo", date(2022, 1, 1))),
            settle(ActKind.CONFIRM),
        ]
    )
    pack = a_pack(
        same,
        replace(old, proposal=proposal("budget-visa-free", euro=1)),
        confirmed(proposal("budget-kosovo", date(2023, 1, 1), euro=2), "b3", "BRU"),
        confirmed(proposal("budget-moldova"), "b4", "BRU"),
    )
    lines = seen(layer, pack)
    assert [line.standing for line in lines] == [Standing.SAME, Standing.CHANGED, Standing.CONFLICT, Standing.NEW]
    assert [line.now and line.now.low for line in lines[:2]] == [Money.of(1500)] * 2
    assert lines[3].now is not None
    assert (lines[3].now.kind, lines[3].now.source.desk) == (ValueKind.ENDED, "")
    assert [entry.origin for entry in taken(lines, theirs=False)] == ["b2", "b4"]
    assert [entry.origin for entry in taken(lines, theirs=True)] == ["b2", "b3", "b4"]


def test_what_was_withdrawn_here_comes_back_only_when_somebody_says_so() -> None:
    entry = confirmed(proposal(), "b1", "BRU")
    withdrawn = add_up([bring(a_pack(entry)), settle(ActKind.WITHDRAW, "i1/b1")])
    assert withdrawn.counting == ()
    assert [line.standing for line in seen(withdrawn, a_pack(entry))] == [Standing.CONFLICT]
    assert [line.standing for line in seen(Layer(), a_pack(entry))] == [Standing.NEW]


def test_what_their_earlier_pack_brought_and_this_one_leaves_out_is_told_and_stays() -> None:
    first, second = confirmed(proposal(), "b1", "BRU"), confirmed(proposal("budget-visa-free"), "b2", "BRU")
    layer = add_up([bring(a_pack(first, second)), propose(proposal("budget-kosovo")), settle(ActKind.CONFIRM)])
    lines = seen(layer, a_pack(first))
    assert [(line.entry.origin, line.standing) for line in lines] == [("b1", Standing.SAME), ("b2", Standing.GONE)]
    assert taken(lines, theirs=True) == ()
    moved = confirmed(proposal("budget-visa-free", euro=2), "b9", "BRU")
    assert [line.standing for line in seen(layer, a_pack(first, moved))] == [Standing.SAME, Standing.CHANGED]


@pytest.mark.parametrize(
    ("first", "second", "related"),
    [
        (None, None, False),
        (Account("AV", AT), Account("AV", AT), True),
        (Account("bd", AT), Account("BD", AT), True),
        (Account("AV", AT), Account("CE", AT), False),
        (Account("CE", AT), Account("CE", AT), False),
    ],
)
def test_it_is_told_when_one_of_the_two_made_the_account_of_the_other(
    first: Account | None, second: Account | None, *, related: bool
) -> None:
    acts = (replace(propose(proposal()), account=first), replace(settle(ActKind.CONFIRM), account=second))
    (entry,) = add_up(acts).counting
    assert entry.related is related
    row = figure(lay_over(TABLES, [entry])).row(date(2026, 4, 14))
    assert row is not None
    assert row.related is related
