"""Files into documents, whatever their format, and what stands inside other files.

A reader gives what the file says, decoded and normalised, and infers nothing.
"""

from hcoop.readers.files import read, read_stream, walk
from hcoop.readers.formats import FORMATS, HINT, holds_many
from hcoop.readers.item import Report

__all__ = ["FORMATS", "HINT", "Report", "holds_many", "read", "read_stream", "walk"]
