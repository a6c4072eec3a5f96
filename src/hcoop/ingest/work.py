"""Documents through extraction: what a worker of the pool does, and in what form it hands over what it took."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hcoop import lexicon, readers, schema
from hcoop.errors import HcoopError
from hcoop.extraction import extract_document
from hcoop.link import sketch
from hcoop.output.jsons import line
from hcoop.plain import to_plain
from hcoop.records import Document
from hcoop.store.derive import searched
from hcoop.store.write import ReadDocument, Taken

Plain = dict[str, Any]
Form = Callable[[Document, list[Plain]], Any]


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be read and worked; or some documents that were read from it, the first of which has a number."""

    file: str
    documents: tuple[Document, ...] | None = None
    first: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job: a result for each document that could be worked, and an error for each that could not."""

    job: Job
    results: tuple[Any, ...]
    rejected: tuple[HcoopError, ...]


def work(job: Job, form: Form, data: Path | None = None) -> Done:
    """Work a job; whatever goes wrong with its documents is in `rejected`."""
    rejected: list[HcoopError] = []
    results: list[Any] = []
    try:
        for document in _documents(job, rejected):
            results += _worked(document, form, data, rejected)
    except HcoopError as error:
        rejected.append(error)
    return Done(job, tuple(results), tuple(rejected))


def for_store(document: Document, extractions: list[Plain]) -> ReadDocument:
    """Return what the store keeps of a document; the texts of its articles are that of the document."""
    fields = to_plain(replace(document, text=""))
    del fields["text"]
    taken = tuple(_taken(extraction, document.text) for extraction in extractions)
    return ReadDocument(document.text, _compact(fields), taken)


def for_reading(_document: Document, extractions: list[Plain]) -> list[str]:
    """Return each extraction as a line of JSON."""
    return [line(extraction) for extraction in extractions]


def _documents(job: Job, rejected: list[HcoopError]) -> Iterable[Document]:
    return readers.read(Path(job.file), rejected.append) if job.documents is None else job.documents


def _worked(document: Document, form: Form, data: Path | None, rejected: list[HcoopError]) -> list[Any]:
    try:
        extractions = [to_plain(extraction) for extraction in extract_document(document, lexicon.load(data))]
        for extraction in extractions:
            schema.validate_records(extraction)
        return [form(document, extractions)]
    except HcoopError as error:
        rejected.append(error)
    except Exception as error:  # a fault of the extraction in one text must not stop the others
        message = f"{document.source.path}: the extraction failed ({type(error).__name__}: {error})"
        rejected.append(HcoopError(message, hint="please report this as a bug, with the file"))
    return []


def _taken(extraction: Plain, text: str) -> Taken:
    article = extraction["article"]
    apart = {**extraction, "article": {name: value for name, value in article.items() if name != "text"}}
    return Taken(
        id=article["id"],
        path=article["source"]["path"],
        title=article["title"],
        published=article["published"],
        outlet=article["outlet"],
        language=article["language"],
        relevant=extraction["relevant"],
        event_count=len(extraction["events"]),
        sketch=sketch("\n".join((article["title"] or "", searched(extraction, text)))),
        record=_compact(apart),
    )


def _compact(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
