"""A web server on this machine, whose pages a test writes and whose requests it can look up."""

import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import trustme

sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))

HTML = "text/html; charset=utf-8"


@dataclass
class Site:
    """`pages` maps a path to a body, or to a function that answers; `etags` to what marks its version."""

    address: str = ""
    pages: dict[str, Any] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    etags: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    clients: set[int] = field(default_factory=set)
    stopped: threading.Event = field(default_factory=threading.Event)

    def put(self, path: str, body: bytes | str, media_type: str = HTML, etag: str | None = None) -> str:
        self.pages[path] = body.encode() if isinstance(body, str) else body
        self.types[path] = media_type
        if etag:
            self.etags[path] = etag
        return self.address + path


def handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers["User-Agent"])
            site.clients.add(self.client_address[1])
            page = site.pages.get(self.path)
            etag = site.etags.get(self.path)
            if isinstance(page, Callable):
                page(self)
            elif page is None:
                self.answer(404, b"no such page")
            elif etag and self.headers["If-None-Match"] == etag:
                self.answer(304, b"", ETag=etag)
            else:
                named = {"ETag": etag} if etag else {}
                self.answer(200, page, **{"Content-Type": site.types[self.path]}, **named)

        def answer(self, status: int, body: bytes, **headers: str) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    return Handler


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that go away: they are meant to."""


def serve(wrap: Callable[[Any], Any] | None = None) -> Iterator[Site]:
    site = Site()
    server = Quiet(("127.0.0.1", 0), handler(site))
    if wrap:
        server.socket = wrap(server.socket)
    site.address = f"{'https' if wrap else 'http'}://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        site.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    yield from serve()


@pytest.fixture
def impostor() -> Iterator[Site]:
    """A server whose certificate nobody trusts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    yield from serve(lambda stream: context.wrap_socket(stream, server_side=True))
