"""Who works: this process and those that it starts, or a cluster."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from hcoop.dataset import task
from hcoop.dataset.cluster import Cluster

T = TypeVar("T")
R = TypeVar("R")


class Executor(Protocol):
    """Who works."""

    def each(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[T, R | Exception]]:
        """Yield items with what a function returns, or raises, in any order."""
        ...

    def close(self) -> None:
        """End."""
        ...


def executor(cluster: str | None) -> Executor:
    """Return who works: the workers of a scheduler of Dask, by its address, or this process.

    Raises HcoopError if the cluster cannot work.
    """
    return Cluster(cluster) if cluster else Here()


class Here:
    """This process, and those that it starts."""

    def each(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[T, R | Exception]]:
        """Yield items with what a function returns, or raises, one by one."""
        for item in items:
            try:
                yield item, function(item)
            except Exception as error:  # one partition must not stop the others
                yield item, error

    def close(self) -> None:
        """Stop the processes."""
        task.release()
