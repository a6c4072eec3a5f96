"""GraphML of a list of edges: rows with `source` and `target`; `source_name` and the like are of the nodes."""

from typing import Any, BinaryIO

from hcoop.extras import need
from hcoop.output.clean import xml_text
from hcoop.output.delimited import as_text, is_nested
from hcoop.query.table import Row, Table

_ENDS = ("source", "target")


def write_graphml(table: Table, stream: BinaryIO) -> None:
    """Write a table of edges as an undirected graph. Raises HcoopError if NetworkX is not installed."""
    networkx = need("networkx", "graph")
    graph = networkx.Graph()
    for row in table.rows:
        for end in _ENDS:
            graph.add_node(xml_text(row[end]), **_attributes(_of_end(row, end)))
        rest = {key: value for key, value in row.items() if not key.startswith(_ENDS)}
        graph.add_edge(xml_text(row["source"]), xml_text(row["target"]), **_attributes(rest))
    networkx.write_graphml(graph, stream, prettyprint=True)


def _of_end(row: Row, end: str) -> Row:
    named = {key.removeprefix(f"{end}_"): value for key, value in row.items() if key.startswith(f"{end}_")}
    return {"label": named.pop("name"), **named, "side": "home" if end == "source" else "partner"}


def _attributes(values: Row) -> dict[str, Any]:
    """Return values as GraphML has them: without nulls and records within records, lists as text."""
    plain = {key: value for key, value in values.items() if value is not None and not is_nested(value)}
    return {k: v if isinstance(v, bool | int | float) else xml_text(as_text(v)) for k, v in plain.items()}
