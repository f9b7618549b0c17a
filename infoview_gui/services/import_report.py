"""What an import did not take, as a text to keep. Knows plans, writes one file."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from infoview_gui.interchange.cards import excerpt
from infoview_gui.interchange.safe_write import replace_file
from infoview_gui.services.import_plan import FilePlan, Verdict


def report_text(plans: Sequence[FilePlan]) -> str:
    """Return every line that was left out or not decided, by file, with its reason."""
    return "\n".join(line for plan in plans for line in _lines(plan)) + "\n"


def save_report(path: Path, plans: Sequence[FilePlan]) -> None:
    """Write the report; raises CannotWrite."""
    text = report_text(plans).encode("utf-8", "replace")

    def write(file: BinaryIO) -> None:
        file.write(text)

    replace_file(path, write)


def _lines(plan: FilePlan) -> Iterator[str]:
    yield plan.path.name
    if plan.error:
        yield f"  {plan.error}"
    for left in plan.left_out:
        text = f": {excerpt(left.text)}" if left.text.strip() else ""
        yield f"  line {left.line}, left out, {left.reason}{text}"
    for decision in plan.decisions:
        if decision.verdict is Verdict.TO_DECIDE:
            card, like = decision.card, decision.like_name
            yield f"  line {card.line}, not decided, {card.name}: like {like}, {decision.reason}"
    yield ""
