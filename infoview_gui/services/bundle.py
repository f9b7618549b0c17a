"""All services of one open database, made once and handed to whoever needs them."""

import time
from dataclasses import dataclass

from infoview_gui import resources
from infoview_gui.practice import questions
from infoview_gui.services.agenda import Agenda
from infoview_gui.services.conversations import Clock, Conversations
from infoview_gui.services.employers import Employers
from infoview_gui.services.finding import Finding
from infoview_gui.services.notes import NoteKeeper
from infoview_gui.services.people import People
from infoview_gui.services.people_list import PeopleList
from infoview_gui.services.person_notes import PersonNotes
from infoview_gui.services.saved_filters import SavedFilters
from infoview_gui.services.talking import Talking
from infoview_gui.services.transfer import Country, Transfer, nowhere
from infoview_gui.store.store import Store


@dataclass(frozen=True, slots=True)
class Services:
    """What a person can do."""

    store: Store
    clock: Clock
    people: People
    people_list: PeopleList
    saved_filters: SavedFilters
    employers: Employers
    person_notes: PersonNotes
    conversations: Conversations
    talking: Talking
    notes: NoteKeeper
    agenda: Agenda
    finding: Finding
    transfer: Transfer


def system_clock() -> int:
    """Return the moment now, in ms since 1970 UTC."""
    return time.time_ns() // 1_000_000


def make_services(
    store: Store, clock: Clock = system_clock, country: Country = nowhere
) -> Services:
    """Build the services over an open store; ``country`` says that of the user."""
    bank = questions.load(resources.folder() / "questions" / "questions.toml")
    conversations = Conversations(store, clock, bank)
    return Services(
        store=store,
        clock=clock,
        people=People(store, clock),
        people_list=PeopleList(store, clock),
        saved_filters=SavedFilters(store),
        employers=Employers(store, clock),
        person_notes=PersonNotes(store, clock),
        conversations=conversations,
        talking=Talking(store, clock, conversations),
        notes=NoteKeeper(store, clock),
        agenda=Agenda(clock),
        finding=Finding(store, clock),
        transfer=Transfer(store, clock, country),
    )
