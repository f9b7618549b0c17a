"""Scenes of people, companies and sentences that are longer than any room for them."""

# ruff: noqa: D103 - a scene is called what it shows

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from picture_desk import SECOND_MS, Desk, Scene, button, settle
from PySide6.QtWidgets import QDialog

from infoview_gui.panes.interviews import InterviewsPane
from infoview_gui.panes.places import CALENDAR, INTERVIEWS, PEOPLE, TODAY
from infoview_gui.services.drafts import ConversationDraft, PersonDraft

NAME: Final = (
    "Maria-Magdalena Charlotte von Hohenstein-Wittgensteinberg de Albuquerque e Vasconcelos"
)
COMPANY: Final = (
    "Gesellschaft für Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte mbH"
)
ROLE: Final = "Deputy head of procurement for planning, simulation and forecasting software, Europe"
GOAL: Final = (
    "What would a newcomer from outside the industry have to learn, unlearn and read first?"
)
_HOUR_MS: Final = 3600 * SECOND_MS


def _plan(desk: Desk) -> None:
    """Let everything of one person and of the next conversation be long."""
    services = desk.services
    tags = ("renewable integration and storage", "speaks at every single conference of the field")
    first = services.people.add(
        PersonDraft(
            name=NAME, company=COMPANY, role=ROLE, tags=tags, note=GOAL, channel_detail=GOAL
        )
    )
    other = services.people.add(PersonDraft(name=f"Dr. {NAME}", company=COMPANY, role=ROLE))
    way = f"https://meetings.example/{'room' * 20}"
    at = desk.clock.now + _HOUR_MS // 2
    draft = ConversationDraft(people=(first, other), starts_at=at, minutes=45, goal=GOAL, link=way)
    services.conversations.schedule(draft)
    services.conversations.schedule(ConversationDraft(people=(other,), goal=GOAL))
    settle()


def today(desk: Desk) -> None:
    _plan(desk)
    day = datetime.fromtimestamp(desk.clock.now / 1000, UTC).date()
    desk.services.learned.add_task(f"{GOAL} {'Forecasting' * 12} {GOAL}", day)
    settle()
    desk.show(TODAY)


def people(desk: Desk) -> None:
    _plan(desk)
    desk.show(PEOPLE, NAME)


def employers(desk: Desk) -> None:
    people(desk)
    button(desk.window, "Employers").click()
    settle()


def calendar(desk: Desk) -> None:
    _plan(desk)
    desk.show(CALENDAR, NAME)


def interviews(desk: Desk) -> None:
    _plan(desk)
    desk.show(INTERVIEWS, NAME)


def call(desk: Desk) -> None:
    interviews(desk)
    desk.press("Start")
    desk.move_clock(desk.clock.now + 43 * 60 * SECOND_MS)


def dialog(desk: Desk) -> QDialog:
    interviews(desk)
    pane = desk.window.findChild(InterviewsPane)
    if isinstance(pane, InterviewsPane):
        pane.verbs.edit()
    return desk.dialog()


SCENES: Sequence[Scene] = (
    Scene("long-today", today),
    Scene("long-people", people),
    Scene("long-employers", employers),
    Scene("long-calendar", calendar),
    Scene("long-interviews", interviews),
    Scene("long-call", call),
    Scene("long-dialog", dialog),
)
