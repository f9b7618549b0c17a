"""What happens at the pills above the People table: their menus, and the filters that are kept.

Asks for another list with ``wanted``; shows nobody itself.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from infoview_gui.panes.people.filter_bar import TOGGLES, FilterBar
from infoview_gui.panes.people.filter_words import TITLES, Names, lately_words
from infoview_gui.services.bundle import Services
from infoview_gui.services.people_choices import PeopleChoices
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter
from infoview_gui.services.saved_filters import NamedFilter
from infoview_gui.store.changes import Changes
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.widgets.choice_popup import ChoicePopup

_SEARCHED = {"tags": "Find a tag", "employers": "Find a company"}
_EMPTY = {"tags": "No tags here", "employers": "No companies here"}
_MENU_NAME = 40
_TICKED = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class Filtering(QObject):
    """The verbs of the filter bar."""

    wanted = Signal(str, object)
    """Show the people with these words who pass this PeopleFilter."""
    said = Signal(str)
    settled = Signal()
    """Something was chosen and its list is closed: the pills need the keyboard no more."""

    def __init__(self, theme: Theme, services: Services, bar: FilterBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._choices = PeopleChoices(services.store, services.clock)
        self._bar = bar
        self._pane = parent
        self._text = ""
        self._only = EVERYONE
        self._names: Names = {}
        self._popup: ChoicePopup | None = None
        self._before = EVERYONE
        self._saved: list[NamedFilter] | None = None
        bar.kind_requested.connect(self.open_kind)
        bar.kind_cleared.connect(self._on_kind_cleared)
        bar.toggled.connect(self.set_toggle)
        bar.lately_cleared.connect(self._on_lately_cleared)
        bar.cleared.connect(self.clear)
        bar.all_requested.connect(self._on_all)
        bar.saved_requested.connect(self.open_saved)

    # -- what is filtered by

    @property
    def only(self) -> PeopleFilter:
        """The conditions that hold."""
        return self._only

    @property
    def names(self) -> Names:
        """The names of the employers among the conditions."""
        return self._names

    def show(self, text: str, only: PeopleFilter) -> None:
        """Show what the list is filtered by now."""
        self._text = text
        if only != self._only:
            self._only = only
            found = self._choices.employer_names(only.employers) if only.employers else {}
            self._names = found
            self._bar.show_filter(only, found)
        self._show_saved()

    def clear(self) -> None:
        """Let go of every condition; the words stay where they were typed."""
        self.wanted.emit(self._text, EVERYONE)
        self.settled.emit()

    def set_toggle(self, name: str, holds: bool) -> None:
        """Ask for a condition without values, or let go of it."""
        changed: dict[str, Any] = {name: holds}
        self.wanted.emit(self._text, replace(self._only, **changed))

    def _on_lately_cleared(self) -> None:
        self.wanted.emit(self._text, replace(self._only, lately=""))
        self.settled.emit()

    def _set_kind(self, kind: str, values: tuple[object, ...]) -> None:
        changed: dict[str, Any] = {kind: values}
        self.wanted.emit(self._text, replace(self._only, **changed))

    def _on_kind_cleared(self, kind: str) -> None:
        self._set_kind(kind, ())

    # -- the menus of conditions

    def open_kind(self, kind: str) -> None:
        """Drop down what a kind of conditions offers."""
        from infoview_gui.widgets.choice_popup import (  # noqa: PLC0415 - when first opened
            ChoicePopup,
        )

        title, search = TITLES[kind], _SEARCHED.get(kind, "")
        popup = ChoicePopup(
            self._theme, f"{title} filter", self._pane, search=search, clear="Clear"
        )
        popup.toggled.connect(lambda value, holds: self._on_toggled(kind, value, holds=holds))
        popup.searched.connect(lambda words: self._offer(popup, kind, words))
        popup.cleared.connect(lambda: self._on_popup_cleared(popup, kind))
        popup.closed.connect(self._on_popup_closed)
        popup.closed.connect(popup.deleteLater)
        self._before = self._only
        self._offer(popup, kind, "")
        popup.open_at(self._bar.pill_of(kind))
        self._popup = popup

    def _offer(self, popup: "ChoicePopup", kind: str, words: str) -> None:
        from infoview_gui.widgets.choice_popup import Offer  # noqa: PLC0415 - as above

        found = self._choices.of(kind, self._text, self._only, words)
        chosen = getattr(self._only, kind)
        offers = [
            Offer(one.value, one.label, one.count, _TICKED[one.value in chosen])
            for one in found.found
        ]
        empty = f"Nothing found for “{words}”" if words.strip() else _EMPTY.get(kind, "")
        popup.show_offers(offers, found.left_out, empty)
        popup.allow_clear(bool(chosen))

    def _on_toggled(self, kind: str, value: object, *, holds: bool) -> None:
        chosen: tuple[object, ...] = getattr(self._only, kind)
        rest = tuple(one for one in chosen if one != value)
        self._set_kind(kind, (*rest, value) if holds else rest)
        if self._popup is not None:
            self._popup.allow_clear(bool(getattr(self._only, kind)))

    def _on_popup_closed(self) -> None:
        if self._only != self._before:
            self.settled.emit()

    def _on_popup_cleared(self, popup: "ChoicePopup", kind: str) -> None:
        self._set_kind(kind, ())
        popup.hide()

    def _on_all(self) -> None:
        menu = self._menu()
        for kind, title in TITLES.items():
            action = menu.addAction(f"{title}…")
            action.setCheckable(True)
            action.setChecked(bool(getattr(self._only, kind)))
            action.triggered.connect(lambda _on, kind=kind: self.open_kind(kind))
        menu.addSeparator()
        for name, title in TOGGLES.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(bool(getattr(self._only, name)))
            action.triggered.connect(lambda on, name=name: self.set_toggle(name, on))
            action.triggered.connect(self.settled)
        if self._only.lately:
            action = menu.addAction(lately_words(self._only.lately), self._on_lately_cleared)
            action.setCheckable(True)
            action.setChecked(True)
        menu.addSeparator()
        menu.addAction("Clear all", self.clear).setEnabled(bool(self._only))
        self._pop_up(menu, self._bar.all)

    def _menu(self) -> QMenu:
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        return menu

    @staticmethod
    def _pop_up(menu: QMenu, under: QWidget) -> None:
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    # -- filters that are kept

    def take_changes(self, changes: Changes) -> None:
        """Read the kept filters anew where they changed."""
        if changes.touch("saved_filter"):
            self._saved = self._services.saved_filters.all()
            self._show_saved()
        if self._only.employers and changes.touch("employer"):
            self._names = self._choices.employer_names(self._only.employers)
            self._bar.show_filter(self._only, self._names)

    def _kept(self) -> list[NamedFilter]:
        """Return the kept filters, read when they are first needed."""
        if self._saved is None:
            self._saved = self._services.saved_filters.all()
        return self._saved

    def _in_use(self) -> NamedFilter | None:
        words = " ".join(self._text.split())
        if not words and not self._only:
            return None
        return next(
            (one for one in self._kept() if (one.text, one.only) == (words, self._only)), None
        )

    def _show_saved(self) -> None:
        used = self._in_use()
        self._bar.show_saved(used.name if used else "")

    def open_saved(self) -> None:
        """Drop down the kept filters and what can be done with them."""
        menu = self._menu()
        used = self._in_use()
        for one in self._kept():
            action = self._named(menu, one)
            action.setCheckable(True)
            action.setChecked(used is not None and used.id == one.id)
            action.triggered.connect(lambda _on, one=one: self._choose(one))
        if not self._kept():
            menu.addAction("No filter is saved yet").setEnabled(False)
        menu.addSeparator()
        keep = menu.addAction("Save this filter…", self.keep)
        keep.setEnabled(self.can_keep)
        self._sub_menu(menu, "Rename", self._rename)
        self._sub_menu(menu, "Delete", self._delete)
        self._pop_up(menu, self._bar.saved)

    def _sub_menu(self, menu: QMenu, title: str, verb: Callable[[NamedFilter], None]) -> None:
        if not self._kept():
            return
        inner = menu.addMenu(title)
        for one in self._kept():
            action = self._named(inner, one)
            action.triggered.connect(lambda _on, one=one: verb(one))

    @staticmethod
    def _named(menu: QMenu, one: NamedFilter) -> QAction:
        short = one.name if len(one.name) <= _MENU_NAME else f"{one.name[: _MENU_NAME - 1]}…"
        return menu.addAction(short.replace("&", "&&"))

    @property
    def can_keep(self) -> bool:
        """Whether there is a filter that could be kept."""
        return bool(self._only or self._text.strip())

    def keep(self) -> None:
        """Ask for a name and keep the filter under it; one of the same name is replaced."""
        from infoview_gui.panes.people.name_popup import NamePopup  # noqa: PLC0415 - seldom

        popup = NamePopup(self._theme, "Save this filter as", "Save", self._pane)
        popup.named.connect(self._on_named)
        popup.ask(self._bar.saved)

    def _on_named(self, name: str) -> None:
        text = " ".join(self._text.split())
        self._services.saved_filters.save(name, text, self._only)
        self.said.emit(f"Saved the filter {name}")

    def _choose(self, one: NamedFilter) -> None:
        self.wanted.emit(one.text, one.only)
        self.settled.emit()

    def _rename(self, one: NamedFilter) -> None:
        from infoview_gui.panes.people.name_popup import NamePopup  # noqa: PLC0415 - seldom

        def complaint(name: str) -> str:
            taken = any(other.name == name and other.id != one.id for other in self._kept())
            return "There is another filter of that name." if taken else ""

        title = "Rename the filter"
        popup = NamePopup(self._theme, title, "Rename", self._pane, complaint=complaint)
        popup.named.connect(lambda name: self._services.saved_filters.rename(one.id, name))
        popup.ask(self._bar.saved, one.name)

    def _delete(self, one: NamedFilter) -> None:
        self._services.saved_filters.delete(one.id)
        self.said.emit(f"Deleted the filter {one.name}. Ctrl+Z brings it back.")
