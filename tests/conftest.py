"""A toy corpus in a store, and the command line run on it in this process."""

import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "toy"))

import toy
from hcoop.cli.ending import end_with
from hcoop.ingest import ingest
from hcoop.store.read import Store


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--remake-golden", action="store_true", help="write the outputs in tests/golden anew, to be read in the diff"
    )
    parser.addoption("--orders", type=int, default=20, help="in how many random orders the texts of tests/press come")


def pytest_configure() -> None:
    """Let processes that tests begin hear of signals, which what runs in the background or by nohup ignores.

    What is handled here is not ignored by them.
    """
    for name in ("SIGINT", "SIGHUP", "SIGTERM", "SIGQUIT"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def toy_extraction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hcoop.ingest.work.extract_document", toy.extract_document)
    monkeypatch.setattr("hcoop.ingest.rereading.articles", lambda document, lexicon: [])


@pytest.fixture
def work_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with the toy articles as `articles/`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HCOOP_DB", raising=False)
    monkeypatch.delenv("HCOOP_DATA", raising=False)
    (tmp_path / "articles").mkdir()
    for path in toy.ARTICLES.iterdir():
        (tmp_path / "articles" / path.name).write_bytes(path.read_bytes())
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line: `run("search", "France")` gives its status, output and messages."""
    monkeypatch.setenv("HCOOP_DEBUG", "1")  # a fault is to be seen

    def call(*arguments: str) -> Ran:
        capsys.readouterr()
        status = end_with(arguments)
        printed = capsys.readouterr()
        return Ran(status, printed.out, printed.err)

    return call


@pytest.fixture(scope="session")
def toy_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a store that holds the toy corpus; not to be written."""
    folder = tmp_path_factory.mktemp("toy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hcoop.ingest.work.extract_document", toy.extract_document)
        patch.chdir(toy.HERE)
        outcome = ingest(folder / "toy.db", [Path("articles")])
    assert outcome.articles == 5
    assert not outcome.rejected
    return folder / "toy.db"


@pytest.fixture
def store(toy_store: Path) -> Store:
    with Store(toy_store) as opened:
        yield opened
