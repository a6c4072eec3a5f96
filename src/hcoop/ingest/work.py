"""Documents through extraction: what a worker of the pool does."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from hcoop import lexicon, readers, schema
from hcoop.errors import HcoopError
from hcoop.lexicon import Lexicon
from hcoop.plain import to_plain
from hcoop.records import Document, Extraction, Source

Plain = dict[str, Any]
Form = Callable[[Document, list[Plain]], Any]
T = TypeVar("T")

_LONGEST_MESSAGE = 300
# Made up; long enough to be taken for an article, and with something for each finder.
_TRIAL = """Hospitals sign an agreement

Hanoi, January 19, 2016 - Cho Ray Hospital and the IRCAD centre of France signed a memorandum of understanding.

Under the agreement, which is worth US$2 million, Dr. Ann Lee of the centre will train nurses of the hospital next year.
"""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be read and worked; or some documents that were read from it, the first of which has a number; or
    some of its parts, to be read one by one.

    Its first `skip` documents, or parts, are not worked again. Where it is not `named`, its documents keep no name.
    """

    file: str
    documents: tuple[Document, ...] | None = None
    first: int = 0
    skip: int = 0
    leaves: tuple[readers.Leaf, ...] | None = None
    named: bool = True


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job: a result for each document that could be worked, and an error for each that could not."""

    job: Job
    results: tuple[Any, ...]
    rejected: tuple[HcoopError, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What came of a part of a job; `begins` is the name of the document that is worked next, null after it."""

    begins: str | None
    results: tuple[Any, ...]
    rejected: tuple[HcoopError, ...]


def work(job: Job, form: Form, data: Path | None = None, max_bytes: int = readers.MAX_BYTES) -> Done:
    """Work a job; whatever goes wrong with its documents is in `rejected`."""
    return joined(job, steps(job, form, data, max_bytes))


def joined(job: Job, taken: Iterable[Step]) -> Done:
    """Return what came of a job that was worked in steps."""
    taken = list(taken)
    results = tuple(result for step in taken for result in step.results)
    return Done(job, results, tuple(error for step in taken for error in step.rejected))


def steps(job: Job, form: Form, data: Path | None, max_bytes: int) -> Iterator[Step]:
    """Work a job; yield before and after each document, or part, and at the end."""
    rejected: list[HcoopError] = []
    for number, (name, documents) in enumerate(_units(job, max_bytes, rejected)):
        if number >= job.skip:
            yield Step(name, (), _taken_out(rejected))
            results = [result for document in documents for result in _worked(document, name, form, data, rejected)]
            yield Step(None, tuple(results), _taken_out(rejected))
        rejected.clear()
    yield Step(None, (), tuple(rejected))


def _units(job: Job, max_bytes: int, rejected: list[HcoopError]) -> Iterator[tuple[str, Iterable[Document]]]:
    """Yield what is worked at a time, by its name: a document that was read, or a part of a file, not read yet."""
    for document in job.documents or ():
        yield document.source.path or job.file, (document,)
    for leaf in _leaves(job, max_bytes, rejected) if job.documents is None else ():
        documents = _guarded(readers.read_leaf(leaf, rejected.append, max_bytes), str(leaf), rejected)
        yield str(leaf), documents if job.named else map(_nameless, documents)


def _leaves(job: Job, max_bytes: int, rejected: list[HcoopError]) -> Iterable[readers.Leaf]:
    if job.leaves is not None:
        return job.leaves
    return _guarded(readers.leaves_of(Path(job.file), rejected.append, max_bytes), job.file, rejected)


def _nameless(document: Document) -> Document:
    return replace(document, source=replace(document.source, path=None))


def _taken_out(errors: list[HcoopError]) -> tuple[HcoopError, ...]:
    taken = tuple(errors)
    errors.clear()
    return taken


def prepare(data: Path | None) -> None:
    """Make ready what the first document would have to wait for, by trying one; what is wrong is told of that one."""
    with suppress(Exception):
        extract_document(Document(_TRIAL, Source(None, "", "text/plain", None)), lexicon.load(data))


def extract_document(document: Document, known: Lexicon) -> list[Extraction]:
    """Return what `extraction.extract_document` does; an ingest that finds nothing new starts without it."""
    from hcoop import extraction  # noqa: PLC0415

    return extraction.extract_document(document, known)


def told_of(error: Exception, name: str, doing: str) -> HcoopError:
    """Return what is told of an error: its own words if it was raised on purpose, else that there is a fault."""
    if isinstance(error, HcoopError):
        return error
    message = f"{name}: {doing} it failed ({type(error).__name__}: {str(error)[:_LONGEST_MESSAGE]})"
    return HcoopError(message, hint="please report this as a bug, with the file")


def _guarded(parts: Iterator[T], name: str, rejected: list[HcoopError]) -> Iterator[T]:
    try:
        yield from parts
    except Exception as error:  # a fault of a reader must not stop the others
        rejected.append(told_of(error, name, "reading"))


def _worked(
    document: Document, name: str, form: Form, data: Path | None, rejected: list[HcoopError]
) -> list[Any]:
    try:
        extractions = [to_plain(extraction) for extraction in extract_document(document, lexicon.load(data))]
        for extraction in extractions:
            schema.validate_records(extraction)
        return [form(document, extractions)]
    except Exception as error:  # a fault of the extraction in one text must not stop the others
        rejected.append(told_of(error, document.source.path or name, "extracting from"))
    return []
