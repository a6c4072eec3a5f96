"""The wheel alone, installed in an empty environment far from the checkout, reads the seeds and answers."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
UV = os.environ.get("UV") or shutil.which("uv")  # `uv run` tells where it is
UNREACHABLE = re.compile(r"network|offline|error sending request|failed to fetch|dns|connect|timed out", re.IGNORECASE)

pytestmark = [pytest.mark.slow, pytest.mark.skipif(UV is None, reason="uv builds the wheel, and is not here")]


def uv(*arguments: object, retry: bool = True) -> None:
    """Run uv on what its cache holds, and only then ask the package index."""
    command = [UV, *map(str, arguments), "--quiet", *(["--offline"] if retry else [])]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if ran.returncode and retry:
        uv(*arguments, retry=False)
    elif ran.returncode and UNREACHABLE.search(ran.stderr):
        pytest.skip(f"the package index cannot be reached: {ran.stderr[-300:]}")
    elif ran.returncode:
        pytest.fail(ran.stderr)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    uv("build", "--wheel", "--out-dir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel, tmp_path_factory):
    """The folder of the commands of an environment in which only the wheel and what it asks for is installed."""
    environment = tmp_path_factory.mktemp("environment") / "venv"
    uv("venv", "--python", sys.executable, environment)
    uv("pip", "install", "--python", environment, wheel)
    return environment / ("Scripts" if os.name == "nt" else "bin")


@pytest.fixture
def hcoop(scripts, tmp_path):
    """Run the installed `hcoop` in an empty folder and return what it prints."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("HCOOP_", "PYTHON", "VIRTUAL_ENV"))}

    def run(*arguments):
        command = [scripts / "hcoop", *arguments]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=clean, timeout=60)
        assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout
        return ran.stdout

    return run


def shipped(suffix, folder):
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob(f"*{suffix}")}


def test_it_holds_code_data_and_schemas_and_nothing_else(wheel):
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    man = {name for name in names if name.endswith(".data/data/share/man/man1/hcoop.1")}
    assert len(man) == 1
    copies = shipped(".yaml", "data") | shipped(".yaml", "schemas") | shipped(".txt", "data/articles")
    code = shipped(".py", "src") | shipped(".sql", "src") | {"src/hcoop/py.typed"}
    code |= {file for suffix in (".html", ".css", ".js") for file in shipped(suffix, "src")}
    assert names - man == {f"hcoop/_shipped/{name}" for name in copies} | {name.removeprefix("src/") for name in code}


def test_it_reads_the_seeds_and_answers(hcoop):
    assert hcoop("ingest").startswith("ingested: 5 new, 0 rejected")
    found = json.loads(hcoop("search", "France", "--json"))
    assert "Hanoi signed technology transfering, staff training with French center" in {row["title"] for row in found}
    assert "IRCAD" in hcoop("timeline", "--city", "Hanoi")


def test_it_is_the_same_to_the_byte_wherever_and_whenever_it_is_built(wheel, tmp_path):
    copy, built = tmp_path / "elsewhere", tmp_path / "built"
    left_out = shutil.ignore_patterns(".*", "build", "dist", "__pycache__", "tests", "benchmarks")
    shutil.copytree(ROOT, copy, ignore=left_out, copy_function=shutil.copyfile)  # other times, other rights
    for path in sorted(copy.rglob("*"), reverse=True):
        os.utime(path, (1e9, 1e9))
    uv("build", "--wheel", "--out-dir", built, copy)
    assert (built / wheel.name).read_bytes() == wheel.read_bytes()


def test_its_data_are_those_of_the_checkout(scripts, wheel):
    code = "from hcoop import resources; print(resources.data_dir(), resources.schema_dir(), sep='\\n')"
    ran = subprocess.run([scripts / "python", "-I", "-c", code], capture_output=True, text=True, check=True, cwd="/")
    assert all(Path(line).parent.name == "_shipped" for line in ran.stdout.splitlines())
