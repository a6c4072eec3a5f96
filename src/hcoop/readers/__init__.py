"""Files into documents, whatever their format, and what stands inside other files.

A reader gives what the file says, decoded and normalised, and infers nothing.
"""

from hcoop.readers.files import check_name, is_special, read, read_stream, unreadable, walk, walk_names
from hcoop.readers.formats import FORMATS, HINT, holds_many, is_known
from hcoop.readers.item import MAX_BYTES, Report
from hcoop.readers.leaves import Leaf, is_lines, leaves, read_leaf

__all__ = [
    "FORMATS", "HINT", "MAX_BYTES", "Leaf", "Report", "check_name", "holds_many", "is_known", "is_lines", "is_special",
    "leaves", "read", "read_leaf", "read_stream", "unreadable", "walk", "walk_names",
]
