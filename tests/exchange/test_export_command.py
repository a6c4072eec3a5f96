"""`hcoop export`: to a file or a pipe, with what each format needs, and what it says where something is missing."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from hcoop.output.exchange import EXCHANGE, OPAQUE

ROOT = Path(__file__).parents[2]
EXTRAS = {
    "xlsx": ("xlsxwriter", "events", "xlsx"),
    "parquet": ("pyarrow", "events", "parquet"),
    "graphml": ("networkx", "partnerships", "graph"),
    "ics": ("icalendar", "events", "calendar"),
}


def hcoop(*arguments, **options):
    command = [sys.executable, "-W", "error", "-m", "hcoop", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **options)


@pytest.mark.parametrize("format", EXTRAS)
def test_without_its_extra_a_format_names_the_command_that_installs_it(format, run, seeds, tmp_path, monkeypatch):
    module, kind, extra = EXTRAS[format]
    for name in [name for name in sys.modules if name.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)  # so the import system says that it is not there
    ran = run("export", kind, "--db", str(seeds), "--output", str(tmp_path / f"x.{format}"))
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"hcoop: error: {module} is not installed\nhint: python -m pip install 'hcoop[{extra}]'\n"
    assert list(tmp_path.iterdir()) == []


def test_extras_are_those_of_the_package():
    told = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"])
    assert {extra for _, _, extra in EXTRAS.values()} | {"pandas", "all"} <= told


@pytest.mark.skipif(sys.platform == "win32", reason="asks a terminal of Unix")
@pytest.mark.parametrize("format", sorted(OPAQUE))
def test_what_is_no_text_is_kept_from_a_terminal(format, seeds):
    import pty

    ours, theirs = pty.openpty()
    try:
        command = [sys.executable, "-m", "hcoop", "export", "events", "--db", str(seeds), "--format", format]
        ran = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, check=False, timeout=60)
    finally:
        os.close(ours)
        os.close(theirs)
    assert ran.returncode == 2
    assert f"{format} is not for a terminal".encode() in ran.stderr
    assert b"--output" in ran.stderr


@pytest.mark.parametrize(("format", "begins"), [("parquet", b"PAR1"), ("xlsx", b"PK\x03\x04")])
def test_it_goes_into_a_pipe(format, begins, seeds):
    ran = hcoop("export", "events", "--db", seeds, "--format", format)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.startswith(begins)


WRONG = {
    ("events", "--format", "graphml"): ("graphml is not for events", "hcoop export partnerships --format graphml"),
    ("people", "--format", "ics"): ("ics is not for people", "hcoop export events --format ics"),
    ("provinces", "--format", "jsonld"): ("jsonld is not for provinces", "articles, events"),
    ("events", "--output", "events.doc"): ('no format has the name "doc"', "--format"),
    ("events", "--bom"): ("--bom is for --format csv", ""),
    ("events", "--output", "no/such/events.csv"): ("no folder no/such", "make the folder"),
}


@pytest.mark.parametrize("arguments", WRONG)
def test_what_cannot_be_is_said_with_what_can(arguments, run, seeds, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = run("export", *arguments, "--db", str(seeds))
    message, hint = WRONG[arguments]
    assert ran.status in (1, 2)
    assert message in ran.err.splitlines()[0]
    assert hint in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_mark_begins_csv_for_excel(run, seeds, tmp_path):
    run("export", "events", "--db", str(seeds), "--output", str(tmp_path / "e.csv"), "--bom")
    assert (tmp_path / "e.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert run("export", "events", "--db", str(seeds), "--format", "csv", "--bom").out.startswith("\ufeffid,")
    assert run("export", "events", "--db", str(seeds), "--format", "csv").out.startswith("id,")


def test_a_file_is_replaced_only_when_all_is_written(run, seeds, tmp_path, monkeypatch):
    (tmp_path / "e.xlsx").write_bytes(b"before")
    monkeypatch.setattr("hcoop.output.xlsx._MOST_ROWS", 3)
    ran = run("export", "events", "--db", str(seeds), "--output", str(tmp_path / "e.xlsx"))
    assert "a sheet holds 3 rows" in ran.err
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"before"]


def test_a_link_stays_a_link(run, seeds, tmp_path):
    (tmp_path / "kept.csv").write_text("before")
    (tmp_path / "link.csv").symlink_to("kept.csv")
    assert run("export", "events", "--db", str(seeds), "--output", str(tmp_path / "link.csv")).status == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "kept.csv").read_text("utf-8").startswith("id,")


@pytest.mark.skipif(sys.platform == "win32", reason="a device of Unix")
def test_a_device_stays_a_device(run, seeds):
    assert run("export", "events", "--db", str(seeds), "--output", os.devnull, "--format", "csv").status == 0
    assert not os.path.isfile(os.devnull)


def test_every_format_has_a_module():
    from hcoop.cli.exporting import ExportFormat
    from hcoop.output import WRITERS
    from hcoop.output.exchange import writer

    assert set(ExportFormat) == {*WRITERS, *EXCHANGE}
    assert all(callable(writer(name)) for name in EXCHANGE)
