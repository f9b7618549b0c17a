"""A thank-you from the notes of a talk to a mail program, marked as sent, and still so when killed.

The mail program is a script that keeps what it is given. The program's clock is set from outside,
so that the talk is always one of a Tuesday afternoon.
"""

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from infoview_gui.services.clock import STAGE
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.driver import Program
from tests.end_to_end.pointer import choose, click, seen, show
from tests.end_to_end.staged import StagedTime
from tests.end_to_end.story import Session, plan

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(240)]

# Tuesday, 24 November 2026, 14:00 in Lisbon.
BEGIN = round(datetime(2026, 11, 24, 14, 0, tzinfo=UTC).timestamp() * 1000)
RATE = 10
AMARA, ADDRESS = "Amara Okafor", "amara@northwind.example"
SAID = "Rules & forecasts decide 30% of it"
NOTES = f"Team of 14\n! {SAID}\n- send her the notebook (due Friday)"
PROMISE = "As promised, I will send you the notebook by Friday."
TYPED = "It’s for Zoë: &cc=ben@northwind.example&bcc=lena@northwind.example"
"""What would make a second recipient of a link that is put together carelessly."""
SUBJECT = "Thank you for your time this afternoon"
THANK = re.compile(f"^Thank {AMARA}")
WROTE = re.compile("^You wrote: Thank-you")
UNDO, REDO = (
    re.compile(f"^{verb} Mark the letter to {AMARA} as sent") for verb in ("Undo", "Redo")
)
_SCRIPT = """#!/bin/sh
for given in "$@"; do printf '%s\\n' "$given"; done > '{file}.new'
mv '{file}.new' '{file}'
"""


class MailProgram:
    """Stands in for what the system opens links with; keeps what it was given last."""

    def __init__(self, folder: Path) -> None:
        self._given = folder / "given"
        script = folder / "xdg-open"  # Qt looks for it first, in PATH
        folder.mkdir()
        script.write_text(_SCRIPT.format(file=self._given), "utf-8")
        script.chmod(0o700)
        self.environment = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}

    @property
    def was_opened(self) -> bool:
        """Whether it was given anything."""
        return self._given.exists()

    def link(self) -> str:
        """The one link that it was given."""
        (link,) = self._given.read_text("utf-8").splitlines()
        return link


@pytest.fixture
def mail(tmp_path: Path) -> MailProgram:
    return MailProgram(tmp_path / "bin")


@pytest.fixture
def session(
    desktop: Desktop, tmp_path: Path, mail: MailProgram, monkeypatch: pytest.MonkeyPatch
) -> Session:
    data, time = tmp_path / "data", StagedTime(BEGIN, RATE)
    monkeypatch.setenv(STAGE, time.environment[STAGE])  # for what the test itself stores
    plan(data, AMARA, ADDRESS)
    (data / "settings.toml").write_text('name = "Marta Vidal"\nsignature = "Marta"\n', "utf-8")
    return Session(desktop, data, {**time.environment, **mail.environment})


def test_from_the_notes_to_the_mail_program_and_sent(session: Session, mail: MailProgram) -> None:
    _talk(session)
    _write(session)
    _open(session, mail)
    _mark_as_sent(session)
    _undo_and_redo(session)
    _still_sent(session)


# -- the steps


def _talk(session: Session) -> None:
    program = session.program
    show(program, "Interviews")
    click(program, "Start")
    session.wait_for_talk(status="running")
    click(program, "Notes", "text")
    program.type_text(NOTES)
    session.wait_for_talk(note=NOTES)
    click(program, "End")
    session.wait_for_talk(status="done")


def _write(session: Session) -> None:
    """The draft begins from the notes; a sentence of one's own goes behind them."""
    program = session.program
    show(program, "Today")
    seen(program, THANK)
    click(program, "Write")
    session.wait_for(lambda: PROMISE in program.text_of("Letter", "text"), "the draft")
    draft = program.text_of("Letter", "text")
    assert draft.startswith("Dear Amara,\n")
    assert draft.rstrip().endswith("Marta")
    assert f"I keep coming back to what you said: {SAID}." in draft
    program.wait_for_text("Subject", SUBJECT, "text")
    click(program, "Letter", "text")
    program.key("ctrl+End")
    program.type_text(f"\n{TYPED}")
    program.wait_for_text("Letter", f"{draft}\n{TYPED}", "text")


def _open(session: Session, mail: MailProgram) -> None:
    """One recipient, a subject, and the letter as it stands on the screen: nothing else."""
    program = session.program
    letter = program.text_of("Letter", "text")
    click(program, "Open in mail program")
    session.wait_for(lambda: mail.was_opened, "the mail program")
    link = urlsplit(mail.link())
    assert (link.scheme, unquote(link.path)) == ("mailto", ADDRESS)
    parts = parse_qsl(link.query.replace("+", "%2B"), strict_parsing=True)
    assert parts == [("subject", SUBJECT), ("body", letter.replace("\n", "\r\n"))]
    assert not link.fragment
    assert session.talk()["thanked_at"] is None  # that it is open does not say that it was sent


def _mark_as_sent(session: Session) -> None:
    click(session.program, "Yes, mark as sent")
    session.wait_for(lambda: session.talk()["thanked_at"] is not None, "the thanks")
    _check_sent(session)


def _undo_and_redo(session: Session) -> None:
    program = session.program
    choose(program, "Edit", UNDO)
    session.wait_for(lambda: session.talk()["thanked_at"] is None, "the thanks to be undone")
    program.wait_until_gone(WROTE)
    show(program, "Today")
    seen(program, THANK)
    choose(program, "Edit", REDO)
    session.wait_for(lambda: session.talk()["thanked_at"] is not None, "the thanks again")
    program.wait_until_gone(THANK)


def _still_sent(session: Session) -> None:
    program = session.again()
    _check_sent(session)
    assert session.talk()["thanked_at"] is not None
    show(program, "Letters")
    click(program, re.compile(f"^{AMARA}, Thank-you"), "list item")
    seen(program, "Use again")
    assert TYPED in program.text_of("Letter", "text")
    assert program.terminate() == 0


def _check_sent(session: Session) -> None:
    """Gone from Today, in the timeline of the person, and they are known as thanked."""
    program = session.program
    show(program, "Today")
    program.wait_until_gone(THANK)
    assert not program.is_shown("Write", "push button")
    _show_person(program)
    seen(program, WROTE)
    assert session.person(AMARA)["stage"] == "thanked"


def _show_person(program: Program) -> None:
    show(program, "People")
    click(program, AMARA, "table cell")
    program.wait_for("Edit", "push button")
