"""What the end-to-end tests share: files to import, and what the program has stored, as JSON."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import apsw

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.paths import find_paths
from infoview_gui.services.bundle import make_services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.store.store import Store
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.driver import Program

LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some of the addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Amara,Okafor,https://www.linkedin.com/in/amara-okafor,amara@northwind.example,Northwind Energy,Head of Grid Analytics,05 Mar 2024
Ben,Ito,https://www.linkedin.com/in/ben-ito,,Northwind Energy,Meteorologist,05 Mar 2024
Siobhán,Lynch,https://www.linkedin.com/in/slynch,,Northern Lights Co-op,Grid economist,05 Mar 2024
,,,,,,05 Mar 2024
"""  # noqa: E501 - as LinkedIn writes it


def connections(folder: Path) -> Path:
    """Write a LinkedIn export with three people and a line without a name."""
    path = folder / "Connections.csv"
    path.write_text(LINKEDIN, encoding="utf-8")
    return path


def stored(desktop: Desktop, what: str, data: Path) -> list[dict[str, Any]]:
    """Return ``people`` or ``conversations`` as a script sees them, while the window is open."""
    done = desktop.run(what, "--json", data_dir=data)
    assert done.returncode == 0, done.stderr
    values: list[dict[str, Any]] = json.loads(done.stdout)
    return values


def names(desktop: Desktop, data: Path) -> list[str]:
    """Return the names of everyone stored."""
    return [person["name"] for person in stored(desktop, "people", data)]


def let_time_pass(data: Path, minutes: float) -> None:
    """Move everything that happened into the past, while the program is not running."""
    connection = apsw.Connection(str(data / "infoview.db"))
    by = round(minutes * 60_000)
    connection.execute("UPDATE event SET at = at - ?", (by,))
    connection.execute("UPDATE conversation SET starts_at = starts_at - ?", (by,))
    rows = connection.execute("SELECT id, moments FROM note").fetchall()
    for ident, moments in rows:
        moved = json.dumps([at - by for at in json.loads(str(moments))])
        connection.execute("UPDATE note SET moments = ? WHERE id = ?", (moved, ident))
    connection.close()


def plan(data: Path, name: str, *emails: str) -> None:
    """Store a person and a conversation with them, without a time, before the program starts."""
    points = tuple(map(ContactPoint, emails))
    store = Store(find_paths(data).database)
    try:
        services = make_services(store)
        person = services.people.add(PersonDraft(name=name, emails=points))
        services.conversations.schedule(ConversationDraft(people=(person,)))
    finally:
        store.close()


class Session:
    """One window on one data folder, killed and opened again at will."""

    def __init__(
        self, desktop: Desktop, data: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        self.desktop = desktop
        self.data = data
        self.environment = environment
        self.program: Program = desktop.start(data_dir=data, environment=environment)

    def again(self, after_minutes: float = 0) -> Program:
        """Kill the program and start it anew, as if so much time had gone by in between."""
        self.program.kill()
        if after_minutes:
            let_time_pass(self.data, after_minutes)
        self.program = self.desktop.start(data_dir=self.data, environment=self.environment)
        return self.program

    def names(self) -> list[str]:
        """The names of everyone stored."""
        return names(self.desktop, self.data)

    def person(self, name: str) -> dict[str, Any]:
        """The one person of that name as stored."""
        people = stored(self.desktop, "people", self.data)
        (person,) = [person for person in people if person["name"] == name]
        return person

    def talk(self) -> dict[str, Any]:
        """The one conversation as it is stored."""
        (talk,) = stored(self.desktop, "conversations", self.data)
        return talk

    def wait_for(self, what: Callable[[], bool], words: str) -> None:
        """Wait for anything."""
        self.program.wait_until(what, words)

    def wait_for_talk(self, **values: object) -> None:
        """Wait until the one stored conversation says all this."""

        def says() -> bool:
            talks = stored(self.desktop, "conversations", self.data)
            return len(talks) == 1 and values.items() <= talks[0].items()

        self.program.wait_until(says, f"the conversation to have {values}")
