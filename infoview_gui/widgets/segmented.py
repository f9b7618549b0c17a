"""A row of words of which one is chosen, such as Day, Week, Month. Knows nothing of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button


class Segmented(QFrame):
    """One tab stop; the arrow keys choose."""

    chosen = Signal(object)
    """The index the user chose (not sent by ``choose``)."""

    def __init__(
        self,
        theme: Theme,
        names: Sequence[str],
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segmented")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._on_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, text in enumerate(names):
            button = push_button(theme, text, kind="segment", parent=self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._group.addButton(button, index)
            row.addWidget(button)
        self.choose(0)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def index(self) -> int:
        """The index of the chosen word."""
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        """Show another choice; an index that does not exist changes nothing."""
        button = self._group.button(index)
        if button is not None:
            button.setChecked(True)

    def _on_toggled(self, button: QAbstractButton, on: bool) -> None:
        # By itself Qt lets Shift+Tab land on the last word instead (tried).
        policy = Qt.FocusPolicy
        button.setFocusPolicy(policy.StrongFocus if on else policy.ClickFocus)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._group.id(button))
