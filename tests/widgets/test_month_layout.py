"""A month: every entry is shown or counted, nothing covers its neighbour, bars keep their lane."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_gui.widgets.day_bars import days_of, in_lanes
from infoview_gui.widgets.month_layout import MonthGrid, PlainDays, moved_to, on_day
from infoview_gui.widgets.week_layout import Box, Entry, at_minute

FIRST = date(2026, 10, 26)


def cover(one: Box, other: Box) -> bool:
    near = 1e-6
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > near and down > near


months = st.lists(
    st.tuples(
        st.integers(-3 * 1440, 44 * 1440), st.sampled_from([0, 15, 90, 1440, 3000, 9000]),
        st.booleans(),
    ),
    max_size=60,
).map(
    lambda rows: [
        Entry(n, at_minute(FIRST, start // 1440 * 1440 if whole else start), max(length, 1440)
              if whole else length, "A", all_day=whole)
        for n, (start, length, whole) in enumerate(rows)
    ]
)  # fmt: skip
grids = st.builds(
    MonthGrid,
    first_day=st.just(FIRST),
    rows=st.integers(4, 6),
    left=st.sampled_from([0.0, 34.0]),
    top=st.just(28.0),
    width=st.integers(280, 2000).map(float),
    height=st.integers(150, 1600).map(float),
    line=st.sampled_from([18.0, 19.0, 36.0]),
    mirrored=st.booleans(),
)


@settings(max_examples=120, deadline=None)
@given(grids, months)
def test_what_is_shown_and_what_is_counted_is_all_there_is(
    grid: MonthGrid, month: list[Entry]
) -> None:
    days = PlainDays(month)
    for cell in grid.cells(days):
        there = {one.key for one in on_day(days, cell.day)}
        shown = {line.entry.key for line in cell.lines}
        assert shown <= there
        assert len(shown) + cell.more == len(there)


@settings(max_examples=120, deadline=None)
@given(grids, months)
def test_no_line_covers_another_or_leaves_its_day(grid: MonthGrid, month: list[Entry]) -> None:
    for index, cell in enumerate(grid.cells(PlainDays(month))):
        room = grid.cell(index)
        boxes = [grid.line_box(index, line) for line in cell.lines]
        if cell.more and grid.slots:
            boxes.append(grid.slot_box(index, cell.more_slot))
        for box in boxes:
            assert room.left <= box.left < box.right <= room.right
            assert room.top <= box.top < box.bottom <= room.bottom
        assert not any(cover(one, other) for one, other in combinations(boxes, 2))


@given(months)
def test_bars_on_the_same_day_have_lanes_of_their_own(month: list[Entry]) -> None:
    bars = in_lanes([one for one in month if one.is_bar], FIRST, 7)
    for one, other in combinations(bars, 2):
        if one.first <= other.last and other.first <= one.last:
            assert one.lane != other.lane


@given(grids, st.integers(0, 27))
def test_a_day_is_found_again_where_it_is_painted(grid: MonthGrid, index: int) -> None:
    box = grid.cell(index)
    assert grid.index_at(box.left + box.width / 2, box.top + box.height / 2) == index


def test_a_whole_day_ends_before_the_next() -> None:
    one = Entry(1, at_minute(FIRST, 0), 1440, "A", all_day=True)
    assert days_of(one) == (FIRST, FIRST)
    two = Entry(1, at_minute(FIRST, 600), 3 * 1440, "A")
    assert days_of(two) == (FIRST, FIRST + timedelta(days=3))


def test_a_bar_that_begins_earlier_says_so() -> None:
    long = Entry(1, at_minute(FIRST - timedelta(days=2), 0), 4 * 1440, "A", all_day=True)
    bar = in_lanes([long], FIRST, 7)[0]
    assert (bar.first, bar.last, bar.begins, bar.ends) == (0, 1, False, True)


def test_a_drag_keeps_the_wall_time() -> None:
    one = Entry(1, at_minute(FIRST, 600), 15, "A")
    assert moved_to(one, FIRST, FIRST + timedelta(days=9)) == at_minute(FIRST, 9 * 1440 + 600)
