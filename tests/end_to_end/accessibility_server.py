"""Reads and works another program's window over AT-SPI, as a screen reader does.

Run by the system's Python (it has GObject's D-Bus, our environment has not), one JSON object a line
on standard input, one answer a line on standard output: ``{"do": "search", …}`` gives
``{"answer": …}`` or ``{"error": "…"}``. It never waits for anything to appear: that is its client's
work. An accessible is the pair [bus name, object path].
"""

import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found] # the system's, not ours

from tests.end_to_end import atspi
from tests.end_to_end.atspi import ACCESSIBLE, Bus, Who, prop

PRESS_MS = 400
"""A press that opens a modal dialog answers only after the dialog: not waited for longer."""
MOST_CHILDREN = 1000
"""A table of 100,000 cells is not walked to its end."""
Node = dict[str, Any]
"""One accessible: who, name, role, states and, once walked, children."""


class Window:
    """Everything of one process that can be seen through accessibility."""

    def __init__(self, bus: Bus, pid: int) -> None:
        self._bus = bus
        self._pid = pid

    def roots(self) -> list[Who]:
        """The process's application object, none when it has not registered yet."""
        found = self._bus.call(atspi.ROOT, ACCESSIBLE, "GetChildren")
        return [tuple(who) for who in found if self._bus.process_of(who[0]) == self._pid]

    def children(self, nodes: Sequence[Node]) -> list[list[Who]]:
        """The children of each node, in order; of very many only the first."""
        counts = self._bus.ask([(node["who"], *prop(ACCESSIBLE, "ChildCount")) for node in nodes])
        small = [i for i, n in enumerate(counts) if n and n <= MOST_CHILDREN]
        lists: list[list[Who]] = [[] for _ in nodes]
        answers = self._bus.ask([(nodes[i]["who"], ACCESSIBLE, "GetChildren", None) for i in small])
        for i, answer in zip(small, answers, strict=True):
            lists[i] = [tuple(who) for who in answer or ()]
        for i, count in enumerate(counts):
            if count and count > MOST_CHILDREN:
                lists[i] = self._first_children(nodes[i]["who"])
        return lists

    def _first_children(self, who: Who) -> list[Who]:
        numbers = [GLib.Variant("(i)", (i,)) for i in range(MOST_CHILDREN)]
        answers = self._bus.ask([(who, ACCESSIBLE, "GetChildAtIndex", n) for n in numbers])
        return [tuple(answer) for answer in answers if answer]

    def describe(self, refs: Sequence[Who]) -> list[Node]:
        """Name, role and states of each; those that went away meanwhile are left out."""
        questions: list[atspi.Question] = []
        for who in refs:
            questions += [
                (who, *prop(ACCESSIBLE, "Name")),
                (who, ACCESSIBLE, "GetRoleName", None),
                (who, ACCESSIBLE, "GetState", None),
            ]
        answers = self._bus.ask(questions)
        nodes = []
        for i, who in enumerate(refs):
            name, role, bits = answers[3 * i : 3 * i + 3]
            if role is not None and bits is not None:
                nodes.append(
                    {
                        "who": who,
                        "name": name or "",
                        "role": atspi.ROLES.get(role, role),
                        "states": named(bits),
                    }
                )
        return nodes

    def walk(self, *, menus: bool = True) -> list[Node]:
        """The tree from its roots, each node with its children; what is not shown is cut off.

        Closed menus are not. They are most of the tree: without them it is walked much sooner.
        """
        top = self.describe(self.roots())
        level = top
        while level:
            lists = self.children(level)
            flat = self.describe([who for refs in lists for who in refs])
            known = {node["who"]: node for node in flat}
            for node, refs in zip(level, lists, strict=True):
                node["children"] = [known[who] for who in refs if who in known]
            level = [node for node in flat if is_open(node) and (menus or not is_menu(node))]
        return top


def named(bits: Sequence[int]) -> list[str]:
    """The names of the states in AT-SPI's two words of bits."""
    whole = bits[0] | bits[1] << 32
    return [name for number, name in atspi.STATES.items() if whole >> number & 1]


def is_open(node: Node) -> bool:
    """Whether a person could reach what is below this node. Menus are, even while closed."""
    return "showing" in node["states"] or is_menu(node)


def is_menu(node: Node) -> bool:
    """Whether it is a menu, or an entry that may hold one."""
    return node["role"] in ("menu", "menu item", "popup menu")


def in_order(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every node of a tree, as it would be read aloud."""
    for node in nodes:
        yield node
        yield from in_order(node.get("children", ()))


class Server:
    """Answers the requests; each public method is one, and its arguments are the request's."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def ping(self) -> str:
        """Say that the server runs."""
        return "pong"

    def search(
        self,
        pid: int,
        name: str | None = None,
        pattern: str | None = None,
        role: str | None = None,
    ) -> list[Node]:
        """All that have the name (or match the pattern) and the role, as they are read aloud."""
        found = []
        menus = role is None or "menu" in role or role == "separator"
        for node in in_order(Window(self._bus, pid).walk(menus=menus)):
            if name is not None and node["name"] != name:
                continue
            if pattern is not None and not re.search(pattern, node["name"]):
                continue
            if role is not None and node["role"] != role:
                continue
            if is_open(node):
                found.append({key: node[key] for key in ("who", "name", "role", "states")})
        return found

    def tree(self, pid: int) -> str:
        """The whole tree as indented lines, for a person who looks for the reason of a failure."""
        lines: list[str] = []

        def write(nodes: Sequence[Node], depth: int) -> None:
            for node in nodes:
                states = " ".join(s for s in node["states"] if s in TOLD)
                lines.append(f"{'  ' * depth}{node['role']} {node['name']!r} {states}".rstrip())
                write(node.get("children", ()), depth + 1)

        write(Window(self._bus, pid).walk(), 0)
        return "\n".join(lines)

    def states(self, who: Who) -> list[str]:
        """The states by name."""
        return named(self._bus.call(who, ACCESSIBLE, "GetState"))

    def press(self, who: Who) -> bool:
        """Do what a click does; without an answer from a modal dialog that it opened."""
        names = [name for name, _, _ in self._bus.call(who, atspi.ACTION, "GetActions") or ()]
        for wanted in ("Press", "Toggle", "SetFocus"):
            if wanted in names:
                number = GLib.Variant("(i)", (names.index(wanted),))
                break
        else:
            return False
        try:
            self._bus.call(who, atspi.ACTION, "DoAction", number, PRESS_MS)
        except GLib.Error as error:
            if not error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.TIMED_OUT):
                raise
        return True

    def text(self, who: Who) -> str:
        """The text in a field, else the text of its value, else its name."""
        whole = GLib.Variant("(ii)", (0, -1))
        text, value, name = self._bus.ask(
            [
                (who, atspi.TEXT, "GetText", whole),
                (who, *prop(atspi.VALUE, "Text")),
                (who, *prop(ACCESSIBLE, "Name")),
            ]
        )
        return next((found for found in (text, value, name) if found is not None), "")

    def description(self, who: Who) -> str:
        """What is said of it beside its name."""
        (found,) = self._bus.ask([(who, *prop(ACCESSIBLE, "Description"))])
        return found or ""

    def set_text(self, who: Who, text: str) -> bool:
        """Replace the text in a field, without its keys."""
        whole = GLib.Variant("(s)", (text,))
        return bool(self._bus.call(who, atspi.EDITABLE, "SetTextContents", whole))

    def focus(self, who: Who) -> bool:
        """Give it the keyboard."""
        return bool(self._bus.call(who, atspi.COMPONENT, "GrabFocus"))

    def extents(self, who: Who) -> tuple[int, int, int, int]:
        """Where it is on the screen: x, y, width, height in pixels."""
        on_screen = GLib.Variant("(u)", (0,))
        x, y, width, height = self._bus.call(who, atspi.COMPONENT, "GetExtents", on_screen)
        return x, y, width, height

    def rows(self, who: Who) -> list[list[str]]:
        """The names of a table's cells by rows; of a very long table only the first rows."""
        rows, columns = self._bus.ask(
            [(who, *prop(atspi.TABLE, "NRows")), (who, *prop(atspi.TABLE, "NColumns"))]
        )
        rows = min(rows or 0, MOST_CHILDREN // max(columns or 1, 1))
        places = [GLib.Variant("(ii)", (r, c)) for r in range(rows) for c in range(columns)]
        cells = self._bus.ask([(who, atspi.TABLE, "GetAccessibleAt", place) for place in places])
        names = self._bus.ask([(tuple(cell), *prop(ACCESSIBLE, "Name")) for cell in cells])
        return [names[r * columns : (r + 1) * columns] for r in range(rows)]


TOLD = ("active", "checked", "editable", "expanded", "focused", "pressed", "selected", "showing")


def main() -> None:
    """Answer one line after the other until standard input ends."""
    server = Server(Bus(os.environ["AT_SPI_BUS_ADDRESS"]))
    for line in sys.stdin:
        request = json.loads(line)
        verb = request.pop("do")
        try:
            reply = {"answer": getattr(server, verb)(**request)}
        except GLib.Error as error:
            reply = {"error": error.message}
        sys.stdout.write(json.dumps(reply) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
