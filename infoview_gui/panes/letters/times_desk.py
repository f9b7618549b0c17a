"""The times that a letter proposes: asked for, held in the calendar, put into the text.

Knows the editor it writes into; the record is handed in.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from infoview_gui.panes import planning
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted
from infoview_gui.panes.preferences import Preferences
from infoview_gui.practice.correspondence import ASKS_TO_TALK
from infoview_gui.practice.letters import FIELDS, LetterKind
from infoview_gui.services.bundle import Services
from infoview_gui.services.letter_records import LetterRecord
from infoview_gui.services.letter_values import Writer
from infoview_gui.services.reading import conversation_rows
from infoview_gui.services.records import ConversationRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.letter_editor import LetterEditor
from infoview_gui.widgets.letter_spots import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from infoview_gui.panes.dialogs.background import Stop
    from infoview_gui.practice.letters_times import Zones

# ruff: noqa: PLC0415 - what asks for times is imported when it is first wanted
PROPOSE = "Propose times…"
KINDS = ASKS_TO_TALK | {LetterKind.CONFIRMATION}
"""A confirmation may be of a new time."""
_GAP = f"‹{FIELDS['times'].gap}›"


def may_propose(record: LetterRecord | None) -> bool:
    """Say whether a letter is one that proposes times."""
    return record is not None and not record.is_sent and record.kind in KINDS


class TimesDesk(QObject):
    """One for each pane of letters."""

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        preferences: Preferences,
        writer: Callable[[], Writer],
        editor: LetterEditor,
    ) -> None:
        super().__init__(editor)
        self._theme, self._services = theme, services
        self._times, self._preferences = times, preferences
        self._writer, self._editor = writer, editor
        self._record: LetterRecord | None = None
        self._known: Mapping[str, str] = {}
        self._caret = 0

    def show_letter(self, record: LetterRecord, known: Mapping[str, str]) -> None:
        """Work for this letter; ``known`` are the values of its fields."""
        self._record, self._known = record, known

    def proposed(self) -> str:
        """Return the times that the letter proposes, as they are here and there."""
        record = self._record
        if record is None or not may_propose(record):
            return ""
        return self._said(self._services.offers.held_for(record.id))

    def agreed(self) -> str:
        """Return the time that a confirmation confirms, as it is here and there."""
        record = self._record
        if record is None or record.kind is not LetterKind.CONFIRMATION:
            return ""
        rows = [] if record.conversation_id is None else conversation_rows([record.conversation_id])
        return self._said([row for row in rows if row.status == "planned" and row.starts_at])

    def earlier(self) -> str:
        """Return the times of another letter that are still held for the person."""
        record = self._record
        if record is None or not may_propose(record):
            return ""
        now = self._times.clock()
        rows = self._services.offers.open_to(record.person.id)
        return self._said([row for row in rows if not row.has_faded(now)])

    def _said(self, rows: Sequence[ConversationRow]) -> str:
        times = self._times
        return " · ".join(
            planning.when(times, row.starts_at or 0, planning.zones_of(row.people)) for row in rows
        )

    def with_verb(self, spots: "Iterable[Spot]", text: str) -> list[Spot]:
        """Let the place that asks for times offer to propose some."""
        if not may_propose(self._record):
            return list(spots)
        return [
            replace(one, verbs=(PROPOSE,)) if text[one.start : one.end] == _GAP else one
            for one in spots
        ]

    def owns(self, spot: Spot | None) -> bool:
        """Say whether a spot is the place that asks for times."""
        return spot is not None and spot.verbs == (PROPOSE,)

    # -- asking

    def ask(self) -> None:
        """Open the card; free times come to it as soon as they are found."""
        record = self._record
        if record is None or not may_propose(record):
            return
        from infoview_gui.panes.dialogs.background import Background
        from infoview_gui.panes.letters.times_card import Asked, TimesCard

        minutes = self._writer().minutes
        held = [row.starts_at or 0 for row in self._services.offers.held_for(record.id)]
        zones = tuple(planning.zones_of([record.person]))
        self._caret = self._editor.caret()
        card = TimesCard(
            self._theme,
            self._times,
            Asked(record.person.name, zones, minutes, tuple(held)),
            self._clash(minutes),
            self._editor.window(),
        )
        card.settled.connect(self._on_settled)
        card.finished.connect(self._on_closed)
        reader = Background(self._services.store, card)
        reader.finished.connect(card.show_suggested)
        reader.failed.connect(self._on_failed)
        card.finished.connect(reader.cancel)
        reader.run(self._search(record.id, minutes))
        card.open()

    def _search(self, letter_id: int, minutes: int) -> "Callable[[Stop], object]":
        offers, zones = self._services.offers, self._zones()
        # A calendar is read here too if it was not shown yet.
        self._services.calendar_files.show(self._preferences.current.calendars)
        return lambda _stop: offers.suggested(letter_id, zones, minutes)

    def _zones(self) -> "Zones":
        from zoneinfo import ZoneInfo

        from infoview_gui.practice.letters_times import Zones

        record = self._record
        there = [] if record is None else planning.zones_of([record.person])
        return Zones(self._times.zone, ZoneInfo(there[0]) if there else None)

    def _clash(self, minutes: int) -> Callable[[int], str]:
        from infoview_gui.panes.clashes import clash_words

        services, times = self._services, self._times

        def clash(at: int) -> str:
            return clash_words(services, times, at, minutes)

        return clash

    def _on_failed(self, error: Exception) -> None:
        raise error

    def _on_closed(self) -> None:
        self._editor.setFocus()

    # -- taking

    def _on_settled(self, moments: Sequence[int]) -> None:
        """Hold them, and let the letter say them."""
        record = self._record
        if record is None or not may_propose(record):
            return
        offers = self._services.offers
        before = [row.starts_at or 0 for row in offers.held_for(record.id)]
        offers.propose(record.id, moments, self._writer().minutes, self._times.zone_name)
        self._put(before, moments)
        many = counted(len(moments), "time is", "times are")
        here = f"{many} held in your calendar" if moments else "No time is held any more"
        self.said.emit(f"{here}. Ctrl+Z outside the letter takes it back.")

    def _put(self, before: Sequence[int], moments: Sequence[int]) -> None:
        from infoview_gui.practice.letters_times import in_a_sentence, in_lines, put_in
        from infoview_gui.practice.letters_weaving import weave

        zones, words = self._zones(), self._writer().words
        text = self._editor.text()
        lines = in_lines(before, zones, words)
        as_lines = bool(lines) and lines in text
        new = (in_lines if as_lines else in_a_sentence)(moments, zones, words)
        old = [lines, in_a_sentence(before, zones, words), self._known.get("times", "")]
        start, end, put = put_in(text, old, new, self._caret)
        if start == end == 0 and put:
            # The caret was never put anywhere: a sentence of its own, before the closing.
            place = weave(text, f"I could talk on {new}.")
            start = end = place.at
            put = place.words
        if put or start != end:
            self._editor.replace(start, end, put)
        self._editor.read_now()
        self._editor.setFocus()
