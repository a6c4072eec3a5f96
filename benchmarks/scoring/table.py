"""Figures as a table to read and as values to keep."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from scoring.outcome import MEASURES, Figures, figures
from scoring.runs import Column

_CELL = "{:6.3f} {:6.3f} {:6.3f} {:5}"
_WIDTH = len(_CELL.format(0.0, 0.0, 0.0, 0))


def lines(columns: Sequence[Column]) -> Iterator[str]:
    """Yield a table of precision, recall, F1 and number of gold items, columns side by side."""
    rows = [figures(column.outcomes) for column in columns]
    yield f"{'':20}" + "".join(f"  {f'{column.name} ({column.articles})':^{_WIDTH}}" for column in columns)
    yield f"{'measure':20}" + f"  {'prec':>6} {'recall':>6} {'f1':>6} {'gold':>5}" * len(columns)
    for measure in MEASURES:
        cells = [_cell(row.get(measure)) for row in rows]
        if any(cell.strip(" -") for cell in cells):
            yield f"{measure:20}" + "".join(f"  {cell}" for cell in cells)


def _cell(figure: Figures | None) -> str:
    if figure is None:
        return f"{'-':>{_WIDTH - 6}}{'':6}"
    return _CELL.format(figure.precision, figure.recall, figure.f1, figure.gold)


def plain(columns: Iterable[Column]) -> dict[str, Any]:
    """Return the figures by column and measure, rounded to a thousandth, ready for JSON."""
    return {column.name: {"articles": column.articles, "figures": {
        measure: _rounded(figure) for measure, figure in figures(column.outcomes).items()}} for column in columns}


def _rounded(figure: Figures) -> dict[str, float]:
    shares = {"p": figure.precision, "r": figure.recall, "f1": figure.f1}
    return {name: round(share, 3) for name, share in shares.items()} | {"n": figure.gold}
