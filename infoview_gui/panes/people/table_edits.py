"""Keeps what was typed over a cell of the People table. Knows no widgets.

Each is a step of its own for undo; the preferred address or number is the one that is shown.
"""

from collections.abc import Sequence
from dataclasses import replace

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.practice.names import split_name
from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import PersonDetail


def keep_edit(services: Services, person_id: int, field: str, text: str) -> None:
    """Write one field of a person; raises InvalidDraft, with nothing changed."""
    person = reading.person(person_id)
    if person is None:
        return
    services.store.seal()
    _write(services, person, field, text)
    services.store.seal()


def _write(services: Services, person: PersonDetail, field: str, text: str) -> None:
    people = services.people
    if field == "name":
        people.set_name(person.id, *named(person.first_name, person.last_name, text))
    elif field == "stage":
        people.set_stage([person.id], Stage(text))
    elif field == "tags":
        people.set_tags(person.id, text.split(","))
    elif field == "email":
        people.set_reach(person.id, "email", replaced(person.emails, text))
    elif field == "phone":
        people.set_reach(person.id, "phone", replaced(person.phones, text))
    else:
        people.set_field(person.id, field, text)


def named(first: str, last: str, text: str) -> tuple[str, str]:
    """Divide a name that was typed over; a part that stayed as it was keeps its place."""
    text = " ".join(text.split())
    if first and last:
        if text == first or text.startswith(f"{first} "):
            return first, text[len(first) :].strip()
        if text.endswith(f" {last}"):
            return text[: -len(last)].strip(), last
    return split_name(text)


def replaced(values: Sequence[Reach], text: str) -> list[Reach]:
    """Return the values with another one in the place of that which is shown; "" takes it away."""
    shown = next((at for at, one in enumerate(values) if one.preferred), 0)
    if not values:
        return [Reach(text)] if text else []
    changed = [replace(one, value=text) if at == shown else one for at, one in enumerate(values)]
    return [one for one in changed if one.value]
