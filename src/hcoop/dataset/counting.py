"""The lines of large files, counted wherever they are, so that each stretch knows the numbers of its own."""

from collections.abc import Mapping, Sequence

from hcoop.dataset import lines
from hcoop.dataset.executors import Executor
from hcoop.dataset.inputs import Input
from hcoop.dataset.partitions import is_cut, stretches
from hcoop.errors import HcoopError


def counted(
    inputs: Sequence[Input], target: int, known: Mapping[Input, list[int]], work: Executor, failed: list[HcoopError]
) -> dict[Input, list[int]]:
    """Return the line feeds of each stretch of the files that are cut, counted where they are not known.

    Those that cannot be read are in `failed`, and not in the result.
    """
    cut = {found: stretches(found.size, target) for found in inputs if is_cut(found, target)}
    fresh: dict[Input, dict[int, int]] = {found: {} for found in cut if found not in known}
    for (found, start, _), result in work.each(_count, [(one, *part) for one in fresh for part in cut[one]]):
        if isinstance(result, Exception):
            failed.append(HcoopError(f"{found.name} cannot be read: {result}", hint="run the command again"))
        else:
            fresh[found][start] = result
    every = {found: known.get(found) or [count for _, count in sorted(fresh[found].items())] for found in cut}
    return {found: counts for found, counts in every.items() if len(counts) == len(cut[found])}


def _count(part: tuple[Input, int, int]) -> int:
    return lines.count(*part)
