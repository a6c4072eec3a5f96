"""Files made by other people's tools, to be read by hcoop's readers."""

import gzip
import io
import mailbox
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from email.message import EmailMessage
from pathlib import Path

import docx
from feedgen.feed import FeedGenerator
from fpdf import FPDF
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TITLE = "Two cities sign health pact"
FIRST = "Hue City and Lyon signed a pact on Monday in the presence of both mayors, who spoke warmly of it."
SECOND = "The pact runs for five years and covers the training of nurses and doctors in emergency care."
TEXT = f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n"
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>
<p>{FIRST}</p><p>{SECOND}</p></article></body></html>"""


def pdf(pages: Iterable[Iterable[str]], **options: str) -> bytes:
    """A PDF with a text layer, by fpdf2: each page with its paragraphs, and a head and foot that all pages share."""

    class Paper(FPDF):
        def header(self) -> None:
            self.cell(0, 8, "The Paper - Health", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-15)
            self.cell(0, 8, f"Page {self.page_no()} of 9", align="C")

    paper = Paper()
    paper.set_font("Helvetica", size=11)
    for page in pages:
        paper.add_page()
        for paragraph in page:
            paper.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
            paper.ln(4)
    if title := options.get("title"):
        paper.set_title(title)
    if password := options.get("password"):
        paper.set_encryption(owner_password="owner", user_password=password)
    return bytes(paper.output())


def scan() -> bytes:
    """A PDF of which the page is a drawing without text."""
    paper = FPDF()
    paper.add_page()
    paper.line(10, 10, 100, 100)
    return bytes(paper.output())


def word(title: str, paragraphs: Iterable[str], rows: Iterable[Iterable[str]] = ()) -> bytes:
    """A Word file, by python-docx."""
    document = docx.Document()
    document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for row in rows:
        cells = list(row)
        table = document.add_table(rows=1, cols=len(cells))
        for cell, text in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def message(subject: str, text: str, html: str | None = None, attached: Mapping[str, bytes] | None = None,
            date: str = "Wed, 04 Mar 2020 23:30:00 +0700") -> EmailMessage:
    """A message, by the standard library."""
    made = EmailMessage()
    made["Subject"], made["From"], made["To"], made["Date"] = subject, "desk@example.org", "me@example.org", date
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    for name, data in (attached or {}).items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made


def mbox(path: Path, messages: Iterable[EmailMessage]) -> None:
    """A mailbox, by the standard library."""
    box = mailbox.mbox(path)
    for each in messages:
        box.add(each)
    box.close()


def warc(records: Iterable[tuple[str, bytes, str, dict[str, str]]], packed: bool = False) -> bytes:
    """A web archive, by warcio; each record is an address, a body, a status line and headers."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    with warnings.catch_warnings():  # it leaves the closing of its files to the collector
        warnings.simplefilter("ignore", ResourceWarning)
        for url, body, status, headers in records:
            http = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
            record = writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=http)
            writer.write_record(record)
            del record
    return out.getvalue()


def feed(entries: Iterable[Mapping[str, str]], atom: bool = False) -> bytes:
    """A feed, by feedgen."""
    made = FeedGenerator()
    made.id("https://paper.example/")
    made.title("The Paper")
    made.link(href="https://paper.example/")
    made.description("News")
    for entry in entries:
        added = made.add_entry(order="append")
        added.id(entry["url"])
        added.link(href=entry["url"])
        added.title(entry["title"])
        added.author(name=entry.get("author", "Lan Anh"), email="lan@example.org")
        added.published(entry["published"])
        added.updated(entry.get("updated", entry["published"]))
        added.description(entry["summary"])
        if content := entry.get("content"):
            added.content(content, type="html" if atom else "CDATA")
    return bytes(made.atom_str() if atom else made.rss_str())


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip archive, by the standard library."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def gzipped(data: bytes) -> bytes:
    """A packed file, by the standard library."""
    return gzip.compress(data)
