"""The YAML that CONTRIBUTING.md gives as an example fits where it says."""

import re
import shutil
from pathlib import Path

import pytest

from hcoop import check
from hcoop.check.files import read_folder

ROOT = Path(__file__).parents[1]
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
# What an example begins with, and the file it goes to; lists are indented as there.
FILES = {
    "- {name:": "outlets.yaml",
    "  - id: pen": "event_types/agreement.yaml",
    "- id: fr-": "gazetteer/organisations.yaml",
}


@pytest.fixture(scope="module")
def extended(tmp_path_factory):
    """The data with every example added at the end of its file."""
    folder = tmp_path_factory.mktemp("contributing") / "data"
    shutil.copytree(ROOT / "data", folder)
    for begin, name in FILES.items():
        (example,) = [text for text in EXAMPLES if text.startswith(begin)]
        with (folder / name).open("a", encoding="utf-8") as stream:
            stream.write("\n" + example)
    return folder


def test_every_example_is_tried():
    assert len(EXAMPLES) == len(FILES)


def test_the_examples_are_in_order(extended):
    told = [str(problem) for problem in check.check_data(read_folder(extended))]
    assert [text for text in told if "pen to paper" in text] == []
