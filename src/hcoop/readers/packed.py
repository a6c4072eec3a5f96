"""`.gz` and `.zip`: what is packed is read as if it stood in the folder."""

import gzip
import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from hcoop.errors import UnreadableError
from hcoop.readers.item import Guard, Item, unpacked
from hcoop.readers.names import is_hidden, parts_of_pages, suffix_of

_FAULTS = (zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError)
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def unpack_gzip(item: Item, guard: Guard) -> Iterator[Item]:
    """Yield the file that is packed; its format is told by the suffix before `.gz`."""
    packed = gzip.GzipFile(fileobj=item.stream, mode="rb")
    stream = unpacked(packed, guard, item.name, _FAULTS)
    yield Item(item.name, stream, suffix_of(item.name[:-3]), item.charset, item.stated)


def unpack_zip(item: Item, guard: Guard) -> Iterator[Item]:
    """Yield the files of an archive in order of name, but hidden ones; one that cannot be opened is reported.

    Raises UnreadableError if it is no archive.
    """
    try:
        archive = zipfile.ZipFile(item.stream if item.stream.seekable() else io.BytesIO(guard.data(item)))
    except (*_FAULTS, ValueError) as error:
        raise UnreadableError(f"{item.name} is no zip archive: {error}", hint="fetch or pack it again") from error
    with archive:
        for member in _wanted(archive):
            name = "/".join((item.name, *_parts(member.filename)))
            if problem := _problem(member):
                guard.report(UnreadableError(f"{name} {problem}", hint="unpack it first"))
                continue
            try:
                with archive.open(member) as stream:
                    yield Item(name, unpacked(stream, guard, name, _FAULTS), suffix_of(name))
            except _FAULTS as error:
                guard.report(UnreadableError(f"{name} is damaged: {error}", hint="fetch or pack it again"))


def _wanted(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = {info.filename: info for info in archive.infolist() if not info.is_dir()}
    parts = parts_of_pages(members)
    return [
        member for name, member in sorted(members.items())
        if name not in parts and not is_hidden(name) and not stat.S_ISLNK(member.external_attr >> 16)
    ]


def _problem(member: zipfile.ZipInfo) -> str | None:
    if member.flag_bits & _ENCRYPTED:
        return "is encrypted"
    return None if member.compress_type in _METHODS else "is packed by an unusual method"


def _parts(name: str) -> list[str]:
    """Return the folders and the name of a member, without those that would lead out of the archive."""
    return [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..")]
