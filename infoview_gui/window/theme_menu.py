"""The menu of the looks: as the system, light, dark. Knows the setting, not the colours."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from infoview_gui.panes.preferences import Preferences

_CHOICES = (("system", "&As the system"), ("light", "&Light"), ("dark", "&Dark"))


class ThemeMenu(QMenu):
    """A menu in ``menu``, of which one choice is ticked."""

    def __init__(self, menu: QMenu, preferences: Preferences) -> None:
        super().__init__("T&heme", menu)
        self._preferences = preferences
        self._group = QActionGroup(self)
        for key, text in _CHOICES:
            action = QAction(text, self._group)
            action.setCheckable(True)
            action.setData(key)
            self.addAction(action)
        self._group.triggered.connect(self._on_chosen)
        preferences.changed.connect(self._show)
        menu.addMenu(self)
        self._show()

    def _on_chosen(self, action: QAction) -> None:
        self._preferences.change(theme=action.data())

    def _show(self, _names: object = None) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == self._preferences.current.theme)
