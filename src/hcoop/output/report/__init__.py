"""The report as one HTML file that needs nothing else: to read offline, to print, and to send by mail."""

from dataclasses import dataclass

from hcoop import __version__
from hcoop.errors import HcoopError
from hcoop.output.report.content import content_of
from hcoop.output.report.payload import Payload, payload_of
from hcoop.query.report import Report

# What the sentences about the data may add to the page.
_SPARE = 1_000


@dataclass(frozen=True, slots=True)
class Rendered:
    """A report as a page: the `html`, and how many characters of the articles stand around evidence, null for all."""

    html: bytes
    around: int | None


def render(report: Report, title: str, size: int) -> Rendered:
    """Return the page of a report under a title: the same bytes for the same report.

    It has the whole texts of the articles while that fits into `size` bytes, else what stands around the evidence.
    Raises HcoopError if Jinja2 is not installed.
    """
    try:
        from hcoop.output.report.page import page  # noqa: PLC0415 - needs the extra
    except ImportError as error:
        raise HcoopError("a report needs Jinja2", hint="pip install 'hcoop[report]'") from error
    def html(data: Payload) -> bytes:
        return page(content_of(report, data, title) | {"version": __version__}).encode()

    data = payload_of(report, size - len(html(Payload("", packed=True, around=0))) - _SPARE)
    return Rendered(html(data), data.around)
