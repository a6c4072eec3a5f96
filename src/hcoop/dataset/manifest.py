"""The manifest of a dataset: what it was made by, and what came of each partition that is finished, in order."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import hcoop
from hcoop.dataset.inputs import Input
from hcoop.dataset.rows import told_in
from hcoop.dataset.storage import Folder
from hcoop.errors import HcoopError

NAME = "manifest.json"
# No suffix that hcoop reads, so that a folder which has the dataset below it may be read.
REJECTED = "rejected.json"
_FORMAT = 1
_SUMS = ("inputs", "input_bytes", "documents", "without_article", "articles", "relevant", "events", "bytes")


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of a partition: `first` is its first input, `rejected` are messages and hints.

    `bytes` and `sha256` are those of the file of its rows.
    """

    key: str
    file: str
    first: str
    inputs: int
    input_bytes: int
    documents: int
    without_article: int
    articles: int
    relevant: int
    events: int
    rejected: tuple[tuple[str, str | None], ...]
    bytes: int = 0
    sha256: str = ""


@dataclass(slots=True)
class Manifest:
    """`made_by` is the digest of what extracts, `lines` the line feeds of the stretches of large files of lines."""

    made_by: str
    target: int
    complete: bool = False
    lines: dict[Input, list[int]] = field(default_factory=dict)
    partitions: dict[str, Finished] = field(default_factory=dict)

    def write(self, folder: Folder) -> None:
        """Write it, and what was rejected beside, each in one step."""
        rejected = [
            {"file": done.file, "message": message, "hint": hint}
            for done in self.partitions.values() for message, hint in done.rejected
        ]
        _write(folder, REJECTED, rejected)
        _write(folder, NAME, self._plain(len(rejected)))

    def _plain(self, rejected: int) -> dict[str, Any]:
        done = self.partitions.values()
        return {
            "format": _FORMAT, "hcoop": hcoop.__version__, "made_by": self.made_by, "complete": self.complete,
            "partition_bytes": self.target,
            **{name: sum(getattr(one, name) for one in done) for name in _SUMS}, "rejected": rejected,
            "lines": [{**asdict(found), "counts": counts} for found, counts in self.lines.items()],
            "partitions": [{**asdict(one), "rejected": len(one.rejected)} for one in done],
        }


def read(folder: Folder) -> Manifest | None:
    """Return the manifest of a folder, if it has one.

    Raises HcoopError if it is none, or of another format.
    """
    if NAME not in folder.names():
        return None
    try:
        with folder.open(NAME) as stream:
            plain = json.load(stream)
        if plain["format"] != _FORMAT:
            raise HcoopError(f"{folder.path(NAME)} is of another hcoop", hint="extract into a new folder")
        rejected = _rejected(folder) if plain["rejected"] else {}
        return _manifest(plain, rejected)
    except (ValueError, KeyError, TypeError) as error:
        raise HcoopError(f"{folder.path(NAME)} is damaged: {error}", hint="remove it: it is made anew") from error


def recovered(folder: Folder, file: str) -> Finished | None:
    """Return what came of a partition as the file of its rows tells it; nothing if that is damaged."""
    try:
        with folder.open(file) as stream:
            data = stream.read()
            stream.seek(0)
            return finished(told_in(stream), data)
    except (OSError, ValueError, TypeError):
        return None


def finished(told: Mapping[str, Any], data: bytes) -> Finished:
    """Return what came of a partition, of which the file of its rows tells all but its bytes."""
    pairs = tuple((message, hint) for message, hint in told["rejected"])
    return Finished(**{**told, "rejected": pairs, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()})


def _manifest(plain: Mapping[str, Any], rejected: Mapping[str, Sequence[tuple[str, str | None]]]) -> Manifest:
    lines: dict[Input, list[int]] = {}
    for told in plain["lines"]:
        counts = told.pop("counts")
        lines[Input(**told)] = counts
    partitions = {
        told["key"]: Finished(**{**told, "rejected": tuple(rejected.get(told["file"], ()))})
        for told in plain["partitions"]
    }
    return Manifest(plain["made_by"], plain["partition_bytes"], plain["complete"], lines, partitions)


def _rejected(folder: Folder) -> dict[str, list[tuple[str, str | None]]]:
    told: dict[str, list[tuple[str, str | None]]] = {}
    with folder.open(REJECTED) as stream:
        for row in json.load(stream):
            told.setdefault(row["file"], []).append((row["message"], row["hint"]))
    return told


def _write(folder: Folder, name: str, value: Any) -> None:
    with folder.new(name) as path:
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
