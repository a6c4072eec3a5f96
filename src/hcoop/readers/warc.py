"""Web archives (WARC): the pages and files that a crawler was given, in the order of the archive."""

from collections.abc import Iterator
from typing import Any

from hcoop.errors import UnreadableError
from hcoop.readers.item import Guard, Item, library, unpacked
from hcoop.readers.media import suffix_of_media

_OK = 200


def unpack_warc(item: Item, guard: Guard) -> Iterator[Item]:
    """Yield what the records of an archive hold, each with the address it came from.

    Raises UnreadableError if it is no archive, or from where it is damaged.
    """
    warc = library("fastwarc.warc", "warc", item.name)
    kinds = warc.WarcRecordType
    wanted = (kinds.response, kinds.resource, kinds.conversion)
    records = warc.ArchiveIterator(_Forward(item.stream), parse_http=True, auto_decode="all")
    number = 0
    try:
        for number, record in enumerate(records, 1):
            if record.record_type in wanted and (found := _item(record, f"{item.name}:{number}", guard)):
                yield found
    except (OSError, ValueError) as error:
        name = f"{item.name}:{number + 1}"
        raise UnreadableError(f"{name} is a damaged record: {error}", hint="crawl it again") from error
    if not number:
        raise UnreadableError(f"{item.name} is no web archive", hint="fetch it again")


class _Forward:
    """A stream as the library needs it: it asks where it stands, which one that unpacks cannot tell."""

    def __init__(self, stream: Any) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read1(size)  # what stands before damage, without what is damaged
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def _item(record: Any, name: str, guard: Guard) -> Item | None:
    if record.is_http and record.http_headers and record.http_headers.status_code != _OK:
        return None
    media_type = (record.http_content_type if record.is_http else record.headers.get("Content-Type")) or ""
    suffix = suffix_of_media(media_type)
    if not suffix:
        return None
    stream = unpacked(record.reader, guard, name, (OSError, ValueError))
    return Item(name, stream, suffix, record.http_charset, {"url": record.headers.get("WARC-Target-URI")})
