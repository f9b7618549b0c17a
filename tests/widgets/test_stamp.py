"""A stamp looks as what it stands for, and is painted once."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from infoview_gui.widgets.stamp import draw_stamp


def test_what_is_drawn_once_is_stamped_again_in_each_size(qapp: QApplication) -> None:
    drawn: list[QRect] = []

    def draw(painter: QPainter, place: QRect) -> None:
        drawn.append(place)
        painter.fillRect(place, QColor(1, 2, 3))

    image = QImage(60, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for left in (0, 20):
        draw_stamp(painter, QRect(left, 5, 10, 10), "test stamp", draw)
    draw_stamp(painter, QRect(40, 5, 12, 10), "test stamp", draw)
    painter.end()
    assert drawn == [QRect(0, 0, 10, 10), QRect(0, 0, 12, 10)]
    for x, y in ((0, 5), (9, 14), (20, 5), (29, 14), (51, 14)):
        assert image.pixelColor(x, y) == QColor(1, 2, 3), (x, y)
    for x, y in ((10, 5), (0, 4), (30, 14), (52, 5)):
        assert image.pixelColor(x, y) == QColor(Qt.GlobalColor.white), (x, y)
