"""Machines of a cluster and of the web, each a process or a thread of this one; and what is in a dataset."""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from hcoop.dataset.rows import read_rows
from hcoop.dataset.storage import Folder
from hcoop.ingest.forms import OF_ROW
from hcoop.output.jsons import line

SECONDS = 60


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_until(done: Callable[[], Any], what: str) -> None:
    due = time.monotonic() + SECONDS
    while not done():
        assert time.monotonic() < due, f"{what} is still not so"
        time.sleep(0.05)


def answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def running(*arguments: str, env: dict[str, str]) -> Iterator[subprocess.Popen]:
    """Python with arguments, stopped at the end."""
    process = subprocess.Popen([sys.executable, *arguments], env=env, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@dataclass
class Cluster:
    """The address of a scheduler, its workers, and the environment they share with whoever asks them."""

    address: str
    env: dict[str, str]
    scheduler: subprocess.Popen
    workers: list[subprocess.Popen] = field(default_factory=list)


@contextmanager
def cluster(env: dict[str, str]) -> Iterator[Cluster]:
    """A scheduler with two workers of one thread each."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    with ExitStack() as stack:
        start = "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--no-dashboard", "--port", str(port)
        scheduler = stack.enter_context(running(*start, env=env))
        wait_until(lambda: answers(port), "the scheduler there")
        worker = "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"
        yield Cluster(address, env, scheduler, [stack.enter_context(running(*worker, env=env)) for _ in range(2)])


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return


@contextmanager
def web_server(folder: Path) -> Iterator[str]:
    """The address of a server of the files of a folder, which gives files whole only."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def manifest(folder: str) -> dict[str, Any]:
    with Folder(folder).open("manifest.json") as stream:
        return dict(json.load(stream))


def lines_of(folder: str) -> list[str]:
    """What a dataset says of articles, as `hcoop extract` prints it, in the order of the manifest."""
    found = []
    for part in manifest(folder)["partitions"]:
        with Folder(folder).open(part["file"]) as stream:
            rows = list(read_rows(stream))
        found += [line({name: row[name] for name in row if name not in OF_ROW}) for row in rows]
    return found


def contents(folder: str) -> dict[str, bytes]:
    """All files of a folder on the disk."""
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}
