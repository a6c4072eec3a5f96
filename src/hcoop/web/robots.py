"""robots.txt (RFC 9309): what a host wants not to be fetched, and how fast the rest."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from hcoop.errors import UnreadableError

# Seconds; a host that asks for more is asked once in so long all the same.
_DELAY_MAX = 60.0
_FAILED = 500
_REFUSED = 400


class Robots:
    """The rules of the hosts met so far; `fetch` gives the status and the body of a robots.txt."""

    MAX_BYTES = 512 * 1024

    def __init__(self, protego: Any, fetch: Callable[[str], tuple[int, bytes]]) -> None:
        self._protego, self._fetch = protego.Protego, fetch
        self._rules: dict[str, Any] = {}

    def check(self, url: str, agent: str) -> None:
        """Raise UnreadableError if an address may not be fetched, or if the host cannot say."""
        if not self._of(url).can_fetch(url, agent):
            told = f"{url} may not be fetched by programs, says the robots.txt of its host"
            raise UnreadableError(told, hint="save the page with a browser, and give the file")

    def delay(self, url: str, agent: str) -> float:
        """Return how many seconds a host wants to pass between two requests."""
        rules = self._rules.get(_origin(url))
        asked = rules.crawl_delay(agent) if rules else None
        return min(float(asked or 0), _DELAY_MAX)

    def _of(self, url: str) -> Any:
        origin = _origin(url)
        if origin not in self._rules:
            self._rules[origin] = self._protego.parse(self._read(f"{origin}/robots.txt"))
        return self._rules[origin]

    def _read(self, url: str) -> str:
        """Return the rules; none where the host has no such file."""
        status, body = self._fetch(url)
        if status >= _FAILED:
            raise UnreadableError(f"{url} answers {status}, so nothing there may be fetched", hint="try again later")
        return "" if status >= _REFUSED else body.decode("utf-8", "replace")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
