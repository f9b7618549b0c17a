"""The command import: people into the database, calendars beside the conversations."""

import argparse
from pathlib import Path
from typing import Any

from infoview_gui.cli.surroundings import services_of, settings_file
from infoview_gui.cli.telling import NOTHING, OK, PARTLY, complain, print_json, say
from infoview_gui.services.calendar_files import add_calendar, is_calendar
from infoview_gui.services.import_plan import FilePlan, Verdict


def import_files(arguments: argparse.Namespace) -> int:
    """Read people from files; show calendars beside the conversations."""
    reports: list[dict[str, Any]] = []
    with services_of(arguments) as services:
        for path in arguments.files:
            if is_calendar(path):
                reports.append(_show_calendar(arguments, path))
                continue
            plan = services.transfer.plan(path)
            services.transfer.apply([plan]).result()
            reports.append(_report(plan))
            if not arguments.json:
                _tell(plan)
    if arguments.json:
        print_json({"files": reports})
    if all(report["error"] for report in reports):
        return NOTHING
    partly = any(r["error"] or r["left_out"] or r["to_decide"] for r in reports)
    return PARTLY if partly else OK


def _show_calendar(arguments: argparse.Namespace, path: Path) -> dict[str, Any]:
    """Put a calendar file beside the conversations, as the window does; nothing else changes."""
    state = add_calendar(settings_file(arguments), path)
    left_out = [{"line": left.line, "reason": left.reason} for left in state.left_out]
    if not arguments.json and state.trouble:
        complain(state.trouble)
    elif not arguments.json:
        events = "1 event" if state.events == 1 else f"{state.events} events"
        say(f"{path.name}: {events}, shown in the calendar beside your conversations")
        for left in state.left_out:
            say(f"  {left.where}not shown, {left.reason}")
        for doubt in state.doubts:
            say(f"  {doubt.where}{doubt.reason}")
    return {
        "path": str(path),
        "format": None if state.trouble else "icalendar",
        "events": state.events,
        "to_decide": [],
        "left_out": left_out,
        "doubts": [{"line": doubt.line, "reason": doubt.reason} for doubt in state.doubts],
        "error": state.trouble or None,
    }


def _report(plan: FilePlan) -> dict[str, Any]:
    return {
        "path": str(plan.path),
        "format": plan.format or None,
        "read": len(plan.decisions),
        "new": plan.count(Verdict.NEW),
        "merged": plan.count(Verdict.MERGED),
        "unchanged": plan.count(Verdict.UNCHANGED),
        "to_decide": [
            {
                "line": decision.card.line,
                "name": decision.card.name,
                "like": decision.like_name,
                "reason": decision.reason,
            }
            for decision in plan.decisions
            if decision.verdict is Verdict.TO_DECIDE
        ],
        "left_out": [{"line": left.line, "reason": left.reason} for left in plan.left_out],
        "error": plan.error or None,
    }


def _tell(plan: FilePlan) -> None:
    if plan.error:
        complain(plan.error)
        return
    parts = [f"{plan.count(verdict)} {verdict.value}" for verdict in Verdict]
    say(f"{plan.path.name}: {', '.join(parts)}, {len(plan.left_out)} left out")
    for decision in plan.decisions:
        if decision.verdict is Verdict.TO_DECIDE:
            say(
                f"  line {decision.card.line}: {decision.card.name} looks like "
                f"{decision.like_name} ({decision.reason}); not written, decide in the window"
            )
    for left in plan.left_out:
        say(f"  line {left.line}: left out, {left.reason}")
