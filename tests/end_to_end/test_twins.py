"""Who is there twice: a file dragged onto the window, one choice, undo, again, out and compared."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.paths import find_paths
from infoview_gui.services.bundle import make_services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.store.store import Store
from tests.end_to_end import drag_source
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.driver import Program
from tests.end_to_end.pointer import choose, click, seen, show
from tests.end_to_end.story import Session, stored

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

JOANNA, BEN, SIOBHAN = "Joanna Wiśniewska", "Ben Ito", "Siobhán Lynch"
CARDS = f"""BEGIN:VCARD\r
VERSION:3.0\r
FN:Joanna Wisniewska\r
N:Wisniewska;Joanna;;;\r
ORG:Northgate Water\r
TITLE:Network planner\r
X-MY-OWN;ODD=1:kept\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
FN:{BEN}\r
N:Ito;Ben;;;\r
EMAIL;TYPE=work:ben@northwind.example\r
X-SECOND:kept too\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
FN:{SIOBHAN}\r
N:Lynch;Siobhán;;;\r
ORG:Northern Lights Co-op\r
END:VCARD\r
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "contacts.vcf"
    path.write_text(CARDS, encoding="utf-8", newline="")
    return path


def known(data: Path, *people: PersonDraft) -> None:
    """Store people before the program starts."""
    store = Store(find_paths(data).database)
    try:
        services = make_services(store)
        for person in people:
            services.people.add(person)
    finally:
        store.close()


def drag_in(desktop: Desktop, program: Program, file: Path, tmp_path: Path) -> None:
    """Drag a file from another program onto the window."""
    command = (sys.executable, drag_source.__file__)
    source = desktop.start(str(file), data_dir=tmp_path / "none", command=command, wait=False)
    patch = source.centre(seen(source, drag_source.NAME, "push button"))
    program.drag(patch, (700, 450))
    program.wait_for("Import people", "dialog")
    source.kill()


def told(desktop: Desktop, data: Path) -> list[dict[str, Any]]:
    """Everybody as stored, without what each import makes anew."""
    people = stored(desktop, "people", data)
    passing = {"id", "uid"}
    return [{key: person[key] for key in person if key not in passing} for person in people]


def test_a_file_dragged_onto_the_window(desktop: Desktop, tmp_path: Path, file: Path) -> None:
    data = tmp_path / "data"
    joanna = PersonDraft(name=JOANNA, company="Northgate Water", note="Met at GridWeek")
    known(data, joanna)
    session = Session(desktop, data)
    before = told(desktop, data)

    _import(session, file, tmp_path)
    first = told(desktop, data)
    assert [person["name"] for person in first] == [BEN, JOANNA, SIOBHAN]
    (joanna_now,) = [person for person in first if person["name"] == JOANNA]
    assert joanna_now["role"] == "Network planner"

    choose(session.program, "Edit", re.compile("^Undo Import"))
    session.wait_for(lambda: told(desktop, data) == before, "the import to be undone")
    _import(session, file, tmp_path)
    assert told(desktop, data) == first

    out = tmp_path / "out.vcf"
    done = desktop.run("export", str(out), data_dir=data)
    assert done.returncode == 0, done.stderr
    text = out.read_text("utf-8")
    for kept in ("X-MY-OWN;ODD=1:kept", "X-SECOND:kept too", f"FN:{JOANNA}", "ben@northwind"):
        assert kept in text
    assert session.program.terminate() == 0
    empty = tmp_path / "empty"
    done = desktop.run("import", str(out), data_dir=empty)
    assert done.returncode == 0, done.stderr
    names = [person["name"] for person in stored(desktop, "people", empty)]
    assert names == [BEN, JOANNA, SIOBHAN]


def _import(session: Session, file: Path, tmp_path: Path) -> None:
    program = session.program
    drag_in(session.desktop, program, file, tmp_path)
    program.wait_for("Import 2 people", "push button")  # nothing is preselected
    click(program, f"Same as {JOANNA}", "check box")
    click(program, "Import 3 people")
    click(program, "Close")
    program.wait_for(BEN, "table cell")
    session.wait_for(lambda: len(session.names()) == 3, "the import")


def test_two_become_one_by_keyboard(desktop: Desktop, tmp_path: Path) -> None:
    data = tmp_path / "data"
    mail = (ContactPoint("ben@northwind.example"),)
    known(
        data,
        PersonDraft(name=BEN, company="Northwind", role="Analyst", emails=mail),
        PersonDraft(name="B. Ito", company="Northwind", role="Planner"),
    )
    session = Session(desktop, data)
    program = session.program
    show(program, "People")
    choose(program, "Person", "Find duplicates…")
    program.wait_for("Same initial and last name, same employer", "label")
    program.wait_for("Role: Analyst, chosen", "table cell")
    program.key("Tab")  # from the list to the comparison
    program.key("Down", "Down", "Right")  # from the name to the role: the other side
    program.wait_for("Role: Planner, chosen", "table cell")
    program.key("Return")
    session.wait_for(lambda: session.names() == [BEN], "the two to be one")
    assert session.person(BEN)["role"] == "Planner"
    assert [one["value"] for one in session.person(BEN)["emails"]] == ["ben@northwind.example"]
    program.wait_for("No duplicates", "label")
    program.key("Escape")
    choose(program, "Edit", re.compile("^Undo Merge"))
    session.wait_for(lambda: len(session.names()) == 2, "the two again")
    choose(program, "Edit", re.compile("^Redo Merge"))
    session.wait_for(lambda: session.names() == [BEN], "the one again")
    program = session.again()
    assert session.names() == [BEN]
    assert program.terminate() == 0
