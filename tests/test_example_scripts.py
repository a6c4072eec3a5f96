"""The scripts in `examples/` run on the seed articles and print what stands beside them.

`pytest --remake-golden` writes their outputs anew.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hcoop.ingest import ingest

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
NEEDS = {"signed.sh": None, "partners.py": "pandas", "network.py": "networkx"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs bash")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("examples") / "hcoop.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        ingest(path, [Path("data/articles")])
    return path


@pytest.mark.parametrize("name", NEEDS)
def test_example_prints_what_stands_beside_it(name, store, request):
    if NEEDS[name]:
        pytest.importorskip(NEEDS[name])
    elif not shutil.which("jq"):
        pytest.skip("jq is not here")
    command = [sys.executable] if name.endswith(".py") else ["bash"]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    ran = subprocess.run(
        [*command, EXAMPLES / name, store],
        capture_output=True, text=True, check=False, timeout=120, env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    beside = (EXAMPLES / name).with_suffix(".txt")
    if request.config.getoption("--remake-golden"):
        beside.write_text(ran.stdout, "utf-8", newline="\n")
    assert ran.stdout == beside.read_text("utf-8")


def test_every_example_is_run_and_told():
    told = (EXAMPLES / "README.md").read_text("utf-8")
    assert {path.name for path in EXAMPLES.glob("*.*") if path.suffix in (".sh", ".py")} == set(NEEDS)
    assert all(f"[`{name}`]({name})" in told for name in NEEDS)
