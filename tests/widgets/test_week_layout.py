"""The layout of a week: nothing covers its neighbour, and drags mean what they show."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_gui.widgets.week_layout import (
    Box,
    Drag,
    Entry,
    Grid,
    Span,
    at_minute,
    beside,
    share_out,
    under,
)

MONDAY = date(2026, 11, 23)


def entry(key: object, day: int, hour: int, minute: int = 0, minutes: int = 15) -> Entry:
    start = at_minute(date(2026, 11, day), hour * 60 + minute)
    return Entry(key, start, minutes, f"Person {key}")


entries = st.lists(
    st.builds(
        lambda start, minutes: (at_minute(MONDAY, start), minutes),
        st.integers(-2000, 9 * 1440),
        st.one_of(st.integers(0, 180), st.integers(180, 4000)),
    ),
    max_size=40,
).map(lambda rows: [Entry(i, start, length, "A") for i, (start, length) in enumerate(rows)])
grids = st.builds(
    Grid,
    first_day=st.just(MONDAY),
    days=st.integers(1, 7),
    left=st.sampled_from([0.0, 60.0]),
    width=st.integers(140, 3800).map(float),
    hour_height=st.integers(24, 160).map(float),
    least_height=st.sampled_from([17.0, 20.0, 36.0]),
    mirrored=st.booleans(),
)


def cover(one: Box, other: Box) -> bool:
    near = 1e-6
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > near and down > near


@settings(max_examples=150, deadline=None)
@given(grids, entries)
def test_no_entry_covers_another_or_leaves_its_column(grid: Grid, week: list[Entry]) -> None:
    pieces = grid.place(week)
    for piece in pieces:
        left, width = grid.column(piece.day)
        assert piece.box.width > 0
        assert piece.box.height >= grid.least_height - 2 - 1e-6
        assert left - 1e-6 <= piece.box.left
        assert piece.box.right <= left + width + 1e-6
        assert piece.box.top >= 0
        assert piece.box.bottom <= grid.height + 1e-6
    for one, other in combinations(pieces, 2):
        assert one.day != other.day or not cover(one.box, other.box)


@settings(max_examples=80, deadline=None)
@given(grids, entries)
def test_every_entry_of_the_days_is_shown_on_each_day_it_touches(
    grid: Grid, week: list[Entry]
) -> None:
    shown = {(piece.entry.key, piece.day) for piece in grid.place(week)}
    for day in range(grid.days):
        start = at_minute(MONDAY + timedelta(days=day), 0)
        for one in week:
            touches = one.start < start + timedelta(days=1) and start < one.end
            assert ((one.key, day) in shown) == touches


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=30))
def test_spans_that_overlap_share_no_lane(rows: list[tuple[int, int]]) -> None:
    spans = [(float(top), float(top + height)) for top, height in rows]
    shares = share_out(spans)
    for (one, its), (other, theirs) in combinations(zip(spans, shares, strict=True), 2):
        if one[0] < other[1] and other[0] < one[1]:
            assert its.of == theirs.of
            assert its.lane + its.across <= theirs.lane or theirs.lane + theirs.across <= its.lane


def test_entries_that_only_touch_keep_the_whole_column() -> None:
    shares = share_out([(0.0, 18.0), (18.0, 36.0)])
    assert [(share.lane, share.of) for share in shares] == [(0, 1), (0, 1)]


def test_painted_height_counts_not_the_minutes() -> None:
    grid = Grid(MONDAY, 5, width=500, hour_height=24, least_height=18)
    first, second = grid.place([entry(1, 23, 9), entry(2, 23, 9, 15)])
    assert first.box.right <= second.box.left
    wide = Grid(MONDAY, 5, width=500, hour_height=72, least_height=18)
    first, second = wide.place([entry(1, 23, 9), entry(2, 23, 9, 15)])
    assert first.box.width == second.box.width == 88
    assert first.box.bottom < second.box.top


def test_an_entry_over_midnight_has_a_piece_on_both_days() -> None:
    night, morning = Grid(MONDAY, 5).place([entry(1, 23, 23, 30, minutes=60)])
    assert (night.day, night.begins, night.ends) == (0, True, False)
    assert (morning.day, morning.begins, morning.ends) == (1, False, True)


@given(grids, st.integers(0, 7 * 96 - 1))
def test_a_slot_is_found_again_where_it_is_painted(grid: Grid, slot: int) -> None:
    start = at_minute(MONDAY, slot * 15 % (grid.days * 1440))
    box = grid.boxes(start, 15)[0]
    y = grid.y_of(start.hour * 60 + start.minute) + grid.y_of(15) / 2
    assert grid.slot_at(box.left + box.width / 2, y) == start


def test_mirrored_days_run_from_the_right() -> None:
    grid = Grid(MONDAY, 5, left=0, width=500, mirrored=True)
    assert grid.column(0) == (400, 100)
    assert grid.day_at(450) == MONDAY


@pytest.mark.parametrize(
    ("begun", "now", "step", "start", "minutes"),
    [
        (545, 545, 15, 540, 15),
        (545, 600, 15, 540, 60),
        (600, 540, 15, 540, 60),
        (545, 601, 15, 540, 75),
        (545, 552, 5, 545, 10),
        (1439, 1440, 15, 1425, 15),
    ],
)
def test_creating_takes_whole_slots(
    begun: int, now: int, step: int, start: int, minutes: int
) -> None:
    drag = Drag("create", MONDAY, begun, Span(at_minute(MONDAY, 0), 15))
    made = drag.to(MONDAY + timedelta(days=2), now, step, Grid(MONDAY, 5))
    assert made == Span(at_minute(MONDAY, start), minutes)


def test_moving_keeps_the_length_and_snaps_the_start() -> None:
    nine = Span(at_minute(MONDAY, 545), 40)
    drag = Drag("move", MONDAY, 550, nine)
    moved = drag.to(MONDAY + timedelta(days=1), 612, 15, Grid(MONDAY, 5))
    assert moved == Span(at_minute(MONDAY + timedelta(days=1), 600), 40)
    assert drag.to(MONDAY, 552, 5, Grid(MONDAY, 5)).start == at_minute(MONDAY, 545)


@given(st.integers(0, 6), st.integers(0, 1440), st.sampled_from([5, 15]))
def test_a_moved_entry_stays_in_the_grid(day: int, minute: int, step: int) -> None:
    grid = Grid(MONDAY, 7)
    drag = Drag("move", MONDAY + timedelta(days=3), 700, Span(at_minute(MONDAY, 5000), 30))
    moved = drag.to(MONDAY + timedelta(days=day), minute, step, grid)
    assert grid.holds(moved.start.date())
    assert moved.start.minute % step == 0


def test_resizing_snaps_the_end_and_leaves_five_minutes() -> None:
    drag = Drag("resize", MONDAY, 555, Span(at_minute(MONDAY, 540), 15))
    grid = Grid(MONDAY, 5)
    assert drag.to(MONDAY, 583, 15, grid).minutes == 45
    assert drag.to(MONDAY, 583, 5, grid).minutes == 45
    assert drag.to(MONDAY, 579, 5, grid).minutes == 40
    assert drag.to(MONDAY, 0, 15, grid).minutes == 5


def test_neighbours_in_time() -> None:
    week = [entry("b", 23, 10), entry("a", 23, 9, minutes=30), entry("c", 24, 8)]
    nine = at_minute(MONDAY, 555)
    assert [e.key for e in under(week, nine)] == ["a"]
    assert under(week, at_minute(MONDAY, 570)) == []
    found = [
        beside(week, "a", nine, forward=True),
        beside(week, "b", nine, forward=False),
        beside(week, None, nine, forward=True),
        beside(week, None, nine, forward=False),
    ]
    assert [e.key if e else None for e in found] == ["b", "a", "b", "a"]
    assert beside(week, "c", nine, forward=True) is None
