"""From a first message that proposes two times to the one that is agreed, through a kill.

The mail program is a script that keeps what it is given. The program's clock is set from outside:
it is a Tuesday morning in Lisbon.
"""

import re
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.paths import find_paths
from infoview_gui.services.bundle import make_services
from infoview_gui.services.clock import STAGE
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.store.store import Store
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.pointer import choose, click, seen, show
from tests.end_to_end.staged import StagedTime
from tests.end_to_end.story import Session, stored
from tests.end_to_end.test_a_letter import MailProgram
from tests.end_to_end.week import moment

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(180)]

ZONE = "Europe/Lisbon"
TUESDAY = datetime(2026, 11, 24, 10)  # noqa: DTZ001 - a wall time
WEI, ADDRESS = "Wei Chen", "wei@northwind.example"
GAP = "‹when you could talk›"
OFFERED = re.compile(r"\w+ \d+ November \d\d:\d\d in \w+ \(\d\d:\d\d in New York\)")
TICKED = re.compile(r"^\w{3} \d+ Nov \d\d:\d\d · \d\d:\d\d in New York$")
_ON_THE_CARD = 7
"""Pixels from the top: a quarter of an hour is lower than the button that a reader is told of."""
IN_CALENDAR = re.compile(rf"^{WEI}, \w+ \d+ November, \d\d:\d\d$")


@pytest.fixture
def mail(tmp_path: Path) -> MailProgram:
    return MailProgram(tmp_path / "bin")


@pytest.fixture
def session(
    desktop: Desktop, tmp_path: Path, mail: MailProgram, monkeypatch: pytest.MonkeyPatch
) -> Session:
    data, time = tmp_path / "data", StagedTime(moment(TUESDAY, ZONE), 1)
    monkeypatch.setenv(STAGE, time.environment[STAGE])  # for what the test itself stores
    _known(data)
    settings = f'name = "Marta Vidal"\nsignature = "Marta"\nzone = "{ZONE}"\n'
    (data / "settings.toml").write_text(settings, "utf-8")
    return Session(desktop, data, {**time.environment, **mail.environment})


def _known(data: Path) -> None:
    store = Store(find_paths(data).database)
    try:
        people = make_services(store).people
        lena = people.add(PersonDraft(name="Lena Ek"))
        people.add(
            PersonDraft(
                first_name="Wei",
                last_name="Chen",
                zone="America/New_York",
                introduced_by=lena,
                emails=(ContactPoint(ADDRESS),),
            )
        )
    finally:
        store.close()


def test_from_two_proposed_times_to_the_one_they_take(session: Session, mail: MailProgram) -> None:
    _begin(session)
    _propose(session)
    _send(session, mail)
    _still_held(session)
    _take(session)
    _undo_and_redo(session)
    assert session.program.terminate() == 0


# -- the steps


def _begin(session: Session) -> None:
    program = session.program
    show(program, "People")
    click(program, WEI, "table cell")
    program.key("ctrl+shift+w")
    click(program, "Write")
    program.wait_until(lambda: GAP in program.text_of("Letter", "text"), "the draft")


def _propose(session: Session) -> None:
    """Three free times are ticked; one is taken away, and the letter says the two that are left."""
    program = session.program
    click(program, "Propose times…")
    seen(program, "Propose 3 times")
    ticked = [one for one in program.find_all(TICKED, "check box") if "checked" in one.states]
    assert len(ticked) == 3
    program.click_on(ticked[0])
    click(program, "Propose 2 times")
    session.wait_for(lambda: _statuses(session) == ["proposed"] * 2, "the times to be held")
    assert len(OFFERED.findall(program.text_of("Letter", "text"))) == 2
    assert "‹" not in program.text_of("Letter", "text")


def _send(session: Session, mail: MailProgram) -> None:
    """The mail program is given the letter with both times as it is here and there."""
    program = session.program
    letter = program.text_of("Letter", "text")
    click(program, "Open in mail program")
    session.wait_for(lambda: mail.was_opened, "the mail program")
    link = urlsplit(mail.link())
    assert (link.scheme, link.path) == ("mailto", ADDRESS)
    (body,) = parse_qs(link.query.replace("+", "%2B"))["body"]
    assert body == letter.replace("\n", "\r\n")
    assert len(OFFERED.findall(body)) == 2
    click(program, "Yes, mark as sent")
    session.wait_for(lambda: session.person(WEI)["stage"] == "asked", "the letter to be sent")


def _still_held(session: Session) -> None:
    """Killed and started again: both are in the calendar."""
    program = session.again()
    show(program, "Calendar")
    seen(program, IN_CALENDAR)
    assert len(_names(session)) == 2
    assert _statuses(session) == ["proposed"] * 2


def _take(session: Session) -> None:
    """One key: it is planned, the other is gone, and they are no longer only asked."""
    program = session.program
    x, top, width, _ = program.extents(seen(program, IN_CALENDAR))
    program.click(x + width // 2, top + _ON_THE_CARD)
    program.key("ctrl+shift+Return")
    session.wait_for(lambda: _statuses(session) == ["planned"], "the time to be taken")
    program.wait_until(lambda: len(_names(session)) == 1, "the other to be gone")
    assert session.person(WEI)["stage"] == "scheduled"


def _undo_and_redo(session: Session) -> None:
    program = session.program
    choose(program, "Edit", re.compile(f"^Undo Take the time with {WEI}"))
    session.wait_for(lambda: _statuses(session) == ["proposed"] * 2, "both to be back")
    program.wait_until(lambda: len(_names(session)) == 2, "both to be shown again")
    assert session.person(WEI)["stage"] == "asked"
    choose(program, "Edit", re.compile(f"^Redo Take the time with {WEI}"))
    session.wait_for(lambda: _statuses(session) == ["planned"], "it to be taken again")


def _statuses(session: Session) -> list[str]:
    found = stored(session.desktop, "conversations", session.data)
    return [str(talk["status"]) for talk in found]


def _names(session: Session) -> set[str]:
    return {part.name for part in session.program.find_all(IN_CALENDAR)}
