"""The list of what the calendar shows: a check box each, other programs' calendars by their names.

Changes what is shown, nothing else.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from infoview_gui.panes.calendar.foreign import OtherCalendars
from infoview_gui.panes.calendar.keys import Layer
from infoview_gui.panes.calendar.layers import Layers
from infoview_gui.panes.preferences import Preferences
from infoview_gui.widgets.labels import label, plain_tool_tip

_BOX = 30
"""Room of the box itself beside its words."""


class ShowList(QWidget):
    """Follows what is changed elsewhere, as in the menu of other calendars."""

    def __init__(
        self,
        layers: Layers,
        others: OtherCalendars,
        preferences: Preferences,
        switch: Callable[[str, bool], None],
        parent: QWidget | None = None,
        *,
        width: int,
    ) -> None:
        super().__init__(parent)
        self._layers, self._others, self._preferences = layers, others, preferences
        self._switch, self._room = switch, width - _BOX
        self.setAccessibleName("Show")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._rows.addWidget(label("Show", "h3"))
        self._boxes = {layer: self._box(layer.value) for layer in Layer}
        self._calendars: dict[str, QCheckBox] = {}
        for layer, box in self._boxes.items():
            box.clicked.connect(partial(self._on_layer, layer, box))
        layers.changed.connect(self._show)
        others.changed.connect(self._show)
        preferences.changed.connect(self._on_preferences)
        self._show()

    def _box(self, words: str) -> QCheckBox:
        box = QCheckBox(self)
        self._name(box, words)
        self._rows.addWidget(box)
        return box

    def _name(self, box: QCheckBox, words: str, why: str = "") -> None:
        fits = box.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, self._room)
        box.setText(fits.replace("&", "&&"))  # an & in a name is no mnemonic
        box.setAccessibleName(f"Show {words[:1].lower()}{words[1:]}")
        tip = (words if fits != words else "", why)
        box.setToolTip(plain_tool_tip("\n".join(part for part in tip if part)))
        box.setAccessibleDescription(why)

    def _show(self) -> None:
        for layer, box in self._boxes.items():
            box.setChecked(layer not in self._layers.hidden)
        shown = {one.path: one for one in self._preferences.current.calendars}
        for path in self._calendars.keys() - shown.keys():
            self._drop(self._calendars.pop(path))
        for path, one in shown.items():
            box = self._calendars.get(path) or self._calendar(path)
            note = self._others.state_words(path) if one.on else "read only"
            title = self._others.title_of(path) or one.title
            why = self._others.trouble(path) or self._others.unread(path)
            self._name(box, f"{title} ({note})", why)
            box.setAccessibleName(f"Show {title} ({note})")
            box.setChecked(one.on)

    def _calendar(self, path: str) -> QCheckBox:
        box = self._calendars[path] = self._box("")
        box.clicked.connect(partial(self._on_calendar, path, box))
        return box

    def _drop(self, box: QCheckBox) -> None:
        self._rows.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _on_layer(self, layer: Layer, box: QCheckBox) -> None:
        self._layers.switch(layer, on=box.isChecked())

    def _on_calendar(self, path: str, box: QCheckBox) -> None:
        self._switch(path, box.isChecked())

    def _on_preferences(self, names: frozenset[str]) -> None:
        if "calendars" in names:
            self._show()
