"""Work shared out by a scheduler of Dask."""

import logging
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from time import monotonic
from typing import Any, TypeVar

from hcoop import __version__
from hcoop.dataset.task import OtherExtractorError
from hcoop.errors import HcoopError
from hcoop.extras import need

T = TypeVar("T")
R = TypeVar("R")

_EXTRA = "cluster"
_INSTALL = "python -m pip install 'hcoop[cluster]' wherever the scheduler and its workers run"
# Seconds to wait for the scheduler, and for its first worker; and after which its workers are counted again.
_SCHEDULER, _WORKER, _COUNTED = 10, 60, 5
# Tasks under way for each thread of the workers, so that none waits for us, and at least.
_FOR_EACH, _LEAST = 3, 8
# How often a task that fails is tried again: a store may be out of reach for a moment.
_AGAIN = 2


class Cluster:
    """The workers of a scheduler, by its address (`tcp://host:8786`)."""

    def __init__(self, address: str) -> None:
        """Raises HcoopError if there is no scheduler, or none of its workers is there."""
        self._dask = need("distributed", _EXTRA)
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what goes wrong is told by us, in a line
        try:
            self._client = self._dask.Client(address, timeout=_SCHEDULER, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise HcoopError(
                f"there is no scheduler at {address}: {error}",
                hint="start one with `dask scheduler`, and give the address it prints",
            ) from error
        try:
            self._check(address)
        except HcoopError:
            self.close()
            raise

    def _check(self, address: str) -> None:
        """Raise HcoopError if no worker is there, or if hcoop is not where it is needed: at the scheduler too."""
        try:
            self._client.wait_for_workers(1, timeout=_WORKER)
        except TimeoutError as error:
            raise HcoopError(
                f"no worker has joined the scheduler at {address}", hint=f"start some with `dask worker {address}`"
            ) from error
        probe = self._client.submit(_found, pure=False)
        next(self._dask.as_completed([probe], loop=self._client.loop, raise_errors=False))
        if probe.status == "error":
            raise HcoopError(f"the cluster at {address} cannot run hcoop: {probe.exception()}", hint=_INSTALL)
        _result(probe)

    def each(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[T, R | Exception]]:
        """Yield items with what a function returns, or raises, as it comes.

        Raises HcoopError if the scheduler is gone, or the workers are of another hcoop.
        """
        remaining = iter(items)
        under_way: dict[Any, T] = {}
        coming = self._dask.as_completed([], loop=self._client.loop, raise_errors=False)
        room = _Room(self._client)
        try:
            while True:
                for item in islice(remaining, max(0, room.size() - len(under_way))):
                    future = self._client.submit(function, item, pure=False, retries=_AGAIN)
                    under_way[future] = item
                    coming.add(future)
                if not under_way:
                    return
                future = next(coming)
                yield under_way.pop(future), _result(future)
        finally:
            self._client.cancel(list(under_way))

    def close(self) -> None:
        """Take leave of the scheduler."""
        self._client.close()


def _found() -> str:
    """Return what can be returned only where hcoop is."""
    return __version__


class _Room:
    """How many tasks may be under way; workers come and go."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._counted, self._size = float("-inf"), _LEAST

    def size(self) -> int:
        if monotonic() - self._counted > _COUNTED:
            threads = sum(self._client.nthreads().values())
            self._counted, self._size = monotonic(), max(_LEAST, _FOR_EACH * threads)
        return self._size


def _result(future: Any) -> Any:
    if future.status == "finished":
        return future.result()
    if future.status != "error":
        raise HcoopError("the scheduler is gone", hint="start it, and run the command again: what is done stays done")
    error = future.exception()
    if isinstance(error, OtherExtractorError):
        raise error
    if isinstance(error, ImportError):
        raise HcoopError(f"a worker lacks what it needs: {error}", hint=_INSTALL) from error
    return error
