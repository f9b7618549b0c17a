"""Tab order as the eye reads: the order in which things stand in their layouts.

Qt's order is that of creation, so what is added later (a second e-mail address, the name of an
introducer) would come last. Knows nothing of what it orders.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def order_tabs(page: QWidget, *after: QWidget) -> None:
    """Chain everything in ``page`` that takes the focus, and then ``after``."""
    layout = page.layout()
    found = [] if layout is None else list(_in_layout(layout))
    for before, behind in pairwise([*found, *after]):
        QWidget.setTabOrder(before, behind)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _in_widget(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def _in_widget(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    page = widget.widget() if isinstance(widget, QScrollArea) else None
    if page is not None:
        yield from _in_widget(page)
    elif layout is not None:  # a composite: its parts take the focus, whatever its proxy says
        yield from _in_layout(layout)
    elif widget.focusPolicy() != Qt.FocusPolicy.NoFocus:  # Tab may come to reach it later
        yield widget
