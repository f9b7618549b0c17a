"""The commands export and convert: people and conversations into files."""

import argparse

from infoview_gui.cli.surroundings import services_of, settings_of
from infoview_gui.cli.telling import OK, PARTLY, complain, people_words, say
from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.services import reading
from infoview_gui.services.converting import convert
from infoview_gui.services.engagement_reading import all_engagement_ids


def export(arguments: argparse.Namespace) -> int:
    """Write people, or conversations where a calendar is asked for."""
    if arguments.out.suffix.lower() == ".ics":
        return _export_conversations(arguments)
    with services_of(arguments) as services:
        ids = services.people_list.ids(arguments.filter)
        preset, form = arguments.preset, arguments.form
        count = services.transfer.export(arguments.out, ids, preset, dialect=form)
    say(f"{people_words(count)} written to {arguments.out}")
    return OK


def _export_conversations(arguments: argparse.Namespace) -> int:
    with services_of(arguments) as services:
        talks, beside = reading.all_conversation_ids(), all_engagement_ids()
        if arguments.filter:
            people = set(services.people_list.ids(arguments.filter))
            talks, beside = reading.conversations_with(people), []
        zone = settings_of(arguments).zone
        export = services.conversation_export
        written = export.write(arguments.out, talks, zone, arguments.preset, beside)
    what = "conversation" if written.count == 1 else "conversations"
    without = f"; {written.undated} without a time left out" if written.undated else ""
    if written.engagements:
        more = "appointment or event" if written.engagements == 1 else "appointments and events"
        what = f"{what} and {written.engagements} {more}"
    say(f"{written.count} {what} written to {arguments.out}{without}")
    return OK


def convert_file(arguments: argparse.Namespace) -> int:
    """Turn a file of people into another format."""
    try:
        preset, form = arguments.preset, arguments.form
        done = convert(arguments.source, arguments.out, preset=preset, form=form)
    except UnreadableFile as error:
        return complain(str(error))
    say(f"{people_words(done.count)} written to {arguments.out}")
    for left in done.left_out:
        say(f"  line {left.line}: left out, {left.reason}")
    for column in done.columns_lost:
        say(f"  column “{column}”: a vCard has no place for it")
    return PARTLY if done.left_out else OK
