"""Sets up a theme on the test's application and takes it off again."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from infoview_gui.theme import Scheme, Theme


@contextmanager
def dressed(application: QApplication, scheme: Scheme = Scheme.LIGHT) -> Iterator[Theme]:
    theme = Theme(application, scheme=scheme)
    theme.apply(application)
    yield theme
    application.setStyleSheet("")
    theme.deleteLater()


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def colours_of(image: QImage) -> set[str]:
    """The names of all opaque colours in a picture."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def shows(widget: QWidget, colour: QColor) -> bool:
    return colour.name() in colours_of(picture(widget))
