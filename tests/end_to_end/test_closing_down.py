"""Ends and refused starts of the real program: nothing typed is lost, nothing broken is touched."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from tests.end_to_end.desktop import THE_PROGRAM, Desktop
from tests.end_to_end.driver import Program
from tests.end_to_end.story import Session, connections, plan, stored

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(120)]

NAME = "Amara Okafor"
SAVED_AFTER_S = 1.0
"""Text that was on the screen for longer survives a power cut (PRODUCT.md)."""
NO_SCREEN = ("env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", "-u", "QT_QPA_PLATFORM")


@pytest.fixture
def session(desktop: Desktop, tmp_path: Path) -> Session:
    """The notes of one conversation, with the keyboard in them."""
    data = tmp_path / "data"
    plan(data, NAME)
    session = Session(desktop, data)
    _open_notes(session.program)
    return session


def _open_notes(program: Program) -> None:
    program.key("ctrl+4")
    program.focus("Notes", "text")


def _note(session: Session) -> str:
    """The text that is on disk."""
    return str(session.talk()["note"] or "")


# -- the last keystroke


def _by_signal(program: Program) -> None:
    """A key, and SIGTERM as soon as the letter is on the screen."""
    notes = program.find("Notes", "text")
    program.key("x")
    program.wait_for_text(notes, "x")
    program.terminate()


def _by_key(program: Program) -> None:
    program.key("x", "ctrl+q")  # 15 ms lie between the two


def _by_window_manager(program: Program) -> None:
    program.key("x", "alt+F4")


@pytest.mark.parametrize("leave", [_by_signal, _by_key, _by_window_manager])
def test_the_last_letter_is_there_however_the_program_is_closed(
    session: Session, leave: Callable[[Program], None]
) -> None:
    leave(session.program)
    assert session.program.wait() == 0
    assert _note(session) == "x"
    program = session.again()
    program.key("ctrl+4")
    program.wait_for_text("Notes", "x", "text")


def test_a_kill_takes_nothing_that_was_seen_for_a_second(session: Session) -> None:
    program = session.program
    notes = program.find("Notes", "text")
    program.type_text("Team of 14\n! Forecasts")
    program.wait_for_text(notes, "Team of 14\n! Forecasts")
    seen = time.monotonic()
    program.wait_until(lambda: time.monotonic() > seen + SAVED_AFTER_S, "a second")
    program.kill()
    assert _note(session) == "Team of 14\n! Forecasts"
    _open_notes(session.again())
    session.program.wait_for_text("Notes", "Team of 14\n! Forecasts", "text")


def test_who_types_on_and_on_loses_no_more_than_the_last_second(session: Session) -> None:
    """The first letter that is not on disk starts the clock; those after it do not stop it."""
    program = session.program
    notes = program.find("Notes", "text")
    typed, begun = "", time.monotonic()
    seen: list[tuple[float, str]] = []
    while time.monotonic() < begun + 2 * SAVED_AFTER_S:
        typed += "abc "
        program.type_text("abc ")
        program.wait_for_text(notes, typed)
        seen.append((time.monotonic(), typed))
    killed = time.monotonic()
    program.kill()
    kept = _note(session)
    old = [text for moment, text in seen if moment < killed - SAVED_AFTER_S]
    assert old
    assert typed.startswith(kept)
    assert kept.startswith(old[-1])


# -- refused starts


def _garbage(_good: bytes, _file: Path) -> bytes:
    return b"not a database\n" * 1000


def _cut(good: bytes, _file: Path) -> bytes:
    return good[: len(good) // 2]


def _without_page_of(table: str, good: bytes, file: Path) -> bytes:
    """A file in which the first page of a table or index was overwritten."""
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    question = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
    page = int(connection.execute(question, (table,)).get)
    size = int(connection.execute("PRAGMA page_size").get)
    connection.close()
    return good[: (page - 1) * size] + b"\xff" * size + good[page * size :]


def _hole(good: bytes, file: Path) -> bytes:
    return _without_page_of("conversation_by_status", good, file)


def _newer(good: bytes, _file: Path) -> bytes:
    return good[:60] + (999).to_bytes(4, "big") + good[64:]


@pytest.fixture
def file(desktop: Desktop, tmp_path: Path) -> Path:
    """A good database that nobody has open."""
    data = tmp_path / "data"
    desktop.run("import", str(connections(tmp_path)), data_dir=data)
    assert len(stored(desktop, "people", data)) == 3
    return data / "infoview.db"


def _words(word: str) -> re.Pattern[str]:
    return re.compile(rf"^infoview\.db .*\b{word}\b")


Damage = Callable[[bytes, Path], bytes]


@pytest.mark.parametrize(
    ("damage", "word"),
    [(_garbage, "damaged"), (_cut, "damaged"), (_hole, "damaged"), (_newer, "newer")],
)
def test_a_file_that_cannot_be_read_is_refused_and_left_as_it_is(
    desktop: Desktop, file: Path, damage: Damage, word: str
) -> None:
    content = damage(file.read_bytes(), file)
    file.write_bytes(content)
    program = desktop.start(data_dir=file.parent, wait=False)
    program.wait_for("Infoview cannot open your data", "alert message")
    said = [part.name for part in program.find_all(_words(word), "label")]
    assert len(said) == 1
    program.press("OK")
    assert program.wait() == 1
    assert program.output.strip() == said[0]  # one sentence or two, and no traceback
    assert file.read_bytes() == content


def test_damage_that_shows_while_the_window_is_open_is_called_by_its_name(
    desktop: Desktop, file: Path
) -> None:
    content = _without_page_of("activity", file.read_bytes(), file)
    file.write_bytes(content)
    program = desktop.start(data_dir=file.parent, wait=False)
    program.wait_for("Infoview could not do that", "alert message")
    assert program.is_shown(_words("damaged"), "label")
    program.press("OK")
    program.wait_until_gone("Infoview could not do that", "alert message")
    assert program.terminate() == 0
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    "variables",
    [(), ("DISPLAY=:7777",), ("WAYLAND_DISPLAY=wayland-77",), ("QT_QPA_PLATFORM=xcb",)],
    ids=lambda variables: " ".join(variables) or "none",
)
def test_without_a_screen_it_says_so_in_a_sentence(
    desktop: Desktop, tmp_path: Path, variables: tuple[str, ...]
) -> None:
    command = (*NO_SCREEN, *variables, *THE_PROGRAM)
    program = desktop.start(data_dir=tmp_path / "data", command=command, wait=False)
    assert program.wait() == 1
    (sentence,) = program.output.splitlines()
    assert sentence.startswith("Infoview needs a screen")
    assert not (tmp_path / "data").exists()


def test_a_second_start_raises_the_first_and_hands_over_its_files(
    desktop: Desktop, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    first = desktop.start(data_dir=data)

    second = desktop.start(str(connections(tmp_path)), data_dir=data, wait=False)

    assert second.wait() == 0
    first.wait_for("Import 3 people", "push button")


def test_a_second_start_after_a_kill_opens_its_own_window(desktop: Desktop, tmp_path: Path) -> None:
    data = tmp_path / "data"
    desktop.start(data_dir=data).kill()

    assert desktop.start(data_dir=data).terminate() == 0
