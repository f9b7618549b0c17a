"""A notice reaches the window where the desktop takes none."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.window.notices import Notices


def test_the_window_says_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    notices = Notices(window)
    said: list[str] = []
    notices.said.connect(said.append)
    notices.tell("Amara Okafor in 15 min, 14:30", "2 things are due\nThank Kenji Mori")
    notices.tell("Amara Okafor in 15 min, 14:30", "")
    notices.stop()
    assert said == [
        "Amara Okafor in 15 min, 14:30. 2 things are due Thank Kenji Mori",
        "Amara Okafor in 15 min, 14:30",
    ]
