"""Evidence in its article."""

from collections.abc import Iterable

from hcoop.query.show_as import day
from hcoop.query.table import Lit, Row
from hcoop.store.read import Store

# So many letters of the same line stand before and behind it.
_AROUND = 160
_TEXT = "SELECT text FROM articles JOIN documents ON document = documents.key WHERE id = ? AND canonical"


def in_their_places(store: Store, evidence: Iterable[Row]) -> list[Lit]:
    """Return the words of evidence, lit, amid those around them, under where they stand; those of one line together."""
    found: list[tuple[str, list[Row]]] = []
    for piece in evidence:
        text = str(store.rows(_TEXT, [piece["article"]])[0]["text"])
        if found and _is_beside(found[-1][1][-1], piece, text):
            found[-1][1].append(piece)
        else:
            found.append((text, [piece]))
    return [_lit(text, pieces) for text, pieces in found]


def _is_beside(one: Row, other: Row, text: str) -> bool:
    """Tell whether a piece stands behind another in the same line of the same article."""
    between = text[one["end"] : other["start"]]
    return bool(
        one["article"] == other["article"]
        and one["end"] <= other["start"]
        and "\n" not in between
        and len(between) <= _AROUND
    )


def _lit(text: str, pieces: list[Row]) -> Lit:
    first, start, end = pieces[0], pieces[0]["start"], pieces[-1]["end"]
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2].lstrip()
    after = text[end : end + _AROUND].partition("\n")[0].rstrip()
    where = _where(first)
    shift = len(where) + 1 + len(before) - start
    spans = tuple((piece["start"] + shift, piece["end"] + shift) for piece in pieces)
    return Lit(f"{where}\n{before}{text[start:end]}{after}", spans)


def _where(piece: Row) -> str:
    page = f"page {piece['page']}" if piece["page"] else None
    told = (piece["outlet"], day(piece["published"]), f"article {piece['article']}", page)
    return " · ".join(filter(None, told))
