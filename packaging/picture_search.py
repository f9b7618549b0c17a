"""Scenes of the search field and of an import."""

# ruff: noqa: D103 - a scene is called what it shows

from collections.abc import Sequence
from typing import Final

from picture_desk import Desk, Scene, SceneFailed, button, settle, type_text
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit

from infoview_gui.panes.places import PEOPLE

_LINKEDIN: Final = "https://www.linkedin.com/in/"
CONNECTIONS: Final = "\n".join(
    (
        "Notes:",
        '"When exporting your connection data, some addresses may be missing."',
        "",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "Joanna,Wisniewska,,j.w@example.org,Northgate Water,Network planner,12 Nov 2026",
        "K.,Mori,,,Northwind Energy,Meteorologist,11 Nov 2026",
        ",,,,,,10 Nov 2026",
        (
            f"Rui,Martins,{_LINKEDIN}rui-martins-example,rui.martins@northwaydata.example,"
            "Northway Data,Principal data engineer,10 Nov 2026"
        ),
        "Kenji,Mori,,kenji.mori@northwind.example,Northwind Energy,Meteorologist,9 Nov 2026",
        f"Lena,Castellanos,{_LINKEDIN}lena-example,,Northwind Energy,Planning tools,8 Nov 2026",
        (
            f"Paolo,Ferri,{_LINKEDIN}paolo-example,,Rete Alpina,"
            "Head of procurement for planning and simulation software,8 Nov 2026"
        ),
        (
            f"Aoife,Ní Bhriain,{_LINKEDIN}aoife-example,aoife@gridcoop.example,"
            "Northern Lights Co-op,Treasurer,7 Nov 2026"
        ),
    )
)


STRANGE: Final = "\n".join(
    (
        "Wer,Firma und Abteilung,Was,Erreichbar,Telefon,Woher,Letzte Notiz,Nr.",
        (
            "Aoife Ní Bhriain,Northern Lights Co-op,Treasurer,aoife@gridcoop.example,"
            "+353 1 555 0142,GridWeek,Wants to hear about storage,17"
        ),
        "Paolo Ferri,Rete Alpina,Head of procurement,paolo@rete.example,,IEEE PES,,18",
        "Lena Castellanos,Northwind Energy,Planning tools,lena@northwind.example,,GridWeek,,19",
    )
)


def search(desk: Desk, words: str) -> None:
    desk.window.search()
    settle()
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit):
        message = "the search field did not take the keyboard"
        raise SceneFailed(message)
    type_text(field, words)
    settle(10)


def search_people(desk: Desk) -> None:
    desk.show(PEOPLE)
    search(desk, "ber")


def search_terms(desk: Desk) -> None:
    search(desk, "forecast")


def search_commands(desk: Desk) -> None:
    search(desk, ">ex")


def search_nothing(desk: Desk) -> None:
    search(desk, "xylophone")


def import_reading(desk: Desk) -> QDialog:
    desk.show(PEOPLE)
    desk.window.import_files([desk.write("Connections.csv", CONNECTIONS)])
    return next(one for one in desk.window.findChildren(QDialog) if one.isVisible())


def import_look(desk: Desk) -> QDialog:
    import_reading(desk)
    return desk.dialog(lambda one: _has_button(one, "Import "))


def import_columns(desk: Desk) -> QDialog:
    desk.show(PEOPLE)
    desk.window.import_files([desk.write("leute-2026.csv", STRANGE)])
    return desk.dialog(lambda one: _has_button(one, "Continue"))


def import_nothing(desk: Desk) -> QDialog:
    desk.show(PEOPLE)
    desk.window.import_files([desk.write("holiday.jpg", "not a list of people")])
    return desk.dialog(lambda one: _has_button(one, "Close"))


def import_writing(desk: Desk) -> QDialog:
    wizard = import_look(desk)
    button(wizard, "Import ").click()
    # Nothing else may happen, or it would be done before it is seen.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    return wizard


def import_done(desk: Desk) -> QDialog:
    wizard = import_look(desk)
    button(wizard, "Import ").click()
    return desk.dialog(lambda one: _has_button(one, "Close"))


def _has_button(dialog: QDialog, words: str) -> bool:
    texts = (one for one in dialog.findChildren(QAbstractButton) if one.isVisible())
    return any(one.text().startswith(words) for one in texts)


SCENES: Sequence[Scene] = (
    Scene("search", search_people),
    Scene("search-terms", search_terms),
    Scene("search-commands", search_commands),
    Scene("search-nothing", search_nothing),
    Scene("import-reading", import_reading),
    Scene("import-columns", import_columns),
    Scene("import-look", import_look),
    Scene("import-nothing", import_nothing),
    Scene("import-writing", import_writing),
    Scene("import-done", import_done),
)
