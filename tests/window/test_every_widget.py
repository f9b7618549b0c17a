"""Every widget of every pane and dialog: a name to hear, a ring to see, words to read."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes import places
from infoview_gui.panes.interviews import InterviewsPane
from infoview_gui.panes.places import Place
from infoview_gui.theme import Theme
from infoview_gui.theme.theme import Scheme
from infoview_gui.window import MainWindow
from tests import looking
from tests.window.conftest import Open

SCHEMES = (Scheme.LIGHT, Scheme.DARK)
PANES = (places.TODAY, places.PEOPLE, places.CALENDAR, places.INTERVIEWS, places.LETTERS)


@pytest.fixture(params=SCHEMES, ids=lambda scheme: scheme.value)
def scheme(request: pytest.FixtureRequest, theme: Theme) -> Iterator[Scheme]:
    """Both themes, one after the other."""
    chosen: Scheme = request.param
    theme.set_scheme(chosen)
    yield chosen
    theme.set_scheme(Scheme.LIGHT)


def _problems(root: QWidget) -> list[str]:
    looking.settle()
    stops = looking.tab_stops(root)
    found = [*_unnamed(stops), *_unread(root), *_silent(root)]
    if root.windowType() != Qt.WindowType.Popup:  # off the screen these get no focus
        assert QApplication.activeWindow() is root
        found += _unseen(root, stops)
    return found


def _silent(root: QWidget) -> list[str]:
    """A label says what stands in it, a field for a choice has a label in words."""
    labels = [
        f"says another thing than “{label.text()}”: {looking.called(label)}"
        for label in root.findChildren(QLabel)
        if label.isVisibleTo(root)
        and looking.flat(label.text()) not in looking.flat(looking.spoken_name(label))
    ]
    choices = [
        f"no label beside it: {looking.called(choice)}"
        for choice in root.findChildren(QComboBox)
        if choice.isVisibleTo(root) and not looking.label_of(choice)
    ]
    return labels + choices


def _unnamed(stops: list[QWidget]) -> list[str]:
    names = Counter(
        (type(stop).__name__, looking.spoken_name(stop), stop.accessibleDescription())
        for stop in stops
    )
    kinds = {type(stop).__name__ for stop in stops}
    silent = [
        f"no name: {looking.called(stop)}"
        for stop in stops
        if looking.spoken_name(stop) in {"", *kinds}
    ]
    return silent + [f"{number} times {what}" for what, number in names.items() if number > 1]


def _unseen(root: QWidget, stops: list[QWidget]) -> list[str]:
    found = []
    for before, stop in zip([stops[-1], *stops], stops, strict=False):
        elsewhere = before if before is not stop else root
        told, needed = looking.ring_pixels(stop, elsewhere), looking.ring_needed(stop)
        if told < needed:
            found.append(f"ring {told} of {needed} pixels: {looking.called(stop)}")
        if looking.has_edge(stop) and looking.edge_contrast(stop) < looking.SHAPE:
            found.append(f"edge {looking.edge_contrast(stop):.2f}: {looking.called(stop)}")
    return found


def _unread(root: QWidget) -> list[str]:
    rated = (
        (looking.word_contrast(root.window(), area), widget)
        for widget, area in looking.texts(root.window())
    )
    return [
        f"contrast {value:.2f}: {looking.called(widget)}"
        for value, widget in rated
        if value < looking.TEXT
    ]


@pytest.mark.parametrize("running", [False, True], ids=["quiet", "talking"])
@pytest.mark.parametrize("pane", PANES)
def test_a_pane(pane: str, running: bool, scheme: Scheme, open_window: Open) -> None:
    window, house = open_window(running=running)
    item = {
        places.PEOPLE: house.people[0],
        places.INTERVIEWS: house.ahead,
        places.LETTERS: house.letter,
    }.get(pane)
    window.show_place(Place(pane, item))

    problems = _problems(window)
    assert not problems, "\n".join(problems)


_WITHOUT_DOTS = ("Keyboard shortcuts", "About Infoview")
"""Open a dialog although nothing is asked in it."""
_ELSEWHERE = ("Back up now…", "Restore a backup…", "Search or run a command…")
"""Asked of the program around the window, or in a field of the window."""


def _openers(window: MainWindow) -> list[QAction]:
    """Return the actions of the menu bar that open a dialog now."""
    menus = [above.menu() for above in window.menuBar().actions()]
    actions = [action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()]
    plain = [(action, action.text().partition("\t")[0].replace("&", "")) for action in actions]
    return [
        action
        for action, words in plain
        if action.isEnabled()
        and (words.endswith("…") or words in _WITHOUT_DOTS)
        and words not in _ELSEWHERE
    ]


def _opened(window: MainWindow) -> QWidget | None:
    """Return the window that stands over the main window."""
    found = (one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window)
    return next((one for one in found if not isinstance(one, QMenu)), None)


def test_the_dialogs(
    scheme: Scheme,
    open_window: Open,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("First Name,Last Name,Company\nAnna,Berg,Fjord\nBen,Carter,\n", "utf-8")
    monkeypatch.setattr(
        QFileDialog, "open", lambda dialog: dialog.filesSelected.emit([str(file)]), raising=True
    )
    window, house = open_window()
    problems, seen = [], []
    for pane in (
        places.INTERVIEWS,
        places.CALENDAR,
        places.LETTERS,
        places.PEOPLE,
        places.TODAY,
    ):
        item = {
            places.PEOPLE: house.people[0],
            places.LETTERS: house.letter,
            places.TODAY: None,
        }.get(pane, house.ahead)
        window.show_place(Place(pane, item))
        for action in _openers(window):
            if action.text() in seen:
                continue
            seen.append(action.text())
            action.trigger()
            looking.settle()
            opened = _opened(window)
            if opened is None:  # it asks in its pane
                problems += [f"{action.text()}: {problem}" for problem in _problems(window)]
                continue
            wanted = 4 if "Import" in action.text() else 1  # the first page only waits
            qtbot.waitUntil(lambda: len(looking.tab_stops(opened)) >= wanted)  # noqa: B023 - now
            problems += [f"{action.text()}: {problem}" for problem in _problems(opened)]
            opened.close()
            window.activateWindow()  # what a window manager does
            looking.settle()

    assert not problems, "\n".join(problems)


def test_the_debrief_and_its_dialogs(scheme: Scheme, open_window: Open) -> None:
    window, house = open_window()
    window.show_place(Place(places.INTERVIEWS, house.done))
    pane = window.findChild(InterviewsPane)
    assert pane is not None
    assert pane.after.debrief is not None
    problems = _problems(window)
    pane.after.debrief.edit_current()
    (row,) = pane.after.debrief.list.in_order()
    assert row.fields is not None
    row.fields.take_up({"text": "Ask for the tool"})  # fields left as they were would close
    problems += [f"edited: {problem}" for problem in _problems(window)]
    pane.after.debrief.keep_all()
    problems += [f"kept: {problem}" for problem in _problems(window)]
    for action in (pane.after_dialogs.kept, pane.after_dialogs.earlier):
        action.trigger()
        looking.settle()
        opened = _opened(window)
        assert opened is not None
        problems += [f"{action.text()}: {problem}" for problem in _problems(opened)]
        opened.close()
        window.activateWindow()
        looking.settle()

    assert not problems, "\n".join(problems)
