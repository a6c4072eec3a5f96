"""Documents through extraction: what a worker of the pool does, and in what form it hands over what it took."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hcoop import lexicon, readers, schema
from hcoop.errors import HcoopError
from hcoop.extraction import extract_document
from hcoop.link.duplicates import sketch
from hcoop.output.jsons import line
from hcoop.plain import to_plain
from hcoop.records import Document, Source
from hcoop.store.columns import of_article
from hcoop.store.derive import searched
from hcoop.store.packed import packed
from hcoop.store.write import ReadDocument, Taken

Plain = dict[str, Any]
Form = Callable[[Document, list[Plain]], Any]

_LONGEST_MESSAGE = 300
# Made up; long enough to be taken for an article, and with something for each finder.
_TRIAL = """Hospitals sign an agreement

Hanoi, January 19, 2016 - Cho Ray Hospital and the IRCAD centre of France signed a memorandum of understanding.

Under the agreement, which is worth US$2 million, Dr. Ann Lee of the centre will train nurses of the hospital next year.
"""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be read and worked; or some documents that were read from it, the first of which has a number.

    Its first `skip` documents are not worked again.
    """

    file: str
    documents: tuple[Document, ...] | None = None
    first: int = 0
    skip: int = 0


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
    """Work a job; yield before and after each document, and at the end."""
    rejected: list[HcoopError] = []
    for number, document in enumerate(_documents(job, max_bytes, rejected)):
        if number >= job.skip:
            yield Step(document.source.path or job.file, (), _taken_out(rejected))
            results = _worked(document, form, data, rejected)
            yield Step(None, tuple(results), _taken_out(rejected))
        rejected.clear()
    yield Step(None, (), tuple(rejected))


def _taken_out(errors: list[HcoopError]) -> tuple[HcoopError, ...]:
    taken = tuple(errors)
    errors.clear()
    return taken


def prepare(data: Path | None) -> None:
    """Make ready what the first document would have to wait for, by trying one; what is wrong is told of that one."""
    with suppress(Exception):
        extract_document(Document(_TRIAL, Source(None, "", "text/plain", None)), lexicon.load(data))


def told_of(error: Exception, name: str, doing: str) -> HcoopError:
    """Return what is told of an error: its own words if it was raised on purpose, else that there is a fault."""
    if isinstance(error, HcoopError):
        return error
    message = f"{name}: {doing} it failed ({type(error).__name__}: {str(error)[:_LONGEST_MESSAGE]})"
    return HcoopError(message, hint="please report this as a bug, with the file")


def for_store(document: Document, extractions: list[Plain]) -> ReadDocument:
    """Return what the store keeps of a document; the texts of its articles are that of the document."""
    fields = to_plain(replace(document, text=""))
    del fields["text"]
    taken = tuple(_taken(extraction, document.text) for extraction in extractions)
    return ReadDocument(document.text, _compact(fields), taken)


def for_reading(_document: Document, extractions: list[Plain]) -> list[str]:
    """Return each extraction as a line of JSON."""
    return [line(extraction) for extraction in extractions]


def _documents(job: Job, max_bytes: int, rejected: list[HcoopError]) -> Iterator[Document]:
    if job.documents is not None:
        yield from job.documents
        return
    try:
        yield from readers.read(Path(job.file), rejected.append, max_bytes)
    except Exception as error:  # a fault of a reader must not stop the others
        rejected.append(told_of(error, job.file, "reading"))


def _worked(document: Document, form: Form, data: Path | None, rejected: list[HcoopError]) -> list[Any]:
    try:
        extractions = [to_plain(extraction) for extraction in extract_document(document, lexicon.load(data))]
        for extraction in extractions:
            schema.validate_records(extraction)
        return [form(document, extractions)]
    except Exception as error:  # a fault of the extraction in one text must not stop the others
        rejected.append(told_of(error, document.source.path or "a line", "extracting from"))
    return []


def _taken(extraction: Plain, text: str) -> Taken:
    article = extraction["article"]
    apart = {**extraction, "article": {name: value for name, value in article.items() if name != "text"}}
    return Taken(
        id=article["id"],
        path=article["source"]["path"],
        columns=of_article(extraction),
        sketch=sketch("\n".join((article["title"] or "", searched(extraction, text)))),
        record=packed(_compact(apart)),
    )


def _compact(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
