"""`hcoop correct` on the toy corpus: what it changes, that it lasts, and that nothing of it is lost silently."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import toy

pytestmark = pytest.mark.usefixtures("toy_extraction")
FILE = "hcoop.corrections.yaml"


@pytest.fixture
def ingested(work_dir, run):
    assert run("ingest", "articles").status == 0
    return work_dir


def events(run, **wanted):
    found = [json.loads(line) for line in run("export", "events").out.splitlines()]
    return [event for event in found if all(event[field] == value for field, value in wanted.items())]


def one(run, **wanted):
    found = events(run, **wanted)
    assert len(found) == 1
    return found[0]


def correct(run, *arguments):
    ran = run("correct", *arguments, "--by", "Lan")
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def by_name(run, kind):
    return {record["name"]: record for record in map(json.loads, run("export", kind).out.splitlines())}


SET = [
    ("date=2023-09-23", {"date": "2023-09-23", "date_basis": "stated"}),
    ("date=none", {"date": None, "date_basis": "none"}),
    ("title=A visit", {"title": "A visit"}),
    ("city=Huế", {"city": "Hue"}),
    ("status=planned", {"status": "planned"}),
    ("type=training", {"type": "training", "title": "Training: Ho Chi Minh City Department of Health – Leeds"}),
    (
        "participants=Hue Central Hospital, VN; Leeds General Infirmary, UK; Kobe University Hospital, Japan",
        {
            "countries": ["GB", "JP"],
            "title": "Meeting: Hue Central Hospital – Leeds General Infirmary, Kobe University Hospital",
        },
    ),
]


@pytest.mark.parametrize(("given", "values"), SET)
def test_a_field_has_the_value_that_is_given_and_keeps_the_other(given, values, ingested, run):
    before = one(run, type="meeting")
    correct(run, before["id"], "--set", given, "--note", "as told")
    after = next(event for event in events(run) if event["id"] == before["id"])
    assert {field: after[field] for field in values} == values
    marks = {mark["field"]: mark for mark in after["corrected"]}
    assert {field: marks[field]["extracted"] for field in values if before[field] != values[field]} == {
        field: before[field] for field in values if before[field] != values[field]
    }
    assert {(mark["by"], mark["note"]) for mark in after["corrected"]} == {("Lan", "as told")}


def test_a_corrected_value_is_asked_for_and_marked(ingested, run):
    event = one(run, type="meeting")
    correct(run, event["id"][:6], "--set", "date=2023-09-23", "--set", "city=Hue")
    assert "23 Sep 2023 *" in run("timeline", "--city", "Hue", "--since", "2023").out
    assert "corrected: date, was XXXX-09-23, by Lan on 20" in run("show", event["id"]).out
    assert run("timeline", "--since", "2023", "--format", "csv").out.count("date, city, date_basis") == 1
    assert event["id"] not in run("timeline", "--city", "HCMC").out
    article = event["evidence"][0]["article"]
    assert [told["city"] for told in json.loads(run("show", article, "--json").out)["events"]] == ["Hue"]
    assert run("search", "--city", "Hue", "guests", "--json").out.count(article) >= 1


def test_people_are_told_what_the_mark_means(ingested, run):
    event = one(run, type="meeting")
    assert run("timeline").err == ""
    correct(run, event["id"], "--set", "date=2023-09-23")
    for command in (["timeline"], ["summary", "--country", "UK"], ["export", "events", "--format", "table"]):
        assert "* marks what a person corrected" in run(*command).err
    for command in (["timeline", "--json"], ["timeline", "--country", "JP"], ["export", "events"]):
        assert run(*command).err == ""


def test_who_a_person_names_is_known_to_the_register(ingested, run):
    event = one(run, type="meeting")
    correct(run, event["id"], "--set", "participants=Hue Central Hospital, VN; JICA, JP")
    assert {e["id"] for e in json.loads(run("timeline", "--organisation", "jica", "--json").out)} > {event["id"]}
    assert event["id"] in run("show", "Hue Central Hospital").out


def test_what_is_dropped_is_left_out_everywhere(ingested, run):
    event = one(run, type="meeting")
    correct(run, event["id"], "--drop")
    assert events(run, type="meeting") == []
    assert json.loads(run("show", event["evidence"][0]["article"], "--json").out)["events"] == []
    correct(run, "JICA", "--drop")
    assert not [name for name in by_name(run, "organisations") if "Japan" in name]
    correct(run, "Tanaka Yui", "--drop")
    assert "Tanaka Yui" not in by_name(run, "people")
    article = one(run, type="facility")["evidence"][0]["article"]
    correct(run, article, "--drop")
    assert (len(events(run)), len(run("export", "articles").out.splitlines())) == (2, 4)
    assert json.loads(run("search", "cancer unit", "--json").out) == []
    for _ in range(4):
        assert run("correct", "--undo").status == 0
    assert len(events(run)) == 4


def test_articles_organisations_and_people_have_the_values_that_are_given(ingested, run):
    article = one(run, type="agreement")["evidence"][0]["article"]
    correct(run, article, "--set", "title=Nurses", "--set", "published=2019-03-15", "--set", "topics=nursing")
    shown = json.loads(run("show", article, "--json").out)
    assert (shown["title"], shown["published"], shown["topics"]) == ("Nurses", "2019-03-15", ["nursing"])
    assert [mark["extracted"] for mark in shown["corrected"]][:2] == [
        "Can Tho nurses to learn from Kobe",
        "2019-03-14T08:30",
    ]
    assert one(run, type="agreement")["reported"] == "2019-03-15"
    correct(run, "jp-kobe-university-hospital", "--set", "name=Kobe Hospital", "--set", "kind=university")
    kobe = by_name(run, "organisations")["Kobe Hospital"]
    assert (kobe["kind"], kobe["aliases"]) == ("university", ["Kobe University Hospital"])
    assert "Kobe Hospital *" in run("timeline", "--organisation", "Kobe Hospital").out
    correct(run, "Tanaka Yui", "--set", "role=Dean")
    tanaka = by_name(run, "people")["Tanaka Yui"]
    assert tanaka["roles"] == [{"role": "Dean", "organisation": "Kobe University Hospital"}]


def test_what_is_merged_is_one_and_what_is_split_is_not(ingested, run):
    first, second = one(run, type="meeting"), one(run, type="technology_transfer")
    correct(run, first["id"], "--merge", second["id"])
    merged = events(run, id=min(first["id"], second["id"]))[0]
    assert merged["members"] == sorted([first["id"], second["id"]])
    assert len({evidence["article"] for evidence in merged["evidence"]}) == 2
    assert [mark["field"] for mark in merged["corrected"]] == ["merge"]
    correct(run, merged["id"], "--split", second["evidence"][0]["article"])
    told = {event["id"]: [mark["field"] for mark in event["corrected"]] for event in events(run)}
    assert len(told) == 4
    assert told[first["id"]] == told[second["id"]] == ["merge", "split"]


def test_what_was_done_is_told_with_the_other_record(ingested, run):
    first, second = one(run, type="meeting"), one(run, type="facility")
    article = second["evidence"][0]["article"]
    told = f"event of article {article} (hcoop.corrections.yaml)\n"
    assert correct(run, first["id"], "--merge", second["id"]).endswith(f": is one with the {told}")
    assert correct(run, first["id"], "--split", article).endswith(f": is another than the {told}")
    assert correct(run, article, "--merge", first["evidence"][0]["article"]).endswith(
        f": is one with article {first['evidence'][0]['article']} (hcoop.corrections.yaml)\n"
    )


def test_why_reports_are_one_is_told_of_every_event(ingested, run):
    first, second = one(run, type="meeting"), one(run, type="facility")
    why = f"why one: only article {first['evidence'][0]['article']} tells of it"
    assert why in run("show", first["id"], "--why").out
    correct(run, first["id"], "--merge", second["id"])
    assert "why one: a person said so" in run("show", first["id"], "--why").out
    assert "why one" not in run("show", first["id"]).out


def test_merged_organisations_have_one_id(ingested, run):
    correct(run, "Da Nang Oncology Hospital", "--merge", "Hue Central Hospital")
    correct(run, "Claire Martin", "--merge", "Tanaka Yui")
    assert [name for name in by_name(run, "organisations") if "Oncology" in name or "Hue Central" in name] == [
        "Da Nang Oncology Hospital"
    ]
    merged = by_name(run, "organisations")["Da Nang Oncology Hospital"]
    assert (merged["id"], merged["articles"]) == ("vn-hue-central-hospital", 2)
    assert len(by_name(run, "people")) == 2
    correct(run, merged["id"], "--split", one(run, type="facility")["evidence"][0]["article"])
    assert len([name for name in by_name(run, "organisations") if "Oncology" in name or "Hue Central" in name]) == 2


def again(folder, monkeypatch):
    (folder / "hcoop.db").unlink()


def rebuilt(folder, monkeypatch):
    """A changed extractor: other ids, evidence and order of events, and another type."""

    def extract(document, lexicon):
        return [
            replace(found, events=tuple(map(changed, found.events)))
            for found in toy.extract_document(document, lexicon)
        ]

    def changed(event):
        quote = event.evidence[0].quote[:-4]
        evidence = replace(event.evidence[0], end=event.evidence[0].end - 4, quote=quote)
        return replace(event, id=f"x{event.id}", evidence=(evidence,), status="ongoing")

    monkeypatch.setattr("hcoop.ingest.work.extract_document", extract)


def reworded(folder, monkeypatch):
    path = folder / "articles/leeds-visit.txt"
    text = path.read_text("utf-8")
    path.write_text(text.rstrip() + "\n\nThis was corrected: another sentence.\n", "utf-8")


def moved(folder, monkeypatch):
    reworded(folder, monkeypatch)
    (folder / "articles/leeds-visit.txt").rename(folder / "articles/visit-of-leeds.txt")


@pytest.mark.parametrize("change", [again, rebuilt, reworded, moved])
def test_a_correction_lasts(change, ingested, run, monkeypatch):
    correct(run, one(run, type="meeting")["id"], "--set", "date=2023-09-23")
    correct(run, one(run, type="facility")["id"], "--drop")
    correct(run, "vn-ho-chi-minh-city-department-of-health", "--set", "name=HCMC Health")
    correct(run, one(run, type="meeting")["evidence"][0]["article"], "--set", "outlet=Leeds Post")
    change(ingested, monkeypatch)
    ran = run("ingest", "articles", *(["--rebuild"] if change is rebuilt else []))
    assert (ran.status, ran.err) == (0, "")
    event = one(run, type="meeting")
    assert (event["date"], event["evidence"][0]["outlet"]) == ("2023-09-23", "Leeds Post")
    assert event["participants"][0]["name"] == "HCMC Health"
    assert events(run, type="facility") == []
    assert run("check").out.endswith(f"{FILE} are in order\n")


def test_what_cannot_be_applied_is_told_until_it_is_mended(ingested, run):
    correct(run, one(run, type="meeting")["id"], "--set", "date=2023-09-23")
    path = ingested / "articles/leeds-visit.txt"
    path.write_text("The city's health office had visitors from Leeds.\n", "utf-8")
    for _ in range(2):
        ran = run("ingest", "articles")
        assert ran.status == 0
        assert ran.err.startswith(f"hcoop: not corrected: {FILE}:4: correction ")
        assert 'is not applied: no article has its words "received guests from Leeds' in ran.err
        assert "hint: correct it anew, and take this one back with `hcoop correct --undo " in ran.err
    checked = run("check")
    assert checked.status == 1
    assert f"{FILE}:4: correction " in checked.out
    assert run("correct", "--undo").status == 0
    assert run("ingest", "articles").err == ""
    assert run("check").status == 0


def test_a_wrong_value_by_hand_is_told_and_the_rest_is_applied(ingested, run):
    event = one(run, type="meeting")
    correct(run, event["id"], "--set", "date=2023-09-23")
    correct(run, event["id"], "--set", "city=Hue")
    path = Path(FILE)
    path.write_text(path.read_text("utf-8").replace("city: Hue", "city: Lyon"), "utf-8")
    assert "it has changed since it was applied" in run("check").out
    ran = run("ingest", "articles")
    assert 'no city "Lyon" is known for city' in ran.err
    assert (one(run, type="meeting")["date"], one(run, type="meeting")["city"]) == ("2023-09-23", "Ho Chi Minh City")


def test_the_same_corrections_give_the_same_store_in_any_order_of_files(ingested, run, tmp_path):
    correct(run, one(run, type="meeting")["id"], "--set", "date=2023-09-23")
    correct(run, one(run, type="facility")["id"], "--merge", one(run, type="agreement")["id"])
    before = run("export", "events").out + run("export", "organisations").out
    for path in sorted(Path("articles").iterdir(), reverse=True):
        assert run("ingest", str(path), "--db", "other.db", "--corrections", FILE).status == 0
    after = run("export", "events", "--db", "other.db").out + run("export", "organisations", "--db", "other.db").out
    assert after.replace("other", "") == before.replace("other", "")


def test_undo_takes_back_the_last_or_the_one_named(ingested, run):
    event = one(run, type="meeting")
    correct(run, event["id"], "--set", "date=2023-09-23")
    correct(run, event["id"], "--set", "city=Hue")
    assert "city is Hue" in run("correct", event["id"], "--undo").out
    assert one(run, type="meeting")["city"] == "Ho Chi Minh City"
    assert "date is 2023-09-23" in run("correct", "--undo").out
    assert one(run, type="meeting")["corrected"] == []
    assert run("correct", "--undo").status == 1


WRONG = [
    ([], 2, "what is to be corrected is not told"),
    (["{id}"], 2, "nothing is asked for"),
    (["{id}", "--drop", "--set", "city=Hue"], 2, "more than one thing"),
    (["{id}", "--set", "city"], 2, "is not FIELD=VALUE"),
    (["{id}", "--set", "stats=planned"], 2, "did you mean status?"),
    (["{id}", "--merge", "{id}"], 2, "one with itself"),
    (["{id}", "--merge", "JICA"], 1, 'nothing has the id or name "JICA"'),
    (["{id}", "--split", "{article}"], 2, "only article"),
    (["JICA", "--keep"], 2, "only events"),
    (["nothing-of-that-name", "--drop"], 1, "nothing has the id"),
]


@pytest.mark.parametrize(("arguments", "status", "told"), WRONG)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(arguments, status, told, ingested, run):
    event = one(run, type="meeting")
    given = {"id": event["id"], "article": event["evidence"][0]["article"]}
    ran = run("correct", *(argument.format(**given) for argument in arguments), *([] if arguments else ["--drop"]))
    assert ran.status == status
    assert told in ran.err
    assert not Path(FILE).exists()


def test_the_file_may_be_named(ingested, run, monkeypatch):
    event = one(run, type="meeting")["id"]
    assert run("correct", event, "--set", "city=Hue", "--corrections", "a.yaml").status == 0
    monkeypatch.setenv("HCOOP_CORRECTIONS", "b.yaml")
    assert run("correct", event, "--set", "city=Da Nang").status == 0
    assert one(run, type="meeting")["city"] == "Da Nang"
    assert not Path(FILE).exists()


def test_the_name_is_that_of_git(ingested, run, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "Ngọc")
    assert run("correct", one(run, type="meeting")["id"], "--keep").status == 0
    assert one(run, type="meeting")["checked"]["by"] == "Ngọc"


@pytest.mark.parametrize("then", [(), ("ingest", "--rebuild"), ("ingest", "articles")])
def test_what_is_found_right_is_shown_and_lasts(then, ingested, run):
    event = one(run, type="meeting")
    correct(run, event["id"], "--keep", "--note", "asked them")
    if then:
        assert run(*then).status == 0
    told = run("timeline")
    assert told.out.count("completed ✓") == 1
    assert told.err == "hcoop: note: ✓ marks what a person found right as it is; `hcoop show ID` tells who\n"
    checked = one(run, type="meeting")["checked"]
    assert (checked["by"], checked["note"]) == ("Lan", "asked them")
    assert f"checked: right as it is, by Lan on {checked['date']}: asked them" in run("show", event["id"]).out
    assert f'"Lan, {checked["date"]}"' in run("timeline", "--format", "csv").out
    assert "nothing is unsure" not in run("review", "--limit", "1").out
    assert run("correct", event["id"], "--undo").status == 0
    assert one(run, type="meeting")["checked"] is None
