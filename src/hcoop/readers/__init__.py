"""Files into documents: text, Markdown, HTML and JSON lines.

A reader gives what the file says, decoded and normalised, and infers nothing.
"""

from hcoop.readers.files import READERS, Report, read, read_stream, walk

__all__ = ["READERS", "Report", "read", "read_stream", "walk"]
