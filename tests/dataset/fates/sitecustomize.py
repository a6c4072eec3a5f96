"""Texts that begin with the name of a fate meet it, in every process that has this folder in PYTHONPATH.

One that `waits` notes the process that waits for it, and goes on when the file FATES_GATE is there.
"""

import os
import time
from pathlib import Path

from hcoop.ingest import work

extract_document = work.extract_document
GATE = Path(os.environ.get("FATES_GATE", "gate"))


def waits() -> None:
    with GATE.with_name("waiting").open("a") as stream:
        stream.write(f"{os.getppid()}\n")
    while not GATE.exists():
        time.sleep(0.02)


FATES = {"hangs": lambda: time.sleep(3600), "ends": lambda: os._exit(0), "waits": waits}


def extract(document, lexicon):
    FATES.get(document.text.split()[0], lambda: None)()
    return extract_document(document, lexicon)


work.extract_document = extract
