"""Notices what a test leaves behind: threads, running timers, windows.

Timers and Qt's threads are noted when Python starts them. What Qt starts by itself is Qt's affair.
"""

import functools
import gc
import threading
import weakref
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

THREAD_GRACE_S = 2.0
"""How long a thread that was told to end may take."""
_QT_OWN = ("QTipLabel",)

_started: weakref.WeakSet[QObject] = weakref.WeakSet()


def watch() -> None:
    """Note from now on what Python starts. Called once, before the tests."""
    for kind in (QTimer, QThread):
        kind.start = _noting(kind.start)  # type: ignore[method-assign]


def _noting(start: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(start)
    def noted(self: QObject, *arguments: Any) -> Any:  # noqa: ANN401 (as Qt's overloads are)
        _started.add(self)
        return start(self, *arguments)

    return noted


def threads(before: set[threading.Thread]) -> list[str]:
    """The Python threads that were not there before and have not ended, after a moment's grace."""
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(THREAD_GRACE_S)
    return [f"thread {thread.name!r}" for thread in left if thread.is_alive()]


def windows() -> set[QWidget]:
    """The windows that no other widget owns."""
    if not isinstance(QApplication.instance(), QApplication):
        return set()
    return {
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() not in _QT_OWN
    }


def in_qt(before: set[QWidget]) -> list[str]:
    """Running timers, running threads of Qt, and windows that were not there before."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = _in_qt(before)
    if found:
        gc.collect()  # what only a cycle of references kept alive was not leaked
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        found = _in_qt(before)
    return found


def _in_qt(before: set[QWidget]) -> list[str]:
    new = windows() - before
    return [
        *(f"window {type(window).__name__} {window.windowTitle()!r}" for window in new),
        *(_described(started) for started in list(_started) if _runs(started)),
    ]


def _runs(started: QObject) -> bool:
    if not shiboken6.isValid(started):
        return False
    if isinstance(started, QThread):
        return started.isRunning()
    return isinstance(started, QTimer) and started.isActive()


def _described(started: QObject) -> str:
    owner = started.parent()
    name = started.objectName() or ("of " + type(owner).__name__ if owner else "without a parent")
    return f"{type(started).__name__} {name}"


def forget() -> None:
    """Stop and forget what was left, so that the next test is not blamed."""
    for started in list(_started):
        if shiboken6.isValid(started) and isinstance(started, QTimer):
            started.stop()
    _started.clear()
