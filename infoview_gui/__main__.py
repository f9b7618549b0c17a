"""The way in: words for the command line, or else the window."""

import builtins
import gc
import os
import sys
from collections.abc import Sequence

from infoview_gui import cli, display


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    os.umask(0o077)  # whatever is written is for this user only
    arguments = cli.parse(sys.argv[1:] if argv is None else argv)
    if arguments.command:
        return cli.run(arguments)
    if not display.has_display():
        sys.stderr.write(f"{display.NO_DISPLAY}\n")
        return 1
    # Nothing of a start is garbage, and looking for some takes a quarter of it. The window begins
    # the looking after its first picture.
    gc.disable()
    try:
        _import_qt()
        from infoview_gui import app  # noqa: PLC0415 - Qt is for the window only

        return app.run(arguments.data_dir, arguments.files)
    finally:
        gc.enable()


def _import_qt() -> None:
    """Import Qt and take its import hook away again.

    The hook looks into the source of every module for ``__feature__``, which none of ours has:
    a seventh of the start, and the text of them all kept in memory.
    """
    plain_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415 - Qt is for the window only

    builtins.__import__ = plain_import


if __name__ == "__main__":
    sys.exit(main())
