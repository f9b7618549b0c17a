"""A call of fifteen minutes in compressed time, killed at minute seven, from prep to what it left.

For the program half a minute is a quarter of an hour: its clock is set from outside.
"""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import pytest

from infoview_gui.paths import find_paths
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services import reading
from infoview_gui.services.bundle import make_services
from infoview_gui.services.clock import STAGE
from infoview_gui.store.store import Store
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.driver import Program
from tests.end_to_end.staged import MINUTE, StagedTime
from tests.end_to_end.story import plan, stored

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(240)]

# Tuesday, 24 November 2026, 14:00 in Lisbon.
BEGIN = round(datetime(2026, 11, 24, 14, 0, tzinfo=UTC).timestamp() * 1000)
RATE, RATE_AFTER_THE_KILL = 30, 24
"""The second part has a start in it and turns that are to be seen: slow machines need the time."""
AMARA, LENA = "Amara Okafor", "Lena Castellanos"
MUST = "Which forecasts do you trust?"
OTHER = "What is planned by hand?"
ALWAYS = "Who else should I talk to?"
PREP = "Northwind bought Helio Labs"
FIRST = [
    "Team of 14, half from weather science",
    "! Regulators ask for forecasts",
    "~ hosting capacity: what a feeder can take",
]
SECOND = [
    f"@ {LENA}, planning tools",
    "+ Helio Labs, planning analyst, opens in January",
    "- send the notebook (due Friday)",
]
AFTER = "Warm and quick"


class Call:
    """The program with its own time, and what it has stored."""

    def __init__(self, desktop: Desktop, data: Path, time: StagedTime) -> None:
        self.desktop = desktop
        self.data = data
        self.time = time
        self.program = self.start()

    def start(self) -> Program:
        self.program = self.desktop.start(data_dir=self.data, environment=self.time.environment)
        return self.program

    def talk(self) -> dict[str, Any]:
        (talk,) = stored(self.desktop, "conversations", self.data)
        return talk

    def started_at(self) -> int:
        (event,) = [one for one in self.talk()["events"] if one["kind"] == "started"]
        return round(datetime.fromisoformat(event["at"]).timestamp() * 1000)

    def wait_until(self, moment: int) -> None:
        """Wait until it is that time for the program."""
        seconds = self.time.real_seconds_until(moment) + 20
        self.program.wait_until(lambda: self.time.now() >= moment, "that time", seconds)

    def line(self, text: str) -> tuple[float, float]:
        """Type a line of the notes; return between which minutes it was begun."""
        before = self.time.now()
        self.program.type_text(text)
        self.program.wait_until(
            lambda: text in self.program.text_of("Notes", "text"), f"{text!r} to be in the notes"
        )
        return before, self.time.now()

    def kept(self) -> int:
        """How many lines have become something."""
        connection = apsw.Connection(
            str(self.data / "infoview.db"), flags=apsw.SQLITE_OPEN_READONLY
        )
        try:
            return int(connection.execute("SELECT count(*) FROM capture").get)
        finally:
            connection.close()

    def wait_for_kept(self, number: int) -> None:
        self.program.wait_until(lambda: self.kept() == number, f"{number} lines to be kept")


@pytest.fixture
def call(desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    data, time = tmp_path / "data", StagedTime(BEGIN, RATE)
    monkeypatch.setenv(STAGE, time.environment[STAGE])  # for what the test itself stores
    plan(data, AMARA)
    return Call(desktop, data, time)


def test_a_call_from_prep_to_what_it_left(call: Call) -> None:
    _prepare(call)
    begun = _first_half(call)
    _killed_and_back(call, begun)
    begun |= _second_half(call)
    _until_they_close(call)
    _debrief(call)
    call.program.kill()
    _everything_is_there(call, begun)


def _prepare(call: Call) -> None:
    program = call.program
    program.key("ctrl+4")
    program.focus("What you want from this talk", "text")
    program.type_text("How tools are chosen\n")
    program.key("ctrl+shift+q")
    program.type_text(f"{MUST}\n{OTHER}\n")
    program.wait_for(re.compile(f"^{re.escape(OTHER)}"), "check box")
    program.key("Escape")
    for question in call.talk()["questions"]:
        if (
            question["must"] and question["text"] != ALWAYS
        ):  # those that come by themselves give way to our own
            _turn_must(program, question["text"])
    _turn_must(program, MUST)
    program.wait_until(
        lambda: {one["text"] for one in call.talk()["questions"] if one["must"]} == {MUST, ALWAYS},
        "the one must-ask",
    )
    program.focus("Notes", "text")
    call.line(PREP)


def _turn_must(program: Program, question: str) -> None:
    """Make a question one that must be asked, or no longer."""
    program.focus(re.compile(f"^{re.escape(question)}"), "check box")
    program.key("m")


def _first_half(call: Call) -> dict[str, tuple[float, float]]:
    program = call.program
    program.key("F5")
    program.wait_for(re.compile("^Calm, "), "push button")
    program.key("F6")
    program.wait_until(lambda: _asked(call) == [MUST], "the must-ask to be ticked first")
    begun = {}
    for number, text in enumerate(FIRST):
        if number:
            program.key("Return")
        begun[text] = call.line(text)
    call.wait_until(call.started_at() + 7 * MINUTE)
    return begun


def _killed_and_back(call: Call, begun: dict[str, tuple[float, float]]) -> None:
    call.program.kill()
    call.time.turn_to(RATE_AFTER_THE_KILL)
    program = call.start()
    strip = program.wait_for(re.compile(r"^Calm, \d+ minutes left"), "push button")
    start, late = call.started_at(), call.time.now()
    left = int(re.search(r"\d+", strip.name)[0])  # type: ignore[index]
    assert 15 * MINUTE - (late - start) <= left * MINUTE <= 8 * MINUTE
    assert program.text_of("Notes", "text") == "\n".join([PREP, *FIRST])
    _check_lines(call, begun)


def _second_half(call: Call) -> dict[str, tuple[float, float]]:
    program, begun = call.program, {}
    program.focus("Notes", "text")
    program.key("ctrl+End", "F6")
    program.wait_until(lambda: len(_asked(call)) == 2, "the next question to be ticked")
    for text in SECOND:
        program.key("Return")
        begun[text] = call.line(text)
    return begun


def _until_they_close(call: Call) -> None:
    program = call.program
    program.wait_for(re.compile("^Begin to close, "), "push button")
    program.wait_for("Begin to close", "label")
    assert call.time.now() >= call.started_at() + 12 * MINUTE
    program.wait_for("Fifteen minutes are up", "label")
    assert call.time.now() >= call.started_at() + 15 * MINUTE
    assert program.is_shown(re.compile("I know how busy you are"), "label")
    assert "focused" in program.states_of("Notes", "text")
    program.key("F9")
    program.wait_until(lambda: len(call.talk()["events"]) == 2, "the minutes they gave")
    program.wait_for(re.compile("^Going on by their choice, "), "push button")
    program.key("F8")
    program.wait_until(lambda: call.talk()["status"] == "done", "the end")
    kinds = [(event["kind"], event["by"], event["minutes"]) for event in call.talk()["events"]]
    assert kinds == [
        ("started", "user", None),
        ("extended", "them", 5),
        ("closed", "them", None),
    ]


def _debrief(call: Call) -> None:
    program = call.program
    program.wait_for("After the conversation", "label")
    assert "focused" in program.states_of("Notes", "text")  # beside the notes, not in their place
    program.key("Return")
    call.line(AFTER)
    program.key("ctrl+shift+k")
    call.wait_for_kept(5)
    program.focus(re.compile("^Insight kept"), "push button")  # in the notes it would undo typing
    program.key("ctrl+z")
    call.wait_for_kept(0)
    program.key("ctrl+shift+k")
    call.wait_for_kept(5)
    program.key("ctrl+shift+k")  # nothing is created twice
    program.wait_for("5 of 5 kept", "label")
    people = [person["name"] for person in stored(call.desktop, "people", call.data)]
    assert sorted(people) == [AMARA, LENA]
    program.wait_until(
        lambda: (call.talk()["note"] or "").endswith(AFTER), "the last line to be on disk"
    )


def _everything_is_there(call: Call, begun: dict[str, tuple[float, float]]) -> None:
    program = call.start()
    program.key("ctrl+2")
    program.wait_for(LENA, "table cell")
    _check_lines(call, begun)
    tied = {line["text"]: line["question"] for line in call.talk()["lines"]}
    second = next(text for text in _asked(call) if text != MUST)
    assert tied == {
        PREP: None,
        **dict.fromkeys(FIRST, MUST),
        **dict.fromkeys(SECOND, second),
        AFTER: None,
    }
    assert program.terminate() == 0
    store = Store(find_paths(call.data).database)
    try:
        _check_what_became(store)
    finally:
        store.close()


def _check_what_became(store: Store) -> None:
    services = make_services(store)
    learned = services.learned.all()
    by_kind = {one.kind: one for one in learned}
    assert len(learned) == len(by_kind) == 4
    assert by_kind[MarkKind.INSIGHT].fields["text"] == "Regulators ask for forecasts"
    term = by_kind[MarkKind.TERM]
    assert term.fields == {"term": "hosting capacity", "meaning": "what a feeder can take"}
    assert term.person == AMARA
    opening = by_kind[MarkKind.OPENING].fields
    assert (opening["company"], opening["role"]) == ("Helio Labs", "planning analyst")
    assert by_kind[MarkKind.TODO].fields["due"] == "2026-11-27"
    people = {person.name: person for person in map(reading.person, services.people_list.ids())}
    introducer = people[LENA].introduced_by
    assert introducer is not None
    assert introducer.name == AMARA


def _asked(call: Call) -> list[str]:
    questions = call.talk()["questions"]
    asked = [one for one in questions if one["asked_s"] is not None]
    return [one["text"] for one in sorted(asked, key=lambda one: float(one["asked_s"]))]


def _check_lines(call: Call, begun: dict[str, tuple[float, float]]) -> None:
    start = call.started_at()
    lines = {line["text"]: line for line in call.talk()["lines"]}
    assert lines[PREP]["phase"] == "prep"
    for text, (after, before) in begun.items():
        assert lines[text]["phase"] == "during"
        assert after - start - 1000 <= lines[text]["elapsed_s"] * 1000 <= before - start
    if AFTER in lines:
        assert lines[AFTER]["phase"] == "after"
