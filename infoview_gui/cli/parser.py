"""The words of all commands, for carrying them out and for --help."""

import argparse
from pathlib import Path

from infoview_gui import __version__
from infoview_gui.services.transfer import PRESETS

_EPILOG = "Without a command the window opens, and with files the import begins with them."


def make_parser(usage: str) -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="infoview-gui",
        usage=usage,
        description="Information interviews: people, calendar, notes against a countdown.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"infoview-gui {__version__}")
    parser.add_argument(
        "--data-dir", type=Path, help="keep everything in this folder instead of the user's own"
    )
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="without a window", prog="infoview-gui"
    )
    for name, text in (
        ("import", "read people from CSV, vCard, XLSX, LDIF, zip; show .ics in the calendar"),
        ("people", "list the people"),
        ("conversations", "list the conversations"),
        ("export", "write people to a .csv, .vcf or .xlsx file, conversations to an .ics file"),
        ("convert", "turn a file of people into another format, without the database"),
        ("backup", "copy the database, checked, to a file"),
        ("restore", "put a backup in the place of the database"),
        ("check", "verify the database and count what it holds"),
        ("guard", "mark the sentences of a text that ask for a job"),
    ):
        _add_arguments(name, commands.add_parser(name, help=text, description=text.capitalize()))
    return parser


def _add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    # Also after the command; SUPPRESS keeps one given before it.
    parser.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    if name == "import":
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    elif name == "export":
        parser.add_argument("out", type=Path, metavar="OUT")
        parser.add_argument("--preset", choices=PRESETS, default="everything")
        parser.add_argument("--filter", default="", metavar="TEXT", help="only who matches this")
        _add_form(parser)
    elif name == "convert":
        parser.add_argument("source", type=Path, metavar="IN")
        parser.add_argument("out", type=Path, metavar="OUT")
        parser.add_argument("--preset", choices=PRESETS, default="everything")
        _add_form(parser)
    elif name in {"backup", "restore"}:
        parser.add_argument("file", type=Path, metavar="FILE" if name == "restore" else "OUT")
    elif name == "guard":
        parser.add_argument(
            "file", type=Path, nargs="?", metavar="FILE", help="left out: standard input"
        )
    if name in {"import", "people", "conversations", "guard"}:
        parser.add_argument("--json", action="store_true", help="one JSON value for programs")


def _add_form(parser: argparse.ArgumentParser) -> None:
    forms = ("excel", "programs", "google", "outlook", "3.0", "4.0")
    words = "whom a .csv is for, or the version of a .vcf"
    parser.add_argument("--form", choices=forms, default="", help=words)
