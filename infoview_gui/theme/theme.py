"""The look of the program: light or dark, handed to every widget. Knows no widget of ours."""

import weakref
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from infoview_gui import resources
from infoview_gui.theme import fonts
from infoview_gui.theme.icons import IconPainter, TintedIconEngine, icon_file
from infoview_gui.theme.marks import mark_folder, style_marks
from infoview_gui.theme.palette import palette
from infoview_gui.theme.style import style_sheet
from infoview_gui.theme.tokens import read_tokens


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
        self._icons = IconPainter(self.colour)
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
        self._refresh()

    def colour(self, token: str) -> QColor:
        """Return the colour of a token such as ``amber-soft``; KeyError for an unknown name."""
        return self._colours[self._dark][token]

    def icon(self, name: str, token: str = "text") -> QIcon:  # noqa: S107 - a colour token
        """Return an icon that follows the theme; FileNotFoundError for an unknown name."""
        if not icon_file(name).is_file():
            raise FileNotFoundError(icon_file(name))
        return QIcon(TintedIconEngine(self._icons, name, token))

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
        return hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark

    def _dress(self, application: QApplication) -> None:
        application.setPalette(palette(self.colour))
        application.setStyleSheet(style_sheet(self._colours[self._dark], mark_folder(self._dark)))
