"""The stage chip that can be pressed: its menu sets the stage of one person or several.

Sets nothing itself.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from infoview_gui.practice.stages import Stage
from infoview_gui.theme import Theme
from infoview_gui.widgets.chip import chip_size, draw_chip
from infoview_gui.widgets.labels import plain_tool_tip


class StageMenu(QMenu):
    """All nine stages; the present one is checked."""

    chosen = Signal(object)  # Stage

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._actions: dict[Stage, QAction] = {}
        for stage in Stage:
            if stage is Stage.NOT_NOW:
                self.addSeparator()
            action = self.addAction(stage.label)
            action.setCheckable(True)
            action.setData(stage.value)
            self._actions[stage] = action
        self.triggered.connect(self._on_triggered)

    def check(self, present: Stage | None) -> None:
        """Mark the stage that holds; None when there are several."""
        for stage, action in self._actions.items():
            action.setChecked(stage is present)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(Stage(action.data()))


class StageButton(QPushButton):
    """Looks like a chip, with a ring when it has the focus."""

    chosen = Signal(object)  # Stage

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = ""
        self.setAutoDefault(False)
        self.setProperty("kind", "pill")  # for the height that the style sheet allows
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._menu = StageMenu("Stage", self)
        self._menu.chosen.connect(self.chosen)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.update)

    def show_stage(self, stage: Stage, words: str, tone: str) -> None:
        """Show a stage; ``words`` may say more than its name."""
        self._tone = tone
        self.setText(words)
        self.setAccessibleName(f"Stage: {words}")
        self.setToolTip(plain_tool_tip(f"{words}. Click to set the stage"))
        self._menu.check(stage)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the chip."""
        return chip_size(self._theme, self.text(), "")

    def minimumSizeHint(self) -> QSize:
        """Allow the words to be elided."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), 66), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip and, with the focus or the pointer on it, a ring."""
        del event
        painter = QPainter(self)
        draw_chip(painter, self._theme, self.rect(), self.text(), self._tone)
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = 2 if self.hasFocus() else 1
            token = "focus" if self.hasFocus() else "control"
            painter.setPen(QPen(self._theme.colour(token), width))
            inset = width / 2
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
