"""The look of the program: light or dark, handed to every widget. Knows no widget of ours."""

import weakref
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from infoview_gui import resources
from infoview_gui.theme import fonts
from infoview_gui.theme.icons import IconPainter, TintedIconEngine, icon_file
from infoview_gui.theme.marks import mark_folder, style_marks
from infoview_gui.theme.palette import palette
from infoview_gui.theme.style import style_sheet
from infoview_gui.theme.tokens import read_tokens

if TYPE_CHECKING:
    from infoview_gui.theme.desktop import DesktopScheme

ASK_DESKTOP_AFTER_MS = 500
"""So long after a start, not to hold it up; by then Qt knows if it is to know at all."""
_FREE_DESKTOPS = ("xcb", "wayland")


class Scheme(Enum):
    """Which colours the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_QT_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Colours, icons and fonts of the moment, by name."""

    changed = Signal()
    """After the colours changed: repaint what is painted by hand."""

    def __init__(self, parent: QObject | None = None, *, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(parent)
        light, dark = read_tokens(resources.folder() / "styles" / "tokens.css")
        self._colours = {
            False: {name: QColor(value) for name, value in light.items()},
            True: {name: QColor(value) for name, value in dark.items()},
        }
        self._scheme = scheme
        self._dark = scheme is Scheme.DARK
        self._application: QApplication | None = None
        self._desktop: DesktopScheme | None = None
        self._icons = IconPainter(self.colour)
        self._made: dict[tuple[str, str], QIcon] = {}
        self._marks = style_marks(self._colours)

    @property
    def dark(self) -> bool:
        """Whether the dark colours are shown."""
        return self._dark

    @property
    def scheme(self) -> Scheme:
        """What the user chose; SYSTEM follows the desktop."""
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Show other colours, now and everywhere."""
        self._scheme = scheme
        hints = QGuiApplication.styleHints()
        if self._application is not None and hints is not None:
            hints.setColorScheme(_QT_SCHEMES[scheme])  # for the frames the system draws
            self._ask_desktop()
        self._refresh()

    def colour(self, token: str) -> QColor:
        """Return the colour of a token such as ``amber-soft``; KeyError for an unknown name."""
        return self._colours[self._dark][token]

    def paper_colour(self, token: str) -> QColor:
        """Return the colour of a token on white paper, whatever is shown on the screen."""
        return self._colours[False][token]

    def icon(self, name: str, token: str = "text") -> QIcon:  # noqa: S107 - a colour token
        """Return an icon that follows the theme; FileNotFoundError for an unknown name."""
        if not icon_file(name).is_file():
            raise FileNotFoundError(icon_file(name))
        # One for each, kept for good: PySide crashes when Qt deletes an engine written in Python.
        key = (name, token)
        if key not in self._made:
            self._made[key] = QIcon(TintedIconEngine(self._icons, name, token))
        return self._made[key]

    def pixmap(self, name: str, token: str, size: int, ratio: float) -> QPixmap:
        """Return an icon of ``size`` logical pixels in the colour of the moment."""
        return self._icons.pixmap(name, token, size, ratio)

    def font(
        self, size_px: float = fonts.BODY_PX, weight: QFont.Weight = QFont.Weight.Normal
    ) -> QFont:
        """Return the program's font at ``size_px`` logical pixels."""
        return fonts.font(size_px, weight)

    def apply(self, application: QApplication) -> None:
        """Give the whole program this look and keep it while the desktop changes."""
        self._application = application
        fonts.load_fonts(resources.folder() / "fonts")
        self._marks.register()
        weakref.finalize(self, self._marks.unregister)
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setFont(self.font())
        hints = QGuiApplication.styleHints()
        if hints is not None:
            hints.setColorScheme(_QT_SCHEMES[self._scheme])
            hints.colorSchemeChanged.connect(self._on_desktop_changed)
        self._dark = self._wants_dark()
        self._dress(application)
        self.changed.emit()
        if QGuiApplication.platformName() in _FREE_DESKTOPS:
            QTimer.singleShot(ASK_DESKTOP_AFTER_MS, self, self._ask_desktop)

    def _ask_desktop(self) -> None:
        """Where the desktop is to be followed and Qt does not know it, ask ourselves, once."""
        hints = QGuiApplication.styleHints()
        known = hints is None or hints.colorScheme() != Qt.ColorScheme.Unknown
        free = QGuiApplication.platformName() in _FREE_DESKTOPS
        if known or not free or self._scheme is not Scheme.SYSTEM or self._desktop is not None:
            return
        try:
            from infoview_gui.theme.desktop import (  # noqa: PLC0415 - late, see there
                DesktopScheme,
                has_bus,
            )
        except ImportError:
            return  # a Qt without D-Bus
        if has_bus():
            self._desktop = DesktopScheme(self)
            self._desktop.changed.connect(self._on_desktop_changed)

    def _on_desktop_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        dark = self._wants_dark()
        if dark == self._dark:
            return
        self._dark = dark
        if self._application is not None:
            self._dress(self._application)
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._scheme is not Scheme.SYSTEM:
            return self._scheme is Scheme.DARK
        hints = QGuiApplication.styleHints()
        if hints is not None and hints.colorScheme() != Qt.ColorScheme.Unknown:
            return hints.colorScheme() == Qt.ColorScheme.Dark
        return self._desktop is not None and self._desktop.dark

    def _dress(self, application: QApplication) -> None:
        application.setPalette(palette(self.colour))
        application.setStyleSheet(style_sheet(self._colours[self._dark], mark_folder(self._dark)))
