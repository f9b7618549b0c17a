"""The search palette over 100,000 people and the notes of 5,000 conversations."""

import random
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme
from infoview_gui.window.palette import Palette
from infoview_gui.window.palette_field import PaletteField
from infoview_gui.window.palette_memory import PaletteMemory
from tests.benchmarks import population, table
from tests.benchmarks.conftest import Databases
from tests.benchmarks.test_people_table import timed

_PEOPLE, _TALKS, _LINES = 100_000, 5_000, 30
_STEMS = [
    *("plan", "grid", "cast", "weather", "rule", "probe", "host", "solar", "feed", "trade", "tool"),
    *("sheet", "member", "budget", "data", "train", "rail", "slot", "client", "food", "design"),
    *("open", "role", "hire", "letter", "price", "store", "network", "harbour", "cargo", "custom"),
    *("cloud", "server", "board", "report", "safe", "team", "month", "talk", "market", "spend"),
]
_ENDS = ("", "s", "ing", "er", "ed", "ly", "al")
_TYPED = ("ada", "bernel", "grid", "hosting plan", "12 nov", "zzyx", "solar", "kern steel")


@pytest.fixture
def database(tmp_path: Path, databases: Databases) -> Path:
    path = population.copied(databases(_PEOPLE), tmp_path)
    chance = random.Random(5)  # noqa: S311 - invented notes are no secret
    pairs = [f"{first}{second}" for first in _STEMS for second in ("", *_STEMS)]
    words = [pair + end for pair in pairs for end in _ENDS]
    chance.shuffle(words)
    often = list(accumulate(1 / (place + 3) for place in range(len(words))))  # as in a language

    def line() -> str:
        said = chance.choices(words, cum_weights=often, k=chance.randint(4, 14))
        mark = chance.choices(("", "! ", f"~ {said[0]}: "), (17, 2, 1))[0]
        return mark + " ".join(said)

    connection = apsw.Connection(str(path))
    with connection:
        for talk in range(1, _TALKS + 1):
            at = 1_790_000_000_000 + talk * 10_800_000
            values = (talk, f"talk {talk}", at, line(), at)
            connection.execute(_TALK, values)
            connection.execute(_WITH, (talk, chance.randint(1, _PEOPLE)))
            text = "\n".join(line() for _ in range(_LINES))
            connection.execute(_NOTE, (talk, text, at))
    connection.close()
    return path


_TALK = """
INSERT INTO conversation (id, uid, starts_at, goal, status, created_at)
VALUES (?, ?, ?, ?, 'done', ?)
"""
_WITH = "INSERT INTO participant (conversation_id, person_id) VALUES (?, ?)"
_NOTE = "INSERT INTO note (conversation_id, text, saved_at) VALUES (?, ?, ?)"


@pytest.fixture
def palette(
    qtbot: QtBot, theme: Theme, services: Services, times: LocalTime
) -> Iterator[tuple[Palette, PaletteField]]:
    window = QMainWindow()
    qtbot.addWidget(window)
    field = PaletteField(theme, window)
    window.resize(1360, 860)
    window.show()
    yield Palette(theme, services, times, field, PaletteMemory(), list), field
    window.close()


def test_a_key_in_the_palette(
    alone: Callable[..., list[float]], palette: tuple[Palette, PaletteField], times: LocalTime
) -> None:
    opened, field = palette
    opened.open()
    searches: list[tuple[float, float]] = []
    keys: list[tuple[float, float]] = []
    shown: list[int] = []

    def type_key(key: str) -> None:
        QTest.keyClick(field, key)
        QApplication.processEvents()  # paints

    def search(text: str) -> None:
        opened._finding.find(text, times.zone)

    def type_words() -> None:
        for word in _TYPED * 3:
            field.clear()
            for end, letter in enumerate(word, 1):
                keys.append(timed(partial(type_key, letter)))
                searches.append(timed(partial(search, word[:end])))
            shown.append(len(opened.popup.rows))

    type_words()
    searches.clear()
    keys.clear()
    alone(type_words)
    for what, found, most in (("found", searches, 10), ("found and painted", keys, 33)):
        walls, computed = zip(*found, strict=True)
        half = f"computing {table.number(table.share(computed, 0.95))} ms, p50 "
        half += f"{table.number(table.share(walls, 0.5))} ms of {len(walls)} keys"
        name = f"a key in the palette → {what}, {_PEOPLE:,} people, {_TALKS:,} talks, p95"
        table.add_limit(name, table.share(walls, 0.95), most, beside=half)
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert min(shown) > 0
