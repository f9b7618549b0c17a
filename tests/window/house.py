"""A database with something of everything, for tests that walk the whole window."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.letters_times import TimeWords
from infoview_gui.practice.stages import Stage
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.engagement_records import NETWORKING, EngagementDraft
from infoview_gui.services.letter_values import Writer
from tests.panes.settable_clock import SettableClock

HOUR = 3_600_000
_PEOPLE = (
    ("Amara Okafor", "Northwind Logistics", "Head of Operations", "America/New_York"),
    ("Ben Carter", "Northwind Logistics", "Data engineer", "Europe/London"),
    ("Chloé Müller-Großmann", "Alpine Rail", "Timetable planner", "Europe/Zurich"),
    ("Dmitri Volkov", "", "", ""),
    ("Esperanza de la Fuente y Castellanos", "Ministerio de Transportes", "Directora", ""),
    ("Fatima Zahra", "Harbour Trust", "Analyst", "Asia/Dubai"),
    ("George Lin", "Harbour Trust", "Engineer", "Asia/Taipei"),
)


@dataclass(frozen=True)
class House:
    """What was put into the database."""

    people: tuple[int, ...]
    ahead: int
    """A conversation in an hour."""
    done: int
    """One of yesterday, for which thanks are due."""
    proposed: int
    undated: int
    missed: int
    late: int
    """It should be over, and was never started."""
    letter: int
    """A thank-you that is begun, for the one of yesterday."""
    sent: int
    event: int
    """A networking event of this morning, at which one was met."""
    running: int | None = None


def fill(services: Services, clock: SettableClock, *, running: bool = False) -> House:
    """Put people and conversations of every kind in."""
    people = tuple(_person(services, number) for number in range(len(_PEOPLE)))
    services.people.set_stage([people[1]], Stage.ANSWERED)
    talks = services.conversations
    now = clock.now
    ahead = talks.schedule(_talk(people[0], now + HOUR, link="https://meet.example/abc"))
    done = talks.schedule(_talk(people[1], now - 25 * HOUR))
    talks.happened(done, now - 25 * HOUR, 22)
    missed = talks.schedule(_talk(people[3], now - 3 * HOUR))
    talks.missed(missed)
    proposed = talks.schedule(_talk(people[2], now + 27 * HOUR, status="proposed"))
    late = talks.schedule(_talk(people[4], now - 2 * HOUR))
    undated = talks.schedule(ConversationDraft(people=(people[5],), goal="How ports plan"))
    talks.schedule(_talk(people[6], now - 2 * HOUR))
    services.notes.save(done, "Plans slots by hand\n! ask for the timetable tool", [1, 2]).result()
    letter = services.letters.write(people[1], LetterKind.THANKS, _writer())
    sent = services.letters.write(people[2], LetterKind.FIRST, _writer())
    services.letters.mark_sent(sent)
    event = services.engagements.add(
        EngagementDraft(
            title="Lunch, IEEE PES chapter",
            kind=NETWORKING,
            starts_at=now - 4 * HOUR,
            place="Harbour hall",
            people=people[:1],
        )
    )
    services.engagements.add(EngagementDraft(title="Fair", first_day=date(2026, 11, 26), days=2))
    if running:
        services.talking.start(ahead)
    now_running = ahead if running else None
    return House(
        people, ahead, done, proposed, undated, missed, late, letter, sent, event, now_running
    )


def _writer() -> Writer:
    words = TimeWords(date.isoformat, lambda at: at.strftime("%H:%M"))
    return Writer("Marta Vidal", "Marta", 15, ZoneInfo("Europe/Berlin"), words)


def _person(services: Services, number: int) -> int:
    name, company, role, zone = _PEOPLE[number]
    return services.people.add(
        PersonDraft(
            name=name,
            company=company,
            role=role,
            zone=zone,
            channel="event",
            channel_detail="Data meet-up",
            tags=("rail", "mentor"),
            emails=(ContactPoint(f"person{number}@example.org"),),
            phones=(ContactPoint("+44 20 7946 0000"),),
            note="Met at the stand",
        )
    )


def _talk(person: int, start: int, *, status: str = "planned", link: str = "") -> ConversationDraft:
    return ConversationDraft(
        people=(person,),
        starts_at=start,
        minutes=30,
        status=status,
        way="link" if link else "",
        link=link,
        goal="How they plan capacity",
    )
