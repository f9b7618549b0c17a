"""Buttons whose icons follow the theme. Knows nothing of what they do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from infoview_gui.theme import Theme, repolish
from infoview_gui.widgets.hint import draw_key_cap, key_cap_size
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.mirror import mirrored

_ICON = 16
_GAP = 3  # what Qt lacks between icon and text to be 7
_ICON_TOKENS = {
    "primary": "on-accent",
    "ghost": "muted",
    "pill": "muted",
    "danger": "red",
    "link": "accent",
}


def _pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press on Return and Enter, once however long the key is held; say whether it was one."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return False
    event.accept()
    if not event.isAutoRepeat():
        button.click()
    return True


class _PushButton(QPushButton):
    """A button that Enter presses too; outside dialogs Qt leaves that to Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Return and Enter."""
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)


class _ToolButton(QToolButton):
    """The same for a button that shows only an icon."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Return and Enter."""
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)


class _HintedButton(_PushButton):
    """A button with a key cap at its right end."""

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = hint
        self.setProperty("hinted", True)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of a button with room for the cap."""
        return super().sizeHint() + QSize(key_cap_size(self._theme, self._hint).width() + 7, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words and cap are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button and the cap on it."""
        super().paintEvent(event)
        rect = QRect(QPoint(), key_cap_size(self._theme, self._hint))
        rect.moveCenter(self.rect().center())
        rect.moveRight(self.width() - 11)
        rect = mirrored(self, rect)
        ink, edge = self._inks()
        painter = QPainter(self)
        draw_key_cap(
            painter,
            self._theme,
            rect,
            self._hint,
            self._theme.colour(ink),
            self._theme.colour(edge),
        )

    def _inks(self) -> tuple[str, str]:
        if not self.isEnabled():
            return "disabled", "border"
        return ("on-accent",) * 2 if self.property("kind") == "primary" else ("muted", "border")


def push_button(
    theme: Theme,
    text: str,
    *,
    icon: str = "",
    kind: str = "plain",
    small: bool = False,
    shortcut_hint: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """Return a button; ``kind`` is plain, primary, ghost, danger, link or pill.

    ``shortcut_hint`` (such as ``F8``) is a key cap behind the text; it does not listen to the key.
    An ampersand in ``text`` marks the mnemonic, as in Qt; ``&&`` is an ampersand.
    """
    button = _HintedButton(theme, shortcut_hint, parent) if shortcut_hint else _PushButton(parent)
    button.setProperty("kind", kind)
    button.setProperty("small", small)
    button.setAutoDefault(False)
    button.setText(text)
    name = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    button.setAccessibleName(name)
    if shortcut_hint:
        button.setToolTip(plain_tool_tip(f"{name} ({shortcut_hint})"))
    if icon:
        set_button_icon(theme, button, icon)
    return button


def tool_button(
    theme: Theme, name: str, *, icon: str, parent: QWidget | None = None
) -> QToolButton:
    """Return a button that shows only an icon; ``name`` is accessible name and tool tip."""
    button = _ToolButton(parent)
    button.setIcon(theme.icon(icon))
    button.setIconSize(QSize(_ICON, _ICON))
    rename(button, name)
    return button


def set_button_icon(theme: Theme, button: QPushButton, icon: str) -> None:
    """Show another icon, in the colour that the button's kind asks for."""
    token = _ICON_TOKENS.get(str(button.property("kind")), "text")
    button.setIcon(theme.icon(icon, token))
    button.setIconSize(QSize(_ICON + (_GAP if button.text() else 0), _ICON))


def set_kind(theme: Theme, button: QPushButton, kind: str, icon: str = "") -> None:
    """Make a button another kind; ``icon`` is needed where it has one."""
    button.setProperty("kind", kind)
    if icon:
        set_button_icon(theme, button, icon)
    repolish(button)


def rename(button: QToolButton, name: str) -> None:
    """Give an icon button another accessible name and tool tip."""
    button.setAccessibleName(name)
    button.setToolTip(plain_tool_tip(name))
