"""JSON-LD in the terms of schema.org, a graph of nodes; fit to stand in a page's script element."""

import json
from typing import BinaryIO

from hcoop.output.clean import escaped
from hcoop.query.table import Table

# Given in the file, so that reading it needs no network.
_CONTEXT = {
    "@vocab": "https://schema.org/",
    "url": {"@type": "@id"},
    "sameAs": {"@type": "@id"},
    "isBasedOn": {"@type": "@id"},
    "eventStatus": {"@type": "@id"},
}
# As JSON escapes, so that no text can end a script element or begin a comment.
_ACTIVE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


def write_jsonld(table: Table, stream: BinaryIO) -> None:
    """Write a table whose rows are nodes."""
    stream.write(f'{{"@context": {json.dumps(_CONTEXT)},\n"@graph": ['.encode())
    between = "\n"
    for row in table.rows:
        node = escaped(json.dumps(row, ensure_ascii=False)).translate(_ACTIVE)
        stream.write(f"{between}{node}".encode())
        between = ",\n"
    stream.write(b"\n]}\n")
