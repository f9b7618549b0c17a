"""A calendar on the screen: where its hours are, what its cards say, what is stored of them.

Nothing here knows a pixel of the program's own: two conversations that stay where they are show
how far an hour and a day are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from infoview_gui.paths import find_paths
from infoview_gui.services.bundle import make_services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.store.store import Store
from tests.end_to_end.accessibility import Accessible
from tests.end_to_end.driver import Program
from tests.end_to_end.pointer import click, seen
from tests.end_to_end.story import Session, stored

MONA, FRED = "Mona Early", "Fred Late"
Plan = tuple[str, int]
"""When it begins, such as “2026-11-24 10:00”, and its minutes; “” for no time yet."""


@dataclass(frozen=True)
class Talk:
    """A conversation that is known before the program starts; without a start it waits for one."""

    name: str
    start: datetime | None = None
    minutes: int = 15
    zone: str = ""
    """Where the person is."""


def moment(wall: datetime, zone: str) -> int:
    """The moment of a wall time, in ms since 1970 UTC."""
    return round(wall.replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)


def landmarks(monday: datetime) -> list[Talk]:
    """Two conversations that stay: Monday at 9, Friday at 15."""
    late = monday + timedelta(days=4)
    return [Talk(MONA, monday.replace(hour=9), 60), Talk(FRED, late.replace(hour=15), 60)]


def known(data: Path, zone: str, talks: Sequence[Talk], *others: str) -> None:
    """Store conversations, and people without one, before the program starts."""
    store = Store(find_paths(data).database)
    try:
        services = make_services(store)
        for name in others:
            services.people.add(PersonDraft(name=name))
        for talk in talks:
            person = services.people.add(PersonDraft(name=talk.name, zone=talk.zone))
            starts_at = moment(talk.start, zone) if talk.start else None
            services.conversations.schedule(
                ConversationDraft(people=(person,), starts_at=starts_at, minutes=talk.minutes)
            )
    finally:
        store.close()


def plans(session: Session, name: str, zone: str) -> list[Plan]:
    """What is stored of the conversations with somebody, in the wall times of a zone."""
    found = []
    for talk in stored(session.desktop, "conversations", session.data):
        at = talk["starts_at"]
        wall = datetime.fromisoformat(at).astimezone(ZoneInfo(zone)) if at else None
        if talk["people"] == [name]:
            found.append((f"{wall:%Y-%m-%d %H:%M}" if wall else "", talk["minutes"]))
    return sorted(found)


def wait_for_plans(session: Session, name: str, zone: str, *expected: Plan) -> None:
    """Wait until exactly this is stored of the conversations with somebody."""
    seen_last: list[list[Plan]] = [[]]

    def says() -> bool:
        seen_last[0] = plans(session, name, zone)
        return seen_last[0] == sorted(expected)

    try:
        session.wait_for(says, f"{name} to be at {expected}")
    except AssertionError as error:
        raise AssertionError(f"{error}; stored is {seen_last[0]}") from None


def take_back_and_again(
    session: Session, name: str, zone: str, before: Sequence[Plan], after: Sequence[Plan]
) -> None:
    """Ctrl+Z and Ctrl+Shift+Z, straight after what was done."""
    session.program.key("ctrl+z")
    wait_for_plans(session, name, zone, *before)
    session.program.key("ctrl+shift+z")
    wait_for_plans(session, name, zone, *after)


def card(name: str, when: datetime) -> str:
    """What a card of the days and hours is called, as a screen reader is told."""
    return f"{name}, {when:%A} {when.day} {when:%B}, {when:%H:%M}"


class Week:
    """Where the hours of the days shown are on the screen."""

    def __init__(self, program: Program, monday: datetime) -> None:
        self._program, self._monday = program, monday
        early, late = landmarks(monday)
        left, top, width, _ = self._extents(early)
        right, bottom, _, _ = self._extents(late)
        self._middle, self._nine = left + width // 2, top
        self._day, self._hour = (right - left) / 4, (bottom - top) / 6

    def _extents(self, talk: Talk) -> tuple[int, int, int, int]:
        assert talk.start is not None
        return self._program.extents(seen(self._program, card(talk.name, talk.start)))

    def place(self, when: datetime) -> tuple[int, int]:
        """The place on the screen of a wall time; it must be in sight."""
        day = (when.date() - self._monday.date()).days
        hour = when.hour + when.minute / 60
        x = round(self._middle + self._day * day)
        y = round(self._nine + self._hour * (hour - 9))
        _, top, _, height = self._program.extents("Week", "filler")
        assert top < y < top + height, f"{when:%H:%M} is not in sight"
        return x, y

    def way(self, start: datetime, stop: datetime) -> tuple[int, int]:
        """How far it is from one wall time to another, in pixels."""
        (left, top), (right, bottom) = self.place(start), self.place(stop)
        return right - left, bottom - top


def grip(program: Program, name: str) -> tuple[int, int]:
    """Where a card is taken to be moved."""
    return program.centre(seen(program, name))


def lower_edge(program: Program, name: str) -> tuple[int, int]:
    """Where a card is taken to be made longer or shorter."""
    x, y, width, height = program.extents(seen(program, name))
    return x + width // 2, y + height - 3


def beside(start: tuple[int, int], way: tuple[int, int]) -> tuple[int, int]:
    """The place so far from another."""
    return start[0] + way[0], start[1] + way[1]


def cell(program: Program, day: datetime) -> Accessible:
    """A day of the month."""
    return seen(program, re.compile(f"^{day:%A} {day.day} {day:%B}, "), "push button")


def show_as(program: Program, view: str) -> None:
    """Click one of the views."""
    click(program, view, "check box")
    program.wait_until(lambda: "checked" in program.states_of(view, "check box"), f"the {view}")
