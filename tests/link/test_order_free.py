"""What is linked depends on the set of articles alone: not on their order, on batches, or on what was there before."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling_of import KNOWN, WORDS, _read, body, event, person, report

from hcoop.store.knowledge import learn_names
from hcoop.store.taken import FileState, ReadDocument
from hcoop.store.write import Writer

BODIES = [
    body("Cho Ray Hospital", id="vn-choray"), body("Kobe Hospital", "JP"), body("Hospital of Kobe", "JP", "Kobe"),
    body("Kobe Medical Center", "JP", aliases=["KMCX"]), body("KMCX", "JP", kind="company"),
    body("General Hospital", city="Hue"), body("General Hospital", city="Hanoi"), body("General Hospital"),
    body("Niigata University Hospital", "JP"), body("Nigata University Hospital", "JP"),
]
STORY = (
    "The city and a hospital of Kobe signed a memorandum on the care of stroke patients on Monday morning. Ten doctors "
    "and nurses a year are to go to Kobe for three months and see how a stroke unit works there, while the guests will "
    "help the city to lay down which hospital an ambulance should drive to, and by which road, since rivers are many."
)
TEXTS = ["", STORY, STORY.replace("Ten", "Twelve"), STORY + " The city has two.", STORY.replace("on", "at")]
DATES = ["2019-05-20", "2019-05-21", "2019-05", "2019", "XXXX-05-20", "2019-06-12", None]


def made(random, number):
    """An article of some events, people and bodies that come again in others."""
    bodies = random.sample(BODIES, random.randint(2, 5))
    names = {"home": [b["name"] for b in bodies if b["country"] == "VN"],
             "partner": [b["name"] for b in bodies if b["country"] != "VN"]}
    events = [
        event(
            names["home"][:1], names["partner"][:1] or ["Japan"], type=random.choice(["agreement", "meeting", "aid"]),
            status=random.choice(["completed", "completed", "planned"]), date=random.choice(DATES),
            importance=random.choice(["main", "side"]), topics=random.choice([["nursing"], ["dental"]]),
            quote=random.choice(["they signed it", "both hospitals agreed on nurses", "guests came from Kobe"]),
        )
        for _ in range(random.randint(0, 3))
    ]
    people = [person("Nguyen Van Minh", random.choice(["Director", None]), random.choice([bodies[0]["name"], None]))]
    return report(f"a{number}", *events, published=random.choice(["2019-05-21", "2019-06-13", None]),
                  organisations=bodies, people=people, text=random.choice(TEXTS))


def put(path, batch):
    """Write a batch: articles by number, null for those that are to be forgotten."""
    with Writer(path) as writer:
        writer.set_meta("linking", json.dumps(WORDS))
        learn_names(writer.connection, [("organisation", known, known, known) for known in KNOWN])
        for number, taken in batch:
            writer.remove(f"{number}.txt")
            if taken:
                writer.begin(FileState(f"{number}.txt", 0, 0, ""))
                writer.add(f"{number}.txt", 0, [ReadDocument("", "{}", (taken,))])


def state(path):
    """All that linking has made, in an order that does not depend on rows."""
    with Writer(path) as writer:
        read = _read(writer.connection)
        rows = writer.connection.execute("SELECT kind, id, record FROM entities ORDER BY kind, id").fetchall()
        facets = writer.connection.execute(
            "SELECT id, kind, value, weight FROM facets JOIN article_concerns ON facet = facets.key "
            "JOIN articles ON item = articles.key ORDER BY 1, 2, 3"
        ).fetchall()
        kept = [
            sorted(tuple(row) for row in writer.connection.execute(f"SELECT * FROM {table}"))
            for table in ("alike", "likely", "relations", "bodies", "body_blocks", "blocks", "bands")
        ]
    return [json.dumps(read.events), read[1:], [tuple(row) for row in rows], [tuple(row) for row in facets], kept]


@pytest.fixture(scope="module", autouse=True)
def crowds():
    """A few are a crowd, so that the rules for crowds are met."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hcoop.link.pairs._WIDE", 3)
        patch.setattr("hcoop.link.pairs._NARROW", 2)
        patch.setattr("hcoop.store.linking.bodies.MANY", 3)
        yield


def histories(seed, folder, rounds):
    """Two stores of the same articles: one that was written at once, one that has seen others come, change and go."""
    chance = random.Random(seed)
    there = {}
    for _ in range(rounds):
        batch = {}
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(14)
            batch[at] = made(chance, at) if chance.random() < 0.75 else None
        put(folder / "history.db", batch.items())
        there |= batch
    there = {number: taken for number, taken in there.items() if taken}
    order = list(there.items())
    chance.shuffle(order)
    put(folder / "once.db", order)
    return state(folder / "history.db"), state(folder / "once.db")


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_history_is_nothing(seed, tmp_path_factory):
    one, other = histories(seed, tmp_path_factory.mktemp("stores"), 10)
    assert one == other
