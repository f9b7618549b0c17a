import gc
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QFile, QIODevice, QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QDateEdit,
    QLabel,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from infoview_gui import resources
from infoview_gui.theme import Scheme, Theme
from infoview_gui.theme.calendar import dress_calendar
from infoview_gui.theme.embedded import embed
from infoview_gui.theme.marks import mark_folder
from infoview_gui.theme.style import style_sheet
from tests.theme.look import colours_of, dressed, shows

ICONS = sorted(file.stem for file in (resources.folder() / "icons").glob("*.svg"))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_in_the_colour_asked_for(theme: Theme, name: str) -> None:
    image = theme.pixmap(name, "red", 24, 2.0).toImage()
    assert image.size() == QSize(48, 48)
    assert theme.colour("red").name() in colours_of(image)
    assert "#000000" not in colours_of(image)


def test_the_licence_of_the_icons_is_beside_them() -> None:
    assert "ISC" in (resources.folder() / "icons" / "LICENSE").read_text(encoding="utf-8")


def test_an_icon_follows_the_theme_by_itself(theme: Theme) -> None:
    icon = theme.icon("sun", "accent")
    light = colours_of(icon.pixmap(32).toImage())
    theme.set_scheme(Scheme.DARK)
    assert light != colours_of(icon.pixmap(32).toImage()) == {theme.colour("accent").name()}


def test_an_icon_is_sharp_on_a_fine_screen_and_paler_when_disabled(theme: Theme) -> None:
    icon = theme.icon("sun")
    fine = icon.pixmap(QSize(16, 16), 2.0)
    assert (fine.width(), fine.devicePixelRatio()) == (32, 2.0)
    disabled = icon.pixmap(QSize(32, 32), QIcon.Mode.Disabled)
    assert colours_of(disabled.toImage()) == {theme.colour("disabled").name()}


def test_an_icon_lives_without_its_maker(theme: Theme) -> None:
    icons = [QIcon(theme.icon("sun")) for _ in range(200)]
    assert all(not icon.pixmap(16).isNull() for icon in icons)


def test_an_unknown_icon_is_an_error_at_once(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_a_pixmap_is_drawn_once(theme: Theme) -> None:
    once = theme.pixmap("sun", "text", 16, 1.0)
    assert theme.pixmap("sun", "text", 16, 1.0).cacheKey() == once.cacheKey()


@pytest.mark.parametrize(
    ("weight", "style"),
    [
        (QFont.Weight.Normal, "Regular"),
        (QFont.Weight.Medium, "Medium"),
        (QFont.Weight.DemiBold, "Semi Bold"),
        (QFont.Weight.Bold, "Bold"),
    ],
)
def test_the_font_is_inter_in_every_weight(theme: Theme, weight: QFont.Weight, style: str) -> None:
    shown = QFontInfo(theme.font(13, weight))
    assert (shown.family(), shown.styleName(), shown.pixelSize()) == ("Inter", style, 13)


def test_changing_the_scheme_changes_palette_and_style_sheet(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    light = qapp.styleSheet()
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Scheme.DARK)
    assert theme.dark
    assert theme.scheme is Scheme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("window")
    assert qapp.styleSheet() != light


def test_the_same_scheme_again_is_no_change(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_scheme(Scheme.LIGHT)
    assert not theme.dark


def test_every_role_of_the_palette_comes_from_the_tokens(theme: Theme, qapp: QApplication) -> None:
    known = {
        theme.colour(name).name() for name in ("text", "window", "surface", "sunken", "border")
    }
    known |= {
        theme.colour(n).name() for n in ("muted", "control", "accent", "on-accent", "disabled")
    }
    known |= {theme.colour(name).name() for name in ("red", "violet")}
    roles = [role for role in QPalette.ColorRole if role.name not in ("NoRole", "NColorRoles")]
    groups = (
        QPalette.ColorGroup.Active,
        QPalette.ColorGroup.Inactive,
        QPalette.ColorGroup.Disabled,
    )
    palette = qapp.palette()
    strange = [r for g in groups for r in roles if palette.color(g, r).name() not in known]
    assert strange == []


def test_the_style_sheet_names_only_tokens_and_marks_that_exist(theme: Theme) -> None:
    sheet = (resources.folder() / "styles" / "infoview.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b", sheet) == []
    for dark in (False, True):
        made = style_sheet({n: theme.colour(n) for n in _tokens()}, mark_folder(dark))
        assert "@" not in made
        for path in re.findall(r'url\("(.+?)"\)', made):
            assert QFile.exists(path), path


def test_a_check_mark_is_drawn_in_both_themes(theme: Theme, qtbot: QtBot) -> None:
    box = QCheckBox("Ready")
    qtbot.addWidget(box)
    box.setChecked(True)
    assert shows(box, theme.colour("accent"))
    assert shows(box, theme.colour("on-accent"))
    theme.set_scheme(Scheme.DARK)
    assert shows(box, theme.colour("accent"))


def test_a_label_changes_its_colour_with_the_theme(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("WWW")
    label.setProperty("tone", "red")
    qtbot.addWidget(label)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.set_scheme(scheme)
        assert shows(label, theme.colour("red"))


def test_a_calendar_keeps_to_the_tokens_at_week_ends(theme: Theme, qtbot: QtBot) -> None:
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    dress_calendar(theme, calendar)
    assert not shows(calendar, QColor("red"))
    theme.set_scheme(Scheme.DARK)
    assert calendar.headerTextFormat().foreground().color() == theme.colour("muted")


def test_a_date_field_gets_a_dressed_calendar(theme: Theme, qtbot: QtBot) -> None:
    field = QDateEdit()
    qtbot.addWidget(field)
    dress_calendar(theme, field)
    assert field.calendarWidget().headerTextFormat().foreground().color() == theme.colour("muted")


def test_embedded_files_can_be_read_until_they_are_taken_away() -> None:
    files = embed("test-embedded", {"a.txt": b"one", "bb.txt": b"", "c-long-name.svg": b"three"})
    files.register()
    assert _read(":/test-embedded/a.txt") == b"one"
    assert _read(":/test-embedded/c-long-name.svg") == b"three"
    files.unregister()
    assert not QFile.exists(":/test-embedded/a.txt")


def _read(path: str) -> bytes:
    file = QFile(path)
    assert file.open(QIODevice.OpenModeFlag.ReadOnly)
    content = bytes(file.readAll().data())
    file.close()
    return content


def _tokens() -> set[str]:
    sheet = (resources.folder() / "styles" / "infoview.qss").read_text(encoding="utf-8")
    return set(re.findall(r"(?<!@)@([a-z]+(?:-[a-z]+)*)", sheet)) - {"name"}


def test_an_icon_that_qt_copies_or_lets_go_is_drawn_still(theme: Theme, qtbot: QtBot) -> None:
    copy = QIcon(theme.icon("plus"))
    copy.setIsMask(True)  # makes Qt clone the engine
    gc.collect()
    assert not copy.pixmap(16, 16).isNull()
    button = QPushButton()
    qtbot.addWidget(button)
    for _ in range(200):
        button.setIcon(theme.icon("plus"))
        button.setIcon(theme.icon("x"))
    gc.collect()
    assert not theme.icon("plus").pixmap(16, 16).isNull()
