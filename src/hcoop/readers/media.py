"""Media types (IANA) and the formats that they are read as."""

_SUFFIXES = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
    "application/mbox": ".mbox",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/zip": ".zip",
    "application/warc": ".warc",
}


def suffix_of_media(media_type: str) -> str:
    """Return the suffix of the format of a media type, empty if hcoop does not read it."""
    return _SUFFIXES.get(media_type.partition(";")[0].strip().lower(), "")
