"""Evidence in its article."""

from hcoop.query.show_as import day
from hcoop.query.table import Lit, Row
from hcoop.store.read import Store

# So many letters of the same line stand before and behind it.
_AROUND = 160


def in_its_place(store: Store, evidence: Row) -> Lit:
    """Return the words of evidence, lit, amid those around them, under where they stand."""
    text = store.rows(
        "SELECT text FROM articles JOIN documents ON document = documents.key WHERE id = ? AND canonical",
        [evidence["article"]],
    )[0]["text"]
    before = text[max(0, evidence["start"] - _AROUND) : evidence["start"]].rpartition("\n")[2].lstrip()
    after = text[evidence["end"] : evidence["end"] + _AROUND].partition("\n")[0].rstrip()
    page = f"page {evidence['page']}" if evidence.get("page") else None
    told = (evidence["outlet"], day(evidence["published"]), f"article {evidence['article']}", page)
    where = " · ".join(filter(None, told))
    start = len(where) + 1 + len(before)
    return Lit(f"{where}\n{before}{evidence['quote']}{after}", ((start, start + len(evidence["quote"])),))
