"""Each format for other programs is read back by a program of its field, and says what the register says."""

import csv
import json
from datetime import date

import pytest

from hcoop.cli.ending import end_with
from hcoop.query.export import KINDS
from hcoop.schema import validator

SIGNED = "045298c2fa69"  # the memorandum of the Department of Health and IRCAD, 19 January 2016


@pytest.fixture(scope="module")
def written(seeds, tmp_path_factory):
    """Export a kind of record of the seed articles in a format, and return the path of the file."""
    folder = tmp_path_factory.mktemp("exports")

    def write(kind, format, *more):
        path = folder / f"{kind}.{format}"
        assert end_with(["export", kind, "--db", str(seeds), "--output", str(path), *more]) == 0
        return path

    return write


@pytest.fixture(scope="module")
def records(written):
    def read(kind):
        return [json.loads(line) for line in written(kind, "jsonl").read_text("utf-8").splitlines()]

    return read


@pytest.mark.parametrize("kind", KINDS)
def test_records_are_as_their_schema_tells(kind, records):
    rows = records(kind)
    assert rows
    assert [str(problem) for row in rows for problem in validator(f"exports/{kind}").errors(row)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_keys_stand_in_the_order_of_the_schema(kind, records):
    assert [list(row) for row in records(kind)] == [list(validator(f"exports/{kind}").schema["properties"])] * len(
        records(kind)
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format", ["csv", "json", "xlsx", "parquet"])
def test_the_same_store_gives_the_same_bytes(kind, format, written):
    assert written(kind, format).read_bytes() == written(kind, format).read_bytes()


def test_events_carry_days_and_purpose_codes(records):
    (event,) = (event for event in records("events") if event["id"] == SIGNED)
    assert (event["earliest"], event["latest"], event["crs"]) == ("2016-01-19", "2016-01-19", ["12181", "12191"])


def test_organisations_carry_iati_types(records):
    types = {body["id"]: body["iati_type"] for body in records("organisations")}
    assert (types["fr-aphp"], types["vn-hn-doh"]) == ("15", "11")


@pytest.mark.parametrize("kind", KINDS)
def test_openpyxl_opens_the_spreadsheet(kind, written, records):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(written(kind, "xlsx"))
    header, *rows = book["rows"].iter_rows(values_only=True)
    assert len(rows) == len(records(kind))
    with written(kind, "csv").open(encoding="utf-8", newline="") as stream:
        assert next(csv.reader(stream)) == list(header)
    assert [row[0] for row in book["columns"].iter_rows(values_only=True)] == ["column", *header]
    assert {cell.data_type for row in book["rows"].iter_rows() for cell in row} <= {"s", "n", "b", "d"}


def test_the_spreadsheet_has_days_as_days(written):
    openpyxl = pytest.importorskip("openpyxl")
    header, *rows = openpyxl.load_workbook(written("events", "xlsx"))["rows"].iter_rows(values_only=True)
    (row,) = (row for row in rows if row[0] == SIGNED)
    told = dict(zip(header, row, strict=True))
    assert told["earliest"].date() == date(2016, 1, 19)
    assert told["topics"] == "training; technology_transfer; surgery; digestive"


@pytest.mark.parametrize("kind", KINDS)
def test_duckdb_reads_parquet_as_the_records_are(kind, written, records):
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as database:
        answer = database.execute(f"SELECT * FROM '{written(kind, 'parquet')}'")
        names = [column[0] for column in answer.description]
        found = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    assert [_plain(row) for row in found] == [_typed(row, kind) for row in records(kind)]


def _plain(value):
    """What Parquet gives, with days as text again."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _typed(row, kind):
    """The record as Parquet has it: what has no type is JSON."""
    from hcoop.fields import fields
    from hcoop.output.parquet import _value

    return {field.name: _plain(_value(field, row[field.name])) for field in fields(f"exports/{kind}")}


def test_duckdb_asks_parquet_by_type(written):
    duckdb = pytest.importorskip("duckdb")
    asked = f"""SELECT party.name, year(earliest)
        FROM '{written("events", "parquet")}', unnest(participants) AS t(party)
        WHERE party.side = 'partner' AND list_contains(crs, '12181') AND latest < DATE '2017-01-01'"""
    with duckdb.connect() as database:
        assert ("IRCAD", 2016) in database.execute(asked).fetchall()


def test_pyarrow_finds_lists_days_and_descriptions(written):
    parquet = pytest.importorskip("pyarrow.parquet")
    schema = parquet.read_schema(written("events", "parquet"))
    assert str(schema.field("topics").type).startswith("list<")
    assert str(schema.field("earliest").type) == "date32[day]"
    assert schema.field("participants").type.value_type.field("name").type == "string"
    assert b"CRS" in schema.field("crs").metadata[b"description"]


@pytest.fixture(scope="module")
def graph(written):
    """All JSON-LD of the seed articles as one graph of RDF."""
    rdflib = pytest.importorskip("rdflib")
    found = rdflib.Graph()
    for kind in ("articles", "events", "organisations", "people", "places"):
        found.parse(written(kind, "jsonld"), format="json-ld")
    return found


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser of JSON-LD uses it
def test_rdflib_answers_who_signed_and_who_says_so(graph):
    asked = """PREFIX s: <https://schema.org/>
        SELECT ?name ?headline WHERE {
          ?event a s:Event; s:startDate "2016-01-19"; s:contributor ?party; s:subjectOf ?quotation.
          ?party a s:ResearchOrganization; s:name ?name.
          ?quotation a s:Quotation; s:isPartOf ?article.
          ?article a s:NewsArticle; s:headline ?headline }"""
    told = [(str(row.name), str(row.headline)) for row in graph.query(asked)]
    assert told == [("IRCAD", "Hanoi signed technology transfering, staff training with French center")]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser of JSON-LD uses it
def test_rdflib_finds_types_codes_and_places(graph):
    asked = """PREFIX s: <https://schema.org/>
        SELECT ?type ?ror ?iati WHERE {
          <urn:hcoop:organisation:fr-aphp> a ?type; s:sameAs ?ror; s:identifier ?code.
          ?code s:propertyID "IATI OrganisationType"; s:value ?iati }"""
    ((kind, ror, iati),) = graph.query(asked)
    assert (str(kind), str(ror), str(iati)) == ("https://schema.org/Hospital", "https://ror.org/00pg5jh14", "15")
    latitude = graph.query(
        "PREFIX s: <https://schema.org/> SELECT ?at WHERE { ?x s:identifier 'VN-HN'; s:geo [s:latitude ?at] }"
    )
    assert [round(float(row[0])) for row in latitude] == [21]


def test_the_text_of_articles_is_left_to_their_publishers(written):
    assert "articleBody" not in written("articles", "jsonld").read_text("utf-8")


def test_networkx_reads_the_partners(written, records):
    networkx = pytest.importorskip("networkx")
    graph = networkx.read_graphml(written("partnerships", "graphml"))
    assert graph.number_of_edges() == len(records("partnerships"))
    edge = graph.edges["vn-hn-doh", "fr-ircad"]
    assert (edge["events"], edge["agreements"], edge["first"]) == (1, 1, "2016-01-19")
    assert graph.nodes["fr-ircad"] | {"iati_type": ""} == {
        "label": "IRCAD", "kind": "institute", "country": "FR", "side": "partner", "iati_type": "",
    }  # fmt: skip


def test_partnerships_are_those_of_the_events(records):
    events = {event["id"]: event for event in records("events")}
    for row in records("partnerships"):
        assert row["events"] == len(row["event_ids"])
        for identity in row["event_ids"]:
            names = {party["organisation"] or party["person"] or f"name:{party['name']}"
                     for party in events[identity]["participants"]}
            assert {row["source"], row["target"]} <= names


def test_geojson_is_valid_and_lies_in_the_country(written, records):
    geojson = pytest.importorskip("geojson")
    collection = geojson.loads(written("provinces", "geojson").read_text("utf-8"))
    assert collection.is_valid, collection.errors()
    assert len(collection.features) == len(records("provinces"))
    for feature in collection.features:
        longitude, latitude = feature.geometry.coordinates
        assert 102 < longitude < 110
        assert 8 < latitude < 24
    hanoi = next(f.properties for f in collection.features if f.properties["code"] == "VN-HN")
    assert hanoi["events"] == sum(event["city"] == "Hanoi" for event in records("events"))


def test_icalendar_reads_the_days(written, records):
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(written("events", "ics").read_bytes())
    days = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    dated = {f"{event['id']}@hcoop" for event in records("events") if event["earliest"] and event["latest"]}
    assert set(days) == dated
    signed = days[f"{SIGNED}@hcoop"]
    assert (signed.start, signed.end, signed["location"]) == (date(2016, 1, 19), date(2016, 1, 20), "Hanoi")
    assert "19 Jan 2016, completed" in signed["description"]
    assert calendar.errors == []


def test_a_month_is_a_month_in_the_calendar(written):
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(written("events", "ics").read_bytes())
    (month,) = (e for e in calendar.walk("VEVENT") if e["description"].startswith("Nov 2016, "))
    assert (month.start, month.end) == (date(2016, 11, 1), date(2016, 12, 1))
