"""Fields of the settings: each sets one thing as soon as it is chosen, and says what is wrong.

What cannot be set stays in the field with a sentence below it; what held before goes on to hold.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.preferences import Preferences
from infoview_gui.widgets.labels import label, set_tone, wrapped_label
from infoview_gui.widgets.undo_keys import UndoPassing, pass_undo_on


class SettingField(QWidget):
    """What all of them have: the setting, and the sentence that says what is wrong."""

    offered = Signal()
    """Something was chosen or typed, whether it could be set or not."""

    def __init__(self, preferences: Preferences, setting: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._setting = setting
        # No focus proxy: Qt would lead Tab in circles.
        self.target: QWidget | None = None
        self.problem = wrapped_label("", "small", self)
        self.problem.setAccessibleName(f"Problem with {setting.replace('_', ' ')}")
        set_tone(self.problem, "red")
        self.problem.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)

    @property
    def value(self) -> object:
        """What is set."""
        return getattr(self._preferences.current, self._setting)

    def show_value(self) -> None:
        """Show what is set, in place of what is typed."""
        raise NotImplementedError

    def finish(self) -> None:
        """Take what is typed but not yet set; the field is left."""

    def offer(self, value: object) -> None:
        """Set a value, or say why not."""
        try:
            self._preferences.change(**{self._setting: value})
        except ValueError as error:
            self.say(str(error))
        else:
            self.say("")

    def say(self, problem: str) -> None:
        """Show what is wrong; nothing when all is well."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if self.target is not None:
            set_tone(self.target, "red" if problem else "")
            self.target.setAccessibleDescription(problem)
        self.offered.emit()

    def titled(self, words: str, target: QWidget, note: str = "") -> QLabel:
        """Put a heading with its mnemonic above ``target``, and small words below it."""
        title = label(words, "h3", self)
        title.setBuddy(target)
        self.target = target
        target.setAccessibleName(words.replace("&", ""))
        self.column.addWidget(title)
        self.column.addWidget(target)
        self.column.addWidget(self.problem)
        if note:
            self.column.addWidget(wrapped_label(note, "small", self))
        return title


class WordsField(SettingField):
    """A line of text; ``whole``: it makes sense only when all of it is typed."""

    def __init__(
        self,
        preferences: Preferences,
        setting: str,
        title: str,
        parent: QWidget,
        *,
        whole: bool = False,
        note: str = "",
    ) -> None:
        super().__init__(preferences, setting, parent)
        self.line = UndoPassing("", self)
        self.titled(title, self.line, note)
        if whole:
            self.line.editingFinished.connect(self.finish)
            self.line.textEdited.connect(self._on_edited)
        else:
            self.line.textEdited.connect(self.offer)
        self.show_value()

    def finish(self) -> None:
        """Set what is typed, if it makes sense."""
        if self.line.text() != str(self.value):
            self.offer(self.line.text())

    def _on_edited(self, _text: str) -> None:
        self.offered.emit()

    def show_value(self) -> None:
        """Show what is set."""
        self.line.setText(str(self.value))
        self.say("")


class NumberField(SettingField):
    """A number of minutes, words or characters."""

    def __init__(
        self,
        preferences: Preferences,
        setting: str,
        title: str,
        limits: tuple[int, int],
        parent: QWidget,
        *,
        unit: str = "min",
        note: str = "",
    ) -> None:
        super().__init__(preferences, setting, parent)
        self.number = _StillSpinBox(self)
        self.number.setRange(*limits)
        self.number.setSingleStep(5)
        self.number.setSuffix(f" {unit}")
        self.number.setMaximumWidth(130 if unit == "min" else 170)
        self.number.setKeyboardTracking(False)
        pass_undo_on(self.number)
        self.titled(title, self.number, note)
        self.show_value()
        self.number.valueChanged.connect(self.offer)

    def show_value(self) -> None:
        """Show what is set."""
        if isinstance(self.value, int):
            self.number.setValue(self.value)

    def finish(self) -> None:
        """Take a number that is typed but not confirmed."""
        self.number.interpretText()


class SwitchField(SettingField):
    """Something that is on or off."""

    def __init__(self, preferences: Preferences, setting: str, words: str, parent: QWidget) -> None:
        super().__init__(preferences, setting, parent)
        self.check = QCheckBox(words, self)
        self.check.setAccessibleName(words.replace("&", ""))
        self.target = self.check
        self.column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.problem)
        self.show_value()
        self.check.toggled.connect(self.offer)

    def show_value(self) -> None:
        """Show what is set."""
        self.check.setChecked(bool(self.value))


class OneOfField(SettingField):
    """A few choices side by side, of which one holds."""

    def __init__(
        self,
        preferences: Preferences,
        setting: str,
        title: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(preferences, setting, parent)
        self.group = QButtonGroup(self)
        self.column.addWidget(label(title, "h3", self))
        row = QHBoxLayout()
        row.setSpacing(18)
        for number, (key, words) in enumerate(choices):
            button = QRadioButton(words, self)
            button.setAccessibleName(f"{title}: {words.replace('&', '')}")
            button.setProperty("key", key)
            self.group.addButton(button, number)
            row.addWidget(button)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addWidget(self.problem)
        self.show_value()
        self.group.idToggled.connect(self._on_toggled)

    def show_value(self) -> None:
        """Show what is set."""
        for button in self.group.buttons():
            if button.property("key") == self.value:
                button.setChecked(True)

    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked:
            self.offer(self.group.button(number).property("key"))


class SomeOfField(SettingField):
    """Things of which each is on or off; what is set are the names of those that are off.

    ``choices`` are name, words and an example.
    """

    def __init__(
        self,
        preferences: Preferences,
        setting: str,
        title: str,
        choices: Sequence[tuple[str, str, str]],
        parent: QWidget,
        note: str = "",
    ) -> None:
        super().__init__(preferences, setting, parent)
        self.checks: dict[str, QCheckBox] = {}
        self.column.addWidget(label(title, "h3", self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for row, (key, words, example) in enumerate(choices):
            check = QCheckBox(words, self)
            check.setAccessibleName(words.replace("&", ""))
            check.setAccessibleDescription(example)
            grid.addWidget(check, row, 0)
            grid.addWidget(label(example, "muted", self), row, 1)
            self.checks[key] = check
        self.column.addLayout(grid)
        self.column.addWidget(self.problem)
        if note:
            self.column.addWidget(wrapped_label(note, "small", self))
        self.show_value()
        for check in self.checks.values():
            check.clicked.connect(self._on_clicked)

    def show_value(self) -> None:
        """Show what is set."""
        off = self.value if isinstance(self.value, frozenset) else frozenset()
        for key, check in self.checks.items():
            check.setChecked(key not in off)

    def _on_clicked(self) -> None:
        self.offer([key for key, check in self.checks.items() if not check.isChecked()])


class _StillSpinBox(QSpinBox):
    """The wheel scrolls the page, not the number."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()
