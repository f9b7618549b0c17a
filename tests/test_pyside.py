"""Guards against faults of PySide6 releases that end the program after some thousand repaints."""

import subprocess
import sys

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication

_Index = QModelIndex | QPersistentModelIndex


class _Nothing(QAbstractListModel):
    """Answers every role with None."""

    def rowCount(self, parent: _Index | None = None) -> int:
        del parent
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        del index, role
        return None


def test_none_handed_to_qt_loses_no_reference(qapp: QApplication) -> None:
    """6.12.0 lost one with each call (DEPENDENCIES.md); from Python 3.12 on None is immortal."""
    model = _Nothing()
    index = model.index(0)
    before = sys.getrefcount(None)

    for _ in range(50):
        model.itemData(index)  # Qt asks for each of 256 roles

    assert before - sys.getrefcount(None) < 500


def test_a_start_reads_no_source_of_our_modules() -> None:
    """PySide6 would look into each for `__feature__`: a seventh of the start, and memory."""
    program = (
        "from infoview_gui import __main__\n"
        "__main__._import_qt()\n"
        "import infoview_gui.app, linecache\n"
        "print(sorted(name for name in linecache.cache if 'infoview_gui' in name))"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )

    assert ended.stdout.strip() == "[]"
