"""The mini countdown: a small window that stays on top and never takes the keyboard.

Fed by the call clock (picture 05, at the left). Must not know the main window: it asks to be
expanded, and its owner says where it stands.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent, QMoveEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes import call_words
from infoview_gui.panes.call_clock import CallClock, CallView
from infoview_gui.practice.countdown import MINUTE_MS, Phase
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button, rename, tool_button
from infoview_gui.widgets.labels import ElidedLabel, label, set_tone
from infoview_gui.widgets.ring import SMALL, Ring

WIDTH, HEIGHT = 376, 90
_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class MiniCountdown(QFrame):
    """Ring, clock, words and the verbs that apply now; dragged with the mouse."""

    expand_requested = Signal()
    said = Signal(str)
    moved = Signal()
    closed = Signal()
    """The desktop closed it."""

    def __init__(self, theme: Theme, call: CallClock) -> None:
        super().__init__(None, _FLAGS)
        self._theme = theme
        self._call = call
        self._grip: QPoint | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("kind", "mini")
        self.setWindowTitle("Mini countdown")
        self.setAccessibleName("Mini countdown")
        self._make_parts(theme)
        self._arrange()
        call.ticked.connect(self._on_ticked)
        if call.view is not None:
            self._on_ticked(call.view)

    @property
    def shown(self) -> tuple[str, str, str]:
        """The clock and the two lines of words that are shown."""
        return self._clock.text(), self._words.text(), self._more.text()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move the window, by the desktop where it can."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        handle = self.windowHandle()
        if handle is None or not handle.startSystemMove():
            self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse where the desktop does not move windows itself."""
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self._grip = None

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the screens from now on: there is a window of the desktop's now."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(
                self._on_screen_changed, Qt.ConnectionType.UniqueConnection
            )

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell that it stands elsewhere."""
        super().moveEvent(event)
        self.moved.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the desktop closed it."""
        super().closeEvent(event)
        self.closed.emit()

    def stand_at(self, corner: QPoint) -> None:
        """Move there, or as near as it can be seen whole."""
        screen = QGuiApplication.screenAt(corner + self.rect().center())
        screen = screen or QGuiApplication.primaryScreen()
        if screen is not None:
            room = screen.availableGeometry()
            x = max(room.left(), min(corner.x(), room.right() + 1 - self.width()))
            y = max(room.top(), min(corner.y(), room.bottom() + 1 - self.height()))
            corner = QPoint(x, y)
        self.move(corner)

    def _on_screen_changed(self) -> None:
        """Come back where the screen it stood on is gone; while it is dragged it is left alone."""
        if QGuiApplication.screenAt(self.geometry().center()) is None:
            self.stand_at(self.pos())

    # -- building

    def _make_parts(self, theme: Theme) -> None:
        self.ring = Ring(theme, SMALL, self)
        self._clock = label("", "figure", self)
        self._words = ElidedLabel("", "small", self)
        self._more = ElidedLabel("", "small", self)
        self.went_on_button = push_button(
            theme, "They went on", kind="primary", small=True, parent=self
        )
        self.again_button = push_button(theme, "", small=True, parent=self)
        self.end_button = push_button(theme, "End", small=True, parent=self)
        self.pause_button = tool_button(theme, "Pause", icon="pause", parent=self)
        self.stop_button = tool_button(theme, "End", icon="square", parent=self)
        self.expand_button = tool_button(theme, "Back to Infoview", icon="maximize-2", parent=self)
        self.pause_button.clicked.connect(self._call.pause_or_resume)
        self.went_on_button.clicked.connect(self._call.they_went_on)
        self.again_button.clicked.connect(self._call.they_went_on)
        self.end_button.clicked.connect(self._on_end)
        self.stop_button.clicked.connect(self._on_end)
        self.expand_button.clicked.connect(self.expand_requested)
        for button in self._buttons():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays where it is

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(6)
        row.addWidget(self.ring)
        row.addSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch()
        for part in (self._clock, self._words, self._more):
            words.addWidget(part)
        words.addStretch()
        row.addLayout(words, 1)
        for button in self._buttons():
            row.addWidget(button)
        self.setFixedSize(WIDTH, HEIGHT)

    def _buttons(self) -> tuple[QWidget, ...]:
        texts = (self.went_on_button, self.again_button, self.end_button)
        return (*texts, self.pause_button, self.stop_button, self.expand_button)

    # -- showing

    def _on_ticked(self, view: CallView) -> None:
        look = call_words.look(view.clock)
        over = look.tone == "red"
        spoken = f"{call_words.spoken(view.clock)}, with {view.title}"
        self.ring.show_state(look.fraction, look.tone, look.text, "", spoken)
        self._clock.setText(look.text)
        words, more = _words(view)
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        set_tone(self._clock, "red" if over else "")
        set_tone(self._words, look.tone if look.tone in {"amb", "red"} else "")
        set_tone(self, "red" if over else "")
        self._show_verbs(view, over=over)

    def _show_verbs(self, view: CallView, *, over: bool) -> None:
        paused = view.clock.paused
        name = "Resume" if paused else "Pause"
        if name != self.pause_button.accessibleName():
            rename(self.pause_button, name)
            self.pause_button.setIcon(self._theme.icon("play" if paused else "pause"))
        gift = call_words.gift(view.offers_minutes).capitalize()
        if gift != self.again_button.text():
            self.again_button.setText(gift)
            self.again_button.setAccessibleName(f"They went on: {gift}")
        again = view.may_repeat and not over
        given = view.clock.extended and view.clock.phase is Phase.CALM and not paused
        self.went_on_button.setVisible(over)
        self.again_button.setVisible(again)
        self.end_button.setVisible(over)
        self.pause_button.setVisible(not over and not given)
        self.stop_button.setVisible(not over)
        self.expand_button.setVisible(not (over or again))  # no room beside the gift

    def _on_end(self) -> None:
        self._call.end()
        self.said.emit("The conversation has ended. Notes can still be added.")


def _words(view: CallView) -> tuple[str, str]:
    """Return the two lines below the clock: the state, and whom or what it is about."""
    clock, asked = view.clock, f"{view.asked} of {view.total} asked"
    if clock.paused:
        return "Paused", view.title
    if clock.phase is Phase.OVER:
        return "Offer to end now", view.title
    if clock.phase is Phase.CLOSING:
        return "Begin to close", view.next_question or asked
    if clock.open_ended:
        return "Open end, by their choice", view.title
    if clock.extended:
        minutes = clock.span_ms // MINUTE_MS
        return f"of {minutes} more minutes they gave", view.title
    return view.title, asked if view.total else ""
