from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.avatar import Avatar, avatar_tone, initials
from tests.theme.look import dressed, shows


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.mark.parametrize(
    ("first", "last", "letters"),
    [
        ("Amara", "Okafor", "AO"),
        ("inês", "carvalho", "IC"),
        ("Ana Sofia", "de la Vega", "AV"),
        ("Lena", "", "L"),
        ("Lena Maria Castellanos", "", "LC"),
        ("", "Mori", "M"),
        ("", "", "?"),
        ("(Bob)", "“X”", "BX"),
        ("王", "小明", "王小"),
    ],
)
def test_initials(first: str, last: str, letters: str) -> None:
    assert initials(first, last) == letters


def test_a_name_keeps_its_tone() -> None:
    assert avatar_tone("Amara", "Okafor") == avatar_tone("AMARA", "okafor")
    assert {avatar_tone("A", str(number)) for number in range(50)} == {"acc", "blu", "vio", "amb"}


def test_what_is_nobodys_has_a_picture_and_no_initials(theme: Theme, qtbot: QtBot) -> None:
    avatar = Avatar(theme)
    qtbot.addWidget(avatar)
    avatar.show_name("Amara", "Okafor")
    avatar.show_icon("square-check")
    assert avatar.accessibleName() == ""
    ink, ground = map(theme.colour, tone_tokens(""))
    assert shows(avatar, ground)
    assert shows(avatar, ink)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_an_avatar_shows_a_name(theme: Theme, qtbot: QtBot, scheme: Scheme) -> None:
    avatar = Avatar(theme, 52)
    qtbot.addWidget(avatar)
    avatar.show_name("Amara", "Okafor")
    theme.set_scheme(scheme)
    assert avatar.size() == QSize(52, 52)
    assert avatar.accessibleName() == "Amara Okafor"
    assert shows(avatar, theme.colour(tone_tokens(avatar_tone("Amara", "Okafor"))[1]))
