"""Every command and format on the toy corpus, byte for byte; `pytest --remake-golden` writes the outputs anew."""

from pathlib import Path

import pytest

import toy

GOLDEN = Path(__file__).parent / "golden"
FORMATS = ("table", "json", "jsonl", "csv")
ASKED = {
    "search": ["search", "Japan"],
    "search-events": ["search", "--events", "hospital"],
    "search-none": ["search", "zzz"],
    "timeline": ["timeline"],
    "timeline-japan": ["timeline", "--country", "Japan", "--limit", "1"],
    "timeline-silent": ["timeline", "--silent", "18m"],
    "summary": ["summary"],
    "summary-japan": ["summary", "--country", "Japanese"],
    "summary-article": ["summary", "{lyon}"],
    "show-article": ["show", "{lyon}"],
    "show-organisation": ["show", "jica"],
    "show-person": ["show", "Tanaka Yui"],
    "export-articles": ["export", "articles", "--city", "Da Nang"],
    "export-events": ["export", "events"],
    "export-organisations": ["export", "organisations"],
    "export-people": ["export", "people"],
    "export-places": ["export", "places"],
    "export-coded-events": ["export", "coded-events"],
    "export-partnerships": ["export", "partnerships"],
    "export-provinces": ["export", "provinces"],
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ASKED)
def test_output_is_as_agreed(name, format, run, toy_store, request):
    lyon = run("search", "valve", "--db", str(toy_store), "--format", "csv").out.splitlines()[1][:8]
    arguments = [argument.format(lyon=lyon) for argument in ASKED[name]]
    ran = run(*arguments, "--db", str(toy_store), "--format", format)
    assert (ran.status, ran.err) == (0, "")
    same_as(GOLDEN / f"{name}.{ {'table': 'txt'}.get(format, format) }", ran.out, request)


@pytest.mark.usefixtures("toy_extraction")
def test_extract_is_as_agreed(run, monkeypatch, request):
    monkeypatch.chdir(toy.HERE)
    same_as(GOLDEN / "extract.jsonl", run("extract", "articles/osaka-plan.txt").out, request)


@pytest.mark.usefixtures("toy_extraction")
def test_ingest_is_as_agreed(run, work_dir, request):
    told = [run("ingest", "articles").out, run("ingest", "articles").out, run("ingest", "articles", "--rebuild").out]
    same_as(GOLDEN / "ingest.txt", "\n".join(told), request)


COMMANDS = [
    "", "ingest", "search", "timeline", "summary", "show", "extract", "export", "report", "correct", "review", "check",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_as_agreed_and_has_examples(command, run, monkeypatch, request):
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERMINAL_WIDTH", "100")
    told = run(*filter(None, [command]), "--help").out
    assert told.count("hcoop ") >= 2
    same_as(GOLDEN / f"help-{command or 'hcoop'}.txt", told, request)


def same_as(path: Path, found: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--remake-golden"):
        path.write_text(found, "utf-8", newline="\n")
    assert found == path.read_bytes().decode(), (
        f"see `git diff --no-index`, or run pytest --remake-golden and read {path.name}"
    )
