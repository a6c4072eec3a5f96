"""Words without which a cue cannot match, so that most cues are never tried on a sentence."""

import re
from collections.abc import Iterable

from hcoop.events.words import Wording

# What a sentence surely has where a phrasing matches: a word class or a choice of words that is not optional.
_CHOICE = re.compile(r"\((?P<choice>[a-z0-9 '|{}_-]+)\)(?![a-z0-9*-])|\([^()]*\)|(?P<words>\{\w+\})(?!\?)")
_OPTIONAL = re.compile(r"\([^()]*\)\?")


def anchors(source: str, verb: str | None, words: Wording) -> frozenset[str]:
    """Return the words one of which leads to a cue: those that can begin its class of verbs, else its pattern."""
    forms = words.forms[verb] if verb else _openings(source, words)
    return frozenset(re.split(r"[ -]", form)[0] for form in forms)


def needs(source: str, words: Wording) -> tuple[tuple[frozenset[str], ...], bool]:
    """Return sets of words of each of which, in this order, a sentence must have one for a pattern to match.

    The second value tells whether a match begins with a word of the first set.
    """
    certain = _OPTIONAL.sub("", source)
    first = _CHOICE.match(source)
    opens = bool(first and (first["choice"] or first["words"]) and not source.startswith("?", first.end()))
    if re.search(r"\([^()]*\(", certain):  # of groups within groups, what stands before them is certain
        certain = first[0] if first and opens else ""
    choices = [match["choice"] or match["words"] for match in _CHOICE.finditer(certain)]
    return tuple(_beginnings(_forms(choice.split("|"), words)) for choice in choices if choice), opens


def _openings(source: str, words: Wording) -> list[str]:
    """Return the words that can begin a pattern without a verb class: those of its first group, class or word.

    What must not stand before them leads to nothing.
    """
    head = re.sub(r"^(?:\((?:\?<![^()]*\)|[^()]*\)\? *))+", "", source)
    return _forms(head[1:head.index(")")].split("|") if head.startswith("(") else [head.split(" ")[0]], words)


def _forms(parts: Iterable[str], words: Wording) -> list[str]:
    return [form for part in parts for form in (words.forms[part.strip("{}")] if part.startswith("{") else [part])]


def _beginnings(forms: Iterable[str]) -> frozenset[str]:
    """Return what can be the first word of each form as a sentence writes it: a hyphen may be a space or nothing."""
    found = set()
    for form in forms:
        parts = re.split(r"[^a-z0-9]", form.strip().split(" ")[0])
        found |= {"".join(parts[:count]) for count in range(1, len(parts) + 1)}
    return frozenset(found)
