"""The column at the side of a pane: sections, and a choice that is kept by key."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.widgets.side_list import SideList
from infoview_gui.widgets.side_model import SideModel
from infoview_gui.widgets.side_rows import Section
from tests.theme.look import dressed

# Said by the offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@dataclass(frozen=True)
class Row:
    key: str
    words: str = ""
    tone: str = ""

    @property
    def title(self) -> str:
        return self.key.capitalize()

    @property
    def mark(self) -> tuple[str, str]:
        return self.title, ""

    @property
    def told(self) -> tuple[str, ...]:
        return self.title, self.words


FIRST = Section("First", (Row("ada", "today"), Row("bo")))
THEN = Section("Then", (Row("cy", "late", "red"),))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.fixture
def side(theme: Theme, qtbot: QtBot) -> SideList[str]:
    made: SideList[str] = SideList(theme, "Rows", 230)
    qtbot.addWidget(made)
    made.resize(230, 400)
    made.show_sections([FIRST, THEN], "ada")
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.view.setFocus()
    return made


def chosen(side: SideList[str]) -> object:
    return side.view.currentIndex().data()


def test_the_model_keeps_qts_rules(qapp: QApplication) -> None:
    model: SideModel[str] = SideModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.show_sections([])
    model.show_sections([FIRST, THEN])
    assert model.rowCount() == 5
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.data(QModelIndex()) is None
    assert tester.model() is model


def test_headings_and_rows_are_read_aloud_without_empty_parts(side: SideList[str]) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [side.model.index(row).data(role) for row in range(side.model.rowCount())]
    assert said == ["First", "Ada, today", "Bo", "Then", "Cy, late"]


def test_the_keys_pass_over_headings_and_tell(side: SideList[str]) -> None:
    told: list[object] = []
    side.chosen.connect(told.append)
    QTest.keyClick(side.view, Qt.Key.Key_Down)
    QTest.keyClick(side.view, Qt.Key.Key_Down)
    assert told == ["bo", "cy"]


def test_other_rows_keep_the_choice_without_telling(side: SideList[str]) -> None:
    told: list[object] = []
    side.chosen.connect(told.append)
    side.show_sections([THEN, FIRST], "ada")
    assert chosen(side) == "Ada"
    side.show_sections([THEN], "ada")
    assert not side.view.currentIndex().isValid()
    assert told == []


def test_enter_goes_to_what_is_chosen(side: SideList[str], qtbot: QtBot) -> None:
    with qtbot.waitSignal(side.entered):
        QTest.keyClick(side.view, Qt.Key.Key_Return)
