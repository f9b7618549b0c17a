"""The accessibility bus, spoken over GObject's D-Bus, without libatspi.

Libatspi keeps a cache that goes stale without a main loop, and asks one thing after the other.
Run by the system's Python. It knows the protocol, not what is looked for.
"""

from collections.abc import Sequence
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found] # the system's, not ours

Who = tuple[str, str]
"""An accessible: bus name and object path."""
Question = tuple[Who, str, str, Any]
"""What is asked: of whom, interface, method, arguments."""

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
EDITABLE = "org.a11y.atspi.EditableText"
PROPERTIES = "org.freedesktop.DBus.Properties"
TABLE = "org.a11y.atspi.Table"
TEXT = "org.a11y.atspi.Text"
VALUE = "org.a11y.atspi.Value"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
TIMEOUT_MS = 5000
ROLES = {"cell": "table cell", "button": "push button", "menubar": "menu bar"}
"""Qt's versions differ in some role names: these are made one."""
STATES = {
    1: "active", 4: "checked", 7: "editable", 8: "enabled", 9: "expandable", 10: "expanded",
    11: "focusable", 12: "focused", 16: "modal", 17: "multi line", 20: "pressed", 22: "selectable",
    23: "selected", 24: "sensitive", 25: "showing", 30: "visible", 41: "checkable",
    43: "read only",
}  # fmt: skip
TIMED_OUT = Gio.IOErrorEnum.TIMED_OUT


class Bus:
    """The accessibility bus, asked many things at once."""

    def __init__(self, address: str) -> None:
        flags = (
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        )
        self._connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self._pids: dict[str, int] = {}

    def call(
        self,
        who: Who,
        interface: str,
        method: str,
        arguments: Any = None,  # noqa: ANN401 (a GLib.Variant, which has no type here)
        timeout_ms: int = TIMEOUT_MS,
    ) -> Any:  # noqa: ANN401 (whatever the method returns)
        """One call and its first result; GLib.Error when the other side has no answer."""
        result = self._connection.call_sync(
            who[0], who[1], interface, method, arguments, None, 0, timeout_ms, None
        ).unpack()
        return result[0] if result else None

    def ask(self, questions: Sequence[Question]) -> list[Any]:
        """The first result of each (who, interface, method, arguments), None where it failed."""
        answers: list[Any] = [None] * len(questions)
        pending = len(questions)

        def arrived(connection: Gio.DBusConnection, result: Gio.AsyncResult, index: int) -> None:
            nonlocal pending
            pending -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()[0]
            except GLib.Error:  # it went away meanwhile, or has no such interface
                answers[index] = None

        for index, (who, interface, method, arguments) in enumerate(questions):
            self._connection.call(
                who[0], who[1], interface, method, arguments, None, 0, TIMEOUT_MS, None,
                arrived, index,
            )  # fmt: skip
        while pending:
            GLib.MainContext.default().iteration(True)
        return answers

    def process_of(self, name: str) -> int | None:
        """The process id behind a bus name, None when it is gone."""
        if name not in self._pids:
            daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
            wanted = GLib.Variant("(s)", (name,))
            try:
                self._pids[name] = self.call(
                    daemon, daemon[0], "GetConnectionUnixProcessID", wanted
                )
            except GLib.Error:
                return None
        return self._pids[name]


def prop(interface: str, name: str) -> tuple[str, str, Any]:
    """The last three parts of a question for a property."""
    return PROPERTIES, "Get", GLib.Variant("(ss)", (interface, name))
