"""Modal words for what cannot go on: always plain text, never guessed as HTML."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from infoview_gui.store.errors import StoreError


def show_trouble(title: str, text: str, parent: QWidget | None = None) -> None:
    """Show what happened, what is safe and what to do, and wait."""
    box = _box(parent, title, text)
    box.exec()


def show_failure(parent: QWidget, error: BaseException) -> None:
    """Show an error without stopping the window: the world's in its own words, a bug as a bug."""
    if isinstance(error, StoreError):
        box = _box(parent, "Infoview could not do that", str(error))
    else:
        text = (
            "Something in Infoview went wrong. What was saved is safe, and what you typed is still "
            f"on the screen.\n\n{type(error).__name__}"
        )
        box = _box(parent, "A fault in Infoview", text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _box(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(text)
    return box
