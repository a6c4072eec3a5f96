"""Connections under watch: none to a private network, and none for longer than it may last."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from hcoop.extras import need
from hcoop.web.address import check_public


class Watch:
    """Watches the one connection that is in use; `ended` is whether it was cut because its time was over."""

    def __init__(self, allow_private: bool) -> None:
        self._allow_private = allow_private
        self.connection: Any = None
        self.ended = False

    def check(self, connection: Any) -> None:
        """Raise UnreadableError if the other end, as connected, is private: names may have moved since looked up."""
        if not self._allow_private:
            check_public(connection.sock.getpeername()[0], connection.host)

    @contextmanager
    def limit(self, seconds: float | None) -> Iterator[None]:
        """Cut the connection after so many seconds, however slowly bytes drip in; None never does."""
        self.ended = False
        timer = threading.Timer(seconds or 0, self._cut)
        timer.daemon = True
        if seconds is not None:
            timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _cut(self) -> None:
        self.ended = True
        stream = getattr(self.connection, "sock", None)
        if stream is not None:
            with suppress(OSError):
                socket.socket.shutdown(stream, socket.SHUT_RDWR)


def pools(watch: Watch) -> Any:
    """Return urllib3's pools of connections, one for each host, all under watch. Raises HcoopError without urllib3."""
    urllib3, connection, pool = (need(f"urllib3{name}", "web") for name in ("", ".connection", ".connectionpool"))

    class Watched:
        def connect(self) -> None:
            watch.connection = self
            super().connect()  # type: ignore[misc]
            watch.check(self)

        def request(self, *given: Any, **named: Any) -> Any:
            watch.connection = self
            return super().request(*given, **named)  # type: ignore[misc]

    def kind(base: Any, connection_class: Any) -> Any:
        watched = type("Watched", (Watched, connection_class), {})
        return type("WatchedPool", (base,), {"ConnectionCls": watched})

    manager = urllib3.PoolManager(num_pools=32, maxsize=1, block=True)
    manager.pool_classes_by_scheme = {
        "http": kind(pool.HTTPConnectionPool, connection.HTTPConnection),
        "https": kind(pool.HTTPSConnectionPool, connection.HTTPSConnection),
    }
    return manager
