"""What to mind before writing to a person, and how often to be in touch, in their detail."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.care_lines import CareLines
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.store.models import Letter
from infoview_gui.theme import Theme
from tests.panes.conftest import START
from tests.panes.people_desk import menu, pick, shown
from tests.panes.settable_clock import SettableClock

# What the offscreen platform says about menus that pop up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
HOUR = 3_600_000


@pytest.fixture
def ines(services: Services) -> int:
    return services.people.add(PersonDraft(name="Inês Carvalho", company="Northgate Power"))


@pytest.fixture
def rui(services: Services) -> int:
    return services.people.add(PersonDraft(name="Rui Martins", company="Northgate Power"))


@pytest.fixture
def pane(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime, rui: int
) -> PeoplePane:
    pane = shown(qtbot, PeoplePane(theme, services, feed, times))
    pane.show_item(rui)
    return pane


def ask(services: Services, person: int, at: int) -> None:
    kind = LetterKind.FIRST.value
    services.store.change(
        "Send",
        lambda: Letter.create(kind=kind, person=person, created_at=at, changed_at=at, sent_at=at),
    )


def warning(pane: PeoplePane) -> str:
    found = pane.findChild(CareLines)
    assert found is not None
    return found.warning() if found.isVisible() else ""


def test_an_occupied_employer_is_told_and_an_answer_frees_it(
    pane: PeoplePane, services: Services, ines: int, qtbot: QtBot
) -> None:
    ask(services, ines, START - 20 * HOUR)
    words = (
        "Northgate Power is occupied: Inês Carvalho was asked yesterday and may still answer. "
        "Leave it until Thu 26 Nov."
    )
    qtbot.waitUntil(lambda: warning(pane) == words)
    services.letters.log_answer(ines, "")
    qtbot.waitUntil(lambda: not warning(pane))


def test_a_planned_conversation_occupies_the_employer(
    pane: PeoplePane, services: Services, ines: int, qtbot: QtBot
) -> None:
    draft = ConversationDraft(people=(ines,), starts_at=START + 24 * HOUR)
    services.conversations.schedule(draft)
    words = "a conversation with Inês Carvalho is planned tomorrow 10:00."
    qtbot.waitUntil(lambda: words in warning(pane))


def test_a_third_message_and_do_not_contact_are_told(
    pane: PeoplePane, services: Services, rui: int, qtbot: QtBot
) -> None:
    for days in (20, 10):
        ask(services, rui, START - days * 24 * HOUR)
    qtbot.waitUntil(lambda: "A third would be one too many." in warning(pane))
    services.people.set_stage([rui], Stage.DO_NOT_CONTACT)
    qtbot.waitUntil(lambda: "They are marked “do not contact”." in warning(pane))


def keep_button(pane: PeoplePane) -> QPushButton | None:
    found = pane.findChildren(QPushButton)
    named = (one for one in found if one.accessibleName().startswith("Keep in touch"))
    return next((one for one in named if one.isVisible()), None)


def test_how_often_to_be_in_touch_is_chosen_undone_and_counted(
    pane: PeoplePane, services: Services, rui: int, qtbot: QtBot, clock: SettableClock
) -> None:
    assert keep_button(pane) is None
    services.people.set_stage([rui], Stage.TALKED)
    qtbot.waitUntil(lambda: keep_button(pane) is not None)
    button = keep_button(pane)
    assert button is not None
    button.click()
    pick(menu(), "Quarterly").trigger()
    menu().close()
    qtbot.waitUntil(lambda: "quarterly" in (keep_button(pane) or button).text())
    person = reading.person(rui)
    assert person is not None
    assert person.keep == "quarterly"
    clock.advance(hours=24 * 93)
    assert [row.names for row in services.agenda.due()] == ["Rui Martins"]
    services.store.undo()
    qtbot.waitUntil(lambda: "never" in (keep_button(pane) or button).text())
