"""The command guard: the sentences of a text that ask for a job."""

import argparse
import sys
from pathlib import Path

from infoview_gui.cli.telling import OK, PARTLY, complain, print_json, say
from infoview_gui.services.guarding import findings


def guard(arguments: argparse.Namespace) -> int:
    """Say which sentences ask for a job, and why."""
    name = "standard input" if _from_input(arguments.file) else str(arguments.file)
    try:
        found = findings(_text_of(arguments.file))
    except OSError as error:
        return complain(f"{name} cannot be read: {error.strerror}.")
    except ValueError as error:
        return complain(f"{name} cannot be read: {error}")
    if arguments.json:
        print_json({"marked": [one._asdict() for one in found]})
    else:
        for one in found:
            say(f"{one.line}: “{one.sentence}” {one.reason} Rather: “{one.offer}”")
    return PARTLY if found else OK


def _text_of(path: Path | None) -> bytes:
    if path is not None and not _from_input(path):
        return path.read_bytes()
    return b"" if sys.stdin is None else sys.stdin.buffer.read()


def _from_input(path: Path | None) -> bool:
    return path is None or str(path) == "-"
