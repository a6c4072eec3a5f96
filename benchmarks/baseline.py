#!/usr/bin/env python3
"""What public tools, put together in an afternoon, find in the same texts: dateparser, pycountry and, if there, spaCy.

usage: baseline.py TEXT ...    prints JSON lines in the shape of `hcoop extract`, as far as the tools go

Runs in an environment of its own, without hcoop; `accuracy.py --baseline` makes it. The title is the first line, the
publication date the first date that dateparser finds, a foreign country is one that pycountry knows the name of, a
city one of its provinces of Viet Nam. Organisations and people need spaCy and its model en_core_web_sm. The other
fields have no public tool.
"""

import importlib
import json
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Record = dict[str, Any]

_PACKAGES = ("dateparser", "pycountry")
_MODEL = "en_core_web_sm"
# The measures that the tools can be held to, and those that need the model.
MEASURES = frozenset({"articles", "article.published", "article.title", "relevant", "countries", "cities"})
NEED_MODEL = frozenset({"organisations", "people"})
# Dates of publication stand in the first lines of a page.
_HEAD = 500


def run(texts: Iterable[Path], packages: Sequence[str] = ()) -> dict[str, Record]:
    """Return what the tools find in each text, by file name; `packages` are installed besides, each as uv takes it."""
    wanted = [part for package in (*_PACKAGES, *packages) for part in ("--with", package)]
    script = Path(__file__).resolve()
    uv = [shutil.which("uv")] if shutil.which("uv") else ["python3", "-m", "uv"]
    paths = [str(path.resolve()) for path in texts]
    command = [*uv, "run", "--quiet", "--no-project", *wanted, "python", str(script), *paths]
    with tempfile.TemporaryDirectory() as elsewhere:  # so that no project's environment is found
        printed = subprocess.run(command, cwd=elsewhere, check=True, stdout=subprocess.PIPE).stdout
    records = [json.loads(line) for line in printed.decode("utf-8").splitlines()]
    return {Path(record["article"]["source"]["path"]).name: record for record in records}


def main() -> int:
    entities = _entities()
    if entities is None:
        print(f"the model {_MODEL} is not installed: organisations and people are not found", file=sys.stderr)
    for name in sys.argv[1:]:
        print(json.dumps(found_in(name, Path(name).read_text("utf-8"), entities)))
    return 0


def found_in(path: str, text: str, entities: Callable[[str], Any] | None) -> Record:
    countries = sorted(set(_countries(text)))
    title = next((line.strip() for line in text.splitlines() if line.strip()), None)
    article = {"source": {"path": path}, "text": text, "title": title, "published": _published(text)}
    named = list(entities(text).ents) if entities else []
    return {"article": article, "relevant": bool(countries), "countries": countries,
            "cities": sorted(set(_cities(text))), "organisations": _named(named, "ORG"),
            "people": _named(named, "PERSON")}


def _published(text: str) -> str | None:
    search = importlib.import_module("dateparser.search").search_dates
    found = search(text[:_HEAD], languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"]})
    return found[0][1].date().isoformat() if found else None


def _countries(text: str) -> Iterator[str]:
    for country in importlib.import_module("pycountry").countries:
        names = (country.name, getattr(country, "common_name", country.name))
        if country.alpha_2 != "VN" and any(name in text for name in names):
            yield country.alpha_2


def _cities(text: str) -> Iterator[str]:
    plain = _plain(text)
    for place in importlib.import_module("pycountry").subdivisions.get(country_code="VN"):
        if f" {_plain(place.name)}" in plain:
            yield place.name


def _plain(text: str) -> str:
    marked = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def _named(entities: Iterable[Any], kind: str) -> list[Record]:
    return [{"name": name, "aliases": []} for name in dict.fromkeys(e.text for e in entities if e.label_ == kind)]


def _entities() -> Callable[[str], Any] | None:
    try:
        model: Callable[[str], Any] = importlib.import_module("spacy").load(_MODEL)
    except (ImportError, OSError):
        return None
    return model


if __name__ == "__main__":
    sys.exit(main())
