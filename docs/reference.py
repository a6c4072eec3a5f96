"""Makes the reference of the docs from the program itself: commands, fields, views and data files; and the man page.

MkDocs calls `on_files` and `on_page_markdown` while it builds the site; `python docs/reference.py` writes `hcoop.1`.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from typer.main import get_command

from hcoop import __version__
from hcoop.cli import application
from hcoop.fields import Field, fields, root
from hcoop.query.export import KINDS
from hcoop.schema import data_schemas

ROOT = Path(__file__).parents[1]
MAN_PAGE = Path(__file__).with_name("hcoop.1")
_COMMENT = re.compile(r"((?:^-- .*\n)+)CREATE VIEW (\w+)", re.MULTILINE)
_ACCURACY = re.compile(r"<!-- accuracy -->\n(.*?)<!-- /accuracy -->", re.DOTALL)


def on_files(files: Any, config: Any) -> Any:
    """Add the pages of the reference to those of the site."""
    from mkdocs.structure.files import File

    for name, page in PAGES.items():
        files.append(File.generated(config, f"reference/{name}.md", content=page()))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the accuracy that the README tells where a page asks for it."""
    if "{{ accuracy }}" not in markdown:
        return markdown
    told = _ACCURACY.search((ROOT / "README.md").read_text("utf-8"))
    if told is None:
        raise ValueError("README.md has no section between the marks of accuracy")
    return markdown.replace("{{ accuracy }}", told[1].strip())


def commands() -> str:
    """Return the page of all commands, from the texts that `--help` prints."""
    parts = ["# Commands", *(_command(name, command) for name, command in _commands())]
    return "\n\n".join([*parts, "## Exit status", _program().epilog.replace("Exit status: ", "")]) + "\n"


def records() -> str:
    """Return the page of the fields of all records that `hcoop export` writes."""
    parts = ["# Fields", "What `hcoop export` writes, as `schemas/exports` has it. Dates are EDTF, days ISO 8601."]
    for kind in KINDS:
        parts += [f"## {kind}", _table(("field", "type", "meaning"), _rows(fields(f"exports/{kind}")))]
    return "\n\n".join(parts) + "\n"


def views() -> str:
    """Return the page of the views of the store, from their SQL."""
    sql = "\n".join((ROOT / "src/hcoop/store" / name).read_text("utf-8") for name in ("schema.sql", "views.sql"))
    parts = ["# Views of the store", "For Datasette, DuckDB, pandas and SQL of your own. Lists are joined by `; `."]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(sql)
        for comment, view in _COMMENT.findall(sql):
            told = " ".join(line.removeprefix("-- ") for line in comment.strip().splitlines())
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({view})")]
            parts += [f"## {view}", told, ", ".join(f"`{column}`" for column in columns)]
    return "\n\n".join(parts) + "\n"


def data() -> str:
    """Return the page of the data files and their keys, from the schemas that `hcoop check` tests them against."""
    parts = ["# Data files", "What `hcoop` knows. `hcoop check` tests every file against its schema."]
    for name, schema in data_schemas().items():
        known = fields(name) or _of_items(name)
        rows = [(f"`{field.name}`", _kind(field), field.description) for field in known]
        parts += [f"## {schema['x-files']}", schema["description"]]
        parts += [_table(("key", "type", "meaning"), rows)] if rows else []
    return "\n\n".join(parts) + "\n"


PAGES = {"commands": commands, "fields": records, "views": views, "data": data}


def man_page() -> str:
    """Return the manual page, in roff."""
    lines = [f'.TH HCOOP 1 "" "hcoop {__version__}" "User Commands"']
    lines += [".SH NAME", "hcoop \\- a register of cooperation, read from the press"]
    lines += [".SH SYNOPSIS", ".B hcoop", "COMMAND [OPTIONS] [ARGUMENTS]"]
    lines += [".SH DESCRIPTION", *_roff_help(_program().help), ".SH COMMANDS"]
    for name, command in _commands():
        lines += [f".SS hcoop {name}", *_roff_help(command.help)]
        for term, meaning in _parameters(command):
            lines += [".TP", f"\\fB{_roff(term)}\\fR", _roff(meaning) or "\\&"]
    return "\n".join([*lines, ".SH EXIT STATUS", _roff(_program().epilog.replace("Exit status: ", ""))]) + "\n"


def _program() -> Any:
    return get_command(application())


def _commands() -> Iterator[tuple[str, Any]]:
    yield from _program().commands.items()


def _command(name: str, command: Any) -> str:
    told, examples = _parted(command.help)
    parts = [f"## hcoop {name}", told, f"```sh\n{examples}\n```" if examples else ""]
    rows = [(f"`{term}`", meaning) for term, meaning in _parameters(command)]
    return "\n\n".join(part for part in [*parts, _table(("option", "meaning"), rows)] if part)


def _parted(text: str) -> tuple[str, str]:
    """Return what a help text says and its examples, which stand behind a mark that keeps their lines."""
    told, _, examples = text.partition("\b\n")
    return told.strip(), examples.strip()


def _parameters(command: Any) -> Iterator[tuple[str, str]]:
    for parameter in command.params:
        names = ", ".join(parameter.opts) if parameter.opts[0].startswith("-") else parameter.metavar or parameter.name
        wanted = parameter.metavar if parameter.opts[0].startswith("-") else None
        yield f"{names} {wanted}" if wanted else names, parameter.help or ""


def _rows(known: tuple[Field, ...], before: str = "") -> Iterator[tuple[str, str, str]]:
    for field in known:
        inner = field.item.fields if field.item else field.fields
        yield f"`{before}{field.name}`", _kind(field), field.description
        yield from _rows(inner, f"{before}{field.name}{'[]' if field.item else ''}.")


def _kind(field: Field) -> str:
    kind = f"list of {_kind(field.item)}" if field.item else field.kind
    return f"{kind} or null" if field.nullable else kind


def _of_items(name: str) -> tuple[Field, ...]:
    """Return the keys of the entries of a file that is a list."""
    item = root(name).item
    return item.fields if item else ()


def _table(heads: tuple[str, ...], rows: Any) -> str:
    lines = [heads, ("---",) * len(heads), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _roff_help(text: str) -> list[str]:
    told, examples = _parted(text)
    paragraphs = [line for part in told.split("\n\n") for line in (_roff(" ".join(part.split())), ".PP")]
    return [*paragraphs, ".nf", *(_roff(line) for line in examples.splitlines()), ".fi"] if examples else paragraphs


def _roff(text: str) -> str:
    """Return a line as roff takes it: no request, no escape; a hyphen that people can copy."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


if __name__ == "__main__":
    MAN_PAGE.write_text(man_page(), "utf-8", newline="\n")
