"""The rules of event data: who acts on whom, what a signature is, and what is only planned."""

import json

import pytest

from hcoop.ingest import ingest

# Texts, each with the rows (CAMEO, PLOVER, source, target, reciprocal) that must come out of it.
TOLD = {
    "Cho Ray Hospital and the University of Sydney signed a memorandum of understanding on nursing on 5 March 2019.": [
        ("057", "SUPPORT", "VNM MED", "AUS EDU", True), ("057", "SUPPORT", "AUS EDU", "VNM MED", True),
    ],
    "Cho Ray Hospital and the University of Sydney will sign a memorandum of understanding on nursing next week.": [
        ("030", "AGREE", "VNM MED", "AUS EDU", True), ("030", "AGREE", "AUS EDU", "VNM MED", True),
    ],
    "UNICEF donated 20 ventilators to Cho Ray Hospital on 5 March 2019.": [
        ("070", "AID", "UNO None", "VNM MED", False),
    ],
    "UNICEF will donate 20 ventilators to Cho Ray Hospital on 5 March 2030.": [
        ("033", "AGREE", "UNO None", "VNM MED", False),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
def test_rows_are_those_of_the_rules(text, run, tmp_path):
    article = f"News of the hospital\n\nHO CHI MINH CITY - {text} Patients of the hospital will profit by it.\n"
    (tmp_path / "a.txt").write_text(article, "utf-8")
    ingest(tmp_path / "a.db", [tmp_path / "a.txt"])
    ran = run("export", "coded-events", "--db", str(tmp_path / "a.db"))
    rows = [json.loads(line) for line in ran.out.splitlines()]
    ends = [{end: f"{row[f'{end}_country']} {row[f'{end}_sector']}" for end in ("source", "target")} for row in rows]
    told = [
        (row["cameo"], row["plover"], end["source"], end["target"], row["reciprocal"])
        for row, end in zip(rows, ends, strict=True)
    ]
    assert told == TOLD[text]


def test_only_what_was_signed_is_057(run, seeds):
    rows = [json.loads(line) for line in run("export", "coded-events", "--db", str(seeds)).out.splitlines()]
    signed = {row["event"] for row in rows if row["cameo"] == "057"}
    told = {row["event"] for row in rows if row["type"] == "agreement" and row["status"] != "planned"}
    assert signed == told
    assert signed
