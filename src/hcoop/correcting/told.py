"""What a correction does, in one line."""

from hcoop.corrections.record import Anchor, Correction


def told(correction: Correction) -> str:
    """Return what a correction does, in one line."""
    return f"{correction.what} {correction.record}: {_done(correction)}"


def _done(correction: Correction) -> str:
    if correction.action == "set":
        given = correction.fields.items()
        return ", ".join(f"{name} is {value if value is not None else 'none'}" for name, value in given)
    if correction.action == "merge":
        return f"is one with {_other(correction)}"
    if correction.action == "split":
        return f"is another than {_other(correction)}"
    return "is left out" if correction.action == "drop" else "is right"


def _other(correction: Correction) -> str:
    """Say what the second anchor is of; the record itself may have another id by now."""
    article = _article(correction.other)
    return f"article {article}" if correction.what == "article" else f"the {correction.what} of article {article}"


def _article(anchor: Anchor | None) -> str:
    return (anchor and (anchor.article or anchor.path)) or "unknown"
