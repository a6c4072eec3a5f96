"""Addresses: which are fetched, and which are not unless they are asked for."""

import ipaddress
import re
import socket
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from hcoop.errors import UnreadableError

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|file:", re.IGNORECASE)
_SCHEMES = ("http", "https")
_PRIVATE_HINT = "--allow-private fetches it, if you trust whoever gave the address"
# The last 32 bits of these addresses are one of IPv4 (RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

IP = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_address(text: str) -> bool:
    """Return whether a text is an address on the web, or tries to be one, rather than a path."""
    return _ADDRESS.match(text) is not None


def checked(url: str) -> SplitResult:
    """Return the parts of an address that may be fetched. Raises UnreadableError for any other."""
    try:
        parts = urlsplit(urldefrag(url).url)
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        raise UnreadableError(f"{url} is no address: {error}", hint="write it as https://example.org/page") from error
    if parts.scheme == "file":
        raise UnreadableError(f"{url} is a file, not on the web", hint="give its path instead")
    if parts.scheme not in _SCHEMES or not host:
        raise UnreadableError(f"{url} is no address of the web", hint="hcoop fetches http:// and https://")
    if parts.username or parts.password:
        told = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        raise UnreadableError(f"{told} is given with a password", hint="fetch such a page yourself, and give the file")
    return parts


def joined(base: str, url: str) -> str:
    """Return the address that a link on a page leads to, without fragment. Raises UnreadableError if it is none."""
    try:
        return urldefrag(urljoin(base, url)).url
    except ValueError as error:
        raise UnreadableError(f"{url} is no address: {error}", hint=f"tell those who made {base}") from error


def check_host(host: str) -> None:
    """Look a host up; raises UnreadableError if any of its addresses is private, or if it has none."""
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as error:
        raise UnreadableError(f"{host} is not found: {error}", hint="check the address and the network") from error
    for ip in found:
        check_public(str(ip), host)


def check_public(ip: str, host: str) -> None:
    """Raise UnreadableError if an IP address is of a private network, of this machine, or otherwise not public."""
    if not _is_public(ipaddress.ip_address(ip.partition("%")[0])):
        raise UnreadableError(f"{host} is on a private network ({ip})", hint=_PRIVATE_HINT)


def _is_public(ip: IP) -> bool:
    inner = _inner(ip)
    return ip.is_global and not ip.is_multicast and (inner is None or _is_public(inner))


def _inner(ip: IP) -> IP | None:
    """Return the address of IPv4 that one of IPv6 stands for."""
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
