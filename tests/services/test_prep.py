"""The prep sheet gathers what is known, and only that."""

from datetime import date

from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.prep import Prep
from tests.services.conftest import MONDAY_2PM

TODAY = date(2026, 11, 25)


def test_a_sheet_says_who_why_what_was_said_before_and_what_to_ask(services: Services) -> None:
    amara = services.people.add(PersonDraft(name="Amara Okafor", company="Northwind"))
    first = services.conversations.schedule(
        ConversationDraft(people=(amara,), starts_at=MONDAY_2PM)
    )
    notes = "Team of 14\n@ Lena Castellanos, planning tools, Northwind\n~ DER: small plants"
    services.notes.save(first, notes, [MONDAY_2PM] * 3).result()
    services.debrief.keep_all(first, services.debrief.captured(first, TODAY))
    (lena,) = services.people_list.ids("lena")
    talk = services.conversations.schedule(
        ConversationDraft(people=(lena,), minutes=20, goal="How tools are chosen")
    )
    sheet = services.prep.sheet(talk)
    assert sheet is not None
    (sitter,) = sheet.sitters
    assert (sitter.name, sitter.introduced_by) == ("Lena Castellanos", "Amara Okafor")
    assert sitter.said == "planning tools, Northwind"
    assert sheet.with_them == ()
    (earlier,) = sheet.with_employer
    assert earlier.title == "Amara Okafor"
    assert earlier.lines[0].startswith("@ Lena")
    assert earlier.lines[-1] == "Team of 14"
    assert sheet.terms == (("DER", "small plants"),)
    assert sheet.goal == "How tools are chosen"
    assert sheet.opener.startswith("Thank you for making time, Lena. I asked for twenty minutes")
    assert sheet.questions[-1].always
    assert [one.must for one in sheet.questions[:-1]] == sorted(
        (one.must for one in sheet.questions[:-1]), reverse=True
    )
    services.conversations.change(talk, opener="Good to see you.")
    sheet = services.prep.sheet(talk)
    assert sheet is not None
    assert sheet.opener == "Good to see you."
    services.store.undo()
    sheet = services.prep.sheet(talk)
    assert sheet is not None
    assert sheet.opener != "Good to see you."


def test_there_is_no_sheet_without_a_conversation(services: Services) -> None:
    prep: Prep = services.prep
    assert prep.sheet(99) is None
