"""Erased for good: not in the file, not in its log, not in undo."""

from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from tests.services.conftest import Clock

ERASED = "Zyxwora Quennel"


def bytes_of(services: Services) -> bytes:
    path = services.store.path
    log = path.with_name(f"{path.name}-wal")
    return path.read_bytes() + (log.read_bytes() if log.exists() else b"")


def test_nothing_of_an_erased_person_is_left_on_the_disk(services: Services) -> None:
    others = [services.people.add(PersonDraft(name=f"Other {n}")) for n in range(40)]
    gone = services.people.add(
        PersonDraft(name=ERASED, company="Fabrikam Zyxwora", note="Zyxwora said")
    )
    talk = services.conversations.schedule(ConversationDraft(people=(gone,)))
    services.notes.save(talk, "! Zyxwora insight", [1]).result()
    services.notes.index().result()
    services.people.set_field(gone, "role", "Zyxwora planner")
    uids = services.people.erase([gone])
    assert len(uids) == 1
    assert services.people_list.count() == len(others)
    assert services.store.undo() is None
    assert services.store.redo() is None
    left = bytes_of(services).lower()
    # The employer is a record of its own, and stays.
    assert left.replace(b"fabrikam zyxwora", b"").count(b"zyxwora") == 0


def test_people_are_tagged_and_untagged_at_once(services: Services) -> None:
    ids = [services.people.add(PersonDraft(name=name)) for name in ("Ada", "Ben")]
    services.people.tag(ids[:1], "energy")
    services.people.tag(ids, " energy ")
    assert services.people.tags() == ["energy"]
    assert list(services.people_list.ids("energ")) == ids
    services.store.undo()
    assert list(services.people_list.ids("energ")) == ids[:1]
    services.store.redo()
    services.people.untag(ids, "energy")
    assert services.people.tags(ids) == []
    services.store.undo()
    assert services.people.tags(ids) == ["energy"]


def test_words_of_notes_are_found_after_indexing(services: Services, clock: Clock) -> None:
    person = services.people.add(PersonDraft(name="Ada"))
    talk = services.conversations.schedule(ConversationDraft(people=(person,)))

    def hits(word: str) -> int:
        query = "SELECT count(*) FROM note_words WHERE note_words MATCH ?"
        return int(services.store.connection().execute(query, (word,)).get)

    services.notes.save(talk, "Heat pumps", [1]).result()
    clock.forward(1)
    services.notes.save(talk, "Heat pümps and grids", [1]).result()
    services.notes.index().result()
    assert (hits("pumps"), hits("grids"), hits("boilers")) == (1, 1, 0)
    clock.forward(1)
    services.notes.save(talk, "boilers", [1]).result()
    services.notes.index().result()
    assert (hits("grids"), hits("boilers")) == (0, 1)
    services.conversations.delete(talk)
    assert hits("boilers") == 0
    services.store.undo()
    assert hits("boilers") == 1
