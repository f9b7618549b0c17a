"""Deleting a conversation says what goes with it and what stays."""

from infoview_gui.panes.deleted import deleted_words
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.store.models import Letter


def test_notes_go_and_letters_stay(services: Services) -> None:
    ben = services.people.add(PersonDraft(name="Ben Ito"))
    talk = services.conversations.schedule(ConversationDraft(people=(ben,)))
    verbs = services.conversations
    assert deleted_words(verbs, talk) == (
        "Deleted the conversation with Ben Ito. Ctrl+Z brings it back."
    )
    services.notes.save(talk, "one\n\ntwo", (None, None, None)).result()

    def write() -> None:
        Letter.create(kind="thank-you", person=ben, conversation=talk, created_at=1, changed_at=1)

    services.store.change("Write", write)
    assert deleted_words(verbs, talk) == (
        "Deleted the conversation with Ben Ito and 2 lines of notes; "
        "the thank-you to Ben Ito stays in Letters. Ctrl+Z brings it back."
    )
    services.store.change("Write", write)
    assert "; 2 letters about it stay in Letters." in deleted_words(verbs, talk)
    verbs.delete(talk)
    assert [row.person_id for row in Letter.select()] == [ben, ben]
