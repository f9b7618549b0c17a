"""The command line: everything that needs no window. Never imports Qt.

What a command needs is imported when it is carried out: the window, too, begins by reading its
arguments here.
"""

import argparse
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from infoview_gui import __version__

USAGE = """infoview-gui [--data-dir DIR] [FILE …]
       infoview-gui [--data-dir DIR] COMMAND …"""
COMMANDS = {
    "import": ("importing", "import_files"),
    "people": ("listing", "list_people"),
    "conversations": ("listing", "list_conversations"),
    "export": ("exporting", "export"),
    "convert": ("exporting", "convert_file"),
    "backup": ("keeping", "back_up"),
    "restore": ("keeping", "restore"),
    "check": ("keeping", "check"),
    "guard": ("guarding", "guard"),
}
"""The module and the function of each."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; ``command`` is empty when the window is wanted.

    Ends the process with words on wrong usage, --help and --version, as argparse does.
    """
    first = next((word for word in _positional(argv)), "")
    if first in COMMANDS:
        return _all_commands().parse_args(argv)
    window = argparse.ArgumentParser(prog="infoview-gui", usage=USAGE)
    window.format_help = lambda: _all_commands().format_help()  # type: ignore[method-assign]
    window.add_argument("--version", action="version", version=f"infoview-gui {__version__}")
    window.add_argument("--data-dir", type=Path)
    window.add_argument("files", nargs="*", type=Path)
    arguments = window.parse_args(argv)
    arguments.command = ""
    for file in arguments.files:
        if not file.exists():
            window.exit(2, f"infoview-gui: “{file}” is neither a command nor a file; see --help.\n")
    return arguments


def run(arguments: argparse.Namespace) -> int:
    """Carry a command out and return the exit status; trouble is one sentence on stderr."""
    from infoview_gui.cli.telling import complain  # noqa: PLC0415 - see above
    from infoview_gui.interchange.safe_write import CannotWrite  # noqa: PLC0415 - see above
    from infoview_gui.store.errors import StoreError  # noqa: PLC0415 - see above

    module, function = COMMANDS[arguments.command]
    try:
        return int(getattr(import_module(f"{__name__}.{module}"), function)(arguments))
    except (StoreError, CannotWrite) as error:
        return complain(str(error))
    except OSError as error:
        return complain(f"{error.filename or 'A file'}: {error.strerror}. Nothing was changed.")


def _all_commands() -> argparse.ArgumentParser:
    from infoview_gui.cli.parser import make_parser  # noqa: PLC0415 - see above

    return make_parser(USAGE)


def _positional(argv: Sequence[str]) -> Iterator[str]:
    """Return the words that are neither options nor the value of --data-dir."""
    words = iter(argv)
    for word in words:
        if word == "--data-dir":
            next(words, None)
        elif not word.startswith("-"):
            yield word
