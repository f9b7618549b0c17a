"""`make corpus`: print the figures of every module `figures_*`, or of those that are named."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import tests.corpora
from tests.corpora.figures import Figure, table
from tests.corpora.manifest import CORPORA, PRESENT


def main(wanted: list[str]) -> int:
    """Print the table and return how many goals are missed."""
    if not PRESENT:
        sys.stdout.write(f"The corpora are not in {CORPORA}; nothing to compare.\n")
        return 0
    found: list[Figure] = []
    for module in pkgutil.iter_modules(tests.corpora.__path__):
        name = module.name.removeprefix("figures_")
        if name != module.name and (not wanted or name in wanted):
            figures = importlib.import_module(f"tests.corpora.{module.name}").FIGURES
            found += [figure() for figure in figures]
    sys.stdout.write(table(found) + "\n")
    return sum(not figure.reached for figure in found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
