"""When a talk without the countdown took place: what is proposed, and what cannot be."""

import pytest
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.happened_fields import HappenedFields
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.theme import Theme
from tests.panes.settable_clock import SettableClock

MINUTE = 60_000


@pytest.fixture
def fields(qtbot: QtBot, theme: Theme, times: LocalTime) -> HappenedFields:
    made = HappenedFields(theme, times)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("ahead", "proposed"),
    [(-180, -180), (-20, -20), (-5, -20), (60, -20), (None, -20)],
    ids=["long ago", "just over", "should still run", "ahead", "no time"],
)
def test_what_is_proposed_has_ended_by_now(
    fields: HappenedFields, clock: SettableClock, ahead: int | None, proposed: int
) -> None:
    with_time = None if ahead is None else clock.now + ahead * MINUTE
    told: list[bool] = []
    fields.checked.connect(told.append)
    fields.ask(with_time, 20)
    assert fields.answer() == (clock.now + proposed * MINUTE, 20)
    assert told[-1]


def test_what_would_end_in_the_future_is_refused_until_it_is_right(
    fields: HappenedFields, clock: SettableClock
) -> None:
    fields.ask(clock.now - 30 * MINUTE, 15)
    told: list[bool] = []
    fields.checked.connect(told.append)
    fields.minutes.setValue(45)
    assert told == [False]
    fields.minutes.setValue(30)
    assert told == [False, True]
