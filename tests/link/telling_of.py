"""Plain extractions for linking, from the few things that a test is about."""

from array import array
from hashlib import sha256

from hcoop.link import Knowledge, Report, link, sketch

KNOWLEDGE = Knowledge(
    known=frozenset({"vn-choray", "jica"}),
    small_words=frozenset({"of", "the", "and", "no"}),
    same_words={"centre": "center"},
    legal_forms=frozenset({"co", "ltd"}),
    types=("agreement", "facility", "aid", "project", "training", "research", "conference", "meeting"),
)
NO_SKETCH = array("I").tobytes()


def body(name, country="VN", city=None, kind="hospital", *, aliases=(), id=None):
    slug = f"{(country or 'xx').lower()}-{name.lower().replace(' ', '-')}"
    return {"id": id or slug, "name": name, "aliases": list(aliases), "kind": kind, "country": country, "city": city}


def person(name, role=None, organisation=None):
    return {"name": name, "aliases": [], "role": role, "organisation": organisation}


def event(home=("Cho Ray Hospital",), partners=("Kobe Hospital",), **said):
    parties = [(name, "home", "VN") for name in home] + [(name, "partner", "JP") for name in partners]
    return {
        "type": "agreement", "status": "completed", "importance": "main", "instrument": None, "title": "Agreement",
        "date": "2019-05-20", "date_basis": "stated", "city": None, "countries": ["JP"], "topics": ["nursing"],
        "participants": [{"name": n, "side": s, "country": c, "role": "signatory"} for n, s, c in parties],
        "people": [], "amounts": [], "quote": "they signed it", **said,
    }


def report(article, *events, published="2019-05-21", organisations=None, people=(), text=""):
    bodies = organisations or [
        body("Cho Ray Hospital", id="vn-choray"), body("Kobe Hospital", "JP"), body("Osaka Hospital", "JP"),
        body("Bach Mai Hospital"),
    ]
    told = tuple(
        {**{k: v for k, v in e.items() if k != "quote"},
         "id": sha256(f"{article}{n}".encode()).hexdigest()[:12],
         "evidence": [{"start": 0, "end": len(e["quote"]), "quote": e["quote"]}]}
        for n, e in enumerate(events)
    )
    words = sketch(text) if text else NO_SKETCH
    return Report(article, f"{article}.txt", None, published, words, tuple(bodies), tuple(people), told)


def linked(*reports):
    return link(reports, KNOWLEDGE)
