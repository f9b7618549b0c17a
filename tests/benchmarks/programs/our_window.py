"""The program as it is, with ears at the first painting of the list of people.

Arguments: the folder of the data, ms until memory is told, and “scroll” to scroll through it first.
"""

import importlib.machinery
import sys

import report

_LIST = "infoview_gui.panes.people.people_table"
_PAGES = 400


class _Ears:
    """Wraps the table's painting when the program imports it, so that nothing comes earlier.

    Not derived from ``importlib.abc``, which costs ten milliseconds that are not the program's.
    """

    def find_spec(self, name, path, target=None):  # noqa: ANN001, ANN202
        """Load the table's module as ever, then listen."""
        if name != _LIST:
            return None
        sys.meta_path.remove(self)
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        load = spec.loader.exec_module

        def listening(module):  # noqa: ANN001, ANN202
            load(module)
            _listen(module.PeopleTable)

        spec.loader.exec_module = listening
        return spec


def _listen(table):  # noqa: ANN001, ANN202
    paint = table.paintEvent
    told = []

    def painting(self, event):  # noqa: ANN001, ANN202
        paint(self, event)
        if not told and self.model().rowCount():
            report.painted()
            told.append(True)
            _end_later(self)

    table.paintEvent = painting


def _end_later(table):  # noqa: ANN001, ANN202
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - when the program has
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    def end():  # noqa: ANN202
        report.memory()
        if sys.argv[3:] == ["scroll"]:
            _scroll(table)
            report.memory("scrolled")
        table.window().close()
        QApplication.quit()

    QTimer.singleShot(int(sys.argv[2]), end)


def _scroll(table):  # noqa: ANN001, ANN202
    bar = table.verticalScrollBar()
    for step in range(_PAGES + 1):
        bar.setValue(bar.maximum() * step // _PAGES)
        table.viewport().repaint()


sys.meta_path.insert(0, _Ears())
from infoview_gui.__main__ import main  # noqa: E402 - the ears come first

sys.exit(main(["--data-dir", sys.argv[1]]))
