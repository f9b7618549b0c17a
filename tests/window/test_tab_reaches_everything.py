"""Tab and Shift+Tab come to every stop of every pane: pressed, not read from a list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from infoview_gui.panes import places
from infoview_gui.panes.places import Place
from tests import looking
from tests.window.conftest import Open

PANES = (
    (places.TODAY, ""),
    (places.PEOPLE, "people"),
    (places.CALENDAR, ""),
    (places.INTERVIEWS, "ahead"),
    (places.INTERVIEWS, "done"),
    (places.LETTERS, "letter"),
)


@pytest.mark.parametrize("forth", [True, False], ids=["forth", "back"])
@pytest.mark.parametrize(("pane", "item"), PANES)
def test_every_stop_is_come_to(open_window: Open, pane: str, item: str, forth: bool) -> None:
    window, house = open_window()
    chosen = getattr(house, item) if item else None
    window.show_place(Place(pane, chosen[0] if isinstance(chosen, tuple) else chosen))
    looking.settle()
    wanted = looking.tab_stops(window)

    met = _round(len(wanted), forth=forth)

    reached = {_one_of(stop) for stop in met}
    assert [looking.called(stop) for stop in wanted if _one_of(stop) not in reached] == []


def _one_of(stop: QWidget) -> object:
    """What Tab stops at once: buttons of which one is chosen are one stop."""
    group = stop.group() if isinstance(stop, QAbstractButton) else None
    if group is not None and group.exclusive():
        return group
    alone = isinstance(stop, QAbstractButton) and stop.autoExclusive()
    return stop.parentWidget() if alone else stop


def _round(stops: int, *, forth: bool) -> set[QWidget]:
    """Once round the window, and a little more."""
    key = Qt.Key.Key_Tab if forth else Qt.Key.Key_Backtab
    how = Qt.KeyboardModifier.NoModifier if forth else Qt.KeyboardModifier.ShiftModifier
    met: set[QWidget] = set()
    for _ in range(stops + 10):
        focused = QApplication.focusWidget()
        assert focused is not None
        met.add(focused)
        # In a field of many lines Tab may be a letter: there Ctrl+Tab leads on.
        QTest.keyClick(focused, key, how | Qt.KeyboardModifier.ControlModifier)
        if QApplication.focusWidget() is focused:
            QTest.keyClick(focused, key, how)
    return met
