"""Where a command writes to: standard output, or a file that is there in whole or not at all."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from hcoop.errors import HcoopError, UsageError


def check_destination(file: Path, db: Path) -> None:
    """Raise HcoopError if nothing can be written to `file`, or if it is the store or its corrections."""
    from hcoop.corrections.file import beside

    if not file.name or file.name == "-":
        raise UsageError(f'"{file}" names no file', hint="name one, such as report.html or events.csv")
    place = file.resolve()
    if place in (db.resolve(), beside(db).resolve()):
        raise UsageError(f"{file} is what the register is kept in", hint="name another file")
    if place.is_dir():
        raise HcoopError(f"{file} is a folder", hint="name a file in it")
    if not place.parent.is_dir():
        raise HcoopError(f"no folder {file.parent}", hint="make the folder, or name another")


@contextmanager
def destination(output: Path | None) -> Iterator[BinaryIO]:
    """Give standard output, or a file that takes the name `output` when all is written, and is gone if that fails."""
    if output is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    place = output.resolve()  # where a link leads to, so that the link stays
    if place.exists() and not place.is_file():  # a device or a pipe
        with place.open("wb") as stream:
            yield stream
        return
    part = place.with_name(f".{place.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(place)
    except OSError as error:
        if error.filename is None or str(error.filename) == str(part):  # the name under which it is made says nothing
            error.filename = str(output)
        raise
    finally:
        part.unlink(missing_ok=True)
