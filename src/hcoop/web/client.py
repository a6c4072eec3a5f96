"""Fetching with manners: robots.txt, a pause between two requests to a host, bounds of time, size and redirects."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from time import monotonic, sleep
from typing import Any

from hcoop import __version__
from hcoop.errors import UnreadableError
from hcoop.extras import need
from hcoop.readers.item import MAX_BYTES
from hcoop.web.address import check_host, checked, joined
from hcoop.web.connections import Watch, pools
from hcoop.web.robots import Robots

AGENT = "hcoop"
_REDIRECTS = 5
_REDIRECTED = (301, 302, 303, 307, 308)
_PART = 65536
_CONNECT_SECONDS = 10.0
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html, application/rss+xml, application/atom+xml, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Manners:
    """How addresses are fetched: the seconds between two requests to a host and for one fetch, the most bytes of it,
    and whether private networks are allowed.
    """

    pause: float = 1.0
    timeout: float | None = 60.0
    max_bytes: int = MAX_BYTES
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: `url` is where it came from after redirects, `headers` have small letters."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type without parameters, in small letters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server claims."""
        message = Message()
        message["Content-Type"] = self.headers.get("content-type", "")
        return message.get_content_charset()


class Client:
    """Fetches addresses, one at a time; one connection a host is kept."""

    def __init__(self, manners: Manners) -> None:
        self._urllib3 = need("urllib3", "web")
        self._manners = manners
        self._watch = Watch(manners.allow_private)
        self._pools = pools(self._watch)
        self._robots = Robots(need("protego", "web"), self._robots_file)
        self._last: dict[str, float] = {}

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Return the answer of an address, with `headers` beside the usual ones; redirects are followed.

        Raises UnreadableError if it may not or cannot be fetched within the bounds.
        """
        seen: list[str] = []
        while True:
            checked(url)
            self._robots.check(url, AGENT)
            answer = self._once(url, headers or {}, self._manners.max_bytes)
            if answer.status not in _REDIRECTED or "location" not in answer.headers:
                return answer
            seen.append(url)
            url = joined(url, answer.headers["location"])
            if url in seen or len(seen) > _REDIRECTS:
                told = "in a circle" if url in seen else f"more than {_REDIRECTS} times"
                raise UnreadableError(f"{seen[0]} redirects {told}", hint="give the address where a browser ends")

    def _robots_file(self, url: str) -> tuple[int, bytes]:
        """Return the status and the body of a robots.txt."""
        for _ in range(_REDIRECTS):
            answer = self._once(url, {}, Robots.MAX_BYTES, cut=True)
            if answer.status not in _REDIRECTED or "location" not in answer.headers:
                break
            url = joined(url, answer.headers["location"])
        return answer.status, answer.body

    def _once(self, url: str, headers: Mapping[str, str], most: int, cut: bool = False) -> Answer:
        parts = checked(url)
        host = parts.hostname or ""
        if not self._manners.allow_private:
            check_host(host)
        self._wait(host, max(self._manners.pause, self._robots.delay(url, AGENT)))
        with self._errors(url), self._watch.limit(self._manners.timeout):
            timeout = self._urllib3.Timeout(connect=_CONNECT_SECONDS, read=self._manners.timeout)
            response = self._pools.request(
                "GET", parts.geturl(), headers={**_HEADERS, **headers}, redirect=False, retries=False,
                preload_content=False, timeout=timeout)
            try:
                body = b"" if response.status in _REDIRECTED else self._body(response, url, most, cut)
                if self._watch.ended:  # what was cut may look whole
                    raise TimeoutError
            finally:
                if not response.isclosed():  # what is left unread may be endless
                    response.close()
                response.release_conn()
        found = {name.lower(): value for name, value in response.headers.items()}
        return Answer(url, response.status, found, body)

    def _body(self, response: Any, url: str, most: int, cut: bool) -> bytes:
        parts: list[bytes] = []
        left = most + 1
        while left > 0 and (part := response.read1(min(_PART, left), decode_content=True)):
            parts.append(part)
            left -= len(part)
        if left <= 0 and not cut:
            raise UnreadableError(f"{url} has more than {most} bytes", hint="is it an article? --max-bytes takes more")
        return b"".join(parts)[:most]

    def _wait(self, host: str, seconds: float) -> None:
        due = self._last.get(host, float("-inf")) + seconds
        if (left := due - monotonic()) > 0:
            sleep(left)
        self._last[host] = monotonic()

    @contextmanager
    def _errors(self, url: str) -> Iterator[None]:
        try:
            yield
        except (self._urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            if self._watch.ended:
                told, hint = f"took more than {self._manners.timeout:g} seconds", "try again later"
            elif isinstance(error, self._urllib3.exceptions.SSLError):
                told, hint = f"is not what it claims to be: {error}", "check the address in a browser"
            else:
                told, hint = f"cannot be fetched: {error}", "check the address and the network"
            raise UnreadableError(f"{url} {told}", hint=hint) from error
