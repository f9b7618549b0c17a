"""What is done with the selected people through a list that drops down: tags and the employer.

One person or 10,000: each choice is one step to undo.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.phrases import people_words
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.people_choices import PeopleChoices
from infoview_gui.theme import Theme
from infoview_gui.widgets.choice_popup import ChoicePopup, Offer

_MOST = 300
_BY_NAME = "By the name of their company"
Place = tuple[QWidget, QRect | None]
"""A widget, or a part of it, under which a list drops down."""


class ManyVerbs(QObject):
    """Opens the lists and carries out what is chosen."""

    said = Signal(str)

    def __init__(self, theme: Theme, services: Services, pane: QWidget) -> None:
        super().__init__(pane)
        self._theme = theme
        self._services = services
        self._choices = PeopleChoices(services.store, services.clock)
        self._pane = pane

    # -- tags

    def open_tags(self, ids: Sequence[int], place: Place) -> None:
        """Drop down all tags: those of everybody ticked, those of some half."""
        title = f"Tags of {people_words(len(ids))}"
        popup = ChoicePopup(
            self._theme, title, self._pane, search="Find or add a tag", new_words=True
        )
        popup.searched.connect(lambda words: self._offer_tags(popup, ids, words))
        popup.toggled.connect(partial(self._on_tag, popup, ids))
        popup.typed.connect(lambda word: self._add_tag(popup, ids, word))
        popup.closed.connect(popup.deleteLater)
        self._offer_tags(popup, ids, "")
        popup.open_at(*place)

    def _offer_tags(self, popup: ChoicePopup, ids: Sequence[int], words: str) -> None:
        counts = self._choices.tag_counts(ids)
        others = [tag for tag in self._services.people.tags() if tag not in counts]
        sought = words.strip().casefold()
        tags = [tag for tag in (*sorted(counts), *others) if sought in tag.casefold()]
        offers = [_tag_offer(tag, counts.get(tag, 0), len(ids)) for tag in tags[:_MOST]]
        empty = f"Enter adds “{words.strip()}”" if sought else "Type a word and press Enter"
        popup.show_offers(offers, max(0, len(tags) - _MOST), empty)

    def _on_tag(self, popup: ChoicePopup, ids: Sequence[int], tag: object, holds: object) -> None:
        if holds:
            self._services.people.tag(ids, str(tag))
            self.said.emit(f"Tagged {people_words(len(ids))} {tag}")
        else:
            self._services.people.untag(ids, str(tag))
            self.said.emit(f"Took the tag {tag} from {people_words(len(ids))}")
        self._offer_tags(popup, ids, popup.field.text())

    def _add_tag(self, popup: ChoicePopup, ids: Sequence[int], word: str) -> None:
        self._services.people.tag(ids, word)
        self.said.emit(f"Tagged {people_words(len(ids))} {word}")
        popup.field.clear()

    # -- employer

    def open_employers(self, ids: Sequence[int], place: Place) -> None:
        """Drop down the employers to file people under."""
        title = f"Employer of {people_words(len(ids))}"
        popup = ChoicePopup(self._theme, title, self._pane, search="Find an employer")
        popup.searched.connect(lambda words: self._offer_employers(popup, words))
        popup.chosen.connect(lambda employer_id: self._assign(ids, employer_id))
        popup.closed.connect(popup.deleteLater)
        self._offer_employers(popup, "")
        popup.open_at(*place)

    def _offer_employers(self, popup: ChoicePopup, words: str) -> None:
        found = self._services.employers.names(words, _MOST)
        offers = [Offer(one.id, one.name) for one in found]
        if not words.strip():
            offers.insert(0, Offer(None, _BY_NAME))
        popup.show_offers(offers, 0, f"No employer is called “{words.strip()}”")

    def _assign(self, ids: Sequence[int], employer_id: object) -> None:
        chosen = employer_id if isinstance(employer_id, int) else None
        try:
            self._services.employers.assign(ids, chosen)
        except InvalidDraft as error:
            self.said.emit(str(error))
        else:
            self.said.emit(f"Filed {people_words(len(ids))} under an employer")


def _tag_offer(tag: str, count: int, everybody: int) -> Offer:
    state = Qt.CheckState.Unchecked
    if count:
        some = count < everybody
        state = Qt.CheckState.PartiallyChecked if some else Qt.CheckState.Checked
    return Offer(tag, tag, count if everybody > 1 else None, state)
