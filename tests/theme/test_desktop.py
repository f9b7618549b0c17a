"""The colours of the desktop, asked of the portal where Qt does not know them."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusVariant
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.theme.desktop import DesktopScheme, has_bus

_APPEARANCE = "org.freedesktop.appearance"


@pytest.fixture
def desktop(qapp: QApplication) -> DesktopScheme:
    return DesktopScheme(qapp, QDBusConnection("no-such-bus"))


def test_a_desktop_that_says_nothing_is_light(desktop: DesktopScheme) -> None:
    assert not desktop.dark


def test_it_hears_of_the_change(qtbot: QtBot, desktop: DesktopScheme) -> None:
    with qtbot.waitSignal(desktop.changed):
        desktop.on_setting_changed(_APPEARANCE, "color-scheme", QDBusVariant(1))
    assert desktop.dark
    with qtbot.assertNotEmitted(desktop.changed):
        desktop.on_setting_changed(_APPEARANCE, "accent-color", QDBusVariant(2))
        desktop.on_setting_changed("org.other", "color-scheme", QDBusVariant(2))
        desktop.on_setting_changed(_APPEARANCE, "color-scheme", QDBusVariant(1))
    for light in (2, 0, "nonsense"):
        desktop.on_setting_changed(_APPEARANCE, "color-scheme", QDBusVariant(light))
        assert not desktop.dark


@pytest.mark.usefixtures("qapp")
def test_no_bus_is_asked_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("run")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert not has_bus()
    (folder / "bus").touch()
    assert has_bus()
    assert isinstance(DesktopScheme(QObject(), QDBusConnection("no-such-bus")), QObject)
