"""Fuzz one part with atheris: `python tests/fuzz/run.py TARGET [CORPUS] [-max_total_time=3600 ...]`.

What libFuzzer takes as options is taken here too. An input that breaks a promise is written to `crash-...` in the
current folder; put it below `tests/fuzz/kept/TARGET/`, where the tests try it for good.
"""

import sys

import atheris

with atheris.instrument_imports(include=["hcoop"]):
    from targets import TARGETS

if __name__ == "__main__":
    name, *options = sys.argv[1:] or [""]
    if name not in TARGETS:
        sys.exit(f"usage: run.py {'|'.join(TARGETS)} [CORPUS] [OPTION]...")
    atheris.Setup([sys.argv[0], "-max_len=2048", "-timeout=20", *options], TARGETS[name])
    atheris.Fuzz()
