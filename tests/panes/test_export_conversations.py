"""The dialog that writes conversations to a calendar file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.ical_read import read_calendar
from infoview_gui.panes.dialogs.export_conversations import ExportConversationsDialog, Offered
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.theme import Theme


@pytest.fixture
def talks(services: Services) -> list[int]:
    found = []
    for number, name in enumerate(("Amara Okafor", "Kenji Mori", "Júlia Silva")):
        person = services.people.add(PersonDraft(name=name))
        draft = ConversationDraft(
            people=(person,),
            starts_at=None if number == 2 else services.clock() + number * 3_600_000,
            goal="to learn",
        )
        found.append(services.conversations.schedule(draft))
    return found


@pytest.fixture
def dialog(
    qtbot: QtBot, theme: Theme, services: Services, times: LocalTime
) -> Iterator[ExportConversationsDialog]:
    made = ExportConversationsDialog(theme, services, times)
    qtbot.addWidget(made)
    yield made
    made.close()


def write(qtbot: QtBot, dialog: ExportConversationsDialog, path: Path) -> str:
    with qtbot.waitSignal(dialog.said) as said:
        dialog.write_to(str(path))
    assert said.args is not None
    return str(said.args[0])


def test_the_narrowest_choice_is_made_already(
    qtbot: QtBot, dialog: ExportConversationsDialog, talks: list[int], tmp_path: Path
) -> None:
    dialog.open_for(Offered(talks, talks[:2], talks[1], "This one: Kenji Mori, today 11:00"))
    assert dialog.one.isChecked()

    said = write(qtbot, dialog, tmp_path / "one.ics")
    (event,) = read_calendar(tmp_path / "one.ics").events
    assert event.summary == "Conversation with Kenji Mori"
    assert "1 conversation to" in said
    assert not dialog.isVisible()


def test_all_of_them_leaves_out_what_has_no_time_and_says_so(
    qtbot: QtBot, dialog: ExportConversationsDialog, talks: list[int], tmp_path: Path
) -> None:
    dialog.open_for(Offered(talks))
    assert not dialog.one.isVisible()
    assert not dialog.shown.isVisible()

    said = write(qtbot, dialog, tmp_path / "all.ics")

    assert len(read_calendar(tmp_path / "all.ics").events) == 2
    assert "1 without a time left out" in said


def test_shareable_keeps_goals_here(
    qtbot: QtBot, dialog: ExportConversationsDialog, talks: list[int], tmp_path: Path
) -> None:
    dialog.open_for(Offered(talks))
    dialog.presets["shareable"].click()

    write(qtbot, dialog, tmp_path / "all.ics")

    assert "to learn" not in (tmp_path / "all.ics").read_text(encoding="utf-8")


def test_what_cannot_be_written_is_said_in_the_dialog(
    qtbot: QtBot, dialog: ExportConversationsDialog, talks: list[int], tmp_path: Path
) -> None:
    dialog.open_for(Offered(talks))

    dialog.write_to(str(tmp_path / "no folder" / "x.ics"))

    qtbot.waitUntil(lambda: "could not be written" in dialog._trouble.text())
    assert dialog.isVisible()
    assert dialog.save.isEnabled()


def test_with_nothing_there_it_says_so(dialog: ExportConversationsDialog) -> None:
    dialog.open_for(Offered([]))

    assert not dialog.save.isEnabled()
    assert "no conversation" in dialog._trouble.text()
