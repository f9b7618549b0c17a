"""The commands backup, restore and check: the database as a whole."""

import argparse

from infoview_gui.cli.telling import NOTHING, OK, complain, say
from infoview_gui.paths import find_paths
from infoview_gui.services import upkeep


def back_up(arguments: argparse.Namespace) -> int:
    """Copy the database, checked, to a file."""
    counts = upkeep.back_up(find_paths(arguments.data_dir), arguments.file)
    say(f"Backed up and checked: {counts}, in {arguments.file}")
    return OK


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in the place of the database."""
    counts, kept = upkeep.restore(find_paths(arguments.data_dir), arguments.file)
    say(f"Restored {counts}" + (f"; what was there before is in {kept}" if kept else ""))
    return OK


def check(arguments: argparse.Namespace) -> int:
    """Verify the database and count what it holds."""
    counts, problems = upkeep.check(find_paths(arguments.data_dir))
    for problem in problems:
        complain(problem)
    say(f"{'Damaged' if problems else 'Sound'}: {counts}")
    return NOTHING if problems else OK
