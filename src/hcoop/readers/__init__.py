"""Files into documents, whatever their format, and what stands inside other files.

A reader gives what the file says, decoded and normalised, and infers nothing.
"""

from hcoop.readers.files import is_special, read, read_stream, walk, walk_names
from hcoop.readers.formats import FORMATS, HINT, holds_many
from hcoop.readers.item import MAX_BYTES, Report

__all__ = [
    "FORMATS", "HINT", "MAX_BYTES", "Report", "holds_many", "is_special", "read", "read_stream", "walk", "walk_names",
]
