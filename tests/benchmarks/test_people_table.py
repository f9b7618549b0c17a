"""The table of people: opened, filtered key by key, scrolled."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme
from tests.benchmarks import table
from tests.benchmarks.conftest import Turns, ms_of

_WIDTH, _HEIGHT = 1184, 800
_WORDS = ("bernel", "ada", "kernar dorn", "gold", "pia eder", "jungos", "zz", "steel")
_FRAMES = 200
_search: dict[int, float] = {}
_scroll: dict[int, float] = {}
Opening = Callable[[], PeoplePane]


class Synthetic(QAbstractTableModel):
    """As many rows, made up when they are painted."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        del parent
        return self._count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        del parent
        return 5

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        return f"{index.row()}, {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def opening(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> Iterator[Opening]:
    opened: list[PeoplePane] = []

    def open_pane() -> PeoplePane:
        pane = PeoplePane(theme, services, feed, times)
        opened.append(pane)
        show(pane)
        return pane

    yield open_pane
    for pane in opened:
        pane.close()
        pane.deleteLater()


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Return the ms it took, and the ms of them that this thread was computing.

    The second number is what a machine with nothing else to do would have shown.
    """
    computing = time.thread_time_ns()
    took = ms_of(work)
    return took, (time.thread_time_ns() - computing) / 1e6


def show(window: QWidget) -> None:
    """Show a window and paint it."""
    window.resize(_WIDTH, _HEIGHT)
    window.show()
    window.repaint()
    QApplication.processEvents()


@pytest.mark.parametrize(("people", "most"), [(100_000, 3), (1_000_000, 10)])
def test_open(in_turns: Turns, opening: Opening, people: int, most: float) -> None:
    model = Synthetic(people)

    def open_view() -> None:
        view = QTableView()
        view.setModel(model)
        show(view)
        view.close()
        view.deleteLater()

    def open_ours() -> None:
        opening().close()

    open_ours()
    open_view()
    mine, theirs = in_turns(open_ours, open_view, 7)
    table.add_ratio(
        f"open People, {people:,}",
        table.median(mine),
        table.median(theirs),
        "synthetic model",
        most,
    )
    assert mine


@pytest.mark.parametrize(
    ("people", "p95", "p99"), [(1_000, 0, 0), (10_000, 0, 0), (100_000, 16, 33), (1_000_000, 60, 0)]
)
def test_filter(
    alone: Callable[..., list[float]], opening: Opening, people: int, p95: float, p99: float
) -> None:
    pane = opening()
    line = pane._side.filter
    line.setFocus()
    few: list[int] = []
    keys: list[tuple[float, float]] = []

    def type_key(key: Qt.Key | str) -> None:
        QTest.keyClick(line, key)
        QApplication.processEvents()  # paints

    def type_words() -> None:
        for word in _WORDS * (5 if people < 1_000_000 else 2):
            keys.extend(timed(partial(type_key, letter)) for letter in word)
            few.append(len(pane._model.ids))
            keys.extend(timed(partial(type_key, Qt.Key.Key_Backspace)) for _letter in word)

    alone(type_words)
    walls, computed = zip(*keys, strict=True)
    _search[people] = table.share(walls, 0.5)
    for part, most in ((0.95, p95), (0.99, p99)):
        if most:
            what = f"a key in the filter → repainted, {people:,}, p{part * 100:.0f}"
            half = f"computing {table.number(table.share(computed, part))} ms, p50 "
            half += f"{table.number(_search[people])} ms of {len(keys)} keys"
            table.add_limit(what, table.share(walls, part), most, beside=half)
    if people == 1_000_000:
        said = [f"{table.number(_search[size])} ms" for size in sorted(_search)]
        sizes = " · ".join(f"{size // 1000:,}k" for size in sorted(_search))
        table.add_growth(f"a key in the filter, {sizes}, p50", said)
    assert max(few) < people
    assert len(pane._model.ids) == people


@pytest.mark.parametrize("people", [100_000, 1_000_000])
def test_scroll(alone: Callable[..., list[float]], opening: Opening, people: int) -> None:
    pane = opening()
    view = pane._side.table
    bar = view.verticalScrollBar()
    frames: list[tuple[float, float]] = []

    def frame() -> None:
        bar.setValue(bar.value() + 3 * bar.singleStep())
        QApplication.processEvents()  # moves what stays and paints what comes in

    alone(lambda: frames.extend(timed(frame) for _ in range(_FRAMES)))
    walls, computed = zip(*frames, strict=True)
    _scroll[people] = table.share(walls, 0.95)
    if people == 100_000:
        half = f"computing {table.number(table.share(computed, 0.95))} ms"
        table.add_limit("scroll frame, 100,000, p95", _scroll[people], 8, beside=half)
    else:
        before = _scroll.get(100_000, _scroll[people])
        table.add_ratio("scroll frame, 1,000,000, p95", _scroll[people], before, "100,000", 1.15)
    assert bar.value() > 0
