"""What the table and the person beside it say comes next, as it is done, reworded and undone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.columns import Column
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.routine.facts import Keep
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.learned import TaskDraft
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import ElidedLabel
from tests.panes.people_desk import shown
from tests.panes.settable_clock import SettableClock
from tests.services.test_routine import WRITER

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def pane(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> PeoplePane:
    services.people.add(PersonDraft(name="Ada Zorn"))
    pane = shown(qtbot, PeoplePane(theme, services, feed, times))
    pane.show_item(1)
    return pane


def next_step(pane: PeoplePane) -> tuple[str, str]:
    """Return what the column says, and the line of the person beside it."""
    model = pane._model
    column = model.index(0, Column.NEXT).data(Qt.ItemDataRole.AccessibleTextRole)
    labels = [label.text() for label in pane.findChildren(ElidedLabel) if label.isVisible()]
    return str(column), next((text for text in labels if text.startswith("Next: ")), "")


def says(qtbot: QtBot, pane: PeoplePane, words: str) -> None:
    line = words and f"Next: {words}"
    qtbot.waitUntil(lambda: next_step(pane) == (words, line))


def test_a_task(qtbot: QtBot, pane: PeoplePane, services: Services) -> None:
    says(qtbot, pane, "")
    task = services.learned.add_task("Send the feeder notebook", FRIDAY, 1)
    says(qtbot, pane, "Send the feeder notebook by Fri 27 Nov")
    services.learned.change_task(task, TaskDraft("Send <b>both</b>", FRIDAY, 1))
    says(qtbot, pane, "Send <b>both</b> by Fri 27 Nov")
    services.store.undo()
    says(qtbot, pane, "Send the feeder notebook by Fri 27 Nov")
    services.learned.set_done(task, done=True)
    says(qtbot, pane, "")


def test_a_letter_and_its_answer(
    qtbot: QtBot, pane: PeoplePane, services: Services, clock: SettableClock
) -> None:
    services.letters.mark_sent(services.letters.write(1, LetterKind.FIRST, WRITER))
    says(qtbot, pane, "Waiting for an answer since today")
    clock.advance(hours=1)
    services.letters.log_answer(1, "Gladly")
    says(qtbot, pane, "Propose three times")
    services.store.undo()
    says(qtbot, pane, "Waiting for an answer since today")


def test_keeping_in_touch(qtbot: QtBot, pane: PeoplePane, services: Services) -> None:
    services.routine.keep_in_touch(1, Keep.MONTHLY)
    says(qtbot, pane, "Keep in touch by Thu 24 Dec")
