"""Places the entries of a week in columns and hours, and computes what a drag means.

Pure arithmetic on naive wall times and pixels. Must not know Qt, time zones, people or databases.
Content coordinates: y = 0 is midnight, x is the view's own; all lengths are logical pixels.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

DAY_MINUTES = 24 * 60
_A_DAY, _A_MINUTE = timedelta(days=1), timedelta(minutes=1)
STEP = 15
FINE_STEP = 5
LEAST_MINUTES = 5
_INSET_LEFT, _INSET_RIGHT = 5.0, 7.0
_GAP = 2.0


@dataclass(slots=True, unsafe_hash=True)  # frozen would take three times as long, for hundreds
class Entry:
    """One thing in the calendar, as it is displayed; never changed.

    ``start`` is naive local wall time. ``tone``: acc, grn, vio, blu, amb, muted. ``look``: solid,
    hatched (proposed), faded (proposed, and holds nothing any more), outline (cancelled, struck
    through), pale (another calendar's, greyed) or strong (now, accent only).
    ``spoken`` is for screen readers. ``kind``: own, proposed, foreign, appointment, networking.
    ``until``: the wall time of the end where the clocks change in between; ``told_end``: what the
    clock shows then, where that is in an hour that comes twice; ``second``: begins when such an
    hour comes the second time. ``all_day`` ones have days, no times.
    ``more`` gives the detail late, where it takes time to word; ``brief`` what a single line tells
    of it, in two parts, of which the first is kept rather than the whole title.
    """

    key: object
    start: datetime
    minutes: int
    title: str
    detail: str = ""
    tone: str = "acc"
    look: str = "solid"
    movable: bool = True
    spoken: str = ""
    kind: str = "own"
    until: datetime | None = None
    all_day: bool = False
    more: Callable[[], str] | None = field(default=None, compare=False, repr=False)
    told_end: datetime | None = None
    second: bool = False
    brief: Callable[[], tuple[str, str]] | None = field(default=None, compare=False, repr=False)

    @property
    def about(self) -> str:
        """The detail, worded now where that was put off."""
        return self.detail or (self.more() if self.more is not None else "")

    @property
    def in_line(self) -> tuple[str, str]:
        """What a single line tells of it: what is kept first, and the rest."""
        return ("", self.about) if self.brief is None else self.brief()

    @property
    def end(self) -> datetime:
        """The wall time at which it ends; at least a minute after the start."""
        if self.until is None:
            return self.start + timedelta(minutes=max(1, self.minutes))
        return max(self.until, self.start + _A_MINUTE)

    @property
    def clock_end(self) -> datetime:
        """What the clock on the wall shows at the end."""
        return self.told_end or self.end

    @property
    def is_bar(self) -> bool:
        """Whether it lies over whole days rather than on hours."""
        if self.until is None:
            return self.all_day or self.minutes >= DAY_MINUTES
        return self.all_day or self.until - self.start >= _A_DAY


class Box(NamedTuple):
    """A rectangle in content coordinates."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The first x that is no longer inside."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The first y that is no longer inside."""
        return self.top + self.height

    def contains(self, x: float, y: float) -> bool:
        """Say whether the point lies inside."""
        return self.left <= x < self.right and self.top <= y < self.bottom


class Piece(NamedTuple):
    """The part of an entry that lies on one day, and where it is painted."""

    entry: Entry
    day: int
    box: Box
    begins: bool
    ends: bool


class Share(NamedTuple):
    """Which part of a column's width an entry gets: ``across`` lanes of ``of``, from ``lane``."""

    lane: int
    across: int
    of: int


def share_out(spans: Sequence[tuple[float, float]]) -> list[Share]:
    """Give each span (top, bottom) its lanes, in the order given; overlapping ones share none.

    Spans that touch do not overlap. Only spans that hang together narrow each other, and a span
    takes the lanes to its right that nobody beside it uses.
    """
    shares: list[Share] = [Share(0, 1, 1)] * len(spans)
    order = sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1], i))
    group: list[int] = []
    reach = float("-inf")
    for index in order:
        top, bottom = spans[index]
        if top >= reach:
            _share_group(spans, group, shares)
            group = []
        group.append(index)
        reach = max(reach, bottom)
    _share_group(spans, group, shares)
    return shares


def _share_group(
    spans: Sequence[tuple[float, float]], group: list[int], shares: list[Share]
) -> None:
    if len(group) < 2:
        return
    ends: list[float] = []
    lanes: dict[int, int] = {}
    for index in group:
        top, bottom = spans[index]
        lane = next((i for i, end in enumerate(ends) if end <= top), len(ends))
        ends[lane : lane + 1] = [bottom]
        lanes[index] = lane
    for index in group:
        top, bottom = spans[index]
        beside = (
            lanes[other]
            for other in group
            if lanes[other] > lanes[index] and spans[other][0] < bottom and top < spans[other][1]
        )
        free_until = min(beside, default=len(ends))
        shares[index] = Share(lanes[index], free_until - lanes[index], len(ends))


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of days and rows of hours: turns wall times into places and back.

    ``left`` and ``width`` bound the columns; ``least_height`` is one line of text with its margins;
    ``mirrored`` puts the first day at the right.
    """

    first_day: date
    days: int
    left: float = 0.0
    width: float = 700.0
    hour_height: float = 72.0
    least_height: float = 18.0
    mirrored: bool = False

    @property
    def height(self) -> float:
        """The height of a whole day."""
        return self.hour_height * 24

    def holds(self, day: date) -> bool:
        """Say whether the day has a column."""
        return 0 <= (day - self.first_day).days < self.days

    def y_of(self, minute: float) -> float:
        """Return where a minute of the day (0 to 1440) lies."""
        return minute * self.hour_height / 60

    def column(self, day: int) -> tuple[float, float]:
        """Return (left, width) of a column, on whole pixels; day 0 is the first day."""
        place = self.days - 1 - day if self.mirrored else day
        left, right = (round(self.width * i / self.days) for i in (place, place + 1))
        return self.left + left, float(right - left)

    def day_at(self, x: float) -> date:
        """Return the day whose column lies at x, or the nearest one."""
        place = int((x - self.left) * self.days // max(1.0, self.width))
        place = min(max(place, 0), self.days - 1)
        return self.first_day + timedelta(days=self.days - 1 - place if self.mirrored else place)

    def minute_at(self, y: float) -> int:
        """Return the minute of the day at y, from 0 to 1440."""
        return min(max(int(y * 60 // self.hour_height), 0), DAY_MINUTES)

    def slot_at(self, x: float, y: float) -> datetime:
        """Return the start of the 15-minute slot at a point, or the nearest one."""
        minute = min(self.minute_at(y), DAY_MINUTES - STEP)
        return at_minute(self.day_at(x), minute // STEP * STEP)

    def boxes(self, start: datetime, minutes: int) -> list[Box]:
        """Return the whole column width of a span, one box for each shown day it touches."""
        begin, found = _minute_of(start, at_minute(self.first_day, 0)), []
        for day in self._days_between(begin, begin + max(1, minutes)):
            before = begin - day * DAY_MINUTES
            top, bottom = self._painted(before, before + max(1, minutes))
            left, width = self.column(day)
            found.append(Box(left, top, width, bottom - top))
        return found

    def place(self, entries: Iterable[Entry]) -> list[Piece]:
        """Lay out all entries by what is painted: none covers another, none leaves its column."""
        by_day: dict[int, list[tuple[Entry, int, int]]] = {}
        midnight = at_minute(self.first_day, 0)
        for entry in sorted(entries, key=in_order):
            begin, end = _minutes_of(entry, midnight)
            for day in self._days_between(begin, end):
                by_day.setdefault(day, []).append((entry, begin, end))
        return [piece for day in sorted(by_day) for piece in self._place_day(day, by_day[day])]

    def _place_day(self, day: int, parts: list[tuple[Entry, int, int]]) -> list[Piece]:
        first = day * DAY_MINUTES
        spans = [self._painted(begin - first, end - first) for _, begin, end in parts]
        shares, column = share_out(spans), self.column(day)
        lanes = {share: self._lanes(column, share) for share in set(shares)}
        pieces = []
        for (entry, begin, end), (top, bottom), share in zip(parts, spans, shares, strict=True):
            left, width = lanes[share]
            box = Box(left, top, width, bottom - top - _GAP)
            pieces.append(Piece(entry, day, box, begin >= first, end <= first + DAY_MINUTES))
        return pieces

    def _days_between(self, begin: int, end: int) -> range:
        return range(max(0, begin // DAY_MINUTES), min(self.days, -(-end // DAY_MINUTES)))

    def _painted(self, first: int, last: int) -> tuple[float, float]:
        """Return (top, bottom) of minutes of a day, of which some may lie on other days."""
        minute = self.hour_height / 60
        top = first * minute if first > 0 else 0.0
        bottom = last * minute if last < DAY_MINUTES else self.height
        if bottom - top >= self.least_height:
            return top, bottom
        top = max(0.0, min(top, self.height - self.least_height))
        return top, top + self.least_height

    def _lanes(self, column: tuple[float, float], share: Share) -> tuple[float, float]:
        """Return (left, width) of the lanes of a column that an entry gets."""
        left, width = column
        inset = _INSET_LEFT if width > 40 else 0.0
        room = width - (inset + _INSET_RIGHT if inset else 0.0)
        lane = room / share.of
        gap = _GAP if lane >= 8 and share.lane + share.across < share.of else 0.0
        card_width = lane * share.across - gap
        start = inset + lane * share.lane
        if self.mirrored:
            start = width - start - card_width
        return left + start, card_width


@dataclass(frozen=True, slots=True)
class Span:
    """A start and a length in minutes."""

    start: datetime
    minutes: int


@dataclass(frozen=True, slots=True)
class Drag:
    """A drag with the pointer, from where it began: on ``day`` at ``minute`` of that day.

    ``span`` is the entry that is moved or resized (ignored for create), ``key`` its key.
    """

    kind: Literal["create", "move", "resize"]
    day: date
    minute: int
    span: Span
    key: object = None

    def to(self, day: date, minute: int, step: int, grid: Grid) -> Span:
        """Return what the drag would make, with the pointer at that minute of that day.

        Times snap to ``step`` minutes of the clock. Creating and resizing stay on the day they
        began on; a moved entry still starts within the grid.
        """
        if self.kind == "create":
            low, high = sorted((self.minute, minute))
            low = min(low, DAY_MINUTES - step) // step * step
            high = min(max(high - 1, low) // step * step + step, DAY_MINUTES)
            return Span(at_minute(self.day, low), high - low)
        if self.kind == "resize":
            end = self.span.start + timedelta(minutes=self.span.minutes + minute - self.minute)
            length = int((_nearest(end, step) - self.span.start).total_seconds() // 60)
            return Span(self.span.start, max(LEAST_MINUTES, length))
        shift = timedelta(days=(day - self.day).days, minutes=minute - self.minute)
        first = min(at_minute(grid.first_day, 0), self.span.start)
        last = at_minute(grid.first_day + timedelta(days=grid.days), -step)
        start = min(max(_nearest(self.span.start + shift, step), first), last)
        return Span(start, self.span.minutes)


def at_minute(day: date, minute: int) -> datetime:
    """Return the wall time that many minutes after the day's midnight."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def _minute_of(moment: datetime, midnight: datetime) -> int:
    """Return the minutes from a midnight, by the clock on the wall."""
    since = moment - midnight
    return since.days * DAY_MINUTES + since.seconds // 60


def _minutes_of(entry: Entry, midnight: datetime) -> tuple[int, int]:
    """Return where an entry begins and ends, in minutes from a midnight."""
    begin = _minute_of(entry.start, midnight)
    if entry.until is None:
        return begin, begin + max(1, entry.minutes)
    return begin, _minute_of(entry.end, midnight)


def _nearest(moment: datetime, step: int) -> datetime:
    midnight = at_minute(moment.date(), 0)
    minutes = (moment - midnight).total_seconds() / 60
    return midnight + timedelta(minutes=int((minutes + step / 2) // step) * step)


def later(entry: Entry, days: int) -> Entry:
    """Return an entry as it would be that many days later."""
    by = timedelta(days=days)
    until = None if entry.until is None else entry.until + by
    return replace(entry, start=entry.start + by, until=until)


def in_order(entry: Entry) -> tuple[datetime, bool, int, str]:
    """Sort key: by start, the longer first, then by title."""
    return entry.start, entry.second, -entry.minutes, entry.title


def under(entries: Iterable[Entry], slot: datetime) -> list[Entry]:
    """Return the entries that touch the 15-minute slot, in order."""
    end = slot + timedelta(minutes=STEP)
    return sorted((e for e in entries if e.start < end and slot < e.end), key=in_order)


def beside(
    entries: Iterable[Entry], key: object, moment: datetime, *, forward: bool
) -> Entry | None:
    """Return the entry after (or before) the one with this key; without one, after the moment."""
    ordered = sorted(entries, key=in_order)
    place = next((i for i, e in enumerate(ordered) if key is not None and e.key == key), None)
    if place is not None:
        place += 1 if forward else -1
        return ordered[place] if 0 <= place < len(ordered) else None
    if forward:
        return next((e for e in ordered if e.start >= moment), None)
    return next((e for e in reversed(ordered) if e.start < moment), None)
