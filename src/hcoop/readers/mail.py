"""Mail: `.eml` is one message, `.mbox` many; the text, and each attachment in a format that hcoop reads."""

import email
import io
import re
from collections.abc import Iterable, Iterator
from email import policy
from email.message import EmailMessage
from typing import cast

from hcoop.errors import UnreadableError
from hcoop.readers.dates import edtf
from hcoop.readers.item import Guard, Item
from hcoop.readers.media import suffix_of_media
from hcoop.readers.names import suffix_of

_FORWARDED = re.compile(r"^(?:(?:re|fwd?)\s*:\s*)+", re.IGNORECASE)
_ESCAPED = re.compile(rb"^>+From ")
_BLANK = (b"\n", b"\r\n")
# Bytes: a plain text that is shorter, beside an HTML text, only says that there is one.
_STUB = 400


def unpack_mail(item: Item, guard: Guard) -> Iterator[Item]:
    """Yield the text of a message, with its subject and day, then its attachments; raises UnreadableError."""
    message = _parsed(guard.data(item), item.name)
    try:
        yield from _parts(message, item.name)
    except UnreadableError:
        raise
    except Exception as error:  # damaged messages make the parser fail in many ways
        raise UnreadableError(f"{item.name} is a damaged message: {error}", hint="export it again") from error


def unpack_mbox(item: Item, guard: Guard) -> Iterator[Item]:
    """Yield the messages of a mailbox (mboxrd), read one by one."""
    for number, message in enumerate(_messages(guard.lines(item), item.name), 1):
        yield Item(f"{item.name}:{number}", io.BytesIO(message), ".eml")


def unpack_mhtml(item: Item, guard: Guard) -> Iterator[Item]:
    """Yield the page that a browser saved as one file (RFC 2557); its other parts are not articles."""
    message = _parsed(guard.data(item), item.name)
    stated = {"title": _header(message, "Subject"), "url": _header(message, "Snapshot-Content-Location")}
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            url = stated["url"] or _header(part, "Content-Location")
            yield Item(item.name, _payload(part), ".html", part.get_content_charset(), {**stated, "url": url})
            return
    raise UnreadableError(f"{item.name} holds no page", hint="save it again as a single file, or as HTML")


def _parsed(data: bytes, name: str) -> EmailMessage:
    message = email.message_from_bytes(data, policy=policy.default)
    if not message.keys():
        raise UnreadableError(f"{name} is no message", hint="export it again as .eml")
    return message


def _parts(message: EmailMessage, name: str) -> Iterator[Item]:
    """Yield the text of a message under its name, all else under its own name or number."""
    told = False
    for number, part in enumerate(_leaves(message), 1):
        if not told and part.get_content_maintype() == "text" and not part.get_filename():
            told = True
            title = _FORWARDED.sub("", _header(message, "Subject") or "")
            stated = {"title": title or None, "sent": edtf(_header(message, "Date") or "")}
            suffix = suffix_of_media(part.get_content_type())
            yield Item(name, _payload(part), suffix, part.get_content_charset(), stated)
        else:
            yield _attached(part, name, number)


def _leaves(part: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that hold something; of several forms of one text only one."""
    if part.get_content_type() == "multipart/alternative" and (text := _text(part)):
        yield text
    elif part.is_multipart() and part.get_content_type() != "message/rfc822":
        for inner in part.iter_parts():
            yield from _leaves(cast(EmailMessage, inner))
    elif _payload(part).getvalue().strip() or part.is_multipart():
        yield part


def _text(message: EmailMessage) -> EmailMessage | None:
    """Return the plain form of a text, unless it only stands in for the HTML one."""
    plain, markup = message.get_body(("plain",)), message.get_body(("html",))
    short = plain is None or len(_payload(cast(EmailMessage, plain)).getvalue().strip()) < _STUB
    return cast(EmailMessage | None, markup if markup and short else plain)


def _attached(part: EmailMessage, name: str, number: int) -> Item:
    if part.get_content_type() == "message/rfc822":
        return Item(f"{name}/{number}", io.BytesIO(part.get_content().as_bytes()), ".eml")
    called = re.split(r"[\\/]", " ".join((part.get_filename() or "").split()))[-1]
    suffix = suffix_of(called) or suffix_of_media(part.get_content_type())
    return Item(f"{name}/{called or number}", _payload(part), suffix, part.get_content_charset())


def _payload(part: EmailMessage) -> io.BytesIO:
    data = part.get_payload(decode=True)
    return io.BytesIO(data if isinstance(data, bytes) else b"")


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(message.get(name) or "").split()) or None


def _messages(lines: Iterable[bytes], name: str) -> Iterator[bytes]:
    found: list[bytes] | None = None
    after_blank = True
    for line in lines:
        if after_blank and line.startswith(b"From "):
            if found:
                yield b"".join(found)
            found = []
        elif found is not None:
            found.append(line[1:] if _ESCAPED.match(line) else line)
        elif line not in _BLANK:
            raise UnreadableError(f"{name} is no mailbox", hint="export it again as mbox, or its messages as .eml")
        after_blank = line in _BLANK
    if found:
        yield b"".join(found)
