"""What the program says of itself."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from infoview_gui import __version__
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import ElidedLabel
from infoview_gui.window.about_dialog import AboutDialog


def test_a_long_path_does_not_make_it_wide(theme: Theme, qtbot: QtBot) -> None:
    path = Path("/home") / "/".join(["a folder of a long name"] * 12) / "infoview.db"
    dialog = AboutDialog(theme, path)
    qtbot.addWidget(dialog)
    dialog.show()
    (shown,) = dialog.findChildren(ElidedLabel)
    assert dialog.width() < 500
    assert shown.elided_text().endswith("infoview.db")
    assert shown.toolTip() == str(path)
    assert str(path) in shown.accessibleName()


def test_it_says_the_version_and_is_closed_by_enter(theme: Theme, qtbot: QtBot) -> None:
    dialog = AboutDialog(theme, Path("/data/infoview.db"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert any(__version__ in one.text() for one in dialog.findChildren(QLabel))
    (close,) = dialog.findChildren(QPushButton)
    assert close.isDefault()
    close.click()
    assert not dialog.isVisible()
