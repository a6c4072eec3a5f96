"""An article read again as of another day of publication, which people gave: its relative dates are of that day."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hcoop import lexicon
from hcoop.blocks import articles
from hcoop.extraction import extract_article
from hcoop.plain import document_from_plain, to_plain

Plain = dict[str, Any]


def read_again(text: str, fields: str, identity: str, published: str | None, data: Path | None = None) -> Plain | None:
    """Return the plain extraction, without the text, of an article as if it had been published then (EDTF).

    `text` and `fields` are its document as the store keeps it, `identity` is the id of the article; null if the
    document holds it no more.
    """
    known = lexicon.load(data)
    for article in articles(document_from_plain(json.loads(fields), text), known):
        if article.id == identity:
            found: Plain = to_plain(extract_article(replace(article, published=published), known))
            del found["article"]["text"]
            return found
    return None
