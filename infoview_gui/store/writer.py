"""The one thread that writes. Urgent commands go first; a long job gives way between its steps."""

import threading
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")
_IDLE_S = 1.0


class Writer:
    """Runs commands in order on one thread."""

    def __init__(self, idle: Callable[[], None], closed: Callable[[], None]) -> None:
        """Call ``idle`` about once a second with nothing to do, ``closed`` last, on the thread."""
        self._idle = idle
        self._closed = closed
        self._wake = threading.Condition()
        self._urgent: deque[Callable[[], None]] = deque()
        self._long: deque[Generator[None, None, None]] = deque()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)

    def start(self) -> None:
        """Begin; commands given earlier wait."""
        self._thread.start()

    @property
    def is_here(self) -> bool:
        """Whether the caller runs on the writing thread."""
        return threading.current_thread() is self._thread

    def submit(self, command: Callable[[], T]) -> Future[T]:
        """Run a command as soon as the present one or the present step of a long job ends."""
        future: Future[T] = Future()

        def run() -> None:
            try:
                future.set_result(command())
            except BaseException as error:  # noqa: BLE001 - handed to whoever waits
                future.set_exception(error)

        self._add(self._urgent.append, run)
        return future

    def submit_steps(self, steps: Generator[None, None, None]) -> None:
        """Run a long job step by step; it must not raise."""
        self._add(self._long.append, steps)

    def stop(self) -> None:
        """Finish the urgent commands, drop the long ones between two steps, end the thread."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        self._thread.join()

    def _add(self, append: Callable[[T], None], job: T) -> None:
        with self._wake:
            if self._stopping:
                message = "the store is closed"
                raise RuntimeError(message)
            append(job)
            self._wake.notify()

    def _run(self) -> None:
        while self._step():
            pass
        for steps in self._long:
            steps.close()
        self._closed()

    def _step(self) -> bool:
        with self._wake:
            if not self._urgent and not self._long and not self._stopping:
                self._wake.wait(_IDLE_S)
            command = self._urgent.popleft() if self._urgent else None
            steps = self._long[0] if self._long and not command else None
            stopping = self._stopping
        if command:
            command()
        elif stopping:
            return False
        elif steps:
            self._advance(steps)
        else:
            self._idle()
        return True

    def _advance(self, steps: Generator[None, None, None]) -> None:
        try:
            next(steps)
        except StopIteration:
            self._long.popleft()
