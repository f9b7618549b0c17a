"""The main job in the real window, keys only, killed and started again after every step."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.driver import Program
from tests.end_to_end.story import connections, let_time_pass, names, stored

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]
NOTES = ["Team of 14, half from weather science", "! Regulators ask for forecasts"]


class Session:
    """One window on one data folder, killed and opened again at will."""

    def __init__(self, desktop: Desktop, data: Path) -> None:
        self.desktop = desktop
        self.data = data
        self.program: Program = desktop.start(data_dir=data)

    def again(self) -> Program:
        """Kill the program and start it anew."""
        self.program.kill()
        self.program = self.desktop.start(data_dir=self.data)
        return self.program

    def talk(self) -> dict[str, object]:
        """The one conversation as it is stored."""
        (talk,) = stored(self.desktop, "conversations", self.data)
        return talk

    def wait_for_talk(self, key: str, value: object) -> None:
        """Wait until the stored conversation says so."""
        self.program.wait_until(
            lambda: self.talk()[key] == value, f"the conversation's {key} to be {value}"
        )

    def wait_for(self, what: Callable[[], bool], words: str) -> None:
        """Wait for anything."""
        self.program.wait_until(what, words)


@pytest.fixture
def session(desktop: Desktop, tmp_path: Path) -> Session:
    return Session(desktop, tmp_path / "data")


def test_from_the_empty_program_to_the_exported_list(session: Session, tmp_path: Path) -> None:
    _import(session, connections(tmp_path))
    _add_a_person(session)
    _plan(session)
    _move(session)
    _talk_and_be_killed(session)
    _close(session)
    _thank(session)
    _export(session, tmp_path / "out.csv")
    assert session.program.terminate() == 0


def _import(session: Session, file: Path) -> None:
    program = session.program
    program.key("ctrl+i")
    program.wait_for("File name:", "text")
    program.type_text(f"{file}\n")
    program.wait_for("Import 3 people", "push button")
    assert names(session.desktop, session.data) == []  # nothing is written yet
    program.key("Return")
    session.wait_for(lambda: len(names(session.desktop, session.data)) == 3, "the import")
    program.wait_for("Close", "push button")
    program.key("Return")
    program.wait_for("Ben Ito", "table cell")

    program.key("ctrl+z")
    session.wait_for(lambda: names(session.desktop, session.data) == [], "the import to be undone")
    program.key("ctrl+shift+z")
    session.wait_for(lambda: len(names(session.desktop, session.data)) == 3, "the import again")
    program = session.again()
    program.key("ctrl+2")
    program.wait_for("Siobhán Lynch", "table cell")


def _add_a_person(session: Session) -> None:
    program = session.program
    program.key("ctrl+shift+p")
    program.wait_for("New person", "dialog")
    program.type_text("Joanna Wiśniewska\tNorthgate Water\n")
    session.wait_for(
        lambda: "Joanna Wiśniewska" in names(session.desktop, session.data), "the new person"
    )
    program.wait_for("Joanna Wiśniewska", "table cell")
    program = session.again()
    program.key("ctrl+2")
    program.key("ctrl+f")
    program.type_text("north gate")
    program.wait_until_gone("Ben Ito", "table cell")
    program.key("Escape")
    program.wait_for("Ben Ito", "table cell")


def _plan(session: Session) -> None:
    program = session.program
    program.key("ctrl+n")
    program.wait_for("New conversation", "dialog")
    program.type_text("amara")
    program.wait_for_text("With", "amara", "text")
    program.key("Return")
    program.wait_for("Remove Amara Okafor")
    program.press("Plan conversation")
    session.wait_for(
        lambda: len(stored(session.desktop, "conversations", session.data)) == 1, "the plan"
    )
    talk = session.talk()
    assert (talk["people"], talk["minutes"], talk["status"]) == (["Amara Okafor"], 15, "planned")
    session.again()


def _move(session: Session) -> None:
    program = session.program
    program.key("ctrl+3")
    program.wait_for("New conversation", "push button")
    before = session.talk()
    program.key("ctrl+t", "Home", "ctrl+Down", "shift+Down")
    session.wait_for_talk("minutes", 20)
    assert session.talk()["starts_at"] != before["starts_at"]
    program.key("ctrl+z")
    session.wait_for_talk("minutes", 15)
    program.key("ctrl+z")
    session.wait_for_talk("starts_at", before["starts_at"])


def _talk_and_be_killed(session: Session) -> None:
    program = session.again()
    program.key("ctrl+4")
    program.wait_for("Notes", "text")
    program.key("F5")
    session.wait_for_talk("status", "running")
    program.type_text("\n".join(NOTES))
    program.key("F6")
    program.wait_until(
        lambda: session.talk()["note"] == "\n".join(NOTES), "the notes to be saved by themselves"
    )
    program.kill()  # in the middle of the talk

    session.program = session.desktop.start(data_dir=session.data)
    program = session.program
    program.wait_for("Pause", "push button")
    assert program.text_of("Notes", "text") == "\n".join(NOTES)
    talk = session.talk()
    assert [line["phase"] for line in talk["lines"]] == ["during", "during"]  # type: ignore[attr-defined]
    assert sum(question["asked_s"] is not None for question in talk["questions"]) == 1  # type: ignore[attr-defined]


def _close(session: Session) -> None:
    session.program.kill()
    let_time_pass(session.data, 13)
    session.program = session.desktop.start(data_dir=session.data)
    program = session.program
    program.key("ctrl+1")  # the clock is in the strip of every pane
    program.wait_for(re.compile("^Begin to close"), "push button")
    program.key("F9")
    session.wait_for(lambda: len(session.talk()["events"]) == 2, "the minutes they gave")  # type: ignore[arg-type]
    program.key("F8")
    session.wait_for_talk("status", "done")
    kinds = [(event["kind"], event["by"]) for event in session.talk()["events"]]  # type: ignore[attr-defined]
    assert kinds == [("started", "user"), ("extended", "them"), ("closed", "them")]
    (person,) = [
        person
        for person in stored(session.desktop, "people", session.data)
        if person["name"] == "Amara Okafor"
    ]
    assert person["stage"] == "talked"


def _thank(session: Session) -> None:
    program = session.again()
    program.key("ctrl+1")
    program.wait_for("Mark as sent", "push button")
    program.focus("Mark as sent", "push button")
    program.key("space")
    session.wait_for(lambda: session.talk()["thanked_at"] is not None, "the thanks")
    program.wait_until_gone("Mark as sent", "push button")
    program.key("ctrl+z")
    program.wait_for("Mark as sent", "push button")
    program.key("ctrl+shift+z")
    session.wait_for(lambda: session.talk()["thanked_at"] is not None, "the thanks again")


def _export(session: Session, out: Path) -> None:
    program = session.again()
    program.key("ctrl+e")
    program.wait_for("Export people", "dialog")
    program.key("Return")
    program.wait_for("File name:", "text")
    program.key("ctrl+a")
    program.type_text(f"{out}\n")
    session.wait_for(out.exists, "the exported file")
    text = out.read_text(encoding="utf-8-sig")
    for typed in ("Amara,Okafor", "Joanna,Wiśniewska", "Northgate Water", "thanked"):
        assert typed in text
