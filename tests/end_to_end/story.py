"""What the end-to-end tests share: files to import, and what the program has stored, as JSON."""

import json
from pathlib import Path
from typing import Any

import apsw

from tests.end_to_end.desktop import Desktop

LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some of the addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Amara,Okafor,https://www.linkedin.com/in/amara-okafor,amara@northwind.example,Northwind Energy,Head of Grid Analytics,05 Mar 2024
Ben,Ito,https://www.linkedin.com/in/ben-ito,,Northwind Energy,Meteorologist,05 Mar 2024
Siobhán,Lynch,https://www.linkedin.com/in/slynch,,Northern Lights Co-op,Grid economist,05 Mar 2024
,,,,,,05 Mar 2024
"""  # noqa: E501 - as LinkedIn writes it


def connections(folder: Path) -> Path:
    """Write a LinkedIn export with three people and a line without a name."""
    path = folder / "Connections.csv"
    path.write_text(LINKEDIN, encoding="utf-8")
    return path


def stored(desktop: Desktop, what: str, data: Path) -> list[dict[str, Any]]:
    """Return ``people`` or ``conversations`` as a script sees them, while the window is open."""
    done = desktop.run(what, "--json", data_dir=data)
    assert done.returncode == 0, done.stderr
    values: list[dict[str, Any]] = json.loads(done.stdout)
    return values


def names(desktop: Desktop, data: Path) -> list[str]:
    """Return the names of everyone stored."""
    return [person["name"] for person in stored(desktop, "people", data)]


def let_time_pass(data: Path, minutes: float) -> None:
    """Move everything that happened into the past, while the program is not running."""
    connection = apsw.Connection(str(data / "infoview.db"))
    by = round(minutes * 60_000)
    connection.execute("UPDATE event SET at = at - ?", (by,))
    connection.execute("UPDATE conversation SET starts_at = starts_at - ?", (by,))
    rows = connection.execute("SELECT id, moments FROM note").fetchall()
    for ident, moments in rows:
        moved = json.dumps([at - by for at in json.loads(str(moments))])
        connection.execute("UPDATE note SET moments = ? WHERE id = ?", (moved, ident))
    connection.close()
