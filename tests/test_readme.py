"""What the README shows is what happens: its commands, its script and its Python are run on the five seed articles.

`pytest --remake-golden` writes the outputs of the commands anew; the Python examples are corrected by hand.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<content>.*?)^```$", re.DOTALL | re.MULTILINE)
COLUMNS = 100
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs bash on a terminal")


def blocks(language):
    found = [block["content"] for block in BLOCK.finditer(README.read_text("utf-8"))]
    languages = [block["language"] for block in BLOCK.finditer(README.read_text("utf-8"))]
    return [content for content, spoken in zip(found, languages, strict=True) if spoken == language]


def on_a_terminal(command):
    """Return what a person sees on a terminal of `COLUMNS` columns, without the colours: results, then messages."""
    import pty

    ours, theirs = pty.openpty()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("HCOOP_", "FORCE_COLOR"))},
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "COLUMNS": str(COLUMNS),
        "TERM": "xterm",
    }
    script = ["bash", "-o", "pipefail", "-c", command]
    ran = subprocess.Popen(script, stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.PIPE, env=environment)
    os.close(theirs)
    seen = b"".join(iter(lambda: _read(ours), b"")).decode()
    os.close(ours)
    _, errors = ran.communicate(timeout=60)
    assert ran.returncode == 0, f"{command}\n{errors.decode()}"
    return "".join(f"{line.rstrip()}\n" for line in ESCAPES.sub("", seen + errors.decode()).splitlines())


def _read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux tells that the other side has closed it
        return b""


def rerun(block):
    """Return a block, a command after `$ ` and its output, with what it prints now.

    Where the block ends with a line of three dots, what is printed is cut at the same line.
    """
    command, *shown = block.splitlines()
    if "jq" in command and not shutil.which("jq"):
        return block
    lines = [command, *on_a_terminal(command.removeprefix("$ ")).splitlines()]
    if shown and shown[-1] == "...":
        lines[len(shown):] = ["..."]
    return "".join(f"{line}\n" for line in lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder as a reader of the README has it: the seed articles, and the script that it tells to write."""
    made = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "data/articles", made / "data/articles")
    for script in blocks("python"):
        if name := re.match(r"# (\w+\.py)\n", script):
            (made / name[1]).write_text(script, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        yield made


@pytest.fixture(scope="module")
def outputs(folder):
    """Each block of commands with what it prints now; in the order of the README, since later ones need the store."""
    return {block: rerun(block) for block in blocks("console")}


def test_commands_print_what_the_readme_shows(outputs, request):
    if request.config.getoption("--remake-golden"):
        text = README.read_text("utf-8")
        for block, output in outputs.items():
            text = text.replace(f"```console\n{block}```", f"```console\n{output}```")
        README.write_text(text, "utf-8", newline="\n")
    shown = blocks("console")
    assert len(shown) >= 6
    assert shown == list(outputs.values()), "read the difference, or run pytest --remake-golden and read README.md"


@pytest.mark.usefixtures("outputs")
def test_python_does_what_the_readme_shows():
    examples = "\n".join(block for block in blocks("python") if block.startswith(">>>"))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    told = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append)
    assert result.attempted >= 5
    assert result.failed == 0, "".join(told)


def test_every_command_is_in_its_table():
    from hcoop.cli import COMMANDS

    rows = re.findall(r"^\| `hcoop (\w+)", README.read_text("utf-8"), re.MULTILINE)
    assert rows == list(COMMANDS)


def test_every_filter_is_named():
    from hcoop.query.filters import KINDS

    text = README.read_text("utf-8")
    assert [name for name in (*KINDS, "since", "until") if f"`--{name}" not in text] == []


LINKED = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/design.md", "docs/formats.md", "examples/README.md"]


@pytest.mark.parametrize("page", LINKED)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / page).read_text("utf-8"))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []
