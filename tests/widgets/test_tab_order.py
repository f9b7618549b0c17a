"""Tab goes where the eye goes, whenever a part was made."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.widgets.tab_order import order_tabs


def _chain(first: QWidget, count: int) -> list[str]:
    found, widget = [], first
    while len(found) < count:
        if widget.focusPolicy() and isinstance(widget, (QLineEdit, QPushButton)):
            found.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return found


def test_what_is_added_later_is_reached_where_it_stands(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    row = QHBoxLayout()
    last = QPushButton(page, objectName="done")
    parts = {name: QLineEdit(page, objectName=name) for name in ("note", "late", "name")}
    column.addWidget(parts["name"])
    column.addWidget(QLabel("E-mail", page))
    column.addLayout(row)
    column.addWidget(parts["note"])
    row.addWidget(parts["late"])

    order_tabs(page, last)

    assert _chain(parts["name"], 4) == ["name", "late", "note", "done"]
