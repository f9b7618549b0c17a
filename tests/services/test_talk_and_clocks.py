"""A talk whatever becomes of the computer's clock: sleep, steps both ways, zones, restarts.

Beside the program runs a model that knows what it may know: how much time passed while the program
was there, and where the program was closed, what the wall clock says, but nothing before the last
moment that is stored.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infoview_gui.practice import countdown
from infoview_gui.practice.countdown import Phase, State
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.services.clock import ProgramClock
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.running import NotNow, running
from infoview_gui.store.store import Store

NOW, MINUTE, HOUR = 1_795_442_400_000, 60_000, 3_600_000


@dataclass
class Model:
    """What must be shown, said once more and otherwise than in the program."""

    minutes: int
    now: int = NOW
    stored: int = NOW
    talked: int = 0
    paused: bool = False
    ended: bool = False
    given: list[tuple[int, int, int | None]] = field(default_factory=list)
    """Moment, talk time, minutes of what they gave."""
    lines: dict[int, int] = field(default_factory=dict)
    """Moments of lines, and the talk time they were begun at."""

    def goes_to(self, moment: int) -> None:
        if not self.paused and not self.ended:
            self.talked += moment - self.now
        self.now = moment

    @property
    def left(self) -> tuple[int | None, int]:
        """What is left, None with an open end, and from when on to begin to close."""
        end, span = self.minutes * MINUTE, self.minutes * MINUTE
        for _, talked, minutes in self.given:
            if minutes is None:
                return None, 0
            span = minutes * MINUTE
            end = max(end, talked) + span
        return end - self.talked, min(3 * MINUTE, span // 5)

    @property
    def phase(self) -> Phase:
        left, closing = self.left
        if self.ended:
            return Phase.ENDED
        if left is None or left > closing:
            return Phase.CALM
        return Phase.OVER if left <= 0 else Phase.CLOSING

    @property
    def again(self) -> bool:
        return bool(self.given) and self.now - self.given[-1][0] <= 3_000

    def may_go_on(self) -> bool:
        late = self.phase in (Phase.CLOSING, Phase.OVER)
        return not self.ended and (late or self.again)

    def went_on(self) -> None:
        minutes: int | None = 5
        if self.again:
            _, _, before = self.given.pop()
            minutes = 10 if before == 5 else None
        self.given.append((self.now, self.talked, minutes))


class Desk:
    """The program, on a computer whose clocks a test moves."""

    def __init__(self, folder: Path, minutes: int) -> None:
        self._path = folder / "infoview.db"
        self.wall, self.steady = NOW, 77
        self.model = Model(minutes)
        self.shown = 0
        self.services = self._opened()
        person = self.services.people.add(PersonDraft(name="Amara Okafor"))
        draft = ConversationDraft(people=(person,), minutes=minutes)
        self.talk = self.services.conversations.schedule(draft)
        self.services.talking.start(self.talk)
        self._follow()

    def _opened(self) -> Services:
        clock = ProgramClock(lambda: self.wall, lambda: self.steady)
        return make_services(Store(self._path), clock)

    def _follow(self) -> None:
        self.services.follow_talk(running(self.services.store))

    def close(self) -> None:
        self.services.store.close()

    # What happens

    def passes(self, span: int) -> None:
        """Time goes by, awake or asleep."""
        self.wall += span
        self.steady += span
        if not self.model.ended:
            self.model.goes_to(self.model.now + span)

    def is_set(self, by: int) -> None:
        """Somebody sets the clock."""
        self.wall += by

    def travels(self, number: int) -> None:
        """The laptop is in another zone."""
        os.environ["TZ"] = ("Asia/Tokyo", "America/Lima", "UTC")[number % 3]
        time.tzset()

    def writes(self, _: int) -> None:
        self.passes(20)
        at = self.services.clock()
        if not self.model.ended:
            self.model.lines[at] = self.model.talked
        moments = list(self.model.lines)
        self.services.notes.save(self.talk, "\n".join("x" for _ in moments), moments).result()
        self.model.stored = max(self.model.stored, at)

    def restarts(self, by: int) -> None:
        """It was killed; an hour or less goes by, and the clock may be set meanwhile."""
        self.close()
        self.wall += HOUR // 7 + by
        self.steady = 5
        self.services = self._opened()
        self._follow()
        if not self.model.ended:
            self.model.goes_to(max(self.wall, self.model.stored))
            self.shown = 0  # what was not stored may be shown again

    def pauses(self, _: int) -> None:
        self.passes(20)
        talking, paused = self.services.talking, self.model.paused
        if self._did(lambda: (talking.resume if paused else talking.pause)(self.talk)):
            self.model.paused = not paused

    def goes_on(self, _: int) -> None:
        self.passes(20)
        may = self.model.may_go_on()
        assert self._did(lambda: self.services.talking.they_went_on(self.talk)) == may
        if may:
            self.model.went_on()

    def closes(self, _: int) -> None:
        self.passes(20)
        late = self.model.phase in (Phase.CLOSING, Phase.OVER) or bool(self.model.given)
        may = late and not self.model.ended
        assert self._did(lambda: self.services.talking.they_closed(self.talk)) == may
        self.model.ended |= may

    def _did(self, verb: "object") -> bool:
        try:
            verb()  # type: ignore[operator]
        except NotNow:
            return False
        self.model.stored = self.model.now
        self._follow()
        return True

    # What is seen

    def state(self) -> State:
        record = reading.conversation(self.talk)
        assert record is not None
        return countdown.state(record.events, record.minutes, self.services.clock())

    def check(self) -> None:
        seen, model = self.state(), self.model
        assert seen.elapsed_ms == model.talked >= self.shown >= 0
        self.shown = seen.elapsed_ms
        assert seen.phase is model.phase
        assert seen.paused == (model.paused and not model.ended)
        if not model.ended:
            assert seen.left_ms == model.left[0]
        record = reading.conversation(self.talk)
        assert record is not None
        for at, talked in model.lines.items():
            if countdown.line_phase(record.events, at) != "after":
                assert countdown.elapsed_ms(record.events, at) == talked


steps = st.one_of(
    st.tuples(st.just("passes"), st.integers(1, 4 * MINUTE)),
    st.tuples(st.just("passes"), st.integers(1, 3 * HOUR)),
    st.tuples(st.just("is_set"), st.integers(-30 * HOUR, 30 * HOUR) | st.integers(-900, 900)),
    st.tuples(st.just("restarts"), st.just(0) | st.integers(-3 * HOUR, 3 * HOUR)),
    st.tuples(
        st.sampled_from(["writes", "pauses", "goes_on", "goes_on", "closes", "travels"]),
        st.integers(0, 2),
    ),
)


@pytest.fixture
def same_zone_afterwards() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    time.tzset()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(minutes=st.sampled_from([1, 4, 15, 60]), script=st.lists(steps, min_size=5, max_size=25))
def test_the_countdown_is_right_whatever_becomes_of_the_clock(
    tmp_path_factory: pytest.TempPathFactory,
    same_zone_afterwards: None,
    minutes: int,
    script: list[tuple[str, int]],
) -> None:
    desk = Desk(tmp_path_factory.mktemp("talk"), minutes)
    try:
        desk.check()
        for what, amount in script:
            getattr(desk, what)(amount)
            desk.check()
    finally:
        desk.close()
