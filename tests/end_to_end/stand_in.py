"""A tiny window that stands in for the program, so that the harness itself can be tested.

Started as a process: ``python stand_in.py --data-dir DIR``. It keeps the names that were added in
``DIR/names.txt`` and knows nothing of Infoview.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QCloseEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)


class Window(QMainWindow):
    """A field and a button that fill a table, a note, a menu, a dialog and a hidden page."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._file = folder / "names.txt"
        self.setWindowTitle("Stand-in")
        self._name = QLineEdit(self)
        self._button = QPushButton("Add person", self)
        self._note = QPlainTextEdit(self)
        self._status = QLabel("ready", self)
        self._rows = QStandardItemModel(0, 2, self)
        self._rows.setHorizontalHeaderLabels(["Name", "Letters"])
        self._table = QTableView(self)
        self._table.setModel(self._rows)
        self._order = QListView(self)
        self._order.setModel(QStringListModel(["first", "second", "third"], self))
        self._order.setDragDropMode(QListView.DragDropMode.InternalMove)
        self._order.setDragDropOverwriteMode(False)
        for part, name in (
            (self._name, "Name"),
            (self._note, "Note"),
            (self._table, "People"),
            (self._order, "Order"),
        ):
            part.setAccessibleName(name)
        self._lay_out()
        self._fill_menu()
        self._button.clicked.connect(self._on_add)
        self._name.returnPressed.connect(self._on_add)
        if self._file.exists():
            for name in self._file.read_text("utf-8").splitlines():
                self._append(name)

    def _lay_out(self) -> None:
        pages = QStackedWidget(self)
        pages.addWidget(self._table)
        pages.addWidget(QPushButton("On the hidden page"))
        tabs = QTabWidget(self)
        tabs.addTab(self._note, "Notes")
        tabs.addTab(self._order, "Sorting")
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        for part in (self._name, self._button, pages, tabs, self._status):
            column.addWidget(part)
        self.setCentralWidget(inside)
        self.resize(700, 600)

    def _fill_menu(self) -> None:
        menu = self.menuBar().addMenu("&Edit")
        undo = menu.addAction("&Undo adding")
        undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        undo.triggered.connect(self._on_undo)
        menu.addAction("Ask …").triggered.connect(self._on_ask)

    def _append(self, name: str) -> None:
        self._rows.appendRow([QStandardItem(name), QStandardItem(str(len(name)))])

    def _save(self) -> None:
        names = [self._rows.item(row, 0).text() for row in range(self._rows.rowCount())]
        self._file.write_text("\n".join(names), "utf-8")

    def _on_add(self) -> None:
        self._append(self._name.text())
        self._save()
        self._name.clear()

    def _on_undo(self) -> None:
        self._rows.removeRow(self._rows.rowCount() - 1)
        self._save()

    def _on_ask(self) -> None:
        question = QDialog(self)
        question.setWindowTitle("Question")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Yes, question)
        box.accepted.connect(question.accept)
        QVBoxLayout(question).addWidget(box)
        if question.exec() == QDialog.DialogCode.Accepted:
            self._status.setText("answered")

    def closeEvent(self, event: QCloseEvent) -> None:
        (self._file.parent / "closed").touch()
        super().closeEvent(event)


def main() -> int:
    """Show the window until it is closed; exit status 3 on request, for a test of that."""
    if "--fail" in sys.argv:
        sys.stderr.write("Traceback (most recent call last):\n  on request\n")
        return 3
    application = QApplication(sys.argv)
    window = Window(Path(sys.argv[sys.argv.index("--data-dir") + 1]))
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
