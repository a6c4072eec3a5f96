"""The fields of a record as its schema tells them, references followed: for formats with types, and docs."""

from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any

from hcoop.schema import validator

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One field.

    `kind` is a JSON type, `date` for a day in ISO 8601, or `any`; `item` is what a list holds, `fields` are those of an
    object.
    """

    name: str
    kind: str
    nullable: bool
    description: str
    item: "Field | None" = None
    fields: "tuple[Field, ...]" = ()


def fields(schema: str) -> tuple[Field, ...]:
    """Return the fields of the records of a schema, such as `exports/events`, in their order.

    Raises HcoopError if there is no such schema.
    """
    return root(schema).fields


def root(schema: str) -> Field:
    """Return what a schema describes as a whole. Raises HcoopError if there is no such schema."""
    return _field("", validator(schema).schema, schema)


def _field(name: str, node: Node, file: str) -> Field:
    node, file = _followed(node, file)
    kinds = node.get("type", "string" if "enum" in node or "const" in node else "any")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    kind = "date" if node.get("format") == "date" else next(kind for kind in kinds if kind != "null")
    return Field(
        name,
        kind,
        "null" in kinds,
        node.get("description", ""),
        _field("", node["items"], file) if kind == "array" else None,
        tuple(_field(key, part, file) for key, part in node.get("properties", {}).items()),
    )


def _followed(node: Node, file: str) -> tuple[Node, str]:
    """Return what a node refers to, with what it says itself before that, and the schema that holds it."""
    while reference := node.get("$ref"):
        path, _, pointer = reference.partition("#")
        file = normpath(join(dirname(file), path)).removesuffix(".yaml") if path else file
        target: Any = validator(file).schema
        for part in filter(None, pointer.split("/")):
            target = target[part]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    return node, file
