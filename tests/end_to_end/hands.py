"""Real keys and a real pointer, through xdotool. They reach whatever has the focus."""

import re

from tests.end_to_end.screen import Screen

_KEY_NAME = re.compile(r"^\s*(<[^>]+>)\s*=\s*(\d+);", re.MULTILINE)
_SPARE_CODES = frozenset([*range(150, 187), *range(208, 254)])
"""Keys for media and launchers, and those without meaning. Modifiers lie between the two."""
_PAUSE = ("sleep", "0.02")
"""Between the steps of a gesture: Qt tells a drag from a click by what happens over time."""


class Hands:
    """One keyboard and one pointer on a screen."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._taught: list[str] = []

    def key(self, *combinations: str) -> None:
        """Press keys by their X names, such as ``ctrl+z``, ``Return``, ``shift+Tab``, ``F5``."""
        self._do("xdotool", "key", "--delay", "15", *combinations)

    def type_text(self, text: str) -> None:
        """Type any text; a line break presses Return."""
        self._teach(sorted({letter for letter in text if ord(letter) > 126}))
        for number, line in enumerate(text.split("\n")):
            if number:
                self.key("Return")
            if line:
                self._do("xdotool", "type", "--delay", "8", "--file", "-", given=line)

    def click(self, x: int, y: int, *, button: int = 1, times: int = 1) -> None:
        """Click at a place on the screen."""
        clicks = ("click", "--repeat", str(times), "--delay", "60", str(button))
        self._do("xdotool", "mousemove", str(x), str(y), *_PAUSE, *clicks)

    def drag(self, start: tuple[int, int], stop: tuple[int, int], steps: int = 8) -> None:
        """Press at one place, move to another in steps, let go there."""
        self.carry(start, stop, steps)
        self.let_go()

    def carry(self, start: tuple[int, int], stop: tuple[int, int], steps: int = 8) -> None:
        """Press at one place, move to another in steps, and hold on."""
        chain = ["mousemove", *map(str, start), *_PAUSE, "mousedown", "1", *_PAUSE]
        for step in range(1, steps + 1):
            place = (a + (b - a) * step // steps for a, b in zip(start, stop, strict=True))
            chain += ["mousemove", *map(str, place), *_PAUSE]
        # A last small move: a target that the first one only made ready sees the pointer now.
        chain += ["mousemove_relative", "1", "1", *_PAUSE, "mousemove", *map(str, stop), *_PAUSE]
        self._do("xdotool", *chain)

    def let_go(self) -> None:
        """Release the button where the pointer is."""
        self._do("xdotool", "mouseup", "1")

    def _teach(self, letters: list[str]) -> None:
        """Put letters that the keyboard lacks on spare keys, and leave them there.

        Xdotool does this itself, but takes each letter away again at once, and then a program that
        reads the keyboard a moment late sees another letter.
        """
        new = [letter for letter in letters if letter not in self._taught]
        if not new:
            return
        display = self._screen.environment["DISPLAY"]
        keymap = self._do("xkbcomp", display, "-")
        names = {int(code): name for name, code in _KEY_NAME.findall(keymap)}
        spare = [names[code] for code in sorted(_SPARE_CODES & names.keys())]
        if len(self._taught) + len(new) > len(spare):
            self._taught, new = [], letters
        if len(new) > len(spare):
            raise ValueError(f"{len(new)} unusual letters at once; the keyboard has {len(spare)}")
        lines = "".join(
            f'\n    key {name} {{ type= "ONE_LEVEL", symbols[Group1]= [ U{ord(letter):04X} ] }};'
            for name, letter in zip(spare[len(self._taught) :], new, strict=False)
        )
        end = keymap.index("\n};", keymap.index("xkb_symbols"))
        changed = keymap[:end] + lines + keymap[end:]
        self._do("xkbcomp", "-w", "0", "-", display, given=changed)
        self._taught += new

    def _do(self, *command: str, given: str = "") -> str:
        done = self._screen.run(*command, given=given)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command[:4])}: {done.stderr}")
        return done.stdout
