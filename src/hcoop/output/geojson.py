"""GeoJSON (RFC 7946): each row a point at its `longitude` and `latitude`, in degrees of WGS 84."""

import json
from typing import Any, BinaryIO

from hcoop.output.clean import escaped
from hcoop.query.table import Row, Table

_PLACE = ("latitude", "longitude")


def write_geojson(table: Table, stream: BinaryIO) -> None:
    """Write a table as a collection of features; one whose place is unknown has no geometry."""
    collection = {"type": "FeatureCollection", "features": [_feature(row) for row in table.rows]}
    stream.write((escaped(json.dumps(collection, ensure_ascii=False, indent=1)) + "\n").encode())


def _feature(row: Row) -> dict[str, Any]:
    latitude, longitude = (row[key] for key in _PLACE)
    point = None if latitude is None else {"type": "Point", "coordinates": [longitude, latitude]}
    properties = {key: value for key, value in row.items() if key not in _PLACE}
    return {"type": "Feature", "geometry": point, "properties": properties}
