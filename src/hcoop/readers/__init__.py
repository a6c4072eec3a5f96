"""Files into documents, whatever their format, and what stands inside other files.

A reader gives what the file says, decoded and normalised, and infers nothing.
"""

from hcoop.readers.files import check_name, is_special, read, unreadable, walk, walk_names
from hcoop.readers.formats import FORMATS, HINT, holds_many, is_known
from hcoop.readers.item import MAX_BYTES, Begin, Report
from hcoop.readers.leaves import Leaf, is_lines, leaves, leaves_of, lines_of, read_leaf

__all__ = [
    "FORMATS", "HINT", "MAX_BYTES", "Begin", "Leaf", "Report", "check_name", "holds_many", "is_known", "is_lines",
    "is_special", "leaves", "leaves_of", "lines_of", "read", "read_leaf", "unreadable", "walk", "walk_names",
]
