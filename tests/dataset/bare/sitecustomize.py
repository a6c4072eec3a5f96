"""Processes that have this folder in PYTHONPATH have no hcoop, though it may be installed."""

import sys

sys.modules["hcoop"] = None
