"""Random editing against lists: every line keeps its moment through every edit, undo and redo."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor, QTextFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.widgets.line_editor import LineEditor
from infoview_gui.widgets.line_moments import moment_of

Row = tuple[str, int | None]
Place = tuple[int, int]  # line, code point

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
MOMENT = QTextFormat.Property.UserProperty.value + 1
NOTHING: int | None = None


def replaced(rows: list[Row], first: Place, last: Place, new: list[Row]) -> list[Row]:
    """What a replacement must give, said once more and otherwise than in the program.

    Letter by letter: each knows when its line was begun; a line's moment is that of its first
    letter that was there before, else of its first new letter.
    """
    old = [[(letter, moment, True) for letter in text] for text, moment in rows]
    added = [[(letter, moment, False) for letter in text] for text, moment in new]
    head, tail = old[first[0]][: first[1]], old[last[0]][last[1] :]
    added[0] = head + added[0]
    added[-1] = added[-1] + tail
    return [_row(line) for line in [*old[: first[0]], *added, *old[last[0] + 1 :]]]


def _row(letters: list[tuple[str, int | None, bool]]) -> Row:
    text = "".join(letter for letter, _, _ in letters)
    kept = [moment for _, moment, was_there in letters if was_there]
    anyway = [moment for _, moment, _ in letters]
    return text, (kept or anyway or [NOTHING])[0]


def length16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@dataclass
class Session:
    """An editor and what must be in it."""

    editor: LineEditor
    clock: list[int]
    rows: list[Row] = field(default_factory=lambda: [("", NOTHING)])
    states: dict[int, list[Row]] = field(default_factory=dict)

    def start(self) -> None:
        self.editor.load("\n".join(text for text, _ in self.rows), [when for _, when in self.rows])
        self.states = {self.steps(): list(self.rows)}

    def steps(self) -> int:
        return self.editor.document().availableUndoSteps()

    def seen(self) -> list[Row]:
        rows: list[Row] = []
        block = self.editor.document().begin()
        while block.isValid():
            rows.append((block.text(), moment_of(block)))
            block = block.next()
        return rows

    def place(self, wish: int) -> Place:
        every = [(n, col) for n, (text, _) in enumerate(self.rows) for col in range(len(text) + 1)]
        return every[wish % len(every)]

    def position(self, place: Place) -> int:
        before = sum(length16(text) + 1 for text, _ in self.rows[: place[0]])
        return before + length16(self.rows[place[0]][0][: place[1]])

    def select(self, wishes: tuple[int, int]) -> tuple[Place, Place]:
        anchor, caret = self.place(wishes[0]), self.place(wishes[1])
        cursor = self.editor.textCursor()
        cursor.setPosition(self.position(anchor))
        cursor.setPosition(self.position(caret), QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        return min(anchor, caret), max(anchor, caret)

    def expect(self, rows: list[Row]) -> None:
        """Compare, and note the state for the undo that may come."""
        assert self.seen() == rows
        steps = self.steps()
        if rows != self.rows or steps not in self.states:
            self.states = {n: state for n, state in self.states.items() if n < steps}
            self.states[steps] = rows
        self.rows = rows

    def tick(self) -> int:
        self.clock[0] += 1000
        return self.clock[0]


def type_text(session: Session, wishes: tuple[int, int], text: str) -> None:
    first, last = session.select(wishes)
    for letter in text:
        now = session.tick()
        # QTest.keyClicks knows Latin letters only.
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(session.editor, key)
        session.expect(replaced(session.rows, first, last, [(letter, now)]))
        first = last = (first[0], first[1] + 1)


def press_enter(session: Session, wishes: tuple[int, int], text: str) -> None:
    first, last = session.select(wishes)
    now = session.tick()
    QTest.keyClick(session.editor, Qt.Key.Key_Return)
    session.expect(replaced(session.rows, first, last, [("", now), ("", now)]))


def press_backspace(session: Session, wishes: tuple[int, int], text: str) -> None:
    first, last = session.select(wishes)
    if first == last and first != (0, 0):
        first = (first[0], first[1] - 1) if first[1] else before_break(session.rows, first)
    session.tick()
    QTest.keyClick(session.editor, Qt.Key.Key_Backspace)
    session.expect(replaced(session.rows, first, last, [("", NOTHING)]))


def press_delete(session: Session, wishes: tuple[int, int], text: str) -> None:
    first, last = session.select(wishes)
    if first == last and last[1] < len(session.rows[last[0]][0]):
        last = (last[0], last[1] + 1)
    elif first == last and last[0] < len(session.rows) - 1:
        last = (last[0] + 1, 0)
    session.tick()
    QTest.keyClick(session.editor, Qt.Key.Key_Delete)
    session.expect(replaced(session.rows, first, last, [("", NOTHING)]))


def before_break(rows: list[Row], place: Place) -> Place:
    return place[0] - 1, len(rows[place[0] - 1][0])


def paste_from_elsewhere(session: Session, wishes: tuple[int, int], text: str) -> None:
    first, last = session.select(wishes)
    now = session.tick()
    data = QMimeData()
    data.setText(f"{text}\n{text}\r\nend" if len(text) > 2 else text)
    session.editor.insertFromMimeData(data)
    new: list[Row] = [(part, now) for part in data.text().replace("\r", "").split("\n")]
    session.expect(replaced(session.rows, first, last, new))


def carried(rows: list[Row], first: Place, last: Place, now: int) -> list[Row]:
    """What copied lines bring along: moments of whole lines, now for parts of lines."""
    taken: list[Row] = []
    for number in range(first[0], last[0] + 1):
        text, moment = rows[number]
        start = first[1] if number == first[0] else 0
        end = last[1] if number == last[0] else len(text)
        whole = start == 0 and end == len(text)
        taken.append((text[start:end], moment if whole else now))
    return taken


def cut_and_paste(session: Session, wishes: tuple[int, int], text: str) -> None:
    first, last = session.select(wishes)
    if first == last:
        return
    now = session.tick()
    taken = carried(session.rows, first, last, now)
    QTest.keyClick(session.editor, Qt.Key.Key_X, CTRL)
    session.expect(replaced(session.rows, first, last, [("", NOTHING)]))
    target, _ = session.select((len(text) * 7, len(text) * 7))
    QTest.keyClick(session.editor, Qt.Key.Key_V, CTRL)
    session.expect(replaced(session.rows, target, target, taken))


def copy_and_paste(session: Session, wishes: tuple[int, int], text: str) -> None:
    first, last = session.select(wishes)
    if first == last:
        return
    now = session.tick()
    taken = carried(session.rows, first, last, now)
    QTest.keyClick(session.editor, Qt.Key.Key_C, CTRL)
    target = session.select((len(text) * 5, len(text) * 11))
    QTest.keyClick(session.editor, Qt.Key.Key_V, CTRL)
    session.expect(replaced(session.rows, *target, taken))


def move_lines(session: Session, wishes: tuple[int, int], text: str) -> None:
    first, last = session.select(wishes)
    session.tick()
    up = len(text) % 2 == 0
    top, after = first[0], last[0] + 1
    if last[1] == 0 and last[0] > first[0]:
        after -= 1
    QTest.keyClick(session.editor, Qt.Key.Key_Up if up else Qt.Key.Key_Down, ALT)
    rows, moved = session.rows, session.rows[top:after]
    if up and top:
        rows = [*rows[: top - 1], *moved, rows[top - 1], *rows[after:]]
    elif not up and after < len(rows):
        rows = [*rows[:top], rows[after], *moved, *rows[after + 1 :]]
    session.expect(list(rows))


def change_mark(session: Session, wishes: tuple[int, int], text: str) -> None:
    session.select(wishes)
    caret = session.place(wishes[1])[0]
    now = session.tick()
    session.editor.cycle_mark(["!", "~"])
    old, moment = session.rows[caret]
    following = {"!": "~ " + old[2:], "~": old[2:]}
    new = following[old[0]] if old[:2] in ("! ", "~ ") else "! " + old
    row = (new, (now if moment is None else moment) if new else NOTHING)
    session.expect([*session.rows[:caret], row, *session.rows[caret + 1 :]])


def commit_from_input_method(session: Session, wishes: tuple[int, int], text: str) -> None:
    first, last = session.select(wishes)
    QApplication.sendEvent(session.editor, QInputMethodEvent("に", []))
    if first != last:
        session.expect(replaced(session.rows, first, last, [("", NOTHING)]))
        last = first
    now = session.tick()
    event = QInputMethodEvent("", [])
    event.setCommitString("日本")
    QApplication.sendEvent(session.editor, event)
    session.expect(replaced(session.rows, first, last, [("日本", now)]))


def dictate(session: Session, wishes: tuple[int, int], text: str) -> None:
    """Screen readers and dictation write into the document behind the editor's back."""
    place = session.place(wishes[0])
    now = session.tick()
    cursor = QTextCursor(session.editor.document())
    cursor.setPosition(session.position(place))
    # The one thing that keeps the moment of an emptied line (all keys begin it anew).
    held = cursor.blockFormat().property(MOMENT)
    now = held if isinstance(held, int) else now
    cursor.insertText(text)
    session.expect(replaced(session.rows, place, place, [(text, now)]))


def undo(session: Session, wishes: tuple[int, int], text: str) -> None:
    session.tick()
    before = session.steps()
    QTest.keyClick(session.editor, Qt.Key.Key_Z, CTRL)
    assert session.steps() < before or before == min(session.states)
    session.rows = session.states[session.steps()]
    assert session.seen() == session.rows


def redo(session: Session, wishes: tuple[int, int], text: str) -> None:
    session.tick()
    more = session.editor.document().isRedoAvailable()
    before = session.steps()
    QTest.keyClick(session.editor, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert (session.steps() > before) == more
    session.rows = session.states[session.steps()]
    assert session.seen() == session.rows


def killed_and_reopened(session: Session, wishes: tuple[int, int], text: str) -> None:
    """What was stored comes back; undo begins anew."""
    stored = json.dumps(session.editor.snapshot())
    text, moments = json.loads(stored)
    session.tick()
    session.editor.load("", [])
    session.editor.load(text, moments)
    # Empty lines hold nothing: what they were given to be stored is not theirs.
    session.rows = [(line, moment if line else NOTHING) for line, moment in session.rows]
    session.states = {session.steps(): list(session.rows)}
    assert session.seen() == session.rows


ACTIONS: list[Callable[[Session, tuple[int, int], str], None]] = [
    type_text,
    type_text,
    press_enter,
    press_enter,
    press_backspace,
    press_delete,
    paste_from_elsewhere,
    cut_and_paste,
    copy_and_paste,
    move_lines,
    change_mark,
    commit_from_input_method,
    dictate,
    undo,
    undo,
    redo,
    killed_and_reopened,
]
places = st.integers(0, 400)
steps = st.tuples(
    st.sampled_from(ACTIONS),
    st.one_of(st.tuples(places, places), places.map(lambda place: (place, place))),
    st.text("ab é😀!~-", min_size=1, max_size=5),
)
beginnings = st.lists(st.text("xy 🎈", max_size=6), min_size=1, max_size=5)


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    clock = [1_000_000]
    editor = LineEditor(
        Theme(), now=lambda: clock[0], margin_text=lambda _: "0:00", mark=lambda _: None
    )
    qtbot.addWidget(editor)
    return Session(editor, clock)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(begin=beginnings, script=st.lists(steps, min_size=10, max_size=40))
def test_every_line_keeps_its_moment(
    session: Session,
    begin: list[str],
    script: list[tuple[Callable[[Session, tuple[int, int], str], None], tuple[int, int], str]],
) -> None:
    session.rows = [(text, number if text else NOTHING) for number, text in enumerate(begin, 100)]
    session.start()
    assert session.seen() == session.rows
    for action, wishes, text in script:
        action(session, wishes, text)
    text, moments = session.editor.snapshot()
    assert text == "\n".join(text for text, _ in session.rows)
    assert [when for when, (row, _) in zip(moments, session.rows, strict=True) if row] == [
        when for row, when in session.rows if row
    ]
