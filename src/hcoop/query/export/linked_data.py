"""Records in the terms of schema.org, as nodes of JSON-LD. The text of an article is its publisher's, and left out."""

import re
from collections.abc import Callable
from typing import Any

from hcoop.query.codes import Codes
from hcoop.query.export.bodies import bodies
from hcoop.query.table import Row, Table
from hcoop.store.read import Store

_PLANNED = "https://schema.org/EventScheduled"
_CRS = "DAC CRS purpose codes"
# Dates that ISO 8601 has too, of all that EDTF can say.
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_KINDS_OF_PLACE = {"country": "Country", "city": "City"}


def linked_data(kind: str) -> Callable[[Table, Store], Table]:
    """Return what makes nodes of the exported records of a kind."""

    def linked(table: Table, store: Store) -> Table:
        node = getattr(_Nodes(store), kind)
        return table._replace(columns=[], rows=(_without_nothing(node(row)) for row in table.rows), schema="")

    return linked


class _Nodes:
    """The nodes of each kind of record; ids are URNs of their own."""

    def __init__(self, store: Store) -> None:
        self.codes, self.bodies = Codes(store), bodies(store)

    def articles(self, row: Row) -> Row:
        return {
            **_article(row["id"], row),
            "alternativeHeadline": row["standfirst"],
            "author": {"@type": "Person", "name": row["author"]} if row["author"] else None,
            "sourceOrganization": {"@type": "Organization", "name": row["agency"]} if row["agency"] else None,
            "dateline": row["dateline"],
            "articleSection": row["section"],
            "inLanguage": row["language"],
            "url": row["url"],
            "isBasedOn": _urn("article", row["duplicates_of"]) if row["duplicates_of"] else None,
            "about": [self.topic(topic) for topic in row["topics"]],
            "mentions": [self.body(body["id"], body["name"], body["kind"]) for body in row["organisations"]],
        }

    def events(self, row: Row) -> Row:
        first, last = _ends(row["date"])
        home = {"@type": "Place", "name": row["city"]} if row["city"] else None
        return {
            "@type": "Event",
            "@id": _urn("event", row["id"]),
            "identifier": row["id"],
            "name": row["title"],
            "additionalType": row["type"],
            "startDate": first,
            "endDate": last,
            "eventStatus": _PLANNED if row["status"] == "planned" else None,
            "location": home,
            "contributor": [self.party(party) for party in row["participants"]],
            "attendee": [_person(person["person"], person["name"]) for person in row["people"]],
            "about": [self.topic(topic) for topic in row["topics"]],
            "subjectOf": [_quotation(piece) for piece in row["evidence"]],
        }

    def organisations(self, row: Row) -> Row:
        country = row["country"] if row["country"] != "INT" else None
        address = {"@type": "PostalAddress", "addressCountry": country, "addressLocality": row["city"]}
        return {
            **self.body(row["id"], row["name"], row["kind"]),
            "alternateName": row["aliases"],
            "address": address if country or row["city"] else None,
            "sameAs": row["ror"],
            "identifier": [row["id"], *_iati(row["iati_type"])],
        }

    def people(self, row: Row) -> Row:
        names = dict.fromkeys(role["organisation"] for role in row["roles"] if role["organisation"])
        return {
            **_person(row["id"], row["name"]),
            "alternateName": row["aliases"],
            "jobTitle": list(dict.fromkeys(role["role"] for role in row["roles"] if role["role"])),
            "affiliation": [{"@type": "Organization", "name": name} for name in names],
        }

    def places(self, row: Row) -> Row:
        within = {"@type": "Country", "identifier": row["country"]} if row["kind"] != "country" else None
        return {
            "@type": _KINDS_OF_PLACE.get(row["kind"], "AdministrativeArea"),
            "@id": _urn("place", row["id"]),
            "name": row["name"],
            "identifier": row["code"],
            "containedInPlace": within,
            "geo": self.geo(row["name"]) if row["code"] and "-" in row["code"] else None,
        }

    def geo(self, name: str) -> Row | None:
        centroid = (self.codes.one("city", name, "centroid") or "").split()
        if not centroid:
            return None
        return {"@type": "GeoCoordinates", "latitude": float(centroid[0]), "longitude": float(centroid[1])}

    def party(self, party: Row) -> Row:
        if party["organisation"]:
            kind = self.bodies.get(party["organisation"], {}).get("kind")
            return self.body(party["organisation"], party["name"], kind)
        return _person(party["person"], party["name"]) if party["person"] else {"@type": "Place", "name": party["name"]}

    def body(self, identity: str, name: str, kind: str | None) -> Row:
        named = self.codes.one("organisation_kind", kind, "schema_org") or "Organization"
        return {"@type": named, "@id": _urn("organisation", identity), "name": name}

    def topic(self, topic: str) -> Row:
        codes = [_term(_CRS, code) for code in self.codes.all("topic", topic, "crs")]
        return {"@type": "DefinedTerm", "name": topic, "identifier": codes}


def _article(identity: str, told: Row) -> Row:
    return {
        "@type": "NewsArticle",
        "@id": _urn("article", identity),
        "headline": told.get("title"),
        "datePublished": _iso(told["published"]),
        "publisher": {"@type": "Organization", "name": told["outlet"]} if told["outlet"] else None,
    }


def _quotation(piece: Row) -> Row:
    return {"@type": "Quotation", "text": piece["quote"], "isPartOf": _article(piece["article"], piece)}


def _person(identity: str, name: str) -> Row:
    return {"@type": "Person", "@id": _urn("person", identity), "name": name}


def _iati(code: str | None) -> list[Row]:
    return [_term("IATI OrganisationType", code)] if code else []


def _term(scheme: str, code: str) -> Row:
    return {"@type": "PropertyValue", "propertyID": scheme, "value": code}


def _urn(kind: str, identity: str) -> str:
    return f"urn:hcoop:{kind}:{identity}"


def _ends(date: str | None) -> tuple[str | None, str | None]:
    """Return the two ends of a date as ISO 8601 has them, as precise as they are told; null for what it cannot say."""
    if not date:
        return None, None
    first, _, last = date.partition("/")
    return _iso(first), _iso(last) if last else None


def _iso(date: str | None) -> str | None:
    return date if date and _ISO.fullmatch(date) else None


def _without_nothing(value: Any) -> Any:
    """Return a node without what is null or empty."""
    if isinstance(value, dict):
        kept = {key: _without_nothing(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if part not in (None, [], {})}
    return [_without_nothing(part) for part in value] if isinstance(value, list) else value
