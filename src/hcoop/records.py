"""The records that flow through hcoop, frozen; `schemas/` says the same for other programs.

Offsets are code points into `Article.text`, start inclusive, end exclusive. Dates are EDTF (ISO 8601-2, level 2).
Countries are ISO 3166-1 alpha-2 codes, or `INT` for an international body.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a document was read from; `sha256` is of its bytes, in hexadecimal."""

    path: str | None
    sha256: str
    media_type: str
    encoding: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader gives: the decoded text and what the file itself says about it, nothing inferred.

    `text` is NFC with `\\n` line ends. The other fields are null where the format does not state them. `sent` is when
    it was sent, as EDTF, which is told where the text says no date of publication; `pages` is where each page begins
    in the text, empty where the format has none.
    """

    text: str
    source: Source
    title: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None
    outlet: str | None = None
    section: str | None = None
    language: str | None = None
    sent: str | None = None
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text, or a part of a line, and the role it plays on the page."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text, what its page says of it, and the role of each line.

    `pages` is where each page of the file begins in the text; empty where the format has no pages.
    """

    id: str
    title: str | None
    standfirst: str | None
    published: str | None
    author: str | None
    agency: str | None
    outlet: str | None
    dateline: str | None
    section: str | None
    language: str
    url: str | None
    text: str
    blocks: tuple[Block, ...]
    source: Source
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named body; `aliases` are the other names that the article uses.

    `mentions` also hold "the department" and the like.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    city: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A named person, without title; `role` and `organisation` are what the article says."""

    name: str
    aliases: tuple[str, ...]
    role: str | None
    organisation: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A country, province, city or region; `code` is ISO 3166-1 or 3166-2 where there is one."""

    name: str
    kind: str
    country: str
    code: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written and as EDTF; `basis` is `stated`, `relative` (completed from a reference) or `none`.

    `conflict` is true where the text contradicts itself, such as a weekday that is not that day's.
    """

    start: int
    end: int
    text: str
    edtf: str
    basis: str
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """One party of an event; `side` is `home` or `partner`, `aliases` are the other names the article uses."""

    name: str
    side: str
    country: str | None
    role: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventPerson:
    """A person who took part in an event."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Amount:
    """Money as written; `value` is in units of `currency` (ISO 4217)."""

    value: float
    currency: str
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words an event rests on: `text[start:end] == quote`; `page` is the page they begin on, from 1, if there are.
    """

    start: int
    end: int
    quote: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something two sides did, do, agreed or firmly plan to do together.

    `date` is null where the text gives no time. `term` is how long what was signed holds, as an ISO 8601 duration or an
    EDTF interval; null where that is not told.
    """

    id: str
    type: str
    status: str
    importance: str
    instrument: str | None
    term: str | None
    title: str
    date: str | None
    date_basis: str
    city: str | None
    countries: tuple[str, ...]
    participants: tuple[Participant, ...]
    people: tuple[EventPerson, ...]
    topics: tuple[str, ...]
    amounts: tuple[Amount, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that is taken from one article."""

    article: Article
    relevant: bool
    countries: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()
