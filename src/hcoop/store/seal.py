"""A digest of each stored text and of what is kept with it, so that a change of a single letter is noticed."""

import json
import re
from hashlib import sha256

_SEAL = re.compile(r',"digest":"([0-9a-f]{16})"\}\Z')


def sealed(fields: str, file: str, ordinal: int, text: str) -> str:
    """Return the JSON that is kept beside a text with a digest of both, of the file and of the place in it."""
    return f'{fields[:-1]},"digest":"{_digest(fields, file, ordinal, text)}"}}'


def unsealed(fields: str) -> str:
    """Return the JSON that was given to `sealed`."""
    return _SEAL.sub("}", fields)


def is_whole(fields: str, file: str, ordinal: int, text: str) -> bool:
    """Return whether a document is as it was written; if that was without a digest, whether its fields are JSON."""
    if seal := _SEAL.search(fields):
        return seal[1] == _digest(unsealed(fields), file, ordinal, text)
    try:
        return isinstance(json.loads(fields), dict) and '"digest"' not in fields
    except (ValueError, RecursionError):
        return False


def _digest(fields: str, file: str, ordinal: int, text: str) -> str:
    told = "\n".join((file, str(ordinal), fields, text))
    return sha256(told.encode("utf-8", "surrogateescape")).hexdigest()[:16]
