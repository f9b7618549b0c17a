"""Tells of a fault in the program: what is safe, a report to copy, going on or quitting.

Knows nothing of what failed: the report is handed in, without private text.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.widgets.labels import label, set_tone, wrapped_label

_SAVED = "What you typed is saved, and you can go on."
_IN_DIALOG = (
    "What you typed in the window is saved. What stands in the open dialog is not, but it is still "
    "there: you can go on with it."
)
_NOT_SAVED = (
    "What you typed last could not be saved. It is still on the screen: go on, and copy it "
    "somewhere safe before you quit."
)
_REPORT = "Where in the program it happened, without names and without anything you wrote:"
_MOST_TRACES = 5


class CrashDialog(QDialog):
    """Over everything else; Enter and Escape go on."""

    quit_requested = Signal()

    def __init__(self, trace: str, versions: str, parent: QWidget, *, saved: bool) -> None:
        super().__init__(parent)
        self._versions = versions
        self._times = 1
        self.traces = {trace}
        """Every fault that was told here."""
        self._order = [trace]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle("A fault in Infoview")
        self._state = wrapped_label(self._words(saved=saved, parent=parent))
        self._build(saved=saved)
        self._show_report()

    @property
    def report(self) -> str:
        """What is copied."""
        times = f"{self._times} times" if self._times > 1 else "once"
        return "\n\n".join((f"{self._versions}\nHappened {times}", *self._order))

    def count(self, trace: str) -> None:
        """Another fault while this one is told."""
        self._times += 1
        self._repeated.setText(f"It has happened {self._times} times.")
        self._repeated.show()
        if trace not in self.traces and len(self._order) < _MOST_TRACES:
            self._order.append(trace)
        self.traces.add(trace)
        self._show_report()

    def _words(self, *, saved: bool, parent: QWidget) -> str:
        if not saved:
            return _NOT_SAVED
        dialog = QApplication.activeModalWidget()
        return _IN_DIALOG if isinstance(dialog, QDialog) and dialog is not parent else _SAVED

    def _build(self, *, saved: bool) -> None:
        set_tone(self._state, "" if saved else "red")
        self._repeated = label("", "small")
        self._repeated.hide()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setAccessibleName("Report")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(8)
        column.addWidget(label("Something in Infoview went wrong", "h1"))
        column.addWidget(self._state)
        column.addWidget(self._repeated)
        column.addSpacing(6)
        column.addWidget(wrapped_label(_REPORT, "small"))
        column.addWidget(self._text, 1)
        column.addLayout(self._foot())
        self.resize(560, 380)

    def _foot(self) -> QHBoxLayout:
        self._copy, leave, go_on = (
            self._button(words) for words in ("&Copy report", "&Quit", "&Go on")
        )
        go_on.setProperty("kind", "primary")
        self._copy.clicked.connect(self._on_copy)
        leave.clicked.connect(self._on_quit)
        go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._copy)
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(go_on)
        go_on.setDefault(True)
        go_on.setFocus()
        return row

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words.replace("&", ""))
        button.setAutoDefault(True)
        return button

    def _show_report(self) -> None:
        if self._text.toPlainText() != self.report:
            self._text.setPlainText(self.report)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self._copy.setText("Copied")

    def _on_quit(self) -> None:
        self.accept()
        self.quit_requested.emit()
