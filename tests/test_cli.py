"""The command line: exit statuses, errors in one line and a hint, a lean start, pipes."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcoop.cli import COMMANDS
from hcoop.corpus import Corpus

HCOOP = [sys.executable, "-W", "error", "-m", "hcoop"]
HEAVY = (
    "rich",
    "yaml",
    "jsonschema_rs",
    "trafilatura",
    "ahocorasick",
    "dateutil",
    "pydantic",
    "charset_normalizer",
    "csv",
    "docx",
    "fastwarc",
    "feedparser",
    "hcoop.events",
    "hcoop.extraction",
    "hcoop.ingest",
    "hcoop.lexicon",
    "hcoop.mentions",
    "hcoop.readers",
    "hcoop.schema",
    "hcoop.web",
    "protego",
    "pypdfium2",
    "urllib3",
    "hcoop.blocks",
    "hcoop.cli.extracting",
    "hcoop.cli.ingesting",
    "hcoop.cli.inputs",
    "hcoop.link",
    "hcoop.records",
)


def in_a_shell(*arguments, **options):
    return subprocess.run([*HCOOP, *arguments], capture_output=True, check=False, timeout=60, **options)


WRONG = {
    ("search",): "Missing argument",
    ("search", "x", "--nonsense"): "No such option",
    ("search", "x", "--format", "xml"): "xml",
    ("search", "x", "--limit", "-1"): "-1",
    ("search", "contry:x"): "no field",
    ("search", "x", "--country", "Narnia"): "no country",
    ("search", "x", "--since", "soon"): "no date",
    ("timeline", "--since", "2020", "--until", "2019"): "--since 2020 is after --until 2019",
    ("export", "elephants"): "no kind",
    ("nonsense",): "nonsense",
}


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage_is_two_and_said_in_one_line_with_a_hint(arguments, run, toy_store, monkeypatch):
    monkeypatch.setenv("HCOOP_DB", str(toy_store))
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first.startswith("hcoop: error: ")
    assert WRONG[arguments] in first
    assert second.startswith("hint: ")


def test_without_a_store_it_says_what_to_do(run, work_dir):
    for command in (["search", "x"], ["timeline"], ["summary"], ["show", "abc"], ["export", "events"]):
        ran = run(*command)
        assert (ran.status, ran.out) == (1, "")
        assert "hcoop ingest" in ran.err
    assert not list(work_dir.glob("hcoop.db*"))


def test_what_is_not_there_is_a_failure(run, toy_store):
    ran = run("show", "ffffffff", "--db", str(toy_store))
    assert ran.status == 1
    assert 'nothing has the id or name "ffffffff"' in ran.err


def test_an_id_may_be_cut_short_while_it_is_the_only_one(run, toy_store):
    events = json.loads(run("timeline", "--json", "--db", str(toy_store)).out)
    for event in events:
        shown = json.loads(run("show", event["id"][:6], "--json", "--db", str(toy_store)).out)
        assert shown["id"] == event["id"]


def test_the_version_is_told(run):
    assert run("--version").out.startswith("hcoop ")


@pytest.mark.parametrize("command", [["search", "Japan"], ["timeline", "--country", "Japan"], ["summary"]])
def test_asking_starts_lean(command, toy_store):
    code = (
        "import sys; from hcoop.cli.ending import end_with; status = end_with(sys.argv[1:]); "
        "print(*sorted(sys.modules), sep='\\n', file=sys.stderr); sys.exit(status)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *command, "--json", "--db", str(toy_store)],
        capture_output=True,
        check=True,
        text=True,
    )
    loaded = {name for name in ran.stderr.splitlines() if name.startswith(HEAVY) and not name.startswith("rich_")}
    assert not loaded
    assert json.loads(ran.stdout)


def test_a_reader_that_goes_away_is_no_error(toy_store):
    script = f"{' '.join(HCOOP)} export articles --db {toy_store} | head -c 10; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", script], capture_output=True, check=True, text=True)
    assert ran.stdout.endswith("0\n")
    assert ran.stderr == ""


def test_output_is_utf_8_whatever_the_locale(toy_store):
    ran = in_a_shell(
        "search", "Huế", "--db", str(toy_store), env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    )
    assert ran.returncode == 0
    assert "Huế" in ran.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "command", [["search"], ["show"], ["timeline", "--country"], ["summary"], ["timeline", "--since"]]
)
def test_arguments_that_are_no_utf_8_do_no_harm(command, toy_store):
    ran = subprocess.run(
        [*HCOOP, *command, b"\xff\xfe caf\xe9", "--db", str(toy_store)], capture_output=True, check=False
    )
    assert ran.returncode in (0, 2)
    assert b"Traceback" not in ran.stderr


def test_extract_goes_on_after_a_bad_file(work_dir):
    (work_dir / "articles/empty.txt").write_bytes(b"")
    ran = in_a_shell(
        "extract", "articles/kobe-nurses.txt", "articles/empty.txt", "none.txt", "articles/leeds-visit.txt"
    )
    paths = [json.loads(line)["article"]["source"]["path"] for line in ran.stdout.splitlines()]
    assert ran.returncode == 3
    assert paths == ["articles/kobe-nurses.txt", "articles/leeds-visit.txt"]
    assert ran.stderr.decode().count("hcoop: error: ") == 2


def test_extract_reads_lines_from_standard_input():
    ran = in_a_shell(
        "extract", "-", input=b'{"text": "' + b"A text about nothing in particular. " * 5 + b'", "title": "T"}\n'
    )
    (line,) = ran.stdout.splitlines()
    assert json.loads(line)["article"]["title"] == "T"


def test_the_seeds_can_be_ingested_and_asked(tmp_path):
    for arguments in (
        ["ingest"],
        ["search", "France"],
        ["timeline", "--country", "Japan"],
        ["summary", "--country", "FR"],
    ):
        ran = in_a_shell(*arguments, cwd=tmp_path)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert ran.stdout


def test_python_gets_the_same(toy_store, run):
    with Corpus(toy_store) as corpus:
        assert list(corpus.search("Japan")) == json.loads(run("search", "Japan", "--json", "--db", str(toy_store)).out)
        assert corpus.timeline(country=["JP"], limit=1)[0]["type"] == "agreement"
        assert corpus.summary(city="Hue")["events"] == 1
        assert [event["type"] for event in corpus.events(status="planned")] == ["facility"]
        assert len(list(corpus.articles())) == 5


def test_check_finds_the_data_and_the_store_in_order(toy_store, run, tmp_path):
    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "gazetteer/countries.yaml").write_text("- code: [\n")
    ran = run("check", "--data", str(tmp_path), "--db", str(toy_store))
    assert ran.status == 1
    assert "countries.yaml:" in ran.out


def test_the_shell_is_offered_what_the_store_holds(toy_store):
    environment = {**os.environ, "_HCOOP_COMPLETE": "complete_bash", "HCOOP_DB": str(toy_store), "COMP_CWORD": "3"}
    ran = in_a_shell(env={**environment, "COMP_WORDS": "hcoop timeline --country J"})
    assert ran.stdout.decode().split() == ["Japan"]


def test_a_folder_without_articles_is_said_to_be_one(work_dir, run):
    (work_dir / "empty").mkdir()
    ran = run("ingest", "empty")
    assert ran.status == 0
    assert "no file to read" in ran.err
    assert not list(work_dir.glob("hcoop.db*"))


WILD = st.one_of(
    st.text(max_size=12), st.sampled_from(["\x00", "%", "_", "'", "\u202e", "-", "*", "2016-13", "9999", "0000"])
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    value=WILD,
    option=st.sampled_from(
        [
            "--country",
            "--city",
            "--organisation",
            "--person",
            "--type",
            "--topic",
            "--status",
            "--outlet",
            "--since",
            "--until",
        ]
    ),
)
def test_any_value_of_a_filter_ends_well(value, option, run, toy_store):
    assert run("timeline", f"{option}={value}", "--db", str(toy_store)).status in (0, 2)
    assert run("show", "--db", str(toy_store), "--", value).status in (0, 1, 2)


@pytest.mark.parametrize("streams", ["0<&-", ">&-", "2>&-", "0<&- >&- 2>&-"])
def test_a_stream_that_is_closed_does_no_harm(streams, toy_store, work_dir):
    for command in (f"timeline --db '{toy_store}'", "extract articles", f"search x --db '{toy_store}'"):
        ran = subprocess.run(f"{shlex.join(HCOOP)} {command} {streams}", shell=True, capture_output=True, check=False)
        assert ran.returncode == 0
        assert b"Traceback" not in ran.stderr


def test_extract_tells_that_it_read_nothing(run, work_dir):
    Path("empty").mkdir()
    Path("empty.txt").write_bytes(b"")
    ran = run("extract", "empty")
    assert (ran.status, ran.out) == (0, "")
    assert "no file to read" in ran.err
    assert run("extract", "empty.txt").status == 1


def test_an_id_of_another_kind_is_told(run, toy_store):
    event = json.loads(run("timeline", "--json", "--db", str(toy_store)).out)[0]["id"]
    ran = run("summary", event, "--db", str(toy_store))
    assert ran.status == 2
    assert "id of an event, not of an article" in ran.err


def test_a_command_alone_is_as_among_all(run):
    with_all = run("--help").out
    assert [name for name in COMMANDS if f"\n  {name}" not in with_all] == []
    for command in COMMANDS:
        assert run(command, "--help").out.startswith(f"Usage: hcoop {command}")
    assert run("serch").status == 2
