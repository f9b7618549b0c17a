"""What a command says: to people on standard output, in one sentence on standard error."""

import json
import sys

OK, NOTHING, PARTLY = 0, 1, 3
"""Exit statuses: all done, nothing done, done in part or something found."""


def print_json(value: object) -> None:
    """Say one JSON value for programs."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def say(text: str) -> None:
    """Say a line."""
    # A terminal of another encoding must not end the program after the work is done.
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def complain(text: str) -> int:
    """Say what is wrong and return the status for it."""
    sys.stderr.write(f"infoview-gui: {text}\n")
    return NOTHING


def people_words(count: int) -> str:
    """Return "1 person" or "12 people"."""
    return "1 person" if count == 1 else f"{count} people"
