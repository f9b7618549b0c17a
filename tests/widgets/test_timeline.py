from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.timeline import Timeline
from infoview_gui.widgets.timeline_rows import TimelineEntry
from tests.theme.look import dressed, shows

# Said by the offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


def entry(number: int, title: str = "She answered", detail: str = "Fri 20 Nov") -> TimelineEntry:
    return TimelineEntry(number, "mail-open", title, detail, "vio")


@pytest.fixture
def timeline(theme: Theme, qtbot: QtBot) -> Timeline:
    made = Timeline(theme)
    qtbot.addWidget(made)
    made.resize(340, 200)
    made.show_entries([entry(1), entry(2, "", "Added by import"), entry(3)])
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def rows(timeline: Timeline) -> QListView:
    found = timeline.findChild(QListView)
    assert isinstance(found, QListView)
    return found


def model(timeline: Timeline) -> QAbstractItemModel:
    return rows(timeline).model()


def test_a_click_opens_a_row(timeline: Timeline, qtbot: QtBot) -> None:
    view = rows(timeline)
    with qtbot.waitSignal(timeline.activated) as caught:
        qtbot.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            pos=view.visualRect(view.model().index(2, 0)).center(),
        )
    assert caught.args == [3]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_moves_and_opens(timeline: Timeline, qtbot: QtBot, key: Qt.Key) -> None:
    heard: list[object] = []
    timeline.activated.connect(heard.append)
    timeline.setFocus()
    view = rows(timeline)
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, key)
    assert heard == [2]


def test_a_row_is_read_out_with_title_and_detail(timeline: Timeline) -> None:
    index = model(timeline).index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "She answered, Fri 20 Nov"
    assert model(timeline).index(1, 0).data() == "Added by import"
    assert rows(timeline).accessibleName() == "Timeline"


def test_the_model_keeps_the_rules_of_qt(timeline: Timeline) -> None:
    tester = QAbstractItemModelTester(
        model(timeline), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    timeline.show_entries([entry(9)])
    timeline.show_entries([])
    assert tester.model().rowCount() == 0


def test_the_current_row_stays_when_others_come(timeline: Timeline) -> None:
    view = rows(timeline)
    view.setCurrentIndex(view.model().index(2, 0))
    timeline.show_entries([entry(7), entry(8), entry(1), entry(3)])
    assert view.currentIndex().row() == 3
    assert [shown.key for shown in timeline.entries()] == [7, 8, 1, 3]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_words_and_icon_follow_the_theme(theme: Theme, timeline: Timeline, scheme: Scheme) -> None:
    theme.set_scheme(scheme)
    for token in ("text", "muted", "violet", "border"):
        assert shows(timeline, theme.colour(token)), token


def test_500_rows_in_a_scroll_area(theme: Theme, qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    content = QWidget()
    timeline = Timeline(theme, content)
    QVBoxLayout(content).addWidget(timeline)
    area.setWidget(content)
    area.resize(360, 300)
    timeline.show_entries([entry(number) for number in range(500)])
    area.show()
    with qtbot.waitActive(area):
        area.activateWindow()
    assert timeline.height() == 500 * 54
    timeline.setFocus()
    view = rows(timeline)
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 499
    bar = area.verticalScrollBar()
    assert bar.value() > bar.maximum() - 80
    assert view.verticalScrollBar().maximum() == 0


def test_rows_are_never_taken_for_html(theme: Theme, timeline: Timeline) -> None:
    timeline.show_entries([entry(1, "<h1>big</h1>")])
    assert model(timeline).index(0, 0).data() == "<h1>big</h1>, Fri 20 Nov"


WORDS = "A note of several words that need more than the one line which the row has by itself."
NOTE = TimelineEntry("note", "file-text", "", "Yesterday", body=WORDS, editable=True)
TALK = TimelineEntry("talk", "calendar", "Conversation", "Today")


@pytest.fixture
def noted(qtbot: QtBot, theme: Theme) -> Timeline:
    timeline = Timeline(theme)
    qtbot.addWidget(timeline)
    timeline.resize(300, 300)
    timeline.show()
    timeline.show_entries([TALK, NOTE])
    return timeline


def test_words_of_several_lines_make_a_row_higher_and_a_wider_one_lower(noted: Timeline) -> None:
    low = noted.height()
    noted.resize(160, low)
    assert noted.height() > low
    noted.resize(900, low)
    assert noted.height() < low


def test_words_are_spoken_and_never_html(noted: Timeline) -> None:
    spoken = noted._rows.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{WORDS}, Yesterday"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_note_asks_to_be_edited_and_not_to_be_opened(
    qtbot: QtBot, noted: Timeline, key: Qt.Key
) -> None:
    opened: list[object] = []
    noted.activated.connect(opened.append)
    noted.choose("note")
    with qtbot.waitSignal(noted.edit_requested) as asked:
        qtbot.keyClick(noted._rows, key)
    assert asked.args == ["note"]
    with qtbot.waitSignal(noted.delete_requested) as gone:
        qtbot.keyClick(noted._rows, Qt.Key.Key_Delete)
    assert gone.args == ["note"]
    assert opened == []


def test_other_rows_cannot_be_edited(qtbot: QtBot, noted: Timeline) -> None:
    asked: list[object] = []
    noted.edit_requested.connect(asked.append)
    noted.delete_requested.connect(asked.append)
    noted.choose("talk")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
        qtbot.keyClick(noted._rows, key)
    assert asked == []


def test_editor_covers_its_row_wherever_the_row_goes(qtbot: QtBot, noted: Timeline) -> None:
    editor = QPlainTextEdit()
    editor.setFixedHeight(90)
    noted.hold("note", editor)
    assert editor.isVisible()
    at = editor.y()
    noted.show_entries([TimelineEntry("new", "plus", "New", "Now"), TALK, NOTE])
    assert editor.y() > at
    noted.show_entries([TALK])
    assert not editor.isVisible()
    noted.hold(None, None)
    editor.deleteLater()
    assert len(noted.entries()) == 1


def test_a_long_text_begins_where_reading_begins(timeline: Timeline, theme: Theme) -> None:
    timeline.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    timeline.show_entries([TimelineEntry(1, "mail-open", "", "", "vio", "HHHHH")])
    view = rows(timeline).viewport()
    image = view.grab().toImage()
    ink = theme.colour("text").rgb()
    every = ((x, y) for x in range(image.width()) for y in range(image.height()))
    assert min(x for x, y in every if image.pixel(x, y) == ink) > image.width() // 2
