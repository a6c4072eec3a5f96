"""Bytes into text: NFC, with `\\n` line ends, and the name of the encoding they were in."""

import codecs
import re
import unicodedata

from hcoop.errors import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf", b"\xd0\xcf\x11\xe0",
          b"SQLite format 3")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
# The encodings that press texts of the region and of its partners were kept in before UTF-8.
_LEGACY = ["cp1258", "cp1252", "cp1251", "shift_jis", "euc_kr", "gb18030", "big5", "cp874"]

# What names an encoding in IANA's list of character sets; Python takes other letters and marks in a name for blanks.
_NAME = re.compile(r"[A-Za-z0-9_.:()+-]+")
_HALF = re.compile("[\ud800-\udfff]")
# Codecs of Python that no page is in, and that make halves of characters, take long or warn.
_NO_ENCODINGS = ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7")


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    """Return the text of some bytes, normalised, and their encoding.

    `name` is what messages call the input, `declared` the encoding it claims for itself, tried after UTF-8.
    Raises UnreadableError if the bytes are empty, no text, or broken.
    """
    for bom, codec, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(_strict(data, codec, name), name), encoding
    if not data.strip():
        raise UnreadableError(f"{name} is empty", hint="remove it, or fetch it again")
    if data.startswith(_MAGIC) or _binary(data):
        raise UnreadableError(f"{name} is a binary file, not text", hint="convert it to text, HTML or JSON lines")
    try:
        return _checked(data.decode("utf-8"), name), "utf-8"
    except UnicodeDecodeError as error:
        return _legacy(data, name, declared, error)


def normalise(text: str) -> str:
    """Return the text in NFC with `\\n` line ends, and with U+FFFD for halves of characters."""
    text = _HALF.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff"))


def _checked(text: str, name: str) -> str:
    if not text.strip("\ufeff \t\r\n\xa0\u200b"):
        raise UnreadableError(f"{name} is empty", hint="remove it, or fetch it again")
    return normalise(text)


def _binary(data: bytes) -> bool:
    head = data[:8192]
    return len(_CONTROL.findall(head)) > len(head) // 100


def _strict(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        encoding = codec.removesuffix("-sig").upper()
        raise UnreadableError(f"{name} is broken {encoding} at byte {error.start}", hint="save it as UTF-8") from error


def _legacy(data: bytes, name: str, declared: str | None, error: UnicodeDecodeError) -> tuple[str, str]:
    """Decode bytes that are no UTF-8; with many valid UTF-8 letters among them they are damaged UTF-8 all the same."""
    if declared and (text := _as_declared(data, declared)) is not None:
        return _checked(text, name), declared.lower()
    if _MULTIBYTE.search(data) and len(_valid_letters(data)) >= _invalid(data):
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(f"{name}:{line}: invalid UTF-8 at byte {error.start}", hint="save it as UTF-8") from error
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only files that are not UTF-8 need it

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None:
        raise UnreadableError(f"{name} is in no encoding that hcoop can tell", hint="save it as UTF-8") from error
    return _checked(str(best), name), best.encoding.replace("_", "-")


def _as_declared(data: bytes, declared: str) -> str | None:
    """Return the text if it is in the encoding that it claims; those that are none of the web's may do anything."""
    try:
        if not _NAME.fullmatch(declared) or codecs.lookup(declared).name in _NO_ENCODINGS:
            return None
        return data.decode(declared)
    except (LookupError, ValueError):
        return None


def _valid_letters(data: bytes) -> str:
    return "".join(letter for letter in data.decode("utf-8", "ignore") if letter > "\x7f")


def _invalid(data: bytes) -> int:
    return data.decode("utf-8", "replace").count("\ufffd")
