"""The window as a whole: panes by rail and keys, undo in words, state that survives garbage."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.export_dialog import ExportDialog
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import CALENDAR, INTERVIEWS, LETTERS, PEOPLE, TODAY, Place
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.theme import Theme
from infoview_gui.widgets.rail import FOLDED_WIDTH, WIDTH, Rail, RailButton
from infoview_gui.window import MainWindow
from infoview_gui.window.state import WindowState

MakeWindow = Callable[[], MainWindow]


@pytest.fixture
def state_file(tmp_path: Path) -> Path:
    return tmp_path / "window.json"


@pytest.fixture
def make_window(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    state_file: Path,
) -> Iterator[MakeWindow]:
    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(theme, services, feed, times, WindowState(state_file))
        made.append(window)
        window.show()
        qtbot.waitUntil(lambda: len(window.findChildren(QAction)) > 40)  # all panes are built
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents()


def _shown(window: MainWindow) -> str:
    pressed = [button.text() for button in window.findChildren(RailButton) if button.isChecked()]
    return ",".join(pressed)


def _said(window: MainWindow, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def _action(window: MainWindow, text: str) -> QAction:
    return next(
        action
        for action in window.findChildren(QAction)
        if action.text().replace("&", "").startswith(text)
    )


def test_it_begins_with_today_and_goes_where_it_is_told(make_window: MakeWindow) -> None:
    window = make_window()
    assert _shown(window) == "Today"

    for pane, word in ((PEOPLE, "People"), (CALENDAR, "Calendar"), (INTERVIEWS, "Interviews")):
        window.show_place(Place(pane))
        assert _shown(window) == word


def test_ctrl_and_a_number_choose_a_pane(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    with qtbot.waitActive(window):
        window.activateWindow()

    for key, word in zip("2341", ("People", "Calendar", "Interviews", "Today"), strict=True):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
        assert _shown(window) == word


def test_undo_names_what_it_takes_back(
    qtbot: QtBot, make_window: MakeWindow, services: Services
) -> None:
    window = make_window()
    services.people.add(PersonDraft(name="Amara & Okafor"))
    qtbot.waitUntil(lambda: "Amara" in _action(window, "Undo").text())
    assert _action(window, "Undo").text() == "&Undo Add Amara && Okafor"

    _action(window, "Undo").trigger()

    assert services.people_list.count() == 0
    assert _said(window, "message") == "Undone: Add Amara & Okafor"
    qtbot.waitUntil(lambda: _action(window, "Redo").isEnabled())
    assert not _action(window, "Undo").isEnabled()


def test_an_undo_that_would_take_typed_text_says_that_it_did_not(
    qtbot: QtBot, make_window: MakeWindow, services: Services
) -> None:
    person = services.people.add(PersonDraft(name="Amara"))
    talk = services.conversations.schedule(ConversationDraft(people=(person,)))
    window = make_window()
    services.notes.save(talk, "typed", [1]).result()

    _action(window, "Undo").trigger()

    assert "was left as it is" in _said(window, "message")
    assert services.notes.load(talk).text == "typed"
    qtbot.waitUntil(lambda: "Add Amara" in _action(window, "Undo").text())


def test_the_counts_follow(qtbot: QtBot, make_window: MakeWindow, services: Services) -> None:
    window = make_window()
    assert _said(window, "counts") == "infoview.db · 0 people · 0 interviews"

    services.people.add(PersonDraft(name="Amara"))

    qtbot.waitUntil(lambda: "1 person" in _said(window, "counts"))


def test_times_that_are_only_proposed_are_no_interviews(
    qtbot: QtBot, make_window: MakeWindow, services: Services
) -> None:
    window = make_window()
    amara = services.people.add(PersonDraft(name="Amara"))
    for day, status in enumerate(("proposed", "proposed", "planned")):
        at = services.clock() + day * 86_400_000
        draft = ConversationDraft(people=(amara,), starts_at=at, status=status)
        services.conversations.schedule(draft)
    qtbot.waitUntil(lambda: _said(window, "counts").endswith("1 person · 1 interview"))


def test_the_last_pane_comes_back(make_window: MakeWindow, state_file: Path) -> None:
    window = make_window()
    window.show_place(Place(CALENDAR))
    window.close()
    assert json.loads(state_file.read_text(encoding="utf-8"))["pane"] == CALENDAR

    assert _shown(make_window()) == "Calendar"


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"{",
        b"[]",
        b'{"version": 99, "pane": "people"}',
        b'{"version": 1, "pane": 7, "geometry": "%%", "people": [], "calendar": {"days": "x"}}',
        b'{"version": 1, "interviews": {"folded": 9, "conversation": "no", "text_px": []}}',
        b"\xff\xfe\x00",
    ],
)
def test_garbage_in_the_state_costs_habits_only(
    make_window: MakeWindow, state_file: Path, garbage: bytes
) -> None:
    state_file.write_bytes(garbage)

    assert _shown(make_window()) == "Today"


def test_a_talk_that_still_runs_is_what_a_start_shows(
    make_window: MakeWindow, services: Services, state_file: Path
) -> None:
    state_file.write_text('{"version": 1, "pane": "people"}', encoding="utf-8")
    person = services.people.add(PersonDraft(name="Amara"))
    services.talking.start(services.conversations.schedule(ConversationDraft(people=(person,))))

    assert _shown(make_window()) == "Interviews"


def test_a_narrow_window_folds_the_rail(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.resize(1000, 680)
    today = window.findChildren(RailButton)[0]
    qtbot.waitUntil(lambda: today.width() < 60)
    window.resize(1360, 860)
    qtbot.waitUntil(lambda: today.width() > 100)


@pytest.mark.parametrize("pane", [TODAY, PEOPLE, CALENDAR, INTERVIEWS, LETTERS])
def test_a_wide_window_becomes_narrow_in_one_step(
    qtbot: QtBot, make_window: MakeWindow, pane: str
) -> None:
    window = make_window()
    window.resize(1360, 860)
    window.show_place(Place(pane))
    rail = window.findChild(Rail)
    qtbot.waitUntil(lambda: rail.width() == WIDTH)
    window.resize(1000, 680)
    assert window.size() == QSize(1000, 680)
    qtbot.waitUntil(lambda: rail.width() == FOLDED_WIDTH)


def test_every_action_has_words_and_no_key_twice(make_window: MakeWindow) -> None:
    window = make_window()
    everywhere = [
        action
        for action in window.actions()
        if action.shortcutContext() == Qt.ShortcutContext.WindowShortcut
    ]
    keys = [key.toString() for action in everywhere for key in action.shortcuts()]
    assert all(action.text() for action in everywhere)
    assert sorted(keys) == sorted(set(keys))


def test_the_menu_exports_whom_the_people_pane_shows(
    qtbot: QtBot, make_window: MakeWindow, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Amara", "Ben"):
        services.people.add(PersonDraft(name=name))
    window = make_window()
    asked: list[tuple[list[int], bool]] = []
    monkeypatch.setattr(
        ExportDialog,
        "open_for",
        lambda _self, ids, *, filtered: asked.append((list(ids), filtered)),
    )
    window.show_place(Place(PEOPLE))
    (field,) = (
        found
        for found in window.findChildren(QLineEdit)
        if found.accessibleName() == "Filter people"
    )
    field.setText("ben")

    _action(window, "Export people").trigger()

    (ben,) = services.people_list.ids("ben")
    assert asked == [([ben], True)]


def test_a_pane_that_is_chosen_has_the_keyboard(
    qtbot: QtBot, make_window: MakeWindow, services: Services
) -> None:
    person = services.people.add(PersonDraft(name="Amara"))
    services.conversations.schedule(ConversationDraft(people=(person,)))
    window = make_window()
    with qtbot.waitActive(window):
        window.activateWindow()

    for pane, name in ((PEOPLE, "People"), (INTERVIEWS, "Notes"), (PEOPLE, "People")):
        for _ in range(2):  # also when it is shown already
            window.show_place(Place(pane))
            focused = QApplication.focusWidget()
            assert focused is not None
            assert focused.accessibleName() == name


def test_tab_goes_through_all_of_the_interviews_pane(
    qtbot: QtBot, make_window: MakeWindow, services: Services
) -> None:
    person = services.people.add(PersonDraft(name="Amara"))
    services.conversations.schedule(ConversationDraft(people=(person,)))
    window = make_window()
    window.resize(1360, 860)
    window.show_place(Place(INTERVIEWS))
    with qtbot.waitActive(window):
        window.activateWindow()

    reached: list[str] = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    for name in ("Conversations", "What you want from this talk", "Notes", "Start", "Contact"):
        assert name in reached
