"""Two processes write to one database at the same time, and nothing of either is lost (T11)."""

import subprocess
import sys
from pathlib import Path

from infoview_gui.services.bundle import make_services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.store.store import Store

PEOPLE = 400


def test_an_import_in_another_process_and_notes_in_this_one(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    rows = "".join(f"Person {number},p{number}@example.org\n" for number in range(PEOPLE))
    file.write_text("Name,E-mail\n" + rows, encoding="utf-8")
    store = Store(tmp_path / "data" / "infoview.db")
    services = make_services(store)
    amara = services.people.add(PersonDraft(name="Amara"))
    talk = services.conversations.schedule(ConversationDraft(people=(amara,)))
    data = ("--data-dir", str(tmp_path / "data"))

    importing = subprocess.Popen(
        [sys.executable, "-m", "infoview_gui", *data, "import", str(file)],
        stdout=subprocess.DEVNULL,
    )
    saved = 0
    while importing.poll() is None:
        saved += 1
        services.notes.save(talk, f"line {saved}", [saved]).result()
        services.people.add(PersonDraft(name=f"Added {saved}"))

    assert importing.returncode == 0
    assert saved > 5
    assert services.people_list.count() == 1 + PEOPLE + saved
    assert services.notes.load(talk).text == f"line {saved}"
    assert store.undo() is not None  # and this process can still take back its own
    assert services.people_list.count() == PEOPLE + saved
    store.close()
