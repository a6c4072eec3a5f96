"""One file, or one stored document, through reading and extraction: what a worker of the pool does."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hcoop import lexicon, readers, schema
from hcoop.errors import HcoopError, UnreadableError
from hcoop.extraction import extract_document
from hcoop.plain import document_from_plain, to_plain
from hcoop.records import Document
from hcoop.store.write import ReadDocument


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be worked: a file, or the documents that the store kept of one (text and fields)."""

    file: str
    stored: tuple[tuple[str, dict[str, Any]], ...] | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job; `sha256` is of the file's bytes, null for stored documents or if it could not be read."""

    job: Job
    sha256: str | None
    documents: tuple[ReadDocument, ...]
    rejected: tuple[HcoopError, ...]


def work(job: Job, data: Path | None = None) -> Done:
    """Read and extract one file; whatever goes wrong with it is in `rejected`."""
    rejected: list[HcoopError] = []
    digest = None
    done: list[ReadDocument] = []
    try:
        for document in _documents(job, rejected):
            done += _extracted(document, data, rejected)
        digest = _digest(Path(job.file)) if job.stored is None else None
    except HcoopError as error:
        rejected.append(error)
    except OSError as error:
        rejected.append(UnreadableError(f"{job.file}: {error.strerror}", hint="check the file and its permissions"))
    return Done(job, digest, tuple(done), tuple(rejected))


def read_document(document: Document, data: Path | None = None) -> ReadDocument:
    """Return a document with its extractions as plain values, each checked against the schemas.

    Raises HcoopError if one is not valid, which is a bug.
    """
    extractions = [to_plain(extraction) for extraction in extract_document(document, lexicon.load(data))]
    for extraction in extractions:
        schema.validate_records(extraction)
    fields = to_plain(replace(document, text=""))
    return ReadDocument(
        document.text,
        {k: v for k, v in fields.items() if k != "text"},
        tuple(_without_text(extraction) for extraction in extractions),
    )


def with_text(extraction: dict[str, Any], text: str) -> dict[str, Any]:
    """Return an extraction with the text of its article in its place."""
    article: dict[str, Any] = {}
    for name, value in extraction["article"].items():
        if name == "blocks":
            article["text"] = text
        article[name] = value
    return {**extraction, "article": article}


def _without_text(extraction: dict[str, Any]) -> dict[str, Any]:
    return {**extraction, "article": {k: v for k, v in extraction["article"].items() if k != "text"}}


def _documents(job: Job, rejected: list[HcoopError]) -> Iterable[Document]:
    if job.stored is not None:
        return (document_from_plain(fields, text) for text, fields in job.stored)
    return readers.read(Path(job.file), rejected.append)


def _extracted(document: Document, data: Path | None, rejected: list[HcoopError]) -> list[ReadDocument]:
    try:
        return [read_document(document, data)]
    except HcoopError as error:
        rejected.append(error)
    except Exception as error:  # a fault of the extraction in one text must not stop the others
        rejected.append(
            HcoopError(
                f"{document.source.path}: the extraction failed ({type(error).__name__}: {error})",
                hint="please report this as a bug, with the file",
            )
        )
    return []


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
