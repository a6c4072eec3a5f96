"""Addresses into documents: a page is one, a feed leads to a page for each entry that is new or changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from hcoop.errors import HcoopError, UnreadableError
from hcoop.readers import HINT, Leaf, is_known, read_leaf
from hcoop.readers.feed import ENTRY, HEAD, Entry, entries, is_feed, packed
from hcoop.readers.media import suffix_of_media
from hcoop.readers.names import suffix_of
from hcoop.records import Document
from hcoop.web.address import joined
from hcoop.web.client import Answer, Client, Manners

Report = Callable[[HcoopError], None]
Read = Callable[[Leaf, Report], Iterator[Document]]
_OK, _NOT_MODIFIED = 200, 304
# Characters of an entry's own markup that make an article, where its page cannot be fetched.
_FULL = 1000


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of an address to ask whether it changed: its ETag and Last-Modified, and the digest of the
    entry of a feed that led to it.
    """

    etag: str | None = None
    modified: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of an address: its documents, None if they are those of the last time, and what is to be remembered.

    A feed has none of its own: its pages are visits too.
    """

    url: str
    documents: tuple[Document, ...] | None
    memory: Memory


def visits(
    urls: Iterable[str], known: Mapping[str, Memory], manners: Manners, report: Report, read: Read = read_leaf
) -> Iterator[Visit]:
    """Yield what comes of addresses, and of those that feeds among them lead to, each once.

    What is known is asked for only if it changed. `report` gets what cannot be fetched or read; `read` reads what was
    fetched.
    """
    fetcher: _Fetcher | None = None
    for url in urls:
        try:
            fetcher = fetcher or _Fetcher(Client(manners), known, report, read)
            yield from fetcher.visit(joined(url, ""))
        except HcoopError as error:
            report(error)


class _Fetcher:
    """A round of visits."""

    def __init__(self, client: Client, known: Mapping[str, Memory], report: Report, read: Read) -> None:
        self._client, self._known, self._report, self._read = client, known, report, read
        self._seen: set[str] = set()
        self._failed = False

    def visit(self, url: str) -> Iterator[Visit]:
        if url in self._seen:
            return
        self._seen.add(url)
        answer = self._ask(url)
        memory = _memory(answer, self._known.get(url))
        if answer.status == _NOT_MODIFIED:
            yield Visit(url, None, memory)
        elif _format(answer) == ".xml" or _is_feed(answer):
            yield from self._feed(url, answer, memory)
        else:
            yield Visit(url, self._page_of(url, answer), memory)

    def _feed(self, url: str, answer: Answer, memory: Memory) -> Iterator[Visit]:
        """Yield the visits of the pages of a feed, and then of itself, to be asked anew if a page could not be had."""
        self._failed = False
        for entry in entries(answer.body, url):
            try:
                page = joined(answer.url, entry.url or f"?entry={entry.digest[:12]}")
            except UnreadableError as error:
                self._report(error)
                continue
            if page not in self._seen:
                self._seen.add(page)
                yield from self._entry(page, entry)
        yield Visit(url, (), Memory() if self._failed else memory)

    def _entry(self, page: str, entry: Entry) -> Iterator[Visit]:
        known = self._known.get(page)
        if known and known.digest == entry.digest:
            yield Visit(page, None, known)
            return
        try:
            yield self._page(page, entry, known) if entry.url else self._own(page, entry)
        except UnreadableError as error:
            if len(entry.markup) >= _FULL:
                yield self._own(page, entry)
            else:
                self._failed = True
                self._report(error)

    def _page(self, page: str, entry: Entry, known: Memory | None) -> Visit:
        answer = self._ask(page)
        memory = replace(_memory(answer, known), digest=entry.digest)
        if answer.status == _NOT_MODIFIED:
            return Visit(page, None, memory)
        stated = {"title": entry.title, "published": entry.published, "author": entry.author}
        return Visit(page, self._page_of(page, answer, stated), memory)

    def _own(self, page: str, entry: Entry) -> Visit:
        """Return the visit of an entry that is told by the feed alone."""
        return Visit(page, self._documents(Leaf(page, packed(entry), ENTRY)), Memory(digest=entry.digest))

    def _ask(self, url: str) -> Answer:
        known = self._known.get(url, Memory())
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        answer = self._client.get(url, {name: value for name, value in asked.items() if value})
        if answer.status not in (_OK, _NOT_MODIFIED):
            raise UnreadableError(f"{url} answers {answer.status}", hint="open it in a browser, and check the address")
        return answer

    def _page_of(
        self, url: str, answer: Answer, stated: Mapping[str, str | None] | None = None
    ) -> tuple[Document, ...]:
        suffix = _format(answer)
        if not is_known(f"x{suffix}"):
            raise UnreadableError(f"{url} is of a type that hcoop does not read ({answer.media_type})", hint=HINT)
        return self._documents(Leaf(url, answer.body, suffix, answer.charset, {**(stated or {}), "url": answer.url}))

    def _documents(self, leaf: Leaf) -> tuple[Document, ...]:
        """Return what a leaf holds. Raises UnreadableError if nothing can be read of it."""
        errors: list[HcoopError] = []
        documents = tuple(self._read(leaf, errors.append))
        if errors and not documents:
            raise UnreadableError(errors[0].message, errors[0].hint)
        for error in errors:
            self._report(error)
        return documents


def _format(answer: Answer) -> str:
    """Return the suffix of the format of an answer; the address tells it where the server does not."""
    return suffix_of_media(answer.media_type) or suffix_of(urlsplit(answer.url).path)


def _is_feed(answer: Answer) -> bool:
    head = answer.body[:HEAD].lower()
    return is_feed(head) and b"<html" not in head


def _memory(answer: Answer, known: Memory | None) -> Memory:
    before = known or Memory()
    if answer.status == _NOT_MODIFIED:
        return before
    return Memory(answer.headers.get("etag"), answer.headers.get("last-modified"), before.digest)
