"""Spelling beside one letter: opens the dictionaries, marks words, offers its menu.

Knows no editor; the desk of the letter shows what is marked.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.panes.dialogs.background import Background
from infoview_gui.panes.languages import language_names
from infoview_gui.panes.letters.rows_menu import Row, RowsMenu
from infoview_gui.panes.preferences import Preferences
from infoview_gui.practice.spelling import Word
from infoview_gui.services.spelling import Checked, Dictionaries, Spelling
from infoview_gui.settings import NO_SPELLING
from infoview_gui.store.store import Store
from infoview_gui.widgets.letter_spots import Look, Spot

ADD, IGNORE = "Add to dictionary", "Ignore in this letter"
NOTHING_FOUND = "No dictionary found: the settings say what to install"
REMOVE, MIND = "Remove from dictionary", "No longer ignore in this letter"


class SpellingDesk(QObject):
    """One for each pane of letters; until the dictionaries are open nothing is marked."""

    changed = Signal()
    """Other words may be marked now."""
    said = Signal(str)
    asked = Signal(str)
    """This verb is wanted of the word at the caret."""

    def __init__(
        self,
        spelling: Spelling,
        store: Store,
        preferences: Preferences,
        languages: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._spelling = spelling
        self._preferences = preferences
        self._languages = languages
        self._found = Dictionaries()
        self._opened_for: str | None = None
        self._letter = 0
        self._reader = Background(store, self)
        self._reader.finished.connect(self._on_opened)
        self._verbs = (QAction(ADD, self), QAction(IGNORE, self))
        self._state = QAction("Spelling", self)
        self._state.setEnabled(False)
        self.menu = RowsMenu("Spelling", parent)
        self._fill_menu()
        preferences.changed.connect(self._on_preferences)

    def begin(self, letter_id: int) -> None:
        """Check this letter from now on; the first time the dictionaries are opened for it."""
        self._letter = letter_id
        if self._opened_for != self._preferences.current.spelling:
            self._open()

    def check(self, text: str, typing_at: int | None) -> Checked:
        """Look up the letter, but for the word that is being typed."""
        current = self._preferences.current
        own = (current.name, current.city, current.signature)
        return self._spelling.check(text, self._letter, typing_at=typing_at, own=own)

    def spots(self, checked: Checked) -> Iterator[Spot]:
        """Yield what is to be marked, and the words that have something else in their menu."""
        for word in checked.misspelt:
            yield self._misspelt(word, checked.tag)
        for words, verb in ((checked.added, REMOVE), (checked.ignored, MIND)):
            for word in words:
                yield Spot(word.start, word.end, Look.PLAIN, verbs=(verb,))

    def carry_out(self, verb: str, word: str) -> None:
        """Do what was chosen of a word, and say how it is taken back."""
        try:
            self.said.emit(self._done(verb, word))
        except CannotWrite as error:
            self.said.emit(str(error))
        else:
            self.changed.emit()

    def show_verbs(self, at_caret: Sequence[Spot]) -> None:
        """Let the menu say what can be done with the word at the caret."""
        usual = (ADD, IGNORE)
        ours = (one.verbs for one in at_caret if one.verbs[0] in (ADD, REMOVE, MIND))
        found = next(ours, ())
        for number, action in enumerate(self._verbs):
            able = number < len(found)
            action.setText(found[number] if able else usual[number])
            action.setEnabled(able)

    def show_checked(self, checked: Checked) -> None:
        """Say in the menu which dictionary is in use, or why none is."""
        self._state.setText(self._words(checked))

    # -- how

    def _misspelt(self, word: Word, tag: str) -> Spot:
        return Spot(
            word.start,
            word.end,
            Look.SPELLING,
            f"“{word.text}” may be misspelt",
            f"Not in the dictionary: {language_names([tag])[tag]}.",
            verbs=(ADD, IGNORE),
            find_offers=partial(self._spelling.suggest, word.text, tag),
        )

    def _done(self, verb: str, word: str) -> str:
        if verb == ADD:
            self._spelling.add(word)
            return f"“{word}” is in your dictionary now. The menu of the word takes it out again."
        if verb == REMOVE:
            self._spelling.remove(word)
            return f"“{word}” is no longer in your dictionary."
        if verb == IGNORE:
            self._spelling.ignore(word, self._letter)
            return f"“{word}” is ignored in this letter. The menu of the word takes that back."
        self._spelling.mind(word, self._letter)
        return f"“{word}” is looked up again."

    def _open(self) -> None:
        chosen = self._opened_for = self._preferences.current.spelling
        self._reader.run(lambda _stop: self._spelling.open(chosen, self._languages))

    def _on_opened(self, found: Dictionaries) -> None:
        self._found = found
        self._spelling.use(found)
        self._show_languages()
        self.changed.emit()

    def _on_preferences(self, names: frozenset[str]) -> None:
        if "spelling" in names and self._opened_for is not None:
            self._open()

    # -- the menu

    def _fill_menu(self) -> None:
        slots: tuple[Callable[[], None], ...] = (self._on_first, self._on_second)
        for action, slot in zip(self._verbs, slots, strict=True):
            action.triggered.connect(slot)
            self.menu.addAction(action)
        self.menu.addSeparator()
        self.menu.addAction(self._state)
        self.menu.picked.connect(self._on_picked)
        self.show_verbs(())
        self._show_languages()

    def _show_languages(self) -> None:
        chosen = self._preferences.current.spelling
        names = language_names(self._found.installed)
        rows = [Row("As the letter", "", not chosen), Row("None", NO_SPELLING, chosen == "none")]
        rows += [Row(names[tag], tag, chosen == tag) for tag in self._found.installed]
        self.menu.show_rows(rows if self._found.installed else [])
        self.show_checked(Checked())

    def _words(self, checked: Checked) -> str:
        chosen = self._preferences.current.spelling
        if chosen == NO_SPELLING:
            return "Spelling is not checked"
        if not self._found.installed:
            return NOTHING_FOUND if self._opened_for is not None else "Spelling"
        if not self._found.opened:
            wanted = language_names([chosen])[chosen] if chosen else "your language"
            return f"No dictionary for {wanted}"
        if checked.foreign:
            return "No dictionary for the language of this letter"
        tag = checked.tag or self._found.opened[0].tag
        return f"Dictionary: {language_names([tag])[tag]}"

    def _on_first(self) -> None:
        self.asked.emit(self._verbs[0].text())

    def _on_second(self) -> None:
        self.asked.emit(self._verbs[1].text())

    def _on_picked(self, tag: str) -> None:
        self._preferences.change(spelling=tag)
        self._show_languages()
