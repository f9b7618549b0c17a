"""What a started program prints about itself: when it had painted, and what memory it then held.

Imports nothing that a bare window would not have.
"""

import sys
import time
from pathlib import Path


def tell(word: str, *values: object) -> None:
    """Print one line for the process that waits."""
    sys.stdout.write(" ".join(map(str, (word, *values))) + "\n")
    sys.stdout.flush()


def painted() -> None:
    """Say at which moment (ns of the system's steady clock) the picture was there."""
    tell("painted", time.perf_counter_ns())


def memory(word: str = "memory") -> None:
    """Say how much memory is held, shared parts counted in proportion (PSS) and whole (RSS)."""
    found = {}
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]:
        name, value, *_unit = line.split()
        found[name] = int(value)
    tell(word, found["Pss:"], found["Rss:"])
