"""The commands people and conversations: what the database holds."""

import argparse

from infoview_gui.cli.surroundings import services_of, settings_of
from infoview_gui.cli.telling import OK, print_json, say
from infoview_gui.practice.marks import enabled_marks
from infoview_gui.services.listing import conversation_values, person_values


def list_people(arguments: argparse.Namespace) -> int:
    """List the people."""
    with services_of(arguments) as services:
        values = [person_values(ident) for ident in services.people_list.ids()]
    if arguments.json:
        print_json(values)
    else:
        for value in values:
            words = (value["name"], value["role"], value["company"], value["stage"])
            say(" · ".join(word for word in words if word))
    return OK


def list_conversations(arguments: argparse.Namespace) -> int:
    """List the conversations."""
    with services_of(arguments):
        values = conversation_values(enabled_marks(settings_of(arguments).marks_off))
    if arguments.json:
        print_json(values)
    else:
        for value in values:
            people = ", ".join(value["people"])
            say(f"{value['starts_at'] or 'no time yet'} · {people} · {value['status']}")
    return OK
