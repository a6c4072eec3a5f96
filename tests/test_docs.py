"""The pages of `docs/`: their commands print what they show, the reference and the man page are those of the program.

`pytest --remake-golden` writes the outputs, and the man page, anew.
"""

import importlib.util
import shutil
import subprocess
import sys

import pytest

from hcoop.cli import COMMANDS
from hcoop.query.export import KINDS
from test_readme import BLOCK, ROOT, rerun

DOCS = ROOT / "docs"
SHOWN = ["tutorial.md", "howto/brief.md", "howto/correct.md"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs bash on a terminal")


@pytest.fixture(scope="module")
def reference():
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", SHOWN)
def test_commands_print_what_the_page_shows(page, tmp_path, monkeypatch, request):
    text = (DOCS / page).read_text("utf-8")
    shown = [block["content"] for block in BLOCK.finditer(text) if block["language"] == "console"]
    shutil.copytree(ROOT / "data/articles", tmp_path / "data/articles")
    monkeypatch.chdir(tmp_path)
    if page != "tutorial.md":  # which makes the store itself
        rerun("$ hcoop ingest\n")
    printed = [rerun(block) for block in shown]
    if request.config.getoption("--remake-golden"):
        for before, after in zip(shown, printed, strict=True):
            text = text.replace(f"```console\n{before}```", f"```console\n{after}```")
        (DOCS / page).write_text(text, "utf-8", newline="\n")
        shown = printed
    assert shown == printed


def test_the_reference_has_every_command_kind_view_and_data_file(reference):
    told = {name: page() for name, page in reference.PAGES.items()}
    assert all(f"## hcoop {name}" in told["commands"] for name in COMMANDS)
    assert all(f"## {kind}\n" in told["fields"] for kind in KINDS)
    assert told["views"].count("## ") == 9
    files = (path.relative_to(ROOT / "data") for path in (ROOT / "data").rglob("*.yaml"))
    alike = ("event_types", "languages")  # folders of files with one schema
    names = {(path.with_name("*.yaml") if path.parent.name in alike else path).as_posix() for path in files}
    assert {name for name in names if f"## {name}\n" not in told["data"]} == set()


def test_the_man_page_is_that_of_the_program(reference, request):
    if request.config.getoption("--remake-golden"):
        reference.MAN_PAGE.write_text(reference.man_page(), "utf-8", newline="\n")
    assert reference.MAN_PAGE.read_text("utf-8") == reference.man_page()


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not here")
def test_groff_has_nothing_to_say_about_the_man_page(reference):
    ran = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", reference.MAN_PAGE], capture_output=True, text=True, check=True
    )
    assert ran.stderr == ""
    assert "hcoop export" in ran.stdout.replace("\x08", "") or "hccoooopp" in ran.stdout


def test_every_page_is_in_the_navigation():
    told = (ROOT / "mkdocs.yml").read_text("utf-8")
    pages = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")]
    assert [page for page in pages if page not in told] == []
