"""Pages that are records: `label: value` lines rather than a story."""

from hcoop.blocks.layout import compile_layout
from hcoop.blocks.lines import Line
from hcoop.lexicon import Lexicon
from hcoop.text import fold

_LABELLED_MIN, _SHARE = 4, 0.4
_LABEL_MAX = 44


def is_record(lines: list[Line], lexicon: Lexicon) -> bool:
    """Return whether at least four lines, and two of five, are each a label with its value.

    Where the same labels come again they are the speakers of an interview.
    """
    labels = {line.text.partition(":")[0] for line in lines if _labelled(line, lexicon)}
    return len(labels) >= max(_LABELLED_MIN, _SHARE * len(lines))


def settle(lines: list[Line], lexicon: Lexicon) -> None:
    """Make the labelled lines, and what stands between them, the body."""
    marked = [index for index, line in enumerate(lines) if not line.role and _labelled(line, lexicon)]
    for line in lines[marked[0]:marked[-1] + 1] if marked else []:
        line.role = line.role or "body"


def title(lines: list[Line], lexicon: Lexicon) -> str | None:
    """Return the title that a labelled line states, or None."""
    label = lexicon.compiled(compile_layout).record_title
    for line in lines:
        if line.role == "body" and (match := label.match(fold(line.text[:_LABEL_MAX]))):
            return line.text[match.end():].strip() or None
    return None


def _labelled(line: Line, lexicon: Lexicon) -> bool:
    if ":" not in line.text[:_LABEL_MAX] or line.role in ("caption", "footer", "related"):
        return False
    return lexicon.compiled(compile_layout).record.match(fold(line.text[:_LABEL_MAX + 10])) is not None
