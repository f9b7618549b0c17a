"""The settings while the program runs: who changes one says so here, who follows one listens.

Applied at once, written soon after. Knows no pane and no widget.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.panes.local_time import LocalTime, system_zone
from infoview_gui.services.settings_file import Loaded, SettingsFile
from infoview_gui.settings import Settings, checked, country_of_locale
from infoview_gui.theme import Scheme, Theme

if TYPE_CHECKING:
    from infoview_gui.practice.marks import MarkKind

SAVED_AFTER_MS = 500


class Preferences(QObject):
    """The settings of the moment; without a file they last as long as the program."""

    changed = Signal(object)
    """The names (frozenset of str) of the settings that are others now."""
    said = Signal(str)
    """What could not be written, in a sentence."""

    def __init__(
        self,
        file: SettingsFile | None = None,
        loaded: Loaded | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._loaded = loaded or Loaded(Settings(), {})
        self._current = self._loaded.settings
        self._unsaved: set[str] = set()
        self._own: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVED_AFTER_MS)
        self._theme: Theme | None = None
        self._times: LocalTime | None = None
        self.changed.connect(self._lead)
        self._timer.timeout.connect(self.flush)

    @property
    def current(self) -> Settings:
        """What is set."""
        return self._current

    @property
    def marks(self) -> "frozenset[MarkKind]":
        """The marks that are on."""
        from infoview_gui.practice.marks import enabled_marks  # noqa: PLC0415 - not at a start

        return enabled_marks(self._current.marks_off)

    def country(self) -> str:
        """Return the user's country (ISO 3166): what is set, else that of the locale, or none."""
        return self._current.country or country_of_locale(QLocale().name())

    def backup_folder(self, usual: Path) -> Path:
        """Return where daily backups go; ``usual`` where nothing else is set."""
        return Path(self._current.backup_folder) if self._current.backup_folder else usual

    def change(self, **values: object) -> None:
        """Set these, all or none; ValueError says in a sentence what is wrong with one."""
        good: dict[str, Any] = {name: checked(name, value) for name, value in values.items()}
        names = frozenset(name for name in good if getattr(self._current, name) != good[name])
        # What made no sense in the file is replaced, even by the default that is shown for it.
        changed = names | (good.keys() & self._loaded.wrong.keys())
        self._unsaved |= changed - self._own.keys()
        if self._unsaved:
            self._timer.start()
        self._set(good)

    @property
    def held_apart(self) -> frozenset[str]:
        """The settings whose own values are put away for now."""
        return frozenset(self._own)

    def hold_apart(self, names: Iterable[str]) -> None:
        """Put the own values of these settings away, and of no others: they begin as at the start.

        What is set meanwhile is never written and goes when the own values come back.
        """
        self.flush()
        back, self._own = self._own, {}
        usual = Settings()
        kept = {name: back.get(name, getattr(self._current, name)) for name in names}
        self._set({**back, **{name: getattr(usual, name) for name in kept}})
        self._own = kept

    def _set(self, values: dict[str, Any]) -> None:
        names = frozenset(name for name in values if getattr(self._current, name) != values[name])
        if names:
            self._current = replace(self._current, **values)
            self.changed.emit(names)

    def flush(self) -> None:
        """Write now what is not written yet; where that fails, the next change tries again."""
        self._timer.stop()
        if self._file is None or not self._unsaved:
            return
        try:
            self._file.save(replace(self._current, **self._own), self._unsaved)
        except CannotWrite as error:
            self.said.emit(f"The settings hold until you quit: {error}")
        else:
            self._unsaved.clear()

    def complaint(self) -> str:
        """Return what was wrong with the file at the start, in plain words, and set it aside."""
        if self._loaded.damaged:
            return self._set_aside()
        if not self._loaded.wrong:
            return ""
        parts = "\n".join(f"• {name}: {why}" for name, why in sorted(self._loaded.wrong.items()))
        return (
            "Some settings in the file make no sense and are as at the first start until you "
            f"choose them again (Ctrl+,). Nothing else is touched.\n\n{parts}"
        )

    def _set_aside(self) -> str:
        if self._file is None:
            return ""
        begin = (
            f"{self._loaded.damaged} Everything is set as at the first start; your people and "
            "notes are not touched."
        )
        try:
            kept = self._file.set_aside()
        except CannotWrite as error:
            return f"{begin} {error}"
        return f"{begin} The old file is kept as:\n{kept}" if kept is not None else begin

    # -- what follows them

    def lead_theme(self, theme: Theme) -> None:
        """Let the look follow the settings, from now on."""
        self._theme = theme
        self._lead(frozenset({"theme"}))

    def lead_times(self, times: LocalTime) -> None:
        """Let the zone that times are shown in follow the settings, from now on."""
        self._times = times
        self._lead(frozenset({"zone"}))

    def _lead(self, names: frozenset[str]) -> None:
        if "theme" in names and self._theme is not None:
            self._theme.set_scheme(Scheme(self._current.theme))
        if "zone" in names and self._times is not None:
            self._times.set_zone(self._current.zone or system_zone())
