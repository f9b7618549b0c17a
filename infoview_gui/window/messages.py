"""Modal words for what cannot go on: always plain text, never guessed as HTML."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from infoview_gui.store.errors import StoreError


def show_trouble(title: str, text: str, parent: QWidget | None = None) -> None:
    """Show what happened, what is safe and what to do, and wait."""
    box = _box(parent, title, text)
    box.exec()


def show_notice(title: str, text: str, parent: QWidget) -> None:
    """Show what happened and what is safe, without stopping the window."""
    box = _box(parent, title, text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def show_failure(parent: QWidget, error: StoreError) -> None:
    """Show an error of the world without stopping the window; once while it is shown."""
    shown = (box for box in parent.findChildren(QMessageBox) if box.isVisible())
    if any(box.informativeText() == str(error) for box in shown):
        return
    show_notice("Infoview could not do that", str(error), parent)


def ask_to_lose(parent: QWidget, reason: str) -> bool:
    """Ask whether to close although what was typed last is not on disk; waits."""
    text = "What you typed last could not be saved and would be lost. Keep the window open to copy"
    box = _box(parent, "Close without saving?", f"{text} it, or make room.\n\n{reason}".strip())
    lose = box.addButton("&Close and lose it", QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton("&Keep open", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is lose


def _box(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(text)
    return box
