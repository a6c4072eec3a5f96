"""What an HTML page states of its article: JSON-LD (schema.org), then Open Graph and other meta tags, then <title>."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from hcoop.readers.dates import edtf
from hcoop.readers.decoding import normalise

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "title"),
    "published": ("article:published_time", "datepublished", "pubdate", "publishdate", "dc.date.issued", "dc.date",
                  "date", "og:published_time", "publish-date", "parsely-pub-date"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "byl"),
    "url": ("og:url",),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "section": ("article:section",),
}
_ARTICLE = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "OpinionNewsArticle", "Report")
_SEPARATORS = (" - ", " | ", " – ", " — ", " » ")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The header that a page states; null where it does not. `published` is EDTF."""

    title: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None
    outlet: str | None = None
    section: str | None = None
    language: str | None = None


def metadata(tree: Any) -> Metadata:
    """Return what an lxml tree of a page states of its article."""
    linked, tags = _linked(tree), dict(_tags(tree))
    found: dict[str, str | None] = {}
    for field in fields(Metadata):
        named = (tags.get(name) for name in _META.get(field.name, ()))
        found[field.name] = linked.get(field.name) or next((value for value in named if value), None)
    found["published"] = edtf(found["published"]) if found["published"] else None
    found["url"] = found["url"] or next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    found["language"] = (tree.get("lang") or "").split("-")[0].lower() or None
    found["author"] = person(found["author"], found["outlet"])
    title = found["title"] or _first_text(tree, "//h1") or _first_text(tree, "//title")
    found["title"] = _title(title, found["outlet"])
    return Metadata(**found)


def person(author: str | None, outlet: str | None) -> str | None:
    """Return a stated author, or None if it is an address, the outlet, or one word such as "admin"."""
    if not author or "://" in author or author == outlet or " " not in author.strip():
        return None
    return author.removeprefix("By ").removeprefix("by ")


def _title(title: str | None, outlet: str | None) -> str | None:
    """Drop the outlet's name from a page's title."""
    for separator in _SEPARATORS:
        if title and outlet and title.endswith(separator + outlet):
            return title.removesuffix(separator + outlet)
    return title


def _first_text(tree: Any, path: str) -> str | None:
    return next((text for element in tree.xpath(path) if (text := _line(element.text_content()))), None)


def _line(text: Any) -> str | None:
    return " ".join(normalise(text).split()) or None if isinstance(text, str) else None


def _tags(tree: Any) -> Iterator[tuple[str, str | None]]:
    for element in reversed(tree.xpath("//meta[@content]")):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        yield name.lower(), _line(element.get("content"))


def _linked(tree: Any) -> dict[str, str | None]:
    for element in tree.xpath("//script[@type='application/ld+json']"):
        try:
            stated = json.loads(element.text_content().strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(stated):
            kinds = item.get("@type")
            if any(kind in _ARTICLE for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return _of_article(item)
    return {}


def _items(stated: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    for item in stated if isinstance(stated, list) else [stated]:
        if isinstance(item, dict):
            yield item
            if depth < 3:
                yield from _items(item.get("@graph", []), depth + 1)


def _of_article(item: dict[str, Any]) -> dict[str, str | None]:
    url = item.get("url") or item.get("mainEntityOfPage")
    return {
        "title": _line(item.get("headline") or item.get("name")),
        "published": _line(item.get("datePublished")),
        "author": _names(item.get("author")),
        "url": _line(url.get("@id") if isinstance(url, dict) else url),
        "outlet": _names(item.get("publisher")),
        "section": _names(item.get("articleSection")),
    }


def _names(value: Any) -> str | None:
    parts = value if isinstance(value, list) else [value]
    names = [_line(part.get("name") if isinstance(part, dict) else part) for part in parts]
    return ", ".join(name for name in names if name) or None
