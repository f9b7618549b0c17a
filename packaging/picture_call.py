"""Scenes of a conversation that runs or is just over: the call of the mock-ups, at its moments."""

# ruff: noqa: D103 - a scene is called what it shows

from collections.abc import Callable, Sequence
from typing import Final

from picture_desk import SECOND_MS, Desk, Scene, SceneFailed, elapsed, settle, type_text, until
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from infoview_gui.panes.interviews import InterviewsPane
from infoview_gui.panes.mini_countdown import MiniCountdown
from infoview_gui.panes.places import INTERVIEWS
from infoview_gui.services import reading

CALL: Final = (
    # What is typed during the talk of the mock-ups, and when it is begun.
    ("0:48", "Team of 14, half came from weather science, not utilities"),
    (
        "2:10",
        "! Regulators now ask for probabilistic forecasts: everyone is short of people who explain",
    ),
    ("4:32", "~ hosting capacity: how much solar a feeder takes before it needs an upgrade"),
    ("6:05", "Priority this year: move 40 planners off spreadsheets"),
    ("7:51", "@ Lena Castellanos, runs the planning tools group; “tell her I sent you”"),
    ("9:20", "+ Northwind, planning analyst, two places open in January, not advertised yet"),
    ("11:44", "- send her the feeder notebook (due Friday)"),
    ("12:20", "Professional body to join: IEEE PES, local chapter meets monthly"),
)
TICKED: Final = ("0:30", "3:05", "5:50", "8:40")


def call(desk: Desk, upto: str) -> int:
    """Talk with Amara up to a moment and return when it began."""
    talk = desk.find(INTERVIEWS, "Amara Okafor")
    desk.show(INTERVIEWS, "Amara Okafor")
    record = reading.conversation(talk)
    began = (record.starts_at if record else None) or 0
    desk.clock.now = began
    desk.press("Start")
    until(lambda: desk.services.talking.running() == talk, "the talk to begin")
    _take_notes(desk, began, elapsed(upto))
    _tick(desk, talk, began, elapsed(upto))
    desk.window.leave()  # so that everything is saved in the picture
    desk.move_clock(began + elapsed(upto))
    labels = desk.window.findChildren(QLabel)
    counted = next(one for one in labels if one.text() == "Captured so far")
    until(counted.isVisible, "what was captured")
    return began


def _take_notes(desk: Desk, began: int, upto: int) -> None:
    pane = desk.window.findChild(InterviewsPane)
    if not isinstance(pane, InterviewsPane):
        message = "no Interviews pane"
        raise SceneFailed(message)
    editor = pane.notes.editor
    for at, line in CALL:
        if elapsed(at) > upto:
            break
        desk.clock.now = began + elapsed(at)
        if editor.toPlainText().rpartition("\n")[2]:
            type_text(editor, "\n")
        type_text(editor, line)
        settle(1)


def _tick(desk: Desk, talk: int, began: int, upto: int) -> None:
    record = reading.conversation(talk)
    asked = record.questions if record else ()
    for question, at in zip(asked, TICKED, strict=False):
        if elapsed(at) <= upto:
            desk.clock.now = began + elapsed(at)
            desk.services.conversations.tick(question.id, asked=True)


def call_calm(desk: Desk) -> None:
    call(desk, "6:20")


def call_paused(desk: Desk) -> None:
    call(desk, "6:20")
    desk.press("Pause")


def call_closing(desk: Desk) -> None:
    call(desk, "12:21")


def call_over(desk: Desk) -> None:
    call(desk, "16:24")


def call_given(desk: Desk) -> None:
    began = call(desk, "15:05")
    desk.press("They chose to go on")
    desk.move_clock(began + elapsed("16:24"))


def call_open_end(desk: Desk) -> None:
    began = call(desk, "15:05")
    for _ in range(3):
        desk.press("They chose to go on")
        desk.clock.now += SECOND_MS
    desk.move_clock(began + elapsed("31:08"))


def call_after(desk: Desk) -> None:
    began = call(desk, "15:05")
    desk.press("They closed")
    desk.move_clock(began + elapsed("17:00"))


def call_kept(desk: Desk) -> None:
    call_after(desk)
    desk.press("Keep all of it")


def call_mini(desk: Desk, upto: str) -> QWidget:
    """Return the mini countdown at a moment of the talk."""
    call(desk, upto)
    return _mini(desk)


def call_mini_after(desk: Desk, shown: Callable[[Desk], None]) -> QWidget:
    """Return the mini countdown beside what a scene shows."""
    shown(desk)
    return _mini(desk)


def _mini(desk: Desk) -> QWidget:
    desk.press("Mini countdown")
    windows = QApplication.topLevelWidgets()
    found = [one for one in windows if isinstance(one, MiniCountdown) and one.isVisible()]
    if not found:
        message = "no mini countdown"
        raise SceneFailed(message)
    return found[0]


SCENES: Sequence[Scene] = (
    Scene("call-calm", call_calm),
    Scene("call-paused", call_paused),
    Scene("call-closing", call_closing),
    Scene("call-over", call_over),
    Scene("call-given", call_given),
    Scene("call-open-end", call_open_end),
    Scene("call-after", call_after),
    Scene("call-kept", call_kept),
    Scene("call-mini-calm", lambda desk: call_mini(desk, "6:20")),
    Scene("call-mini-closing", lambda desk: call_mini(desk, "12:21")),
    Scene("call-mini-over", lambda desk: call_mini(desk, "16:24")),
    Scene("call-mini-paused", lambda desk: call_mini_after(desk, call_paused)),
    Scene("call-mini-given", lambda desk: call_mini_after(desk, call_given)),
    Scene("call-mini-open-end", lambda desk: call_mini_after(desk, call_open_end)),
)
