"""Plain extractions for linking, from the few things that a test is about."""

import json
import tempfile
from collections import namedtuple
from hashlib import sha256
from pathlib import Path

from hcoop.link.duplicates import sketch
from hcoop.store.columns import of_article
from hcoop.store.knowledge import learn_names
from hcoop.store.packed import packed
from hcoop.store.taken import FileState, ReadDocument, Taken
from hcoop.store.write import Writer

WORDS = {
    "small_words": ["of", "the", "and", "no"], "same_words": {"centre": "center"}, "legal_forms": ["co", "ltd"],
    "types": ["agreement", "facility", "aid", "project", "training", "research", "conference", "meeting"],
    "traits": {"agreement": ["signed"], "meeting": ["occasion"]},
}
KNOWN = ("vn-choray", "jica")
Linked = namedtuple("Linked", "events copies organisations people")


def body(name, country="VN", city=None, kind="hospital", *, aliases=(), id=None):
    slug = f"{(country or 'xx').lower()}-{name.lower().replace(' ', '-')}"
    return {"id": id or slug, "name": name, "aliases": list(aliases), "kind": kind, "country": country, "city": city}


def person(name, role=None, organisation=None):
    return {"name": name, "aliases": [], "role": role, "organisation": organisation}


def event(home=("Cho Ray Hospital",), partners=("Kobe Hospital",), **said):
    parties = [(name, "home", "VN") for name in home] + [(name, "partner", "JP") for name in partners]
    return {
        "type": "agreement", "status": "completed", "importance": "main", "instrument": None, "term": None,
        "title": "Agreement", "date": "2019-05-20", "date_basis": "stated", "city": None, "countries": ["JP"],
        "topics": ["nursing"],
        "participants": [{"name": n, "side": s, "country": c, "role": "signatory"} for n, s, c in parties],
        "people": [], "amounts": [], "quote": "they signed it", **said,
    }


def report(article, *events, published="2019-05-21", organisations=None, people=(), text=""):
    """An article as it is taken, under a name of a few letters."""
    bodies = organisations or [
        body("Cho Ray Hospital", id="vn-choray"), body("Kobe Hospital", "JP"), body("Osaka Hospital", "JP"),
        body("Bach Mai Hospital"),
    ]
    told = [
        {**{k: v for k, v in e.items() if k != "quote"},
         "id": e.get("id") or sha256(f"{article}{n}".encode()).hexdigest()[:12],
         "evidence": [{"start": 0, "end": len(e["quote"]), "quote": e["quote"]}]}
        for n, e in enumerate(events)
    ]
    unknown = dict.fromkeys(("title", "outlet", "author", "agency", "url"))
    header = {"id": _id(article), **unknown, "published": published, "language": "en", "blocks": [],
              "source": {"path": f"{article}.txt"}}
    record = {"article": header, "relevant": bool(told), "countries": [], "cities": [], "topics": [],
              "organisations": [{**o, "mentions": []} for o in bodies],
              "people": [{**p, "mentions": []} for p in people], "places": [], "dates": [], "events": told}
    words = sketch(text) if text else b""
    return Taken(header["id"], f"{article}.txt", of_article(record), words, packed(json.dumps(record)))


def linked(*reports):
    """What linking makes of articles in a store of their own, by the names that they were given."""
    with tempfile.TemporaryDirectory() as folder, Writer(Path(folder) / "it.db") as writer:
        writer.set_meta("linking", json.dumps(WORDS))
        learn_names(writer.connection, [("organisation", known, known, known) for known in KNOWN])
        for taken in reports:
            writer.begin(FileState(taken.path, 0, 0, ""))
            writer.add(taken.path, 0, [ReadDocument("", "{}", (taken,))])
        writer.settle()
        return _read(writer.connection)


def _read(connection):
    events = {row["id"]: json.loads(row["record"]) for row in connection.execute("SELECT * FROM events ORDER BY id")}
    for record in events.values():
        for piece in record["evidence"]:
            piece["article"] = _name(piece["article"])
        for conflict in record["conflicts"]:
            for value in conflict["values"]:
                value["article"] = _name(value["article"])
    copies = connection.execute("SELECT id, copy_of FROM articles WHERE copy_of IS NOT NULL")
    named = connection.execute(
        "SELECT mentions.kind, entity, subject, id FROM mentions JOIN said ON said = said.key "
        "JOIN articles ON article = articles.key"
    ).fetchall()
    return Linked(
        events,
        {_name(row["id"]): _name(row["copy_of"]) for row in copies},
        {(_name(r["id"]), r["subject"].partition("@")[0]): r["entity"] for r in named if r["kind"] == "organisation"},
        {(_name(r["id"]), r["subject"]): r["entity"] for r in named if r["kind"] == "person"},
    )


def _id(name):
    """An id of twelve digits, in the order of the names."""
    return name.encode().hex().ljust(12, "0")


def _name(identity):
    return bytes.fromhex(identity).rstrip(b"\0").decode()
