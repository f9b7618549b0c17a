"""Between which moments a series surely lies, so that most of a long life's series cost nothing.

Generous by some days, since wall times are taken as if they were in UTC. Seconds since 1970 UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infoview_gui.interchange.ical_events import CalendarEvent
from infoview_gui.interchange.ical_zones import seconds_of
from infoview_gui.interchange.recurrence import step_of
from infoview_gui.interchange.recurrence_rule import BadRule, end_of, parse_rule

_SLACK = 4 * 86_400
_FOREVER = 1 << 50


def bounds(
    masters: Sequence[CalendarEvent], exceptions: Sequence[CalendarEvent]
) -> tuple[int, int]:
    """Return the earliest and the latest moment that a series may touch."""
    known = [*masters, *exceptions]
    firsts = [one for event in known for one in _written(event)]
    longest = max(event.length.days * 86_400 + event.length.seconds for event in known)
    lengths = (given for event in known for _, given in event.dates if given is not None)
    longest = max([longest, *(one.days * 86_400 + one.seconds for one in lengths)])
    lasts = [*firsts, *(_last(event, text) for event in masters for text in event.rules)]
    last = _FOREVER if any(one.and_after for one in exceptions) else max(lasts)
    return min(firsts) - _SLACK, last + longest + _SLACK


def _written(event: CalendarEvent) -> Iterator[int]:
    """Yield the times that are written out, as if they were in UTC."""
    yield seconds_of(event.start.wall)
    for when, _ in event.dates:
        yield seconds_of(when.wall)


def _last(event: CalendarEvent, text: str) -> int:
    begin = seconds_of(event.start.wall)
    try:
        rule = parse_rule(text)
    except BadRule:
        return begin
    until = end_of(rule.until) if rule.until else None
    if until is not None:
        return seconds_of(until[0])
    if rule.count is not None and rule.is_plain:
        return min(_FOREVER, begin + rule.count * step_of(rule))
    return _FOREVER
