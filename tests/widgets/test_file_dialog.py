"""The file dialog that is drawn by Qt: names are to be read, on a small screen too."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QTreeView
from pytestqt.qtbot import QtBot

from infoview_gui.widgets.file_dialog import FileDialog

NAME = "Connections of somebody with very many connections (2), exported 2026-11-24.csv"


def test_names_have_the_most_room(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / NAME).touch()
    dialog = FileDialog(None, "Import people", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    files = dialog.findChild(QTreeView, "treeView")
    assert files is not None
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 1)

    index = files.model().index(0, 0, files.rootIndex())
    assert index.data() == NAME
    qtbot.waitUntil(lambda: files.columnWidth(0) > files.viewport().width() * 0.55)
    columns = sum(files.columnWidth(column) for column in range(files.model().columnCount()))
    assert columns <= files.viewport().width()
    screen = dialog.screen().availableGeometry()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()

    dialog.resize(1100, 500)
    needed = files.fontMetrics().horizontalAdvance(NAME)
    qtbot.waitUntil(lambda: files.columnWidth(0) > needed)
