"""The log: what went wrong and where in the program, never what anybody wrote or is called.

Texts of exceptions, local variables and source lines may hold names, notes or letters; only types,
modules, lines and functions are kept. Nothing is opened before there is something to write.
"""

import contextlib
import os
import platform
import re
import sys
import threading
from collections.abc import Mapping
from io import TextIOWrapper
from logging import INFO, Formatter, LogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

NAME = "infoview.log"
MOST_BYTES = 200_000
OLDER_FILES = 2
"""Beside the present one, each of at most ``MOST_BYTES``."""
HEAD = "Traceback (most recent call last; texts are left out):"
_MOST_FRAMES = 40
_MOST_LETTERS = 300
_PRIVATE = re.compile(
    r"\"[^\"]*\"|'[^']*'|“[^”]*”"  # what is quoted, such as the name of a file
    r"|(?:[A-Za-z]:)?[\\/][^\s:,;]+(?: [^\s:,;]*[\\/.][^\s:,;]*)*"  # a path
)
_WITH_TEXT = ("QString::arg",)
"""Messages of Qt that end in the text they complain about."""


def trace(error: BaseException) -> str:
    """Return where an error came from, and from which others, without any text of its own."""
    parts: list[str] = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        parts.append("\n".join((HEAD, *_frames(link.__traceback__), _kind(link))))
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n\nand then\n\n".join(reversed(parts))


def versions(**others: str) -> Mapping[str, str]:
    """Return what the program runs on; ``others`` are libraries that this module must not know."""
    return {
        "Python": platform.python_version(),
        **others,
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
    }


def without_private(text: str) -> str:
    """Return a message of Qt on one line without quoted texts and paths."""
    line = " ".join(text.split())
    for start in _WITH_TEXT:
        if line.startswith(start):
            return start
    return _PRIVATE.sub("…", line)[:_MOST_LETTERS]


class Log:
    """A file of at most 200 KB and two older ones, for this user only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: RotatingFileHandler | None = None
        self._opening = threading.Lock()

    @property
    def path(self) -> Path:
        """The file that is written to."""
        return self._folder / NAME

    def write(self, text: str) -> None:
        """Add an entry; one that cannot be written is left out. ``text`` has nothing private."""
        with contextlib.suppress(OSError):
            self._opened().handle(LogRecord("infoview", INFO, "", 0, text, None, None))

    def close(self) -> None:
        """Close the file; what is written afterwards opens it again."""
        with self._opening:
            if self._file is not None:
                self._file.close()
            self._file = None

    def _opened(self) -> RotatingFileHandler:
        with self._opening:
            if self._file is None:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._file = _PrivateFile(self.path, MOST_BYTES, OLDER_FILES)
            return self._file


class _PrivateFile(RotatingFileHandler):
    """Writes files of mode 0600, and is silent where it cannot."""

    def __init__(self, path: Path, most_bytes: int, older: int) -> None:
        super().__init__(path, maxBytes=most_bytes, backupCount=older, encoding="utf-8", delay=True)
        self.setFormatter(Formatter("%(asctime)s %(message)s"))

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(self.baseFilename, flags, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8", errors="replace")

    def handleError(self, record: LogRecord) -> None:  # noqa: N802 - overrides logging
        """Do nothing: what is said of the error would hold private text, and nobody waits."""


def _frames(trace: TracebackType | None) -> list[str]:
    lines: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "?")
        name = getattr(code, "co_qualname", code.co_name)
        lines.append(f"  {module}, line {trace.tb_lineno}, in {name}")
        trace = trace.tb_next
    if len(lines) > _MOST_FRAMES:
        half = _MOST_FRAMES // 2
        lines[half:-half] = [f"  … {len(lines) - 2 * half} more"]
    return lines


def _kind(error: BaseException) -> str:
    kind = type(error)
    inner = getattr(error, "exceptions", ())
    within = f" of {', '.join(_kind(one) for one in inner)}" if inner else ""
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    return f"{module}{kind.__qualname__}{within}"


def complain(text: str) -> None:
    """Write to standard error where there is one."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            print(text, file=sys.stderr)  # noqa: T201 - the terminal is where they look
