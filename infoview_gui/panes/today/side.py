"""Reads what stands at the side of Today: figures of 30 days, what was lately learned."""

from infoview_gui.panes.today.figures_card import FiguresCard
from infoview_gui.panes.today.learned_card import LearnedCard
from infoview_gui.services.bundle import Services
from infoview_gui.services.people_filter import LATELY_DAYS

_DAY_MS = 86_400_000
_MOST_LESSONS = 8


class SideReader:
    """Fills the two cards."""

    def __init__(self, services: Services, figures: FiguresCard, learned: LearnedCard) -> None:
        self._services = services
        self._figures = figures
        self._learned = learned

    def read(self, now: int) -> None:
        """Read both anew."""
        from infoview_gui.services import lately  # noqa: PLC0415 - after the first picture

        connection = self._services.store.connection()
        self._figures.show_figures(lately.figures(connection, now - LATELY_DAYS * _DAY_MS))
        self._learned.show_lessons(lately.lessons(connection, _MOST_LESSONS))
