"""Bad input made by code: what a folder of articles from anywhere may hold.

`python tests/hostile/corpus.py FOLDER [MEGABYTES]` writes all of it, with the large ones that large (50 by default).
"""

import gzip
import io
import json
import os
import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

SENTENCE = "Cho Ray Hospital and the University of Sydney signed a memorandum of understanding on nursing on Monday. "
MEGABYTE = 1_000_000

Maker = Callable[[int], bytes]


def _article(words: str) -> bytes:
    return f"Hospitals sign\n\nHanoi, January 19, 2016 - {SENTENCE}\n\n{words}\n\n{SENTENCE}\n".encode()


def _page(body: str, head: str = "") -> bytes:
    return f"<html><head><title>Hospitals sign</title>{head}</head><body><p>{SENTENCE}</p>{body}</body></html>".encode()


def _claiming(charset: str, start: bytes = b"") -> bytes:
    return b"<meta charset=%s>%s" % (charset.encode(), start) + _page("\xe9").decode().encode("latin-1")


def _planes() -> str:
    letters = (chr(start + offset) for start in range(0, 0x110000, 0x400) for offset in (0, 0x7F, 0x3FE, 0x3FF))
    return "".join(letter for letter in letters if not "\ud800" <= letter <= "\udfff")


def _zip(entries: dict[str, bytes], link: str | None = None) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
        if link:
            entry = zipfile.ZipInfo("word/link.xml")
            entry.create_system, entry.external_attr = 3, 0o120777 << 16
            archive.writestr(entry, link)
    return made.getvalue()


def _pdf(pages: str) -> bytes:
    head, tail = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj", "trailer << /Root 1 0 R >>\n%%EOF"
    return f"{head}\n{pages}\n{tail}".encode()


def _linked(value: str) -> bytes:
    return _page("", f'<script type="application/ld+json">{value}</script>')


TEXTS: dict[str, Maker] = {
    "random.txt": lambda size: random.Random(1).randbytes(size),
    "random-letters.txt": lambda size: bytes(random.Random(2).choices(range(32, 127), k=size // 4)),
    "nul.txt": lambda size: _article("a\0b" * 3),
    "nul-only.txt": lambda size: b"\0" * size,
    "planes.txt": lambda size: _article(_planes()),
    "surrogates.txt": lambda size: _article("").replace(b"Hanoi", b"\xed\xa0\x80\xed\xb0\x80"),
    "overlong.txt": lambda size: _article("").replace(b"Hanoi", b"\xc0\xaf\xe0\x80\xaf"),
    "half-utf16.txt": lambda size: "\ufeffHospitals sign".encode("utf-16-le") + b"\x00\xd8\x41",
    "turned.txt": lambda size: _article("\u202eevil\u202c \u2066x\u2069 \u200b\u200c\u200d\ufeff\u061c" * 50),
    "escapes.txt": lambda size: _article("\x1b[2J\x1b]0;owned\x07\x1b]8;;http://x/\x1b\\click\x1b]8;;\x1b\\ \x9b31m"),
    "markup.txt": lambda size: _article("[red]x[/red] [/b] [link=file:///x]y[/link] :smile: [@click=quit]z[/]"),
    "formulas.txt": lambda size: b"=HYPERLINK(\"http://x\",\"Cho Ray Hospital\")\n\n" + _article("=1+1"),
    "script.txt": lambda size: b"</script><script>alert(1)</script>\n\n" + _article("<img src=x onerror=alert(1)>"),
    "one-line.txt": lambda size: (SENTENCE * (size // len(SENTENCE))).encode(),
    "one-word.txt": lambda size: b"A" * size,
    "one-letter-lines.txt": lambda size: b"A\n" * (size // 2),
    "short-lines.txt": lambda size: b"Hanoi.\n" * (size // 50),
    "blank-lines.txt": lambda size: b"\n" * size + _article(""),
    "spaces.txt": lambda size: b" " * size + _article(""),
    "year-99999.txt": lambda size: _article("It was signed on January 19, 99999, and 99999-12-31, 0000-00-00. " * 20),
    "long-number.txt": lambda size: _article("They gave US$" + "9" * 10_000 + " million and $1" + ",000" * 5_000),
    "many-dates.txt": lambda size: _article("on January 19, 2016, and " * 20_000),
    "long-name.txt": lambda size: _article("Professor " + "Nguyen Van " * 5_000 + "of the " + "National " * 10_000),
    "many-names.txt": lambda size: _article(" ".join(f"City{n} Hospital met Dr. Ann{n} Lee." for n in range(5_000))),
    "many-events.txt": lambda size: _article(SENTENCE * 3_000),
    "brackets.txt": lambda size: _article("(" * 50_000 + "Hanoi" + ")" * 50_000),
    "quotes.txt": lambda size: _article("\"'“‘" * 25_000),
    "commas.txt": lambda size: _article("Hanoi, " * 30_000),
    "ands.txt": lambda size: _article("Hanoi and Hue and " * 10_000),
    "dashes.txt": lambda size: _article("- " * 50_000 + "–" * 50_000),
    "dots.txt": lambda size: _article("." * 100_000 + "A.B." * 25_000),
    "marks.txt": lambda size: _article("a" + "\u0301" * 100_000),
    "capitals.txt": lambda size: _article("A B C D " * 25_000),
    "gzip.txt": lambda size: gzip.compress(b"\0" * size),
}

PAGES: dict[str, Maker] = {
    "deep.html": lambda size: _page("<div>" * 100_000 + SENTENCE),
    "deep-tables.html": lambda size: _page("<table><tr><td>" * 5_000 + SENTENCE),
    "endless.html": lambda size: b"<html><body><p>" + b"<p class=x " * (size // 11),
    "endless-comment.html": lambda size: _page("<!--" + "-" * (size // 10)),
    "comments.html": lambda size: _page("<!--" * 100_000),
    "scripts.html": lambda size: _page("<script>" * 50_000),
    "attributes.html": lambda size: _page("<p " + "a='b' " * 50_000 + ">" + SENTENCE),
    "entities.html": lambda size: b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + b"".join(b'<!ENTITY %c "%s">' % (99 + i, b"&%c;" % (98 + i) * 10) for i in range(9)) + b"]>" + _page("&k;" * 100),
    "outside.html": lambda size: b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _page("&x;"),
    "references.html": lambda size: _page("&#0;&#xD800;&#x110000;&#99999999999;&unknown;&" * 1_000),
    "charset-undefined.html": lambda size: _claiming("undefined"),
    "charset-idna.html": lambda size: _claiming("idna"),
    "charset-punycode.html": lambda size: _claiming("punycode"),
    "charset-unicode_escape.html": lambda size: _claiming("unicode_escape", b"\\ud800"),
    "charset-utf-7.html": lambda size: _claiming("utf-7", b"+2AA-"),
    "charset-rot13.html": lambda size: _claiming("rot13"),
    "linked-deep.html": lambda size: _linked("[" * 100_000),
    "linked-odd.html": lambda size: _linked(
        '[{"@type": "NewsArticle", "headline": {"a": [1]}, "author": [1, null, {}], '
        '"datePublished": 20160120, "url": {"@id": []}, "publisher": "\\ud800"}]'
    ),
    "linked-types.html": lambda size: _linked('{"@type": [{"a": 1}, null], "@graph": {"@graph": 5}}'),
    "dates.html": lambda size: _page("", '<meta property="article:published_time" content="' + "9" * 5_000 + '">'),
    "long-title.html": lambda size: b"<title>" + SENTENCE.encode() * 5_000 + b"</title>" + _page(""),
    "tags.html": lambda size: b"<" * (size // 20) + _page(""),
    "binary.html": lambda size: _page("\x01\x02\x03"),
    "gzip.html": lambda size: gzip.compress(_page("") * 1000),
}

LINES: dict[str, Maker] = {
    "deep.jsonl": lambda size: b'{"text": ' + b"[" * 10_000 + b"]" * 10_000 + b"}\n" + b'{"a": ' * 100_000 + b"\n",
    "surrogates.jsonl": lambda size: b'{"text": "\\ud800 %s"}\n' % SENTENCE.encode(),
    "odd.jsonl": lambda size: b'[]\nnull\n1\n"text"\n{}\n{"text": 1}\n{"text": null}\n{"text": ["a"]}\n{"html": {}}\n',
    "numbers.jsonl": lambda size: b'{"text": ' + b"9" * 10_000 + b"}\n1e99999\n-Infinity\n",
    "published.jsonl": lambda size: b"".join(
        json.dumps({"text": SENTENCE, "published": date}).encode() + b"\n"
        for date in ("99999-01-01", "0000-00-00", "2016-13-45", "1" * 5_000, "Monday " * 3_000, "2016-01-20T99:99")
    ),
    "fields.jsonl": lambda size: json.dumps(
        {"text": SENTENCE, "title": "T" * 100_000, "author": "\x1b[2J", "url": "javascript:alert(1)", "outlet": "=1"}
    ).encode(),
    "one-line.jsonl": lambda size: b'{"text": "' + SENTENCE.encode() * (size // len(SENTENCE)) + b'"}\n',
    "no-end.jsonl": lambda size: b'{"text": "' + b"a" * size,
    "binary.jsonl": lambda size: random.Random(3).randbytes(100_000),
    "many-bad.jsonl": lambda size: b"x\n" * 10_000,
}

ARCHIVES: dict[str, Maker] = {
    "bomb.docx": lambda size: _zip({"word/document.xml": b"\0" * (size * 4)}),
    "entities.docx": lambda size: _zip({"word/document.xml": PAGES["entities.html"](size)}),
    "outside.docx": lambda size: _zip({"../../outside.txt": b"x", "/etc/outside": b"x", "word/document.xml": b"<a/>"}),
    "linked.docx": lambda size: _zip({"word/document.xml": b"<a/>"}, link="/etc/passwd"),
    "cut.docx": lambda size: _zip({"word/document.xml": b"<a/>" * 1000})[:-30],
    "loop.pdf": lambda size: _pdf("2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj"),
    "parents.pdf": lambda size: _pdf(
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>\nendobj\n"
        "3 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 999999999 /Parent 2 0 R >>\nendobj"
    ),
    "cut.pdf": lambda size: b"%PDF-1.7\n1 0 obj << /Length 99999999999 >> stream\n",
    "deep.pdf": lambda size: _pdf("2 0 obj\n" + "[" * 20_000 + "\nendobj"),
    "nested.eml": lambda size: b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(2_000)
    ),
    "headers.eml": lambda size: b"Subject: " + b"=?utf-8?b?/////w==?= " * 5_000 + b"\n" * 2 + SENTENCE.encode(),
    "bomb.warc.gz": lambda size: gzip.compress(b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n" + b"\0" * size),
    "cut.warc": lambda size: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 500\r\n\r\nHTTP/1.1 200 OK\r\n",
    "entities.xml": PAGES["entities.html"],
    "deep.xml": lambda size: b"<rss>" + b"<item>" * 1_000,
}

FILES = {**TEXTS, **PAGES, **LINES, **ARCHIVES}

NAMES = ("two\nlines", "\x1b[31mred", "-rf", "a" * 250, "=1+1", "[red]", "%s%n", "\u202etxt", "{0}", "a;b", "'")


def make(folder: Path, size: int = 50 * MEGABYTE) -> int:
    """Write every bad file into a folder and return how many entries there are; the large ones have `size` bytes."""
    for name, maker in FILES.items():
        (folder / name).write_bytes(maker(size))
    for number, name in enumerate(NAMES):
        (folder / f"{name}.txt").write_bytes(_article(f"Number {number}."))
    return len(FILES) + len(NAMES) + sum(1 for _ in _odd_entries(folder))


def _odd_entries(folder: Path) -> Iterator[Path]:
    """Make what is no regular file: names that are no UTF-8, links, pipes and devices."""
    raw = os.fsencode(folder) + b"/\xff\xfe.txt"
    Path(os.fsdecode(raw)).write_bytes(_article("A name that is no UTF-8."))
    yield Path(os.fsdecode(raw))
    links = {"self.txt": "self.txt", "gone.txt": "nowhere.txt", "up": ".", "zero.txt": "/dev/zero"}
    for name, target in links.items():
        (folder / name).symlink_to(target)
        yield folder / name
    os.mkfifo(folder / "pipe.txt")
    yield folder / "pipe.txt"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    print(make(target, int(sys.argv[2]) * MEGABYTE if len(sys.argv) > 2 else 50 * MEGABYTE))
