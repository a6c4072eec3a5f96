"""What tells a command to end, as `kill` and a terminal that is closed do: it leaves all as it was, and ends by it."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

# Windows knows only the first, and ends programs without it.
_SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class ToldToEnd(BaseException):
    """A signal came; no `except Exception` is to keep it."""


class _Ending:
    """Which signal came, if any, and which are waited for."""

    def __init__(self) -> None:
        self.by: int | None = None
        self.awaited: list[int] = []

    def begin(self) -> None:
        """Wait for those that nobody else waits for, and that are not to be ignored, as `nohup` has it."""
        if current_thread() is main_thread():
            self.awaited = [each for each in _SIGNALS if signal.getsignal(each) is signal.SIG_DFL]
        for each in self.awaited:
            signal.signal(each, self.come)

    def come(self, by: int, _frame: FrameType | None) -> None:
        """End what is under way; the next signal ends the process at once."""
        self.by = by
        self.cease()
        raise ToldToEnd

    def cease(self) -> None:
        """Let signals do what they usually do."""
        for each in self.awaited:
            signal.signal(each, signal.SIG_DFL)
        self.awaited.clear()


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Have what is within undone by a signal that ends it; then let the signal end the process, as its sender sees.

    Nothing is said of it, and processes that are begun within end at once.
    """
    ending = _Ending()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=ending.cease)
    ending.begin()
    try:
        yield
    except ToldToEnd:
        pass
    finally:
        ending.cease()
        if ending.by is not None:
            os.kill(os.getpid(), ending.by)
