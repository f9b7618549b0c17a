"""The way in: words for the command line, or else the window."""

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
    from infoview_gui import app  # noqa: PLC0415 - Qt is for the window only

    return app.run(arguments.data_dir, arguments.files)


if __name__ == "__main__":
    sys.exit(main())
