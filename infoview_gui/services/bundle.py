"""All services of one open database, each made when it is first wanted.

A start shows the list of people before it needs Peewee, the question bank or the search.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from infoview_gui.services.clock import Clock, ProgramClock, program_clock
from infoview_gui.services.people_list import PeopleList
from infoview_gui.services.running import last_moment
from infoview_gui.store.store import Store

if TYPE_CHECKING:
    from infoview_gui.practice.workdays import Workdays
    from infoview_gui.services.agenda import Agenda
    from infoview_gui.services.calendar_files import CalendarFiles
    from infoview_gui.services.checklists import Checklists
    from infoview_gui.services.conversations import Conversations
    from infoview_gui.services.debrief import Debrief
    from infoview_gui.services.employers import Employers
    from infoview_gui.services.engagements import Engagements
    from infoview_gui.services.export_conversations import ConversationExport
    from infoview_gui.services.finding import Finding
    from infoview_gui.services.learned import Learned
    from infoview_gui.services.letter_templates import LetterTemplates
    from infoview_gui.services.letters import Letters
    from infoview_gui.services.notes import NoteKeeper
    from infoview_gui.services.offers import Offers
    from infoview_gui.services.people import Country, People
    from infoview_gui.services.people_merging import PeopleMerging
    from infoview_gui.services.person_notes import PersonNotes
    from infoview_gui.services.prep import Prep
    from infoview_gui.services.question_bank import QuestionBank
    from infoview_gui.services.routine import Routine
    from infoview_gui.services.saved_filters import SavedFilters
    from infoview_gui.services.spelling import Spelling
    from infoview_gui.services.talking import Talking
    from infoview_gui.services.transfer import Transfer

# ruff: noqa: PLC0415 - late imports are what this module is for


class Services:
    """What a person can do."""

    def __init__(self, store: Store, clock: Clock, country: "Country | None" = None) -> None:
        self.store = store
        self.clock = clock
        self._country = country
        self.people_list = PeopleList(store, clock)
        self.workdays: Callable[[], Workdays] | None = None
        """The user's business days, from whoever knows the settings; else weekends alone."""

    def follow_talk(self, running: int | None) -> None:
        """Let no change of the computer's clock reach the talk that runs, if one does."""
        if not isinstance(self.clock, ProgramClock):
            return
        if running is None:
            self.clock.release()
        elif not self.clock.is_held:
            self.clock.hold(last_moment(self.store, running))

    @cached_property
    def people(self) -> "People":
        """Adding, changing and deleting people."""
        from infoview_gui.services.people import People, nowhere

        def forget_words(names: Iterable[str]) -> None:
            self.spelling.forget(names)

        return People(self.store, self.clock, self._country or nowhere, forget_words)

    @cached_property
    def people_merging(self) -> "PeopleMerging":
        """People who are there twice."""
        from infoview_gui.services.people import nowhere
        from infoview_gui.services.people_merging import PeopleMerging

        return PeopleMerging(self.store, self._country or nowhere)

    @cached_property
    def saved_filters(self) -> "SavedFilters":
        """Filters under a name."""
        from infoview_gui.services.saved_filters import SavedFilters

        return SavedFilters(self.store)

    @cached_property
    def employers(self) -> "Employers":
        """Companies, their priorities and their merging."""
        from infoview_gui.services.employers import Employers

        return Employers(self.store, self.clock)

    @cached_property
    def person_notes(self) -> "PersonNotes":
        """Notes about a person."""
        from infoview_gui.services.person_notes import PersonNotes

        return PersonNotes(self.store, self.clock)

    @cached_property
    def conversations(self) -> "Conversations":
        """Conversations and their questions."""
        from infoview_gui import resources
        from infoview_gui.practice import questions
        from infoview_gui.services.conversations import Conversations

        bank = questions.load(resources.folder() / "questions" / "questions.toml")
        return Conversations(self.store, self.clock, bank)

    @cached_property
    def engagements(self) -> "Engagements":
        """Own appointments, networking events and who was met there."""
        from infoview_gui.services.engagements import Engagements

        return Engagements(self.store, self.clock, self.people)

    @cached_property
    def checklists(self) -> "Checklists":
        """What to see to before a conversation."""
        from infoview_gui.services.checklists import Checklists

        return Checklists(self.store, self.clock, self.conversations)

    @cached_property
    def prep(self) -> "Prep":
        """The sheet to read before a conversation."""
        from infoview_gui.services.prep import Prep

        return Prep(self.clock, self.checklists)

    @cached_property
    def question_bank(self) -> "QuestionBank":
        """The bank with the user's own questions."""
        from infoview_gui.services.question_bank import QuestionBank

        return QuestionBank(self.store, self.clock, self.conversations.bank)

    @cached_property
    def debrief(self) -> "Debrief":
        """What becomes of a conversation's notes."""
        from infoview_gui.services.debrief import Debrief

        return Debrief(self.store, self.clock, self.people, self.conversations)

    @cached_property
    def learned(self) -> "Learned":
        """Insights, terms, openings and tasks that were kept."""
        from infoview_gui.services.learned import Learned

        return Learned(self.store, self.clock)

    @cached_property
    def letter_templates(self) -> "LetterTemplates":
        """Templates of letters, shipped and own."""
        from infoview_gui.services.letter_templates import LetterTemplates

        return LetterTemplates(self.store)

    @cached_property
    def letters(self) -> "Letters":
        """Letters, from the draft to the answer."""
        from infoview_gui.services.letters import Letters

        return Letters(self.store, self.clock, self.letter_templates)

    @cached_property
    def spelling(self) -> "Spelling":
        """Spelling in letters."""
        from infoview_gui.services.own_words import FILE_NAME, OwnWords
        from infoview_gui.services.spelling import Spelling

        return Spelling(self.store, OwnWords(self.store.path.parent / FILE_NAME))

    @cached_property
    def offers(self) -> "Offers":
        """Proposed times."""
        from infoview_gui.services.offers import Offers

        return Offers(
            self.store,
            self.clock,
            self.conversations,
            self.letters,
            self._days,
            self.calendar_files,
        )

    @cached_property
    def talking(self) -> "Talking":
        """The clock of a conversation."""
        from infoview_gui.services.talking import Talking

        return Talking(self.store, self.clock, self.conversations)

    @cached_property
    def notes(self) -> "NoteKeeper":
        """Notes of conversations."""
        from infoview_gui.services.notes import NoteKeeper

        return NoteKeeper(self.store, self.clock)

    @cached_property
    def agenda(self) -> "Agenda":
        """What is next and due."""
        from infoview_gui.services.agenda import Agenda

        return Agenda(self.store, self.clock, lambda: self.routine)

    @cached_property
    def routine(self) -> "Routine":
        """What is to be done, and what was done about it."""
        from infoview_gui.services.routine import Routine

        return Routine(
            self.store,
            self.clock,
            self._days,
            lambda: self.conversations,
            lambda: self.learned,
            lambda: self.offers,
        )

    def _days(self) -> "Workdays":
        from infoview_gui.practice.workdays import Workdays

        return Workdays() if self.workdays is None else self.workdays()

    @cached_property
    def finding(self) -> "Finding":
        """The search."""
        from infoview_gui.services.finding import Finding

        return Finding(self.store, self.clock)

    @cached_property
    def transfer(self) -> "Transfer":
        """Import and export."""
        from infoview_gui.services.people import nowhere
        from infoview_gui.services.transfer import Transfer

        return Transfer(self.store, self.clock, self._country or nowhere)

    @cached_property
    def calendar_files(self) -> "CalendarFiles":
        """Calendars of other programs, shown beside ours."""
        from infoview_gui.services.calendar_files import CalendarFiles

        return CalendarFiles()

    @cached_property
    def conversation_export(self) -> "ConversationExport":
        """Conversations as calendar files and invitations."""
        from infoview_gui.services.export_conversations import ConversationExport

        return ConversationExport(self.clock)


def make_services(
    store: Store, clock: Clock | None = None, country: "Country | None" = None
) -> Services:
    """Build the services over an open store; ``country`` says that of the user."""
    return Services(store, clock or program_clock(), country)
