"""Tables as data frames of pandas."""

from typing import TYPE_CHECKING, Any

from hcoop.extras import need
from hcoop.fields import fields
from hcoop.output.delimited import value_of
from hcoop.query.table import Table

if TYPE_CHECKING:
    import pandas


def frame(table: Table) -> "pandas.DataFrame":
    """Return a table as a frame: its columns as in CSV, but lists are lists, and days are dates (datetime64).

    Raises HcoopError if pandas is not installed.
    """
    pandas = need("pandas", "pandas")
    columns = [column for column in table.columns if column.flat]
    days = {field.name for field in fields(table.schema) if field.kind == "date"} if table.schema else set()
    values: dict[str, list[Any]] = {column.key: [] for column in columns}
    for row in table.rows:
        for column in columns:
            values[column.key].append(value_of(column, row))
    # Seconds, as the years of a register need not lie within those that nanoseconds can count.
    made = {key: pandas.Series(held, dtype="datetime64[s]" if key in days else None) for key, held in values.items()}
    return pandas.DataFrame(made)
