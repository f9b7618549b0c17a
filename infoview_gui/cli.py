"""The command line: everything that needs no window. Never imports Qt.

What a command needs is imported when it is carried out: the window, too, begins by reading its
arguments here.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infoview_gui import __version__
from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.paths import find_paths
from infoview_gui.store.errors import StoreError

if TYPE_CHECKING:
    from infoview_gui.services.bundle import Services
    from infoview_gui.services.import_plan import FilePlan
    from infoview_gui.services.settings_file import SettingsFile
    from infoview_gui.settings import Settings

OK, NOTHING, PARTLY = 0, 1, 3
_USAGE = """infoview-gui [--data-dir DIR] [FILE …]
       infoview-gui [--data-dir DIR] COMMAND …"""
_EPILOG = "Without a command the window opens, and with files the import begins with them."


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; ``command`` is empty when the window is wanted.

    Ends the process with words on wrong usage, --help and --version, as argparse does.
    """
    first = next((word for word in _positional(argv)), "")
    if first in _COMMANDS:
        return _parser().parse_args(argv)
    window = argparse.ArgumentParser(prog="infoview-gui", usage=_USAGE)
    window.format_help = lambda: _parser().format_help()  # type: ignore[method-assign]
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
    try:
        return _COMMANDS[arguments.command](arguments)
    except (StoreError, CannotWrite) as error:
        return _complain(str(error))
    except OSError as error:
        return _complain(f"{error.filename or 'A file'}: {error.strerror}. Nothing was changed.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="infoview-gui",
        usage=_USAGE,
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
        ("import", "read people from CSV and vCard files; show .ics files in the calendar"),
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
    from infoview_gui.services.transfer import PRESETS  # noqa: PLC0415 - see above

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


def _positional(argv: Sequence[str]) -> Iterator[str]:
    """Return the words that are neither options nor the value of --data-dir."""
    words = iter(argv)
    for word in words:
        if word == "--data-dir":
            next(words, None)
        elif not word.startswith("-"):
            yield word


@contextmanager
def _services(arguments: argparse.Namespace) -> Iterator[Services]:
    from infoview_gui.services.bundle import make_services  # noqa: PLC0415 - see above
    from infoview_gui.store.store import Store  # noqa: PLC0415 - see above

    paths = find_paths(arguments.data_dir)
    paths.make_folders()
    store = Store(paths.database, backups=paths.backups)
    try:
        with store.guarded():
            yield make_services(store, country=_country_of(_settings(arguments)))
    finally:
        store.close()


def _settings(arguments: argparse.Namespace) -> Settings:
    """Return what is set in the window; a damaged file is left for it to speak of."""
    return _settings_file(arguments).load().settings


def _settings_file(arguments: argparse.Namespace) -> SettingsFile:
    from infoview_gui.services.settings_file import FILE_NAME, SettingsFile  # noqa: PLC0415 - see above

    return SettingsFile(find_paths(arguments.data_dir).config / FILE_NAME)


def _country_of(settings: Settings) -> Callable[[], str]:
    from infoview_gui.settings import country_of_locale  # noqa: PLC0415 - see above

    locale = next((os.environ[n] for n in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(n)), "")
    country = settings.country or country_of_locale(locale)
    return lambda: country


def _import(arguments: argparse.Namespace) -> int:
    from infoview_gui.services.calendar_files import is_calendar  # noqa: PLC0415 - see above

    reports: list[dict[str, Any]] = []
    with _services(arguments) as services:
        for path in arguments.files:
            if is_calendar(path):
                reports.append(_show_calendar(arguments, path))
                continue
            plan = services.transfer.plan(path)
            services.transfer.apply([plan]).result()
            reports.append(_report(plan))
            if not arguments.json:
                _tell(plan)
    if arguments.json:
        _print_json({"files": reports})
    if all(report["error"] for report in reports):
        return NOTHING
    partly = any(r["error"] or r["left_out"] or r["to_decide"] for r in reports)
    return PARTLY if partly else OK


def _show_calendar(arguments: argparse.Namespace, path: Path) -> dict[str, Any]:
    """Put a calendar file beside the conversations, as the window does; nothing else changes."""
    from infoview_gui.services.calendar_files import add_calendar  # noqa: PLC0415 - see above

    state = add_calendar(_settings_file(arguments), path)
    left_out = [{"line": left.line, "reason": left.reason} for left in state.left_out]
    if not arguments.json and state.trouble:
        _complain(state.trouble)
    elif not arguments.json:
        events = "1 event" if state.events == 1 else f"{state.events} events"
        _print(f"{path.name}: {events}, shown in the calendar beside your conversations")
        for left in state.left_out:
            _print(f"  line {left.line}: not shown, {left.reason}")
        for doubt in state.doubts:
            _print(f"  line {doubt.line}: {doubt.reason}")
    return {
        "path": str(path),
        "format": None if state.trouble else "icalendar",
        "events": state.events,
        "to_decide": [],
        "left_out": left_out,
        "doubts": [{"line": doubt.line, "reason": doubt.reason} for doubt in state.doubts],
        "error": state.trouble or None,
    }


def _report(plan: FilePlan) -> dict[str, Any]:
    from infoview_gui.services.import_plan import Verdict  # noqa: PLC0415 - see above

    return {
        "path": str(plan.path),
        "format": plan.format or None,
        "read": len(plan.decisions),
        "new": plan.count(Verdict.NEW),
        "merged": plan.count(Verdict.MERGED),
        "unchanged": plan.count(Verdict.UNCHANGED),
        "to_decide": [
            {
                "line": decision.card.line,
                "name": decision.card.name,
                "like": decision.like_name,
                "reason": decision.reason,
            }
            for decision in plan.decisions
            if decision.verdict is Verdict.TO_DECIDE
        ],
        "left_out": [{"line": left.line, "reason": left.reason} for left in plan.left_out],
        "error": plan.error or None,
    }


def _tell(plan: FilePlan) -> None:
    from infoview_gui.services.import_plan import Verdict  # noqa: PLC0415 - see above

    if plan.error:
        _complain(plan.error)
        return
    parts = [f"{plan.count(verdict)} {verdict.value}" for verdict in Verdict]
    _print(f"{plan.path.name}: {', '.join(parts)}, {len(plan.left_out)} left out")
    for decision in plan.decisions:
        if decision.verdict is Verdict.TO_DECIDE:
            _print(
                f"  line {decision.card.line}: {decision.card.name} looks like "
                f"{decision.like_name} ({decision.reason}); not written, decide in the window"
            )
    for left in plan.left_out:
        _print(f"  line {left.line}: left out, {left.reason}")


def _people(arguments: argparse.Namespace) -> int:
    from infoview_gui.services.listing import person_values  # noqa: PLC0415 - see above

    with _services(arguments) as services:
        values = [person_values(ident) for ident in services.people_list.ids()]
    if arguments.json:
        _print_json(values)
    else:
        for value in values:
            words = (value["name"], value["role"], value["company"], value["stage"])
            _print(" · ".join(word for word in words if word))
    return OK


def _conversations(arguments: argparse.Namespace) -> int:
    from infoview_gui.practice.marks import enabled_marks  # noqa: PLC0415 - see above
    from infoview_gui.services.listing import conversation_values  # noqa: PLC0415 - see above

    with _services(arguments):
        values = conversation_values(enabled_marks(_settings(arguments).marks_off))
    if arguments.json:
        _print_json(values)
    else:
        for value in values:
            people = ", ".join(value["people"])
            _print(f"{value['starts_at'] or 'no time yet'} · {people} · {value['status']}")
    return OK


def _export(arguments: argparse.Namespace) -> int:
    if arguments.out.suffix.lower() == ".ics":
        return _export_conversations(arguments)
    with _services(arguments) as services:
        ids = services.people_list.ids(arguments.filter)
        preset, form = arguments.preset, arguments.form
        count = services.transfer.export(arguments.out, ids, preset, dialect=form)
    _print(f"{_people_words(count)} written to {arguments.out}")
    return OK


def _convert(arguments: argparse.Namespace) -> int:
    from infoview_gui.interchange.cards import UnreadableFile  # noqa: PLC0415 - see above
    from infoview_gui.services.converting import convert  # noqa: PLC0415 - see above

    try:
        preset, form = arguments.preset, arguments.form
        done = convert(arguments.source, arguments.out, preset=preset, form=form)
    except UnreadableFile as error:
        return _complain(str(error))
    _print(f"{_people_words(done.count)} written to {arguments.out}")
    for left in done.left_out:
        _print(f"  line {left.line}: left out, {left.reason}")
    return PARTLY if done.left_out else OK


def _people_words(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _export_conversations(arguments: argparse.Namespace) -> int:
    from infoview_gui.services import reading  # noqa: PLC0415 - see above

    with _services(arguments) as services:
        talks = reading.all_conversation_ids()
        if arguments.filter:
            people = set(services.people_list.ids(arguments.filter))
            talks = reading.conversations_with(people)
        zone = _settings(arguments).zone
        written = services.conversation_export.write(arguments.out, talks, zone, arguments.preset)
    what = "conversation" if written.count == 1 else "conversations"
    without = f"; {written.undated} without a time left out" if written.undated else ""
    _print(f"{written.count} {what} written to {arguments.out}{without}")
    return OK


def _backup(arguments: argparse.Namespace) -> int:
    from infoview_gui.services import upkeep  # noqa: PLC0415 - see above

    counts = upkeep.back_up(find_paths(arguments.data_dir), arguments.file)
    _print(f"Backed up and checked: {counts}, in {arguments.file}")
    return OK


def _restore(arguments: argparse.Namespace) -> int:
    from infoview_gui.services import upkeep  # noqa: PLC0415 - see above

    counts, kept = upkeep.restore(find_paths(arguments.data_dir), arguments.file)
    _print(f"Restored {counts}" + (f"; what was there before is in {kept}" if kept else ""))
    return OK


def _check(arguments: argparse.Namespace) -> int:
    from infoview_gui.services import upkeep  # noqa: PLC0415 - see above

    counts, problems = upkeep.check(find_paths(arguments.data_dir))
    for problem in problems:
        _complain(problem)
    _print(f"{'Damaged' if problems else 'Sound'}: {counts}")
    return NOTHING if problems else OK


def _guard(arguments: argparse.Namespace) -> int:
    from infoview_gui.services.guarding import findings  # noqa: PLC0415 - see above

    name = "standard input" if _from_input(arguments.file) else str(arguments.file)
    try:
        found = findings(_text_for_guard(arguments.file))
    except OSError as error:
        return _complain(f"{name} cannot be read: {error.strerror}.")
    except ValueError as error:
        return _complain(f"{name} cannot be read: {error}")
    if arguments.json:
        _print_json({"marked": [one._asdict() for one in found]})
    else:
        for one in found:
            _print(f"{one.line}: “{one.sentence}” {one.reason} Rather: “{one.offer}”")
    return PARTLY if found else OK


def _text_for_guard(path: Path | None) -> bytes:
    if path is not None and not _from_input(path):
        return path.read_bytes()
    return b"" if sys.stdin is None else sys.stdin.buffer.read()


def _from_input(path: Path | None) -> bool:
    return path is None or str(path) == "-"


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "import": _import,
    "people": _people,
    "conversations": _conversations,
    "export": _export,
    "convert": _convert,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
    "guard": _guard,
}


def _print_json(value: object) -> None:
    _print(json.dumps(value, ensure_ascii=False, indent=2))


def _print(text: str) -> None:
    # A terminal of another encoding must not end the program after the work is done.
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def _complain(text: str) -> int:
    sys.stderr.write(f"infoview-gui: {text}\n")
    return NOTHING
