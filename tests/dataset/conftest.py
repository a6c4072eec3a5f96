"""A cluster of Dask, a server of S3, and the command line in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from machines import SECONDS, Cluster, answers, cluster, free_port, running, wait_until

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "src"
sys.path.insert(0, str(HERE.parent / "readers"))


@pytest.fixture(scope="session")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gate") / "gate"


@pytest.fixture(scope="session")
def env(tmp_path_factory: pytest.TempPathFactory, gate: Path) -> dict[str, str]:
    """An environment in which texts meet their fates, and S3 is the server of these tests."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("HCOOP", "AWS"))},
        "PYTHONPATH": os.pathsep.join([str(HERE / "fates"), str(SOURCES)]),
        "FATES_GATE": str(gate),
        "AWS_ACCESS_KEY_ID": "someone", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{free_port()}",
        "DASK_TEMPORARY_DIRECTORY": str(tmp_path_factory.mktemp("dask")),
    }


@pytest.fixture(scope="session")
def dask(env: dict[str, str]) -> Iterator[Cluster]:
    """A cluster that no test harms."""
    with cluster(env) as found:
        yield found


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


Hcoop = Callable[..., Ran]


@pytest.fixture
def hcoop(env: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hcoop:
    """Run the command line in a process of its own, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Ran:
        command = [sys.executable, "-m", "hcoop", *arguments]
        ran = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=2 * SECONDS)
        return Ran(ran.returncode, ran.stdout, ran.stderr)

    return call


@pytest.fixture(scope="session")
def s3(env: dict[str, str]) -> Iterator[None]:
    """A server of S3."""
    port = env["AWS_ENDPOINT_URL"].rpartition(":")[2]
    with running("-m", "moto.server", "-H", "127.0.0.1", "-p", port, env=env):
        wait_until(lambda: answers(int(port)), "S3 there")
        yield
